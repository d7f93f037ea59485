/**
 * The town of the city's list that an address lies in; null where it does not tell. Lists write one place in many ways:
 * `天神3` for 天神三丁目, `みずきヶ丘` for みずきが丘, with prefecture and city before it or without. What stands first counts,
 * and of two that begin there the longer one.
 */
export function townOf(address: string, towns: readonly string[]): string | null {
  const folded = folds(address)
  const found = towns.flatMap((town) => {
    const at = folded.indexOf(folds(town))
    return at < 0 || isCutShort(folded.slice(at), folds(town)) ? [] : [{ town, at }]
  })
  return found.toSorted((one, other) => one.at - other.at || other.town.length - one.town.length)[0]?.town ?? null
}

const DIGITS = '〇一二三四五六七八九'

/** NFKC, ヶ, ケ and が as one, and 三丁目 as the digit that lists write for it. */
function folds(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[ヶケがガ]/g, 'ケ')
    .replace(/([一二三四五六七八九])丁目/g, (_, digit: string) => String(DIGITS.indexOf(digit)))
    .replace(/(\d)丁目/g, '$1')
}

/** `天神1` must not be found in `天神10`. */
function isCutShort(rest: string, town: string): boolean {
  return /\d$/.test(town) && /^\d/.test(rest.slice(town.length))
}
