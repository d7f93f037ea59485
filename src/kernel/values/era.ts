import { InvalidValue } from './invalid-value.ts'
import { parseNumeral } from './numerals.ts'
import { type Parsed, parsed, refused } from './parsed.ts'
import { foldTyped } from './text-forms.ts'

/** A Japanese era (元号). Its first year (元年) runs from its first day to 31 December of the same year. */
export interface Era {
  /** As in documents: `令和`. */
  readonly name: string
  /** One letter for narrow columns, as in JIS X 0301: `R`. */
  readonly initial: string
  /** One character, as on forms where it is circled: `令`. */
  readonly abbreviation: string
  readonly beganOn: Temporal.PlainDate
  /** The last day, or null for the era in force. */
  readonly endedOn: Temporal.PlainDate | null
  /** The act that began it. */
  readonly source: string
}

/**
 * 改暦ノ布告 (明治5年太政官布告第337号): 明治5年12月3日 became 1 January of 明治6年. Earlier days were counted in the lunisolar
 * calendar, so neither their year nor their month follows from a Gregorian date.
 */
export const GREGORIAN_CALENDAR_SINCE = Temporal.PlainDate.from('1873-01-01')

/**
 * All eras since one reign has one era (一世一元の詔, 1868), oldest first. The edicts of 1912 and 1926 renamed the very day
 * they were given on, so 30 July 1912 and 25 December 1926 bear both names; printed is the new one. Under 元号法
 * (昭和54年法律第43号) a cabinet order names the first day of the new era.
 */
export const ERAS: readonly Era[] = [
  era('明治', 'M', '明', '1868-10-23', '1912-07-30', '明治改元の詔 (慶応4年9月8日)'),
  era('大正', 'T', '大', '1912-07-30', '1926-12-25', '大正改元の詔書'),
  era('昭和', 'S', '昭', '1926-12-25', '1989-01-07', '昭和改元の詔書'),
  era('平成', 'H', '平', '1989-01-08', '2019-04-30', '元号を改める政令 (昭和64年政令第1号)'),
  era('令和', 'R', '令', '2019-05-01', null, '元号を改める政令 (平成31年政令第143号)'),
]

export interface EraYear {
  readonly era: Era
  /** 1 is printed 元 in full dates. */
  readonly year: number
}

/** The era and its year on a day. Throws `InvalidValue` for days before the Gregorian calendar. */
export function eraYearOf(date: Temporal.PlainDate): EraYear {
  if (isBefore(date, GREGORIAN_CALENDAR_SINCE)) {
    throw new InvalidValue('date', date, 'before-gregorian-calendar', 'Keep older dates as the text of their source.')
  }
  const era = ERAS.findLast(({ beganOn }) => !isBefore(date, beganOn)) as Era
  return { era, year: date.year - era.beganOn.year + 1 }
}

/** The Gregorian year of an era's year, also past the era's end: 平成33年 is 2021. */
export function gregorianYear({ era, year }: EraYear): number {
  return era.beganOn.year + year - 1
}

/** Reads the year of an era: `令和3`, `R3`, `r.3`, `令3`, `平成元`, `昭和六十四`. There is no year 0. */
export function parseEraYear(text: string): Parsed<EraYear, 'empty' | 'unreadable'> {
  const typed = foldTyped(text).toUpperCase()
  if (typed === '') return refused('empty')
  for (const era of ERAS) {
    const mark = [era.name, era.initial, era.abbreviation].find((name) => typed.startsWith(name))
    if (mark === undefined) continue
    const written = typed.slice(mark.length).replace(/^\./, '')
    const year = written === '元' ? parsed(1) : parseNumeral(written)
    return year.ok && year.value > 0 ? parsed({ era, year: year.value }) : refused('unreadable')
  }
  return refused('unreadable')
}

export type JapaneseDateForm = 'long' | 'short'

/** Prints `令和元年5月1日` (long) or `R1.5.1` (short). Throws `InvalidValue` for days before 1873. */
export function formatJapaneseDate(date: Temporal.PlainDate, form: JapaneseDateForm = 'long'): string {
  const { era, year } = eraYearOf(date)
  if (form === 'short') return `${era.initial}${year}.${date.month}.${date.day}`
  return `${era.name}${year === 1 ? '元' : year}年${date.month}月${date.day}日`
}

export type DateRefusal = 'empty' | 'unreadable' | 'no-such-day' | 'before-era' | 'before-gregorian-calendar'

/** True for 平成33年4月1日: the day exists and is right, but the era had ended when it came. */
export interface BeyondEra {
  readonly isBeyondEra: boolean
}

/**
 * Reads a date in the Japanese calendar (`令和元年5月1日`, `R1.5.1`, `平31/4/30`, `昭和六十四年一月七日`) or the Gregorian one
 * (`2019-05-01`, `2019/5/1`, `2019年5月1日`, `20190501`), full-width or not. A Gregorian year has four digits, so that
 * `19/5/1` is not guessed at. An era's year past its end is read and said (`isBeyondEra`), because plans and permits
 * were printed with such years; a day before its era began (令和元年4月30日) is refused, because either part may be wrong.
 */
export function parseDate(text: string): Parsed<Temporal.PlainDate, DateRefusal, BeyondEra> {
  const typed = foldTyped(text)
  if (typed === '') return refused('empty')
  const written = partsOf(typed)
  if (!written) return refused('unreadable')
  const inEra = parseEraYear(written.year)
  const year = inEra.ok ? gregorianYear(inEra.value) : fourDigitYear(written.year)
  const [month, day] = [parseNumeral(written.month), parseNumeral(written.day)]
  if (year === null || !month.ok || !day.ok) return refused('unreadable')
  const date = dayOrNull(year, month.value, day.value)
  if (!date) return refused('no-such-day')
  if (isBefore(date, GREGORIAN_CALENDAR_SINCE)) return refused('before-gregorian-calendar')
  if (!inEra.ok) return { ok: true, value: date, isBeyondEra: false }
  const { era } = inEra.value
  if (isBefore(date, era.beganOn)) return refused('before-era')
  return { ok: true, value: date, isBeyondEra: isPastEra(date, era) }
}

/** Whether the era had ended before this day. */
export function isPastEra(date: Temporal.PlainDate, era: Era): boolean {
  return era.endedOn !== null && isBefore(era.endedOn, date)
}

interface WrittenDate {
  readonly year: string
  readonly month: string
  readonly day: string
}

function partsOf(typed: string): WrittenDate | null {
  // `R.1.5.1`: the dot after the letter is no separator.
  const undotted = typed.replace(/^([a-z])\./i, '$1')
  const match =
    /^(?<year>[^年]+)年(?<month>[^月]+)月(?<day>[^日]+)日$/.exec(undotted) ??
    /^(?<year>[^-./]+)(?<separator>[-./])(?<month>[^-./]+)\k<separator>(?<day>[^-./]+)$/.exec(undotted) ??
    /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/.exec(undotted)
  if (!match?.groups) return null
  const { year = '', month = '', day = '' } = match.groups
  return { year, month, day }
}

function fourDigitYear(written: string): number | null {
  const year = [...written].length === 4 ? parseNumeral(written) : null
  return year?.ok && year.value >= 1000 ? year.value : null
}

function dayOrNull(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch (thrown) {
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

function isBefore(date: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, other) < 0
}

function era(
  name: string,
  initial: string,
  abbreviation: string,
  began: string,
  ended: string | null,
  source: string,
): Era {
  const endedOn = ended === null ? null : Temporal.PlainDate.from(ended)
  return { name, initial, abbreviation, beganOn: Temporal.PlainDate.from(began), endedOn, source }
}
