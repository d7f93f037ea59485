import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type IDToken,
  type UserInfoResponse,
} from 'openid-client'
import { z } from 'zod'
import type { CardRefusal, ProvenCard } from '../model.ts'
import type { CardFlow } from './flow.ts'
import { configurationOf } from './provider.ts'
import { claimNames, type CardSettings } from './settings.ts'

/** The four attributes, asked for to find the person in the register; the address and sex are not kept. */
const SIGN_IN_SCOPE = 'openid name address birthdate gender'
const SIGN_SCOPE = 'openid sign'

interface Departure {
  readonly redirectUri: string
  readonly returnTo: string
  readonly signatureId: string | null
}

/** Where the browser goes (OpenID Connect Core 1.0 section 3.1.2.1, RFC 7636), and what it must remember meanwhile. */
export async function beginAuthorization(settings: CardSettings, { redirectUri, returnTo, signatureId }: Departure): Promise<{ to: URL; flow: CardFlow }> {
  const configuration = await configurationOf(settings)
  const flow = {
    issuer: settings.issuer, state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), redirectUri, returnTo, signatureId,
  }
  const to = buildAuthorizationUrl(configuration, {
    response_type: 'code',
    scope: signatureId === null ? SIGN_IN_SCOPE : SIGN_SCOPE,
    redirect_uri: redirectUri,
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
    acr_values: settings.acrValues,
    ...(signatureId === null ? {} : { sign_transaction_id: signatureId }),
  })
  return { to, flow }
}

export type Authorized = { readonly ok: true; readonly claims: IDToken & Partial<UserInfoResponse>; readonly accessToken: string } | { readonly ok: false; readonly reason: CardRefusal }

/**
 * What the provider says when the browser is back. Checked by the library: state, issuer of the answer (RFC 9207), PKCE,
 * the ID token's signature, issuer, audience, times and nonce, and that userinfo is about the same subject. Checked here:
 * that the proof is as strong as it was asked for.
 */
export async function finishAuthorization(settings: CardSettings, flow: CardFlow, query: URLSearchParams): Promise<Authorized> {
  const configuration = await configurationOf(settings)
  const back = new URL(flow.redirectUri)
  back.search = query.toString()
  try {
    const tokens = await authorizationCodeGrant(configuration, back, {
      pkceCodeVerifier: flow.verifier, expectedState: flow.state, expectedNonce: flow.nonce, idTokenExpected: true,
    })
    const idToken = tokens.claims()
    if (idToken === undefined || !isStrongEnough(settings, idToken.acr)) return { ok: false, reason: 'not-proven' }
    const attributes = await fetchUserInfo(configuration, tokens.access_token, idToken.sub)
    return { ok: true, claims: { ...attributes, ...idToken }, accessToken: tokens.access_token }
  } catch (thrown) {
    return { ok: false, reason: refusalOf(thrown) }
  }
}

/** `acr_values` may hold a wish that is no level (`crl`); the level is what must come back. */
function isStrongEnough({ acrValues }: CardSettings, acr: unknown): boolean {
  const levels = acrValues.split(' ').filter((value) => /^aal\d$/.test(value))
  return levels.length === 0 || levels.includes(String(acr))
}

/** Words by which the stand-in tells why a card is not taken; see CLAIM names in settings.ts for how sure that is. */
const TOLD: readonly (readonly [RegExp, CardRefusal])[] = [
  [/expired/, 'expired'],
  [/revoked/, 'revoked'],
]

function refusalOf(thrown: unknown): CardRefusal {
  if (thrown instanceof AuthorizationResponseError) {
    const told = TOLD.find(([sign]) => sign.test(thrown.error_description ?? ''))
    if (told !== undefined) return told[1]
    return thrown.error === 'access_denied' ? 'cancelled' : 'not-proven'
  }
  return isAway(thrown) ? 'unreachable' : 'not-proven'
}

/** The provider was not there: nothing was wrong with the person or the card. */
function isAway(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false
  if (thrown.name === 'TimeoutError' || (thrown instanceof TypeError && thrown.message === 'fetch failed')) return true
  return isAway(thrown.cause)
}

const SEXES = { female: 'female', male: 'male' } as const

/** The claims as a card; null when one of them is missing: nobody is let in on three attributes. */
export function cardIn(provider: string, claims: Readonly<Record<string, unknown>>): ProvenCard | null {
  const names = claimNames()
  const read = cardShape.safeParse({
    subject: claims['sub'],
    name: claims['name'],
    birthdate: claims['birthdate'],
    address: claims['address'],
    gender: claims['gender'] ?? null,
    issuer: claims[names.issuer],
    serial: claims[names.serial],
    previousSerial: claims[names.previousSerial] ?? null,
  })
  if (!read.success) return null
  const { subject, name, birthdate, address, gender, issuer, serial, previousSerial } = read.data
  const sex = gender === 'female' || gender === 'male' ? SEXES[gender] : 'unstated'
  const holder = { name, birthDate: Temporal.PlainDate.from(birthdate), address: typeof address === 'string' ? address : address.formatted, sex } as const
  return { provider, subject, certificate: { issuer, serial }, previousSerial, holder }
}

const text = z.string().min(1).max(1_000)
const cardShape = z.object({
  subject: z.string().min(1).max(255),
  name: text,
  birthdate: z.iso.date(),
  /** A plain text, or as OpenID Connect writes addresses (Core 1.0, section 5.1.1). */
  address: z.union([text, z.object({ formatted: text })]),
  gender: z.string().nullable(),
  issuer: text,
  serial: z.string().regex(/^[0-9A-Fa-f]{1,64}$/),
  previousSerial: z.string().regex(/^[0-9A-Fa-f]{1,64}$/).nullable(),
})
