import { createHash, type X509Certificate } from 'node:crypto'
import { TSTInfo } from 'pkijs'
import { DIGESTS } from '../authority/algorithms.ts'
import { standingOf, type Trust } from '../authority/trust.ts'
import { OIDS } from '../cms/object-identifiers.ts'
import { readMessage } from '../cms/read-message.ts'

export type TokenCheck =
  | { readonly ok: true; readonly at: Temporal.Instant; readonly nonce: Buffer | null; readonly stamper: X509Certificate }
  | { readonly ok: false; readonly reason: 'time-stamp-broken' | 'time-stamp-unknown-issuer' }

const BROKEN = { ok: false, reason: 'time-stamp-broken' } as const

/** Whether a token stamps these bytes, by an authority that the city trusted at that time (RFC 3161 section 2.2). */
export function checkToken(token: Buffer, stamped: Uint8Array, trust: Trust): TokenCheck {
  const reading = readMessage(token, OIDS.timeStampInfo, null)
  if (!reading.ok || reading.message.content === null) return BROKEN
  const { content, signer, others } = reading.message
  const info = infoIn(content)
  const digest = info === null ? undefined : DIGESTS.get(info.messageImprint.hashAlgorithm.algorithmId)
  if (info === null || digest === undefined) return BROKEN
  const imprint = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView)
  if (!createHash(digest).update(stamped).digest().equals(imprint)) return BROKEN
  // Section 2.3: a certificate for time stamps is for nothing else.
  if (signer.keyUsage?.join() !== OIDS.timeStamping) return BROKEN
  const at = info.genTime.toTemporalInstant()
  if (standingOf(signer, others, trust, at) !== 'good') return { ok: false, reason: 'time-stamp-unknown-issuer' }
  return { ok: true, at, nonce: info.nonce === undefined ? null : Buffer.from(info.nonce.valueBlock.valueHexView), stamper: signer }
}

function infoIn(content: Buffer): TSTInfo | null {
  try {
    return TSTInfo.fromBER(new Uint8Array(content))
  } catch {
    return null
  }
}
