import { readFileSync } from 'node:fs'
import { InvalidValue } from './invalid-value.ts'

/** Under which provision of 国民の祝日に関する法律 a day is a holiday; holidays.csv says which is which. */
export const HOLIDAY_KINDS = ['holiday', 'substitute', 'between', 'occasion'] as const
export type HolidayKind = (typeof HOLIDAY_KINDS)[number]

export interface NationalHoliday {
  readonly date: Temporal.PlainDate
  /** As people say it, e.g. `海の日`, `振替休日`. */
  readonly name: string
  readonly kind: HolidayKind
}

/**
 * The published holidays and the days for which they are published. Outside these days nothing is known: the equinoxes
 * are announced one year ahead, and laws move holidays at short notice (2019, 2020, 2021).
 */
export interface HolidayList {
  readonly firstDay: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate
  /** By ISO date. */
  readonly holidays: ReadonlyMap<string, NationalHoliday>
}

/** The holiday on a day, or null for a day that is none. Throws `InvalidValue` for a day the list does not cover. */
export function holidayOn(date: Temporal.PlainDate, list: HolidayList = NATIONAL_HOLIDAYS): NationalHoliday | null {
  if (Temporal.PlainDate.compare(date, list.firstDay) < 0 || Temporal.PlainDate.compare(list.lastDay, date) < 0) {
    const known = `Holidays are known from ${list.firstDay.toString()} to ${list.lastDay.toString()}`
    throw new InvalidValue('holiday', date, 'not-published', `${known}; add the Cabinet Office's list to holidays.csv.`)
  }
  return list.holidays.get(date.toString()) ?? null
}

/**
 * Reads the form of holidays.csv: comments, one of them `# covers first/last`, a heading, rows in the order of days.
 * Throws `InvalidValue` naming the line, because a list that is wrong in one place moves deadlines.
 */
export function readHolidayList(csv: string): HolidayList {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r?\n/)
  const cover = lines.map((line) => COVER.exec(line)).find((match) => match !== null)
  if (!cover) throw new InvalidValue('holiday-list', csv, 'no-cover', 'Write a line `# covers 1955-01-01/2027-12-31`.')
  const [firstDay, lastDay] = [Temporal.PlainDate.from(cover[1] as string), Temporal.PlainDate.from(cover[2] as string)]
  const holidays = new Map<string, NationalHoliday>()
  let before = firstDay.subtract({ days: 1 })
  for (const [index, line] of lines.entries()) {
    if (line === '' || line === HEADING || line.startsWith('#')) continue
    const holiday = readRow(line, index + 1)
    const isInOrder = Temporal.PlainDate.compare(before, holiday.date) < 0
    const isCovered = Temporal.PlainDate.compare(holiday.date, lastDay) <= 0
    if (!isInOrder || !isCovered) throw wrongRow(line, index + 1, isInOrder ? 'not-covered' : 'not-in-order')
    holidays.set(holiday.date.toString(), holiday)
    before = holiday.date
  }
  return { firstDay, lastDay, holidays }
}

const COVER = /^# covers (\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/
const HEADING = 'date,name,kind'
const ROW = /^(?<date>\d{4}-\d{2}-\d{2}),(?<name>[^,"]+),(?<kind>[a-z]+)$/

function readRow(line: string, lineNumber: number): NationalHoliday {
  const { date = '', name = '', kind } = ROW.exec(line)?.groups ?? {}
  const known = HOLIDAY_KINDS.find((each) => each === kind)
  if (date === '' || !known) throw wrongRow(line, lineNumber, 'unreadable')
  try {
    return { date: Temporal.PlainDate.from(date), name, kind: known }
  } catch {
    throw wrongRow(line, lineNumber, 'no-such-day')
  }
}

function wrongRow(line: string, lineNumber: number, reason: string): InvalidValue {
  return new InvalidValue('holiday-list', line, reason, `Mend line ${lineNumber} (date,name,kind, days in order).`)
}

/** The list that comes with the program. */
export const NATIONAL_HOLIDAYS: HolidayList = readHolidayList(
  readFileSync(new URL('holidays.csv', import.meta.url), 'utf8'),
)
