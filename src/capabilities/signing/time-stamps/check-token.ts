import { createHash, type X509Certificate } from 'node:crypto'
import { GeneralizedTime } from 'asn1js'
import { DIGESTS } from '../authority/algorithms.ts'
import { standingOf, type Trust } from '../authority/trust.ts'
import { integerOf, octetsOf, oidOf, parse, partsOf } from '../cms/asn1.ts'
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
  const stamp = stampIn(content)
  const digest = stamp === null ? undefined : DIGESTS.get(stamp.digestOid)
  if (stamp === null || digest === undefined || !createHash(digest).update(stamped).digest().equals(stamp.digest)) return BROKEN
  // Section 2.3: a certificate for time stamps is for nothing else.
  if (signer.keyUsage?.join() !== OIDS.timeStamping) return BROKEN
  if (standingOf(signer, others, trust, stamp.at) !== 'good') return { ok: false, reason: 'time-stamp-unknown-issuer' }
  return { ok: true, at: stamp.at, nonce: stamp.nonce, stamper: signer }
}

interface Stamp {
  readonly digestOid: string
  readonly digest: Buffer
  readonly at: Temporal.Instant
  readonly nonce: Buffer | null
}

/** TSTInfo, section 2.4.2: version, policy, imprint, serial number, time, and what may follow. */
function stampIn(content: Buffer): Stamp | null {
  const [, , imprint, , time, ...optional] = partsOf(parse(content))
  const [algorithm, hashed] = partsOf(imprint)
  const [digestOid, digest] = [oidOf(partsOf(algorithm)[0]), octetsOf(hashed)]
  if (digestOid === null || digest === null || !(time instanceof GeneralizedTime)) return null
  return { digestOid, digest, at: time.toDate().toTemporalInstant(), nonce: optional.map(integerOf).find((each) => each !== null) ?? null }
}
