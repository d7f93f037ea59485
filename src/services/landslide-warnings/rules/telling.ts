import type { Level } from '../model.ts'

/** From this level on people in a zone are written to: 高齢者等避難に相当 (避難情報に関するガイドライン, 内閣府 2021-05). */
export const TOLD_FROM: Level = 3

/** What was told holds for so long; then its notice has run out, and what is still grave is told anew. */
export const TOLD_FOR_HOURS = 12

/** `eased`: it fell and is still grave. `lowered`: it fell below what is told of. Neither says that anybody may go back. */
export type Telling = 'raised' | 'eased' | 'lowered' | 'nothing'

/**
 * Whether people at a place are told of a change. From level 3 on every step is told, up and down, and then once that it
 * fell below. Nobody is told of a fall that is not sure: data that stops coming is no news, and least of all good news.
 */
export function tellingOf(toldLevel: Level, level: Level | null, isSure: boolean): Telling {
  if (level === null || level === toldLevel) return 'nothing'
  if (level > toldLevel) return level >= TOLD_FROM ? 'raised' : 'nothing'
  if (!isSure || toldLevel < TOLD_FROM) return 'nothing'
  return level >= TOLD_FROM ? 'eased' : 'lowered'
}

/** What counts as told from there on: a fall that is not sure leaves everything as it was. */
export function toldAfter(toldLevel: Level, level: Level | null, isSure: boolean): Level {
  return level === null || (level < toldLevel && !isSure) ? toldLevel : level
}
