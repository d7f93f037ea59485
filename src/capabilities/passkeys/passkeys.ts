import { isIP } from 'node:net'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { City } from '#kernel/city/city.ts'

/** What a challenge is for: one to sign in with is no good for adding a passkey, nor one person's for another's. */
export const PASSKEY_SIGN_IN = 'passkey sign-in'
export function passkeyCreationFor(ownerId: string): string {
  return `passkey creation ${ownerId}`
}

/** Ed25519, ECDSA on P-256 and RSA, by their COSE numbers (RFC 9053, RFC 8812): what authenticators in use can do. */
const ALGORITHMS = [-8, -7, -257]

/** Milliseconds in which a person finds their finger or their key. */
const CEREMONY_MS = 120_000

/** A passkey as whoever keeps it knows it. */
export interface KnownPasskey {
  /** base64url, as browsers send it. */
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly signCount: number
  readonly transports: readonly string[]
  readonly host: string
}

/** What a passkey is bound to: a host name of the city, and the origin its browser reports. */
export interface RelyingParty {
  readonly host: string
  readonly origin: string
  readonly cityName: string
}

/**
 * The city as authenticators know it under the address that a browser came by; null where passkeys cannot work: at an
 * IP address, or under a name that the city does not claim (WebAuthn Level 3, section 5.1.3: an RP ID is a domain).
 */
export function relyingPartyAt(city: City, origin: string): RelyingParty | null {
  if (!URL.canParse(origin)) return null
  const { hostname } = new URL(origin)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || !city.hosts.includes(hostname)) return null
  return { host: hostname, origin: new URL(origin).origin, cityName: city.name }
}

/** Whose passkey it is: the account's identity, and two names that the device shows beside it. */
export interface PasskeyOwner {
  readonly id: string
  readonly login: string
  readonly name: string
}

/** What the browser is asked when a passkey is to be made, as JSON. Authenticators that hold one are left out. */
export async function creationOptions(
  party: RelyingParty,
  owner: PasskeyOwner,
  known: readonly KnownPasskey[],
  challenge: Buffer,
): Promise<string> {
  const options = await generateRegistrationOptions({
    rpName: party.cityName,
    rpID: party.host,
    userID: userHandleOf(owner.id),
    userName: owner.login,
    userDisplayName: owner.name,
    challenge: new Uint8Array(challenge),
    timeout: CEREMONY_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known
      .filter((passkey) => passkey.host === party.host)
      .map((passkey) => ({ id: passkey.credentialId, transports: [...passkey.transports] })),
    // Discoverable and with the finger or PIN checked: it replaces name, passphrase and second step at once.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return JSON.stringify(options)
}

/** What the browser is asked at sign-in, as JSON: any passkey for this host, whosever it is. */
export async function requestOptions(party: RelyingParty, challenge: Buffer): Promise<string> {
  const options = await generateAuthenticationOptions({
    rpID: party.host,
    challenge: new Uint8Array(challenge),
    timeout: CEREMONY_MS,
    userVerification: 'required',
  })
  return JSON.stringify(options)
}

const text = z.string().max(10_000)
const credentialShape = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
})
const createdShape = credentialShape.extend({
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})
const assertedShape = credentialShape.extend({
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.optional() }),
})

/** An authenticator's answer with the challenge it signed, before anything in it is believed. */
export interface Answered<Response> {
  readonly response: Response
  readonly challenge: string
}

export function readCreated(json: string): Answered<RegistrationResponseJSON> | null {
  return readAnswer(json, createdShape) as Answered<RegistrationResponseJSON> | null
}

export function readAsserted(json: string): Answered<AuthenticationResponseJSON> | null {
  return readAnswer(json, assertedShape) as Answered<AuthenticationResponseJSON> | null
}

function readAnswer(json: string, shape: typeof createdShape | typeof assertedShape): Answered<unknown> | null {
  try {
    const response = shape.parse(JSON.parse(json))
    const client: unknown = JSON.parse(Buffer.from(response.response.clientDataJSON, 'base64url').toString('utf8'))
    const { challenge } = z.object({ challenge: text }).parse(client)
    return { response, challenge }
  } catch {
    // Whatever a stranger sends that is no answer of an authenticator is no answer of one.
    return null
  }
}

export interface NewPasskey extends KnownPasskey {
  /** Copied between the person's devices by their maker. */
  readonly isSynced: boolean
}

/** The passkey that an authenticator made, or null when its answer does not hold. */
export async function verifyCreated(
  party: RelyingParty,
  { response, challenge }: Answered<RegistrationResponseJSON>,
): Promise<NewPasskey | null> {
  const verified = await held(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.host,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (verified === null || !verified.verified) return null
  const { credential, credentialBackedUp } = verified.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    signCount: credential.counter,
    transports: response.response.transports ?? [],
    host: party.host,
    isSynced: credentialBackedUp,
  }
}

/**
 * The authenticator's new counter, or null when the answer does not hold: a signature that is not the passkey's,
 * another host, no finger or PIN, or a counter that did not move on, which is how a copied key shows (WebAuthn, section 6.1.1).
 */
export async function verifyAsserted(
  party: RelyingParty,
  { response, challenge }: Answered<AuthenticationResponseJSON>,
  passkey: KnownPasskey & { readonly ownerId: string },
): Promise<number | null> {
  if (passkey.host !== party.host) return null
  if (
    response.response.userHandle !== undefined &&
    response.response.userHandle !== Buffer.from(userHandleOf(passkey.ownerId)).toString('base64url')
  )
    return null
  const verified = await held(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.host,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.signCount,
        transports: [...passkey.transports],
      },
    }),
  )
  return verified?.verified ? verified.authenticationInfo.newCounter : null
}

/** The library throws for every answer that does not hold; here that is a normal result. */
async function held<Result>(verify: () => Promise<Result>): Promise<Result | null> {
  try {
    return await verify()
  } catch {
    return null
  }
}

/** The 16 bytes of the account's identity: says nothing about the person (WebAuthn, section 14.6.1). */
function userHandleOf(ownerId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(ownerId.replaceAll('-', ''), 'hex'))
}
