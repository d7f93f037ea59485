import type { FoundGroup, Hit } from '../model.ts'

export interface RankingWish {
  /** How many kinds there are; each is known by its number. */
  readonly kinds: number
  /** How many hits of each kind are kept. */
  readonly best: number
  /** Only this kind; null for all. */
  readonly wanted: number | null
}

/**
 * Counts hits by kind and keeps the best of each. Both arrays are open to the loop that finds the hits: a call for each of
 * a hundred thousand hits, with a score that no longer fits a register, would take longer than finding them.
 */
export class Ranking {
  /** Hits, by the number of the kind. */
  readonly counts: Uint32Array
  /** What the score of a hit must exceed to be offered, by the number of the kind; scores are above 0. */
  readonly least: Float64Array
  private readonly best: number
  private readonly wanted: number | null
  private readonly hits: Hit[][]

  constructor({ kinds, best, wanted }: RankingWish) {
    this.counts = new Uint32Array(kinds)
    this.least = new Float64Array(kinds)
    this.best = best
    this.wanted = wanted
    this.hits = Array.from({ length: kinds }, () => [])
    if (wanted !== null) this.least.fill(Infinity).fill(0, wanted, wanted + 1)
  }

  /** Takes in a hit that exceeds `least`; among equals the first stays before the later ones. */
  offer(kind: number, id: number, score: number): void {
    const hits = this.hits[kind] as Hit[]
    let place = hits.length
    while (place > 0 && (hits[place - 1] as Hit).score < score) place--
    hits.splice(place, 0, { id, score })
    if (hits.length > this.best) hits.pop()
    if (hits.length === this.best) this.least[kind] = (hits.at(-1) as Hit).score
  }

  /** The kind with the best hit first. */
  groupsBy(nameOf: (kind: number) => string): FoundGroup[] {
    return this.hits
      .flatMap((best, kind) => {
        const count = this.counts[kind] as number
        return count === 0 || (this.wanted !== null && kind !== this.wanted) ? [] : { kind: nameOf(kind), count, best }
      })
      .toSorted((a, b) => (b.best[0]?.score ?? 0) - (a.best[0]?.score ?? 0))
  }
}
