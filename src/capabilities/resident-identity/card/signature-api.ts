import { clientCredentialsGrant } from 'openid-client'
import { z } from 'zod'
import { configurationOf, limitedFetch } from './provider.ts'
import type { CardSettings } from './settings.ts'

/**
 * The machine's side of signing: a token of its own (client credentials), then a hash under a transaction number. What the
 * state's interface is called in detail is not public; these two requests are the adapter's, and the place to change.
 */
export async function announceSignature(settings: CardSettings, id: string, hash: Buffer): Promise<void> {
  const body = JSON.stringify({ sign_transaction_id: id, hash: hash.toString('base64'), hash_algorithm: 'SHA-256' })
  const response = await ask(settings, settings.signatureApi, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  if (!response.ok) throw new Error(`the provider did not take the document: ${response.status}`)
}

const signedShape = z.object({ state: z.literal('signed'), signature: z.base64(), certificate: z.base64() })

/** What the card signed; null while nothing was signed. */
export async function fetchSignature(settings: CardSettings, id: string): Promise<{ signature: Buffer; certificate: Buffer } | null> {
  const response = await ask(settings, `${settings.signatureApi}/${id}`, { method: 'GET' })
  const read = signedShape.safeParse(await response.json())
  if (!read.success) return null
  return { signature: Buffer.from(read.data.signature, 'base64'), certificate: Buffer.from(read.data.certificate, 'base64') }
}

interface Asking {
  readonly method: 'GET' | 'POST'
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

async function ask(settings: CardSettings, address: string, asking: Asking): Promise<Response> {
  const { access_token: token } = await clientCredentialsGrant(await configurationOf(settings), { scope: 'sign' })
  const headers = { ...asking.headers, authorization: `Bearer ${token}` }
  return limitedFetch(address, { method: asking.method, headers, body: asking.body ?? null, redirect: 'manual' })
}
