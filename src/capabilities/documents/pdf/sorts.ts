import type { TypeCase } from './typefaces.ts'
import type { Typeface } from './press-words.ts'

/** The texts of an order as they can be printed, and what the main font of its typeface does not draw. */
export interface SortedTexts {
  readonly inputs: Readonly<Record<string, string>>
  /** Sorts that no font draws: each is a character, or a character with its variation selector. */
  readonly missing: readonly string[]
  /** By sort: the family that draws it where the main one does not. */
  readonly families: Readonly<Record<string, string>>
  /** Matches every sort that `families` holds, and the longer ones that begin with one of them; empty for none. */
  readonly pattern: string
}

/** ASCII is in every font. The selectors are U+FE00–FE0F and, for ideographs, U+E0100–E01EF (Unicode 17, section 23.4). */
const SORTS = /[^\x20-\x7e][\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]?/gu
const GETA = '〓'

export function sortTexts(inputs: Readonly<Record<string, string>>, typeface: Typeface, typeCase: TypeCase): SortedTexts {
  const main = typeCase.familyOf(typeface)
  const families = new Map<string, string | null>()
  const printable: Record<string, string> = {}
  for (const [name, text] of Object.entries(inputs)) {
    printable[name] = text.replace(SORTS, (sort) => {
      if (isInvisible(sort)) return sort
      if (!families.has(sort)) families.set(sort, typeCase.familyFor(sort, typeface))
      return families.get(sort) === null ? GETA : sort
    })
  }
  const missing = [...families].flatMap(([sort, family]) => (family === null ? [sort] : []))
  const elsewhere = [...families].filter((one): one is [string, string] => one[1] !== null && one[1] !== main)
  return { inputs: printable, missing, ...settingOf(elsewhere, families) }
}

/**
 * A character that stands elsewhere must not match the first half of a sequence that the main font draws: so the
 * sequences that begin with it are in the pattern too, before it, each with its own family.
 */
function settingOf(elsewhere: readonly (readonly [string, string])[], families: ReadonlyMap<string, string | null>): Pick<SortedTexts, 'families' | 'pattern'> {
  const longer = [...families].filter(([sort, family]) => family !== null && elsewhere.some(([other]) => sort !== other && sort.startsWith(other)))
  const all = new Map([...elsewhere, ...longer] as [string, string][])
  const sorts = [...all.keys()].toSorted((one, other) => other.length - one.length)
  return { families: Object.fromEntries(all), pattern: sorts.join('|') }
}

/** Characters that leave no mark of their own, so no font needs to hold them: line ends, joiners, lone selectors. */
function isInvisible(sort: string): boolean {
  return sort === '\n' || /^\p{Default_Ignorable_Code_Point}+$/u.test(sort)
}
