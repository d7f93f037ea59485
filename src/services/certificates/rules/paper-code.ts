import { randomInt } from 'node:crypto'

/** Without letters that are read as others (I, L, O, U): Crockford's base 32. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 80 bits: nobody guesses one, and a person can type it. */
export const CODE_LENGTH = 16

/** The number on a paper by which anyone verifies it. It is drawn and not computed, so it says nothing of the paper. */
export function drawCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** As it was typed or read from a QR code; null for what is none. */
export function readCode(text: string): string | null {
  const code = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return code.length === CODE_LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null
}

/** As it is printed: four groups of four. */
export function groupedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
