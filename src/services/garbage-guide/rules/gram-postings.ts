/** Steps that one search may take through the postings; what is left then is not looked at. */
export class StepLimit {
  readonly most: number
  taken = 0

  constructor(most: number) {
    this.most = most
  }

  /** Takes steps if they are left, all or none. */
  allows(steps: number): boolean {
    if (this.taken + steps > this.most) return false
    this.taken += steps
    return true
  }
}

export interface Shared {
  readonly place: number
  readonly pairs: number
}

export interface GramPostings {
  /** The texts that hold `part`, as places in the order given. `part` has one character or more. */
  holding(part: string, limit: StepLimit): readonly number[]
  /** The texts that share `least` different pairs of characters or more with `text`; the rarest are looked at first. */
  sharing(text: string, least: number, limit: StepLimit): readonly Shared[]
  /** How many different pairs `text` has, one at each end included. */
  pairsIn(text: string): number
}

/** Stand before the first and after the last character, so that a slip within a short word leaves two pairs whole. */
const BEGIN = '\u0001'
const END = '\u0002'

/** An index of texts by their characters and by their pairs of neighbouring characters (UTF-16 units). */
export function gramPostings(texts: readonly string[]): GramPostings {
  const ones = new Map<string, number[]>()
  const pairs = new Map<string, number[]>()
  for (const [place, text] of texts.entries()) {
    for (const gram of new Set(text.split(''))) append(ones, gram, place)
    for (const gram of gramsOf(BEGIN + text + END)) append(pairs, gram, place)
  }
  // One for all searches, which never run at the same time; a map for each costs more than the search itself.
  const counts = new Uint16Array(texts.length)
  const listsOf = (grams: Iterable<string>, from: ReadonlyMap<string, readonly number[]>) =>
    [...grams].map((gram) => from.get(gram) ?? NONE).sort((one, other) => one.length - other.length)
  return {
    holding(part, limit) {
      const [rarest = NONE] = listsOf(part.length === 1 ? [part] : gramsOf(part), part.length === 1 ? ones : pairs)
      return limit.allows(rarest.length) ? rarest.filter((place) => texts[place]?.includes(part)) : NONE
    },
    sharing(text, least, limit) {
      const touched: number[] = []
      for (const list of listsOf(gramsOf(BEGIN + text + END), pairs)) {
        if (!limit.allows(list.length)) break
        for (const place of list) {
          const before = counts[place] as number
          counts[place] = before + 1
          // Each text is noted once, when it reaches what is asked for.
          if (before + 1 === least) touched.push(place)
        }
      }
      const shared = touched.map((place) => ({ place, pairs: counts[place] as number }))
      counts.fill(0)
      return shared
    },
    pairsIn: (text) => gramsOf(BEGIN + text + END).size,
  }
}

const NONE: readonly number[] = []

function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (let index = 0; index + 1 < text.length; index++) grams.add(text.slice(index, index + 2))
  return grams
}

function append(postings: Map<string, number[]>, gram: string, place: number): void {
  const list = postings.get(gram)
  if (list) list.push(place)
  else postings.set(gram, [place])
}
