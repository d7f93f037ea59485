import { ROUND_KINDS, type OpenField, type RoundDays, type RoundKind } from './rounds.ts'

/** A line of the city's calendar of rounds (plan/rounds.csv of its folder). */
export interface CalendarRound {
  readonly key: string
  readonly kind: RoundKind
  readonly name: string
  readonly others: Readonly<Record<string, string>>
  readonly days: (year: number) => RoundDays & { readonly opensOn: Temporal.PlainDate }
  readonly fields: readonly OpenField[]
}

export class CalendarFault extends Error {}

/**
 * Reads the calendar. A day is `MM-DD`, in the year that follows the fiscal year reported on when `inNextYear` is true (a
 * year's results are written after it has ended). Fields are listed with blanks between them.
 */
export function readCalendar(rows: readonly Readonly<Record<string, string>>[]): CalendarRound[] {
  return rows.map((row, index) => {
    const at = `plan/rounds.csv, line ${index + 2}`
    const cell = (name: string): string => {
      const value = row[name]
      if (value === undefined || value === '') throw new CalendarFault(`${at}: the column ${name} is empty`)
      return value
    }
    const kind = ROUND_KINDS.find((known) => known === cell('kind'))
    if (kind === undefined) throw new CalendarFault(`${at}: there is no kind ${row.kind}; kinds are ${ROUND_KINDS.join(', ')}`)
    const days = DAY_COLUMNS.map((column) => dayIn(cell(column), `${at}, ${column}`))
    return {
      key: cell('key'),
      kind,
      name: cell('name'),
      others: Object.fromEntries([['ja-x-yasashii', row.nameYasashii], ['en', row.nameEn], ['pt', row.namePt]].filter(([, text]) => text) as [string, string][]),
      fields: [...fieldsIn(row.openForWriters, 'writer'), ...fieldsIn(row.openForOffice, 'office')],
      days: (year) => daysIn(days, year + (row.inNextYear === 'true' ? 1 : 0)),
    }
  })
}

const DAY_COLUMNS = ['opensOn', 'writeBy', 'sectionBy', 'departmentBy', 'officeBy'] as const

function fieldsIn(cell: string | undefined, openedFor: OpenField['openedFor']): OpenField[] {
  return (cell ?? '').split(' ').filter(Boolean).map((field) => ({ field, openedFor }))
}

function dayIn(cell: string, at: string): Temporal.PlainMonthDay {
  try {
    return Temporal.PlainMonthDay.from(cell)
  } catch {
    throw new CalendarFault(`${at}: a day is written MM-DD, not ${cell}`)
  }
}

/** The fiscal year begins in April: January to March belong to the calendar year after. */
function daysIn(days: readonly Temporal.PlainMonthDay[], year: number) {
  const [opensOn, writeBy, sectionBy, departmentBy, officeBy] = days.map((day) => day.toPlainDate({ year: Number(day.monthCode.slice(1)) < 4 ? year + 1 : year }))
  return { opensOn, writeBy, sectionBy, departmentBy, officeBy } as RoundDays & { opensOn: Temporal.PlainDate }
}
