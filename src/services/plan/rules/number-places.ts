import { branchKeyOf, entryKey } from './entry.ts'
import type { PrintedNumber } from './numbers.ts'
import type { AlignedRow } from './rows.ts'

/** Where a number puts a row: `①(3)-8` is vision 1, direction 3, item 8. */
export interface Place {
  readonly vision: number
  readonly direction: number
  readonly item: number
}

/** The place that each readable number names; a number without vision counts under the heading above it. */
export function placesGiven(
  rows: readonly AlignedRow[],
  printed: readonly (PrintedNumber | null)[],
): readonly (Place | null)[] {
  let vision = 1
  return rows.map((row, index) => {
    const number = printed[index]
    if (!number) return null
    vision = number.vision ?? row.raw.vision ?? vision
    return { vision, direction: number.direction, item: number.item }
  })
}

/** Of several rows that bear one number, the one whose neighbours fit: 1 [3] 3 4 leaves it to the second. */
export function holdersOf(given: readonly (Place | null)[]): ReadonlyMap<string, number> {
  const holders = new Map<string, { readonly index: number; readonly fit: number }>()
  for (const [index, place] of given.entries()) {
    if (!place) continue
    const isNeighbour = (other: Place | null | undefined, step: number): boolean =>
      other?.vision === place.vision && other.direction === place.direction && other.item === place.item + step
    const fit = Number(isNeighbour(given[index - 1], -1)) + Number(isNeighbour(given[index + 1], 1))
    const known = holders.get(entryKey(place))
    if (!known || fit > known.fit) holders.set(entryKey(place), { index, fit })
  }
  return new Map([...holders].map(([key, { index }]) => [key, index]))
}

/** Numbers in use; finding the next free one of a branch takes no search. */
export class TakenNumbers {
  readonly #keys = new Set<string>()
  readonly #last = new Map<string, number>()

  constructor(given: readonly (Place | null)[]) {
    for (const place of given) if (place) this.#add(place)
  }

  /** The number that the neighbours suggest if it is free, else the next of the branch that the row itself names. */
  take(guessed: Place, printed: Place | null, before: Place | null): Place {
    const own = printed ?? guessed
    const beside = before && branchKeyOf(before) === branchKeyOf(own) ? { ...own, item: before.item + 1 } : null
    const candidates = [guessed, beside, { ...own, item: (this.#last.get(branchKeyOf(own)) ?? 0) + 1 }]
    const free = candidates.find((place) => place && !this.#keys.has(entryKey(place))) as Place
    this.#add(free)
    return free
  }

  #add(place: Place): void {
    this.#keys.add(entryKey(place))
    const branch = branchKeyOf(place)
    this.#last.set(branch, Math.max(place.item, this.#last.get(branch) ?? 0))
  }
}
