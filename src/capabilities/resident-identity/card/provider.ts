import {
  allowInsecureRequests,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  PrivateKeyJwt,
  type Configuration,
  type CustomFetch,
} from 'openid-client'
import { LIMITS } from '../rules/limits.ts'
import type { CardSettings } from './settings.ts'

interface Known {
  readonly configuration: Promise<Configuration>
  readonly endsAtMs: number
}

/** What providers said of themselves, for an hour. */
const known = new Map<string, Known>()

/** The provider as it describes itself (OpenID Connect Discovery 1.0), with the city as its client (RFC 7523, private_key_jwt). */
export function configurationOf(settings: CardSettings): Promise<Configuration> {
  const name = `${settings.issuer} ${settings.clientId}`
  const now = performance.now()
  const kept = known.get(name)
  if (kept !== undefined && kept.endsAtMs > now) return kept.configuration
  const configuration = discover(settings)
  known.set(name, { configuration, endsAtMs: now + LIMITS.discoveryMinutes * 60_000 })
  // What failed is asked anew at once.
  configuration.catch(() => known.delete(name))
  return configuration
}

async function discover({ issuer, clientId, key, isStandIn }: CardSettings): Promise<Configuration> {
  const configuration = await discovery(new URL(issuer), clientId, undefined, PrivateKeyJwt(key), {
    [customFetch]: limitedFetch,
    // Beyond what OpenID Connect asks for: the ID token's signature is checked though it came over TLS. Without TLS only the
    // stand-in is spoken to, on this machine; the library marks that as deprecated to make it stand out.
    // oxlint-disable-next-line typescript/no-deprecated
    execute: isStandIn ? [allowInsecureRequests, enableNonRepudiationChecks] : [enableNonRepudiationChecks],
  })
  configuration[customFetch] = limitedFetch
  return configuration
}

/** Waits no longer, and reads no more, than an answer of the provider may take. */
export const limitedFetch: CustomFetch = async (url, options) => {
  const signal = AbortSignal.timeout(LIMITS.cardRequestMs)
  const response = await fetch(url, { ...(options as RequestInit), signal, redirect: 'manual' })
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > LIMITS.cardAnswerBytes) throw new RangeError('the provider said more than it should')
    chunks.push(chunk)
  }
  const { status, statusText, headers } = response
  return new Response(bytes === 0 ? null : Buffer.concat(chunks), { status, statusText, headers })
}
