import { ERAS, gregorianYear, parseDate, parseEraYear } from '#kernel/values/era.ts'
import { parseNumeral } from '#kernel/values/numerals.ts'

/**
 * Days, months, years and fiscal years (年度) by one sign each, however they are written: 令和3年4月1日, R3.4.1 and
 * 2021-04-01 are all `\uE0002021-04-01`. The sign of a year is the beginning of the signs of its months and days, so a
 * year finds them too. Signs begin with a character for private use and so never meet typed text.
 */
const DAY_SIGN = '\uE000'
const FISCAL_YEAR_SIGN = '\uE001'

const ERA = `(?:${ERAS.map(({ name, initial, abbreviation }) => `${name}|${abbreviation}|${initial}\\.?`).join('|')})`
const NUMERAL = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const YEAR = `(?:${ERA}(?:元|${NUMERAL})|\\d{4}|[一二三四五六七八九〇]{4})`
const IN_WORDS = `(?<year>${YEAR})年(?:(?<fiscal>度)|(?<month>${NUMERAL})月(?:(?<day>${NUMERAL})日)?)?`
const IN_SIGNS = `(?<![\\w.-])(?<year>${ERA}\\d{1,2}|\\d{4})(?<separator>[-./])(?<month>\\d{1,2})\\k<separator>(?<day>\\d{1,2})(?![\\w-])`
const TYPED_SHORTLY = `(?<year>${ERA}(?:元|${NUMERAL})|\\d{4}(?=[-./]))(?:(?<fiscal>年?度)|[-./](?<month>\\d{1,2}))?`

const WRITTEN = [new RegExp(IN_WORDS, 'gi'), new RegExp(IN_SIGNS, 'gi')]
const TYPED = [IN_WORDS, IN_SIGNS, TYPED_SHORTLY].map((source) => new RegExp(`^${source}$`, 'i'))

/** The signs of all dates in a text, each once. */
export function dateSignsIn(text: string): readonly string[] {
  const plain = text.normalize('NFKC')
  const signs = WRITTEN.flatMap((written) => Array.from(plain.matchAll(written), ({ groups }) => signOf(groups ?? {})))
  return [...new Set(signs.filter((sign) => sign !== null))]
}

/** The sign of a typed word that is a date and nothing else; R3 and 2021/4 are read here, where nothing stands beside them. */
export function dateSignOf(word: string): string | null {
  const plain = word.normalize('NFKC')
  if (/^\d{8}$/.test(plain)) return signOfDay(plain)
  for (const typed of TYPED) {
    const groups = typed.exec(plain)?.groups
    if (groups !== undefined) return signOf(groups)
  }
  return null
}

function signOf({ year = '', fiscal, month, day }: Readonly<Record<string, string | undefined>>): string | null {
  if (month !== undefined && day !== undefined) return signOfDay(`${year}年${month}月${day}日`)
  const inEra = parseEraYear(year)
  const counted = inEra.ok ? gregorianYear(inEra.value) : numberOf(year)
  if (counted === null) return null
  if (fiscal !== undefined) return `${FISCAL_YEAR_SIGN}${counted}`
  if (month === undefined) return `${DAY_SIGN}${counted}`
  const counting = numberOf(month)
  return counting === null || counting < 1 || counting > 12 ? null : `${DAY_SIGN}${counted}-${String(counting).padStart(2, '0')}`
}

function signOfDay(written: string): string | null {
  const date = parseDate(written)
  return date.ok ? `${DAY_SIGN}${date.value.toString()}` : null
}

function numberOf(written: string): number | null {
  const numeral = parseNumeral(written)
  return numeral.ok ? numeral.value : null
}
