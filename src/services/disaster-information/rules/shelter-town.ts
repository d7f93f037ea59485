/**
 * The town of the city's list that an address lies in; null where it does not tell. Lists write one place in many ways:
 * `天神3` for 天神三丁目, `みずきヶ丘` for みずきが丘, with prefecture and city before it or without. What stands first counts,
 * and of two that begin there the longer one.
 */
export function townOf(address: string, towns: readonly string[]): string | null {
  // A number at the end is a 丁目 or a house; with the dash it is no beginning of a longer one.
  const folded = folds(address).replace(/\d$/, '$&-')
  const found = towns.flatMap((town) => (folded.includes(folds(town)) ? [{ town, at: folded.indexOf(folds(town)) }] : []))
  return found.toSorted((one, other) => one.at - other.at || other.town.length - one.town.length)[0]?.town ?? null
}

const DIGITS = '〇一二三四五六七八九'

/** NFKC, ヶ, ケ and が as one, and 三丁目 as `3-`, which is how lists write it. */
function folds(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[ヶケがガ]/g, 'ケ')
    .replace(/([一二三四五六七八九])丁目/g, (_, digit: string) => `${DIGITS.indexOf(digit)}-`)
    .replace(/(\d)丁目/g, '$1-')
}
