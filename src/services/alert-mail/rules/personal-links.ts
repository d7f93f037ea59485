import { timingSafeEqual } from 'node:crypto'
import { OWN_TOKEN } from '#capabilities/notices/model.ts'
import { openSealedId, sealId, unprovenIdIn } from '#kernel/secrets/sealed-id.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import { uuidOfBytes } from '#kernel/values/uuid.ts'
import type { Guardian } from '../model.ts'

export function messageLink(messageId: string): string {
  return `/schools/messages/${messageId}/${OWN_TOKEN}`
}

export function musterLink(callId: string): string {
  return `/muster/${callId}/${OWN_TOKEN}`
}

/**
 * Whose token stands in a link that a channel filled in: the contact's id is its first 16 bytes. The id itself is the
 * secret, 122 random bits (RFC 9562 section 5.4) that stand on no page; the fingerprint behind it belongs to the
 * capability `notices`, whose key this service does not have.
 */
export function contactInToken(token: string): string | undefined {
  return unprovenIdIn(token)
}

/** Page on which somebody looks after their places on class lists. */
export function placesLink(seal: Seal, contactId: string): string {
  return `/schools/mine/${sealId(seal, PLACES, contactId)}`
}

export function readPlacesToken(seal: Seal, token: string): string | undefined {
  return openSealedId(seal, PLACES, token)
}

const PLACES = 'places of'

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
  return { guardianId: uuidOfBytes(Buffer.from(guardianId, 'hex')), codeRound, address, role, language, until: Temporal.Instant.fromEpochMilliseconds(seconds * 1_000).toString() }
}
