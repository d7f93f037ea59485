import { timingSafeEqual } from 'node:crypto'
import type { Seal } from '#kernel/secrets/seal.ts'
import { bytesOfUuid, uuidOfBytes } from '#kernel/values/uuid.ts'

/** Letters and digits without those that are mistaken for others, in one case: mail servers may change it on the way. */
const DIGITS = 'abcdefghijkmnpqrstuvwxyz23456789'
const ID_BYTES = 16
/** Enough of a notice's id to find it, so that the whole fits into the 64 characters of a local part (RFC 5321 section 4.5.3.1.1). */
const NOTICE_BYTES = 6
const MAC_BYTES = 8

/** What comes back to the city's mail system of itself: a report that a message was not delivered, or a wish to leave. */
export type Returned =
  | { readonly kind: 'bounce'; readonly contactId: string; /** The first 12 hexadecimal digits of the notice's id. */ readonly noticePrefix: string }
  | { readonly kind: 'leave'; readonly contactId: string }

/**
 * The local part under which a message's failure comes back (VERP): whose it is can be read off it, and nobody else can
 * make one, so that a forged report stops no address.
 */
export function bounceLocalPart(seal: Seal, noticeId: string, contactId: string): string {
  return `b-${sealed(seal, 'bounce', Buffer.concat([bytesOfUuid(contactId), bytesOfUuid(noticeId).subarray(0, NOTICE_BYTES)]))}`
}

/** The local part to which a mail program writes when its reader wants no more (RFC 2369 section 3.2). */
export function leaveLocalPart(seal: Seal, contactId: string): string {
  return `leave-${sealed(seal, 'leave', bytesOfUuid(contactId))}`
}

/** What a local part of ours means; undefined for one that was not made here. */
export function readLocalPart(seal: Seal, localPart: string): Returned | undefined {
  const [, prefix, coded = ''] = /^(b|leave)-([a-z0-9]+)$/.exec(localPart.toLowerCase()) ?? []
  if (prefix === 'leave') {
    const id = opened(seal, 'leave', coded, ID_BYTES)
    return id === undefined ? undefined : { kind: 'leave', contactId: uuidOfBytes(id) }
  }
  const bytes = opened(seal, 'bounce', coded, ID_BYTES + NOTICE_BYTES)
  if (bytes === undefined) return undefined
  return { kind: 'bounce', contactId: uuidOfBytes(bytes.subarray(0, ID_BYTES)), noticePrefix: bytes.subarray(ID_BYTES).toString('hex') }
}

function sealed(seal: Seal, kind: Returned['kind'], bytes: Buffer): string {
  return encode(Buffer.concat([bytes, macOf(seal, kind, bytes)]))
}

function opened(seal: Seal, kind: Returned['kind'], coded: string, length: number): Buffer | undefined {
  const bytes = decode(coded)
  if (bytes === undefined || bytes.length !== length + MAC_BYTES || encode(bytes) !== coded) return undefined
  const content = bytes.subarray(0, length)
  return timingSafeEqual(bytes.subarray(length), macOf(seal, kind, content)) ? content : undefined
}

function macOf(seal: Seal, kind: Returned['kind'], bytes: Buffer): Buffer {
  return seal.mac(`${kind} ${bytes.toString('hex')}`).subarray(0, MAC_BYTES)
}

function encode(bytes: Buffer): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += DIGITS[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + DIGITS[(held << (5 - bits)) & 31]
}

function decode(text: string): Buffer | undefined {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const digit of text) {
    const value = DIGITS.indexOf(digit)
    if (value < 0) return undefined
    held = (held << 5) | value
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
    held &= (1 << bits) - 1
  }
  return Buffer.from(bytes)
}
