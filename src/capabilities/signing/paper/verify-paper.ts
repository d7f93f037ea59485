import type { X509Certificate } from 'node:crypto'
import { standingOf, validityOf, type Trust } from '../authority/trust.ts'
import { OIDS } from '../cms/object-identifiers.ts'
import { readMessage } from '../cms/read-message.ts'
import type { PdfVerification, SignatureReason } from '../model.ts'
import { checkToken } from '../time-stamps/check-token.ts'

/**
 * Looks at the last signature of a paper. It counts only when it covers the whole file but its own place: what was
 * appended later, or hidden beside it, makes the paper another one (the “shadow” and “incremental saving” attacks).
 */
export function verifyPaper(bytes: Buffer, trust: Trust, now: Temporal.Instant): PdfVerification {
  if (!bytes.subarray(0, HEAD_BYTES).includes('%PDF-')) return unproven('not-a-pdf')
  const found = signatureIn(bytes)
  if (typeof found === 'string') return unproven(found)
  const reading = readMessage(found.message, OIDS.data, [found.before, found.after])
  if (!reading.ok) return unproven(reading.reason)
  const { signer, others, value, timeStampToken } = reading.message
  const stamp = timeStampToken === null ? null : checkToken(timeStampToken, value, trust)
  const reasons: SignatureReason[] = []
  if (stamp === null) reasons.push('no-time-stamp')
  else if (!stamp.ok) reasons.push(stamp.reason)
  const signedAt = stamp?.ok === true ? stamp.at : null
  // Without a stamp that holds nobody knows when it was signed; the certificate must then be good now.
  const standing = standingOf(signer, others, trust, signedAt ?? now)
  if (standing !== 'good') reasons.push(standing)
  return {
    isGenuine: reasons.every((reason) => reason === 'no-time-stamp'),
    reasons, signedAt, level: timeStampToken === null ? 'B-B' : 'B-T',
    signer: { name: commonNameOf(signer), serialNumber: signer.serialNumber, validTo: validityOf(signer).to },
  }
}

const HEAD_BYTES = 1_024

interface FoundSignature {
  readonly before: Buffer
  readonly after: Buffer
  readonly message: Buffer
}

/** The last /ByteRange in the file, in whatever object it stands, and what lies in its gap. */
function signatureIn(bytes: Buffer): FoundSignature | SignatureReason {
  const at = bytes.lastIndexOf('/ByteRange')
  if (at < 0) return 'no-signature'
  const range = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(bytes.toString('latin1', at, at + LONGEST_RANGE))
  if (range === null) return 'signature-broken'
  const [start, placeAt, placeEnd, length] = range.slice(1).map(Number) as [number, number, number, number]
  if (start !== 0 || placeAt >= placeEnd || placeEnd + length > bytes.length) return 'not-whole'
  if (placeEnd + length < bytes.length) return 'changed-after-signing'
  const digits = /^<([0-9A-Fa-f\s]*)>$/.exec(bytes.toString('latin1', placeAt, placeEnd))?.[1]
  if (digits === undefined) return 'not-whole'
  return { before: bytes.subarray(0, placeAt), after: bytes.subarray(placeEnd), message: messageIn(Buffer.from(digits.replace(/\s/g, ''), 'hex')) }
}

const LONGEST_RANGE = 100

/** The place is larger than the message: what follows its end is filling. */
function messageIn(place: Buffer): Buffer {
  const first = place[1] ?? 0
  if (first < 0x80) return place.subarray(0, 2 + first)
  const octets = first & 0x7f
  if (octets === 0 || octets > 4 || place.length < 2 + octets) return place
  return place.subarray(0, 2 + octets + place.readUIntBE(2, octets))
}

function unproven(reason: SignatureReason): PdfVerification {
  return { isGenuine: false, reasons: [reason], signer: null, signedAt: null, level: null }
}

function commonNameOf({ subject }: X509Certificate): string {
  return /^CN=(.*)$/m.exec(subject)?.[1] ?? subject
}
