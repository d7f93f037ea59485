import { COMMON_ORDERS, COMMON_WORDS } from './common-words.ts'

/**
 * What a passphrase must be: long, and not among the first that anybody would guess. No rules about digits or signs
 * and no expiry: NIST SP 800-63B-4, 3.1.1.2 forbids both, because people answer them with `Password1!`, `Password2!`.
 */
export const PASSPHRASE_POLICY = { since: '2026-04-01', minCharacters: 12, maxCharacters: 128 } as const

export type PassphraseProblem = 'too-short' | 'too-long' | 'monotonous' | 'common' | 'too-near'

/** What an attacker would try first for this person in this city. */
export interface PassphraseContext {
  readonly login: string
  /** Names of the city, in any script. */
  readonly cityNames: readonly string[]
}

const PROGRAM = 'tsunagu'
/** Shorter parts of a login stand in too many honest words. */
const SHORTEST_LOGIN_PART = 4
const SHORTEST_CITY_NAME = 2
/** Digits and signs around a common word that do not make it rare. */
const MOST_TRIMMINGS = 8
const FEWEST_DIFFERENT_CHARACTERS = 5

/** The form that is checked and hashed: NFKC, so that full-width letters of a Japanese keyboard are letters too. */
export function normalPassphrase(typed: string): string {
  return typed.normalize('NFKC')
}

/** What speaks against a passphrase, or null. `passphrase` is in its normal form. */
export function problemWith(passphrase: string, context: PassphraseContext): PassphraseProblem | null {
  const length = [...passphrase].length
  if (length < PASSPHRASE_POLICY.minCharacters) return 'too-short'
  if (length > PASSPHRASE_POLICY.maxCharacters) return 'too-long'
  const bare = passphrase.toLowerCase().replace(/[\s._-]/gu, '')
  if (isMonotonous(bare)) return 'monotonous'
  if (isCommon(bare)) return 'common'
  return wordsNear(context).some((word) => bare.includes(word)) ? 'too-near' : null
}

/** Few characters, a short pattern over and over, or a row of the keyboard. */
function isMonotonous(bare: string): boolean {
  const characters = [...bare]
  if (new Set(characters).size < FEWEST_DIFFERENT_CHARACTERS) return true
  if (COMMON_ORDERS.some((order) => isRunOf(order, bare))) return true
  return repeatedUnitOf(bare) !== null
}

function isRunOf(order: string, bare: string): boolean {
  const endless = order.repeat(Math.ceil(bare.length / order.length) + 1)
  return endless.includes(bare) || [...endless].reverse().join('').includes(bare)
}

/** The part that, said three times or more, is the whole text; or a common word said twice. */
function repeatedUnitOf(bare: string): string | null {
  for (let length = 1; length <= bare.length / 2; length++) {
    const unit = bare.slice(0, length)
    if (unit.repeat(bare.length / length) !== bare) continue
    if (bare.length / length >= 3 || isCommon(unit)) return unit
  }
  return null
}

function isCommon(bare: string): boolean {
  const core = bare.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const plain = withoutDisguise(core)
  const isTrimmedOnly = bare.length - core.length <= MOST_TRIMMINGS
  return (
    isTrimmedOnly &&
    (COMMON_WORDS.has(core) || COMMON_WORDS.has(plain) || COMMON_WORDS.has(plain.replace(/[^\p{L}]/gu, '')))
  )
}

/** Signs that stand for letters: p4ssw0rd. */
function withoutDisguise(text: string): string {
  return text.replace(/[013457@$!]/g, (sign) => DISGUISES[sign] ?? sign)
}

const DISGUISES: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'l',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

function wordsNear({ login, cityNames }: PassphraseContext): string[] {
  const parts = login.split(/[._-]/).filter((part) => part.length >= SHORTEST_LOGIN_PART)
  const names = cityNames
    .map((name) => name.normalize('NFKC').toLowerCase())
    .filter((name) => name.length >= SHORTEST_CITY_NAME)
  return [login.replace(/[._-]/g, ''), ...parts, ...names, PROGRAM]
}
