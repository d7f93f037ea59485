/**
 * The number under which the counter opens what somebody prepared at home: ten letters and digits that nobody takes for
 * one another, in two groups. 31^10 are too many to try; the register keeps only a keyed hash of it.
 */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXY'
const LENGTH = 10

/** From random bytes, of which more are given than are needed: those that would make some letters likelier are passed over. */
export function preparedNumberOf(random: Uint8Array): string {
  const fair = [...random].filter((byte) => byte < 256 - (256 % ALPHABET.length))
  if (fair.length < LENGTH) throw new RangeError('too few random bytes for a number')
  const letters = fair.slice(0, LENGTH).map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`
}

/** As it is compared: capitals without what people put between; null for what cannot be such a number. */
export function foldedNumber(typed: string): string | null {
  const folded = typed.normalize('NFKC').toUpperCase().replace(/[\s\-ー－]/g, '')
  return folded.length === LENGTH && [...folded].every((letter) => ALPHABET.includes(letter)) ? folded : null
}
