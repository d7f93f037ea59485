/** Parts the lines of a document and the documents; it stands in no folded word. */
export const LINE_FEED = 10

/** Two neighbouring UTF-16 code units as one number. */
export function bigram(first: number, second: number): number {
  return ((first << 16) | second) >>> 0
}

export interface PairArrays {
  /** All documents behind each other as UTF-16: titles and readings in lines, then the text. */
  readonly corpus: Uint16Array
  /** The pairs of characters that occur, ascending. */
  readonly keys: Uint32Array
  /** Where the positions of each pair begin in `positions`; one more than there are pairs. */
  readonly offsets: Uint32Array
  readonly positions: Uint32Array
}

interface PairOfWord {
  readonly shift: number
  readonly positions: Uint32Array
}

/** A jump into the text costs as much as so many steps along a list: it is hardly ever in the processor's cache. */
const STEPS_BY_JUMP = 24

const NOWHERE = new Uint32Array(0)

/** Where every pair of characters stands, and so where every word does. */
export class PairPositions {
  private readonly arrays: PairArrays
  private scratch = NOWHERE

  constructor(arrays: PairArrays) {
    this.arrays = arrays
  }

  /** Where a word begins, ascending. Good until the next word is looked for. */
  placesOf(word: string): Uint32Array {
    const [rarest, ...others] = this.pairsOf(word)
    if (rarest === undefined) return NOWHERE
    if (word.length === 2) return rarest.positions
    if (this.scratch.length < rarest.positions.length) this.scratch = new Uint32Array(rarest.positions.length)
    const places = this.scratch
    let count = beginnings(rarest, places)
    const isProven = new Uint8Array(word.length).fill(1, rarest.shift, rarest.shift + 2)
    for (const { shift, positions } of others) {
      if (isProven[shift] === 1 && isProven[shift + 1] === 1) continue
      if (positions.length > count * STEPS_BY_JUMP) break
      count = keepWhere(places.subarray(0, count), positions, shift)
      isProven.fill(1, shift, shift + 2)
    }
    return places.subarray(0, this.keepSpelled(places.subarray(0, count), word, isProven))
  }

  /** Compares what no pair has proven in the text itself; returns how many places are left. */
  private keepSpelled(places: Uint32Array, word: string, isProven: Uint8Array): number {
    const open = [...isProven.keys()].filter((index) => isProven[index] === 0)
    if (open.length === 0) return places.length
    const { corpus } = this.arrays
    const codes = open.map((index) => word.charCodeAt(index))
    let kept = 0
    for (let index = 0; index < places.length; index++) {
      const place = places[index] as number
      let compared = 0
      while (compared < open.length && corpus[place + (open[compared] as number)] === codes[compared]) compared++
      if (compared === open.length) places[kept++] = place
    }
    return kept
  }

  /** A single character is the first of many pairs, whose positions lie behind each other; not ascending. */
  placesOfCharacter(code: number): Uint32Array {
    const { keys, offsets, positions } = this.arrays
    return positions.subarray(offsets[placeIn(keys, bigram(code, 0))], offsets[placeIn(keys, bigram(code, 0xffff) + 1)])
  }

  /** The word's pairs with their positions, the rarest first; none when one of them occurs nowhere. */
  private pairsOf(word: string): readonly PairOfWord[] {
    const { keys, offsets, positions } = this.arrays
    const pairs: PairOfWord[] = []
    for (let shift = 0; shift < word.length - 1; shift++) {
      const key = bigram(word.charCodeAt(shift), word.charCodeAt(shift + 1))
      const rank = placeIn(keys, key)
      if (keys[rank] !== key) return []
      pairs.push({ shift, positions: positions.subarray(offsets[rank], offsets[rank + 1]) })
    }
    return pairs.sort((a, b) => a.positions.length - b.positions.length)
  }
}

/** Keeps the places that a pair stands behind, in both ascending lists at once; returns how many are left. */
function keepWhere(places: Uint32Array, positions: Uint32Array, shift: number): number {
  const [ours, theirs] = [places.length, positions.length]
  let kept = 0
  let next = 0
  for (let index = 0; index < ours; index++) {
    const place = places[index] as number
    const wanted = place + shift
    while (next < theirs && (positions[next] as number) < wanted) next++
    if (next === theirs) break
    if (positions[next] === wanted) places[kept++] = place
  }
  return kept
}

/** Where a word begins if this pair of it is where it is; returns how many there are. */
function beginnings({ shift, positions }: PairOfWord, places: Uint32Array): number {
  const { length } = positions
  let count = 0
  for (let index = 0; index < length; index++) {
    const position = positions[index] as number
    if (position > shift) places[count++] = position - shift
  }
  return count
}

/** Place of the first number that is not smaller. */
export function placeIn(ascending: Uint32Array | Float64Array, number: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] as number) < number) low = middle + 1
    else high = middle
  }
  return low
}
