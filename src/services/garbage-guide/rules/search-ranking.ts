import type { Item } from '../model.ts'
import { KEY_KINDS, type KeyKind, type SearchKeys } from './search-keys.ts'

/** By what a thing was found; `similar` is a guess at what was meant. */
export type MatchKind = KeyKind | 'similar'

export interface ItemHit {
  readonly item: Item
  readonly matched: MatchKind
  /** 1,000 for what was typed letter by letter, down to 1; only for comparing the hits of one search. */
  readonly score: number
}

/**
 * The scale of the scores. Where two numbers stand, the second is added in the measure in which what was typed covers
 * the word found. Who typed a long vowel meant it, so what is only found without comes later. One slip in a whole word
 * comes before a long word that merely holds what was typed: ガットテープ is ガムテープ before it is anything else.
 */
export const SCORES = {
  exact: 1_000,
  beginning: [700, 200],
  oneSlip: 745,
  holding: [500, 200],
  allWords: 480,
  withinTyped: [350, 100],
  oneSlipInTwo: 460,
  slipWithin: [240, 50],
  perSlip: 10,
  alike: [50, 150],
  lossOfLongVowels: 120,
  // Of equal scores a name wins before a reading, an alias, another language; of guesses also when it is a bit shorter.
  lossOfKind: 0.1,
  lossOfGuessedKind: 2,
  lossOfBrackets: 0.5,
} as const

const LEAST_SCORE = 1

/** The best score of each item, and by which of its words. */
export class Ranking {
  readonly #keys: SearchKeys
  readonly #best = new Map<number, { readonly score: number; readonly matched: MatchKind }>()

  constructor(keys: SearchKeys) {
    this.#keys = keys
  }

  get size(): number {
    return this.#best.size
  }

  get bestScore(): number {
    let best = 0
    for (const { score } of this.#best.values()) best = Math.max(best, score)
    return best
  }

  add(place: number, score: number, isGuess = false): void {
    const key = this.#keys.keys[place]
    if (!key) return
    const perKind = isGuess ? SCORES.lossOfGuessedKind : SCORES.lossOfKind
    const lost = KEY_KINDS.indexOf(key.kind) * perKind + (key.isWhole ? 0 : SCORES.lossOfBrackets)
    const exact = Math.max(LEAST_SCORE, score - lost)
    const before = this.#best.get(key.item)
    if (before && before.score >= exact) return
    this.#best.set(key.item, { score: exact, matched: isGuess ? 'similar' : key.kind })
  }

  best(limit: number): readonly ItemHit[] {
    // Items stand in the order of their readings, so their place decides between equal scores.
    const order = [...this.#best].sort(([one, { score }], [other, to]) => to.score - score || one - other)
    return order.slice(0, limit).flatMap(([place, hit]) => {
      const item = this.#keys.items[place]
      return item ? [{ item, ...hit }] : []
    })
  }
}

/** A score of two numbers for a share of 0 to 1. */
export function scaled([base, span]: readonly [number, number], share: number): number {
  return base + span * Math.min(1, share)
}
