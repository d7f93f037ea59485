import { createHash } from 'node:crypto'
import type { Trust } from '../authority/trust.ts'
import { checkToken } from './check-token.ts'
import { encodeQuestion, newNonce, readAnswer } from './messages.ts'

/** Limits of one asking. A paper waits for it, so an authority that hangs is soon called away. */
const CLIENT_LIMITS = { timeoutMs: 10_000, mostBytes: 64 * 1024, clockDriftMinutes: 10 } as const
/** The digest of a question: every authority knows it. */
const DIGEST = { name: 'sha256', oid: '2.16.840.1.101.3.4.2.1' } as const

export type StampResult = { readonly ok: true; readonly token: Buffer; readonly at: Temporal.Instant } | { readonly ok: false; readonly detail: string }

/**
 * Asks an authority over HTTP for a stamp on these bytes (RFC 3161 section 3.4), and believes only an answer that bears
 * our nonce, our digest, a plausible time, and a signature that the city trusts. Throws nothing.
 */
export async function askForStamp(address: string, stamped: Uint8Array, trust: Trust, now: Temporal.Instant): Promise<StampResult> {
  const nonce = newNonce()
  const question = encodeQuestion({ digest: createHash(DIGEST.name).update(stamped).digest(), digestOid: DIGEST.oid, nonce })
  const answer = await post(address, question)
  if (!answer.ok) return answer
  const reading = readAnswer(answer.body)
  if (!reading.ok) return { ok: false, detail: reading.problem }
  const check = checkToken(reading.token, stamped, trust)
  if (!check.ok) return { ok: false, detail: `its stamp does not hold: ${check.reason}` }
  if (check.nonce?.equals(nonce) !== true) return { ok: false, detail: 'its stamp answers another question' }
  const driftMinutes = Math.abs(check.at.epochMilliseconds - now.epochMilliseconds) / 60_000
  if (driftMinutes > CLIENT_LIMITS.clockDriftMinutes) return { ok: false, detail: `its clock is ${Math.round(driftMinutes)} minutes away from ours` }
  return { ok: true, token: reading.token, at: check.at }
}

type Posted = { readonly ok: true; readonly body: Buffer } | { readonly ok: false; readonly detail: string }

async function post(address: string, question: Buffer): Promise<Posted> {
  try {
    const answer = await fetch(address, {
      method: 'POST', redirect: 'error', headers: { 'content-type': 'application/timestamp-query' },
      body: new Uint8Array(question), signal: AbortSignal.timeout(CLIENT_LIMITS.timeoutMs),
    })
    if (answer.status !== 200) return await refused(answer, `it answered HTTP ${answer.status}`)
    if (!/^application\/timestamp-reply\b/i.test(answer.headers.get('content-type') ?? '')) return await refused(answer, 'its answer is no time stamp')
    const body = Buffer.from(await answer.arrayBuffer())
    return body.length > CLIENT_LIMITS.mostBytes ? { ok: false, detail: 'its answer is too long' } : { ok: true, body }
  } catch (thrown) {
    const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause.message : String(thrown)
    return { ok: false, detail: `it did not answer: ${cause.slice(0, 200)}` }
  }
}

async function refused(answer: Response, detail: string): Promise<Posted> {
  await answer.body?.cancel()
  return { ok: false, detail }
}
