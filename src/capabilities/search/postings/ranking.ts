import type { FoundGroup, Hit } from '../model.ts'

interface KindRanking {
  count: number
  /** Score of the last of the best, once they are complete. */
  least: number
  readonly hits: Hit[]
}

/** Counts hits by kind and keeps the best of each. */
export class Ranking {
  private readonly best: number
  /** By the number of the kind. */
  private readonly groups: (KindRanking | undefined)[] = []

  constructor(best: number) {
    this.best = best
  }

  offer(kind: number, id: number, score: number): void {
    const group = (this.groups[kind] ??= { count: 0, least: -1, hits: [] })
    group.count++
    if (group.hits.length >= this.best && score <= group.least) return
    let place = group.hits.length
    while (place > 0 && (group.hits[place - 1] as Hit).score < score) place--
    group.hits.splice(place, 0, { id, score })
    if (group.hits.length > this.best) group.hits.pop()
    if (group.hits.length === this.best) group.least = (group.hits.at(-1) as Hit).score
  }

  /** The kind with the best hit first. */
  groupsBy(nameOf: (kind: number) => string): FoundGroup[] {
    return this.groups
      .flatMap((group, kind) => (group === undefined ? [] : { kind: nameOf(kind), count: group.count, best: group.hits }))
      .toSorted((a, b) => (b.best[0]?.score ?? 0) - (a.best[0]?.score ?? 0))
  }
}
