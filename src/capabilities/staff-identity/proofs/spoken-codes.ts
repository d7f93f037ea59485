import { randomInt } from 'node:crypto'

/** Crockford's base 32: no i, l, o or u, so that a code survives being read aloud and written by hand. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const GROUP = 5

/** Random groups of five signs, 25 bits each: `7m2kd-w90xh`. */
export function newSpokenCode(groups: number): string {
  return Array.from({ length: groups }, () =>
    Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-')
}

/** A code as it was meant: any width, case and grouping, with o for 0 and i or l for 1. */
export function normalSpokenCode(typed: string): string {
  const signs = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
  return signs.replace(/(.{5})(?=.)/g, '$1-')
}

/** Ten codes of 50 bits: NIST SP 800-63B-4, 3.1.2 asks for 20 bits where guesses are limited, as they are here. */
export const RECOVERY_CODES = 10
const RECOVERY_GROUPS = 2

export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => newSpokenCode(RECOVERY_GROUPS))
}

/** What is fingerprinted of a recovery code; the person is in it, so that a row cannot be moved to another. */
export function recoveryText(personId: string, code: string): string {
  return `recovery-code ${personId} ${normalSpokenCode(code)}`
}

/** 100 bits: nobody guesses it in the days for which it holds. */
const ONE_TIME_GROUPS = 4
export const ONE_TIME_DAYS = 7

/** A passphrase for the first sign-in, to be told to its owner and replaced by them. */
export function newOneTimePassphrase(): string {
  return newSpokenCode(ONE_TIME_GROUPS)
}
