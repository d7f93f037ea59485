import { foldForComparison } from '#kernel/values/text-forms.ts'
import type { WasteClass, Wording } from '../model.ts'
import { foldSearch } from './search-keys.ts'
import { slipsBetween } from './slips.ts'

/** Keys by everything they are called: the key itself and the name in each language. */
export function keysByWord<Known extends { readonly key: string }>(
  all: readonly Known[],
  wordingOf: (known: Known) => Wording,
): ReadonlyMap<string, string> {
  const words = all.flatMap((each) =>
    [each.key, ...Object.values(wordingOf(each))].map((word) => [wordFold(word), each.key] as const),
  )
  return new Map(words)
}

export function wordFold(word: string): string {
  return foldForComparison(word).toLowerCase()
}

/** The class that was most likely meant: the same but for signs, or with one slip. Only proposed, never taken. */
export function nearestClass(word: string, classes: readonly WasteClass[]): string | null {
  const folded = foldSearch(word)
  const most = folded.length > 2 ? 1 : 0
  const near = classes.filter(({ name }) => slipsBetween(folded, foldSearch(name.ja), most) <= most)
  const exact = near.find(({ name }) => foldSearch(name.ja) === folded)
  if (exact) return exact.name.ja
  return near.length === 1 ? (near[0]?.name.ja ?? null) : null
}
