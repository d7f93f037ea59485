import { randomInt } from 'node:crypto'

/** No letters that are taken for each other when read out over the telephone (I and 1, O and 0, U and V). */
const LETTERS = 'ABCDEFGHJKLMNPQRSTWXYZ23456789'
const GROUPS = 3
const GROUP_LETTERS = 4

/** Twelve letters in three groups, some 58 bits: with ten tries a day nobody finds one in its seven days. */
export function newProxyCode(): string {
  const letters = Array.from({ length: GROUPS * GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)])
  return Array.from({ length: GROUPS }, (_, group) => letters.slice(group * GROUP_LETTERS, (group + 1) * GROUP_LETTERS).join('')).join('-')
}

/** As it is looked up, however it was typed; null for what cannot be one. */
export function normalProxyCode(typed: string): string | null {
  const letters = typed.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/g, '')
  return letters.length === GROUPS * GROUP_LETTERS && [...letters].every((letter) => LETTERS.includes(letter)) ? letters : null
}
