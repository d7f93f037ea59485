import { KeyObject, privateEncrypt } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { X509CertificateGenerator } from '@peculiar/x509'
import type Provider from 'oidc-provider'
import type { StandInRequest } from '#kernel/outside/stand-in-desk.ts'
import { SHA256_DIGEST_INFO } from '../card/signature-check.ts'
import type { DemoCard } from '../store/stand-in.ts'

const MOST_TRANSACTIONS = 1_000
const CERTIFICATE_YEARS = 5

interface Transaction {
  readonly hash: Buffer
  signed: { readonly signature: Buffer; readonly certificate: Buffer } | null
}

/**
 * The signing half of the stand-in: the city announces a hash as a machine (client credentials), the person signs it with
 * the card on the next sign-in with `sign_transaction_id`, the city fetches the signature. How the state does this is not
 * public in enough detail; the two sides here agree with each other and claim nothing.
 */
export class SignatureDesk {
  private readonly provider: Provider
  private readonly transactions = new Map<string, Transaction>()
  private readonly keys = new Map<string, Promise<{ key: KeyObject; certificate: Buffer }>>()

  constructor(provider: Provider) {
    this.provider = provider
  }

  async answer(request: StandInRequest, response: ServerResponse, body: Buffer): Promise<void> {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (token === undefined || (await this.provider.ClientCredentials.find(token)) === undefined) return reply(response, 401, { error: 'invalid_token' })
    if (request.method === 'POST') return this.announce(response, body)
    const transaction = this.transactions.get((request.url ?? '').split('/').at(-1) ?? '')
    if (transaction === undefined) return reply(response, 404, { error: 'unknown_transaction' })
    const { signed } = transaction
    if (signed === null) return reply(response, 200, { state: 'waiting' })
    return reply(response, 200, { state: 'signed', signature: signed.signature.toString('base64'), certificate: signed.certificate.toString('base64') })
  }

  private announce(response: ServerResponse, body: Buffer): void {
    const { sign_transaction_id: id, hash } = JSON.parse(body.toString('utf8')) as { sign_transaction_id?: string; hash?: string }
    const bytes = Buffer.from(hash ?? '', 'base64')
    if (id === undefined || bytes.length !== 32 || this.transactions.has(id)) return reply(response, 400, { error: 'invalid_request' })
    this.transactions.set(id, { hash: bytes, signed: null })
    const [oldest] = this.transactions.keys()
    if (this.transactions.size > MOST_TRANSACTIONS && oldest !== undefined) this.transactions.delete(oldest)
    return reply(response, 201, { sign_transaction_id: id })
  }

  /** The card signs what was announced under this number; nothing where nothing was. */
  async sign(id: string, card: DemoCard): Promise<void> {
    const transaction = this.transactions.get(id)
    if (transaction === undefined) return
    const { key, certificate } = await this.keyOf(card)
    const signature = privateEncrypt(key, Buffer.concat([SHA256_DIGEST_INFO, transaction.hash]))
    transaction.signed = { signature, certificate }
  }

  private keyOf(card: DemoCard): Promise<{ key: KeyObject; certificate: Buffer }> {
    const known = this.keys.get(card.serial)
    if (known !== undefined) return known
    const made = newCardKey(card)
    this.keys.set(card.serial, made)
    return made
  }
}

/** A key as today's cards hold one (RSA 2048), under a certificate that says by its own name that it is invented. */
async function newCardKey(card: DemoCard): Promise<{ key: KeyObject; certificate: Buffer }> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const now = Date.now()
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: card.serial,
    name: 'CN=Invented card of a demo, O=Stand-in, C=JP',
    notBefore: new Date(now),
    notAfter: new Date(now + CERTIFICATE_YEARS * 365 * 86_400_000),
    signingAlgorithm: algorithm,
    keys,
  })
  return { key: KeyObject.from(keys.privateKey), certificate: Buffer.from(certificate.rawData) }
}

function reply(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(value))
}
