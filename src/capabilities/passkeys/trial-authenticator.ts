import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

interface CreationOptions {
  readonly challenge: string
  readonly rp: { readonly id: string }
  readonly user: { readonly id: string }
}

interface RequestOptions {
  readonly challenge: string
  readonly rpId: string
}

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const HAS_CREDENTIAL = 0x40

/** What an authenticator may get wrong, so that the tests can see it refused. */
export interface Misbehaviour {
  readonly origin?: string
  readonly rpId?: string
  /** Signs without having asked for finger or PIN. */
  readonly isUnverified?: boolean
  readonly counter?: number
  /** Signs with another key. */
  readonly key?: KeyObject
}

/** An authenticator in software (WebAuthn Level 3, section 6): one discoverable ES256 credential. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32)
  private readonly origin: string
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  private userHandle = ''
  private counter = 0

  constructor(origin: string) {
    this.origin = origin
  }

  create(options: CreationOptions, wrong: Misbehaviour = {}): string {
    this.userHandle = options.user.id
    const client = this.clientData('webauthn.create', options.challenge, wrong)
    const length = Buffer.from([0, this.id.length])
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, this.coseKey()])
    const authData = Buffer.concat([
      this.authenticatorData(wrong.rpId ?? options.rp.id, HAS_CREDENTIAL, wrong),
      credential,
    ])
    const attestation = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]) as never,
    )
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      attestationObject: Buffer.from(attestation).toString('base64url'),
      transports: ['internal'],
    })
  }

  get(options: RequestOptions, wrong: Misbehaviour = {}): string {
    this.counter++
    const client = this.clientData('webauthn.get', options.challenge, wrong)
    const authData = this.authenticatorData(wrong.rpId ?? options.rpId, 0, wrong)
    const signed = Buffer.concat([authData, createHash('sha256').update(client).digest()])
    const signature = createSign('sha256')
      .update(signed)
      .sign(wrong.key ?? this.keys.privateKey)
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: this.userHandle,
    })
  }

  private answer(response: Readonly<Record<string, unknown>>): string {
    const id = this.id.toString('base64url')
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }

  private clientData(type: string, challenge: string, wrong: Misbehaviour): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: wrong.origin ?? this.origin, crossOrigin: false }))
  }

  private authenticatorData(rpId: string, flags: number, wrong: Misbehaviour): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(wrong.counter ?? this.counter)
    const verified = wrong.isUnverified ? 0 : USER_VERIFIED
    return Buffer.concat([
      createHash('sha256').update(rpId).digest(),
      Buffer.from([USER_PRESENT | verified | flags]),
      counter,
    ])
  }

  /** COSE_Key of an EC2 key on P-256 (RFC 9053, section 7.1.1). */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' })
    const coordinate = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, coordinate(x)],
      [-3, coordinate(y)],
    ])
    return Buffer.from(isoCBOR.encode(key as never))
  }
}
