import { timingSafeEqual } from 'node:crypto'
import type { Seal } from '#kernel/secrets/seal.ts'
import type { Guardian } from '../model.ts'

/**
 * Where a personal channel puts the reader's own token into a notice's link. A channel that says the same to many at once
 * cannot; then the link leads to a page that knows nobody.
 */
const OWN_TOKEN = '{contact}'

export function messageLink(messageId: string): string {
  return `/schools/messages/${messageId}/${OWN_TOKEN}`
}

export function musterLink(callId: string): string {
  return `/muster/${callId}/${OWN_TOKEN}`
}

const ID_BYTES = 16
/** 96 bits of the fingerprint (NIST SP 800-107 section 5.1). */
const MAC_BYTES = 12

/**
 * Whose token stands in a link that a channel filled in: the contact's id is its first 16 bytes. The id itself is the
 * secret, 122 random bits (RFC 9562 section 5.4) that stand on no page; the fingerprint behind it belongs to the
 * capability `notices`, whose key this service does not have.
 */
export function contactInToken(token: string): string | undefined {
  const bytes = bytesOf(token)
  return bytes === undefined ? undefined : uuidOf(bytes.subarray(0, ID_BYTES))
}

/** Page on which somebody looks after their places on class lists. */
export function placesLink(seal: Seal, contactId: string): string {
  const own = Buffer.concat([Buffer.from(contactId.replaceAll('-', ''), 'hex'), fingerprint(seal, contactId)])
  return `/schools/mine/${own.toString('base64url')}`
}

/** Undefined for a token that was altered, cut off, or made elsewhere. */
export function readPlacesToken(seal: Seal, token: string): string | undefined {
  const bytes = bytesOf(token)
  if (bytes === undefined) return undefined
  const id = uuidOf(bytes.subarray(0, ID_BYTES))
  return timingSafeEqual(bytes.subarray(ID_BYTES), fingerprint(seal, id)) ? id : undefined
}

/** Several texts decode to the same bytes where bits are left over; only one of them is a link of ours. */
function bytesOf(token: string): Buffer | undefined {
  const bytes = Buffer.from(token, 'base64url')
  return bytes.length === ID_BYTES + MAC_BYTES && bytes.toString('base64url') === token ? bytes : undefined
}

function fingerprint(seal: Seal, contactId: string): Buffer {
  return seal.mac(`places of ${contactId}`).subarray(0, MAC_BYTES)
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Crockford's base 32: no I, L, O, U, so that nothing read off paper is two things. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Digits of the number and of the fingerprint: 20 bits (a million places) and 50 bits that nobody guesses at 120 tries a minute. */
const CODE = { number: 4, fingerprint: 10, longest: 18 } as const

/** The code on an invitation, e.g. `000V-7K2M-Q4ZD-8H`: its place's number and a keyed fingerprint; no table holds it. */
export function joinCode(seal: Seal, { id, number, codeRound }: Pick<Guardian, 'id' | 'number' | 'codeRound'>): string {
  const code = digitsOf(BigInt(number), CODE.number) + digitsOf(seal.mac(`join ${id} ${codeRound}`).readBigUInt64BE() >> 14n, CODE.fingerprint)
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** The number that a typed code names; undefined where it is no code. Small letters, gaps and look-alikes are forgiven. */
export function numberInCode(typed: string): number | undefined {
  const code = foldedCode(typed)
  if (code.length < CODE.number + CODE.fingerprint || code.length > CODE.longest || /[^0-9A-HJKMNP-TV-Z]/.test(code)) return undefined
  let number = 0
  for (const digit of code.slice(0, -CODE.fingerprint)) number = number * 32 + DIGITS.indexOf(digit)
  return number
}

/** Whether the typed code is this place's, and no older one. */
export function isCodeOf(seal: Seal, guardian: Pick<Guardian, 'id' | 'number' | 'codeRound'>, typed: string): boolean {
  const [own, given] = [foldedCode(joinCode(seal, guardian)), foldedCode(typed)]
  return own.length === given.length && timingSafeEqual(Buffer.from(own), Buffer.from(given))
}

function foldedCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s‐‑–—ー-]/gu, '').replaceAll('O', '0').replace(/[IL]/g, '1').slice(0, 40).replace(/[^\x21-\x7e]/g, '?')
}

function digitsOf(value: bigint, least: number): string {
  let text = ''
  for (let rest = value; rest > 0n; rest >>= 5n) text = DIGITS[Number(rest & 31n)] + text
  return text.padStart(least, '0')
}

/** What a guardian typed on the page of a code, on its way through their own mail box and back. */
export interface JoinRequest {
  readonly guardianId: string
  readonly codeRound: number
  readonly address: string
  readonly role: string
  readonly language: string
  /** ISO 8601; after it the letter's link is void. */
  readonly until: string
}

const JOIN_CONTEXT = 'join request'

/**
 * Double opt-in without a table: the address is kept nowhere until its owner has opened the letter. Without names of
 * fields the longest address (254 characters) still makes a link of less than 500.
 */
export function closeJoinRequest(seal: Seal, { guardianId, codeRound, address, role, language, until }: JoinRequest): string {
  const seconds = Math.floor(Temporal.Instant.from(until).epochMilliseconds / 1_000)
  return seal.close(JSON.stringify([guardianId.replaceAll('-', ''), codeRound, address, role, language, seconds]), JOIN_CONTEXT)
}

export function openJoinRequest(seal: Seal, token: string): JoinRequest | undefined {
  const text = seal.open(token, JOIN_CONTEXT)
  if (text === undefined) return undefined
  const [guardianId, codeRound, address, role, language, seconds] = JSON.parse(text) as [string, number, string, string, string, number]
  return { guardianId: uuidOf(Buffer.from(guardianId, 'hex')), codeRound, address, role, language, until: Temporal.Instant.fromEpochMilliseconds(seconds * 1_000).toString() }
}
