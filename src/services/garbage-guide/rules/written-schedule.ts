import { parsed, refused, type Parsed } from '#kernel/values/parsed.ts'
import { foldTyped } from '#kernel/values/text-forms.ts'
import { WEEKDAYS, type RegularDay, type Schedule, type Weekday } from './schedule.ts'

export type WrittenScheduleRefusal = 'empty' | 'unreadable' | 'week-out-of-range' | 'twice'

/**
 * Reads collection days as calendars of cities print them: `毎週火・金曜日`, `第２・４月曜日`, `第1火曜日、第3木曜日`. What says
 * more (months, days, 祝日を除く) is refused whole, because half of a rule is a wrong rule.
 */
export function readWrittenSchedule(text: string): Parsed<Schedule, WrittenScheduleRefusal> {
  const typed = foldTyped(text)
  if (typed === '') return refused('empty')
  if (!WHOLE.test(typed)) return refused('unreadable')
  const regular: RegularDay[] = []
  for (const part of typed.match(PARTS) ?? []) {
    const { weeks, weekdays = '' } = PART.exec(part)?.groups ?? {}
    const days = lettersOf(weekdays) as readonly Weekday[]
    const weeksOfMonth = weeks === undefined ? [null] : lettersOf(weeks).map(Number)
    if (weeksOfMonth.some((week) => week !== null && (week < 1 || week > 5))) return refused('week-out-of-range')
    for (const weekday of days) for (const weekOfMonth of weeksOfMonth) regular.push({ weekday, weekOfMonth })
  }
  const isTwice =
    new Set(regular.map(({ weekday, weekOfMonth }) => `${weekday}${weekOfMonth ?? ''}`)).size < regular.length
  if (isTwice) return refused('twice')
  return parsed({ regular, months: null, dates: [], remarks: [] })
}

const DAYS = `[${WEEKDAYS.join('')}](?:曜日?)?(?:[・,、と][${WEEKDAYS.join('')}](?:曜日?)?)*`
/** 第 must stand: 2月 alone is February. */
const WEEKS = '第\\d(?:[・,、と]第?\\d)*'
const WRITTEN = `(?:毎週|${WEEKS}(?:週の?)?)${DAYS}`
const PARTS = new RegExp(WRITTEN, 'g')
const PART = new RegExp(`^(?:毎週|(?<weeks>${WEEKS})(?:週の?)?)(?<weekdays>${DAYS})$`)
const WHOLE = new RegExp(`^${WRITTEN}(?:[・,、と]?${WRITTEN})*$`)

/** The digits or weekdays of a list, without what stands between them. */
function lettersOf(list: string): readonly string[] {
  return list.replace(/曜日?/g, '').match(new RegExp(`\\d|[${WEEKDAYS.join('')}]`, 'g')) ?? []
}
