import { ERAS, GREGORIAN_CALENDAR_SINCE, gregorianYear, isPastEra, parseDate, type Era } from '#kernel/values/era.ts'
import { foldTyped } from '#kernel/values/text-forms.ts'

/** A day that typed digits may mean, and how they were understood. */
export interface BirthDate {
  readonly date: Temporal.PlainDate
  /** The era that was named or supposed; null for a year of our common calendar. */
  readonly era: Era | null
  /** Whether the writing left a choice: 54.5.14 names no era. */
  readonly isGuess: boolean
}

/** The oldest that anybody is taken to be; older readings of two digits are no help at a counter. */
const OLDEST_AGE_YEARS = 125

/**
 * Every day that a birth date may mean as it was typed, the likeliest first; empty for what is none. One day for
 * `昭和54年5月14日`, `S54.5.14`, `1979-05-14`, `19790514`, and `3-540514` with the era as a digit (1 明治 … 5 令和) as core systems
 * write it; several for `54.5.14` or `540514`, which name no era. Days after `today` are none.
 */
export function birthDatesIn(text: string, today: Temporal.PlainDate): readonly BirthDate[] {
  const typed = foldTyped(text).replace(/生(?:まれ)?$/, '')
  const named = parseDate(typed)
  if (named.ok) return isPossible(named.value, today) ? [{ date: named.value, era: eraNamedIn(typed), isGuess: false }] : []
  const numbered = /^([1-5])-?(\d{2})(\d{2})(\d{2})$/.exec(typed)
  if (numbered !== null) return daysOf(numbered.slice(2), [ERAS[Number(numbered[1]) - 1] as Era], today, false)
  const lettered = /^([mtshr])(\d{2})(\d{2})(\d{2})$/i.exec(typed)
  if (lettered !== null) return daysOf(lettered.slice(2), ERAS.filter(({ initial }) => initial === lettered[1]?.toUpperCase()), today, false)
  const short = /^(\d{1,2})([-./])(\d{1,2})\2(\d{1,2})$/.exec(typed)
  if (short !== null) return daysOf([short[1] ?? '', short[3] ?? '', short[4] ?? ''], [...ERAS].reverse(), today, true)
  const tight = /^(\d{2})(\d{2})(\d{2})$/.exec(typed)
  return tight === null ? [] : daysOf(tight.slice(1), [...ERAS].reverse(), today, true)
}

/** The digits as year, month and day of each era, and, where it is a guess, of the common calendar's two centuries. */
function daysOf(digits: readonly string[], eras: readonly Era[], today: Temporal.PlainDate, isGuess: boolean): BirthDate[] {
  const [year = 0, month = 0, day = 0] = digits.map(Number)
  const inEras = eras.flatMap((era): BirthDate[] => {
    const date = year === 0 ? null : dayOrNull(gregorianYear({ era, year }), month, day)
    const isInEra = date !== null && Temporal.PlainDate.compare(date, era.beganOn) >= 0 && !isPastEra(date, era)
    return isInEra ? [{ date, era, isGuess }] : []
  })
  const centuries = isGuess ? [1900, 2000] : []
  const common = centuries.flatMap((century): BirthDate[] => {
    const date = dayOrNull(century + year, month, day)
    return date === null ? [] : [{ date, era: null, isGuess }]
  })
  return [...inEras, ...common].filter(({ date }) => isPossible(date, today))
}

function isPossible(date: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const isKnown = Temporal.PlainDate.compare(date, GREGORIAN_CALENDAR_SINCE) >= 0
  return isKnown && Temporal.PlainDate.compare(date, today) <= 0 && today.year - date.year <= OLDEST_AGE_YEARS
}

function eraNamedIn(typed: string): Era | null {
  const named = ERAS.find(({ name, initial, abbreviation }) => typed.startsWith(name) || typed.startsWith(abbreviation) || typed.toUpperCase().startsWith(initial))
  return named ?? null
}

function dayOrNull(year: number, month: number, day: number): Temporal.PlainDate | null {
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth
  return isDay ? new Temporal.PlainDate(year, month, day) : null
}
