import type { Level } from '../model.ts'

/** From this level on people in a zone are written to: 高齢者等避難に相当 (避難情報に関するガイドライン, 内閣府 2021-05). */
export const TOLD_FROM: Level = 3

export type Telling = 'raised' | 'lowered' | 'nothing'

/**
 * Whether people at a place are told of a change. Upwards from level 3 every step is told. Downwards once, when it falls
 * below; and nobody is told anything because data stopped coming.
 */
export function tellingOf(toldLevel: Level, level: Level | null): Telling {
  if (level === null || level === toldLevel) return 'nothing'
  if (level > toldLevel) return level >= TOLD_FROM ? 'raised' : 'nothing'
  return toldLevel >= TOLD_FROM && level < TOLD_FROM ? 'lowered' : 'nothing'
}

/** What is written down as told: between two levels that are both grave, falling is not told but counts from there on. */
export function toldAfter(toldLevel: Level, level: Level | null): Level {
  return level ?? toldLevel
}
