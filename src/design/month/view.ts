import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'

export interface MonthProps {
  readonly voice: Voice
  readonly month: Temporal.PlainYearMonth
  /** What stands on a day, by its ISO date; days without anything are left out. */
  readonly days: ReadonlyMap<string, HtmlValue>
  /** Marked in the table. */
  readonly today: Temporal.PlainDate
  /** National holidays and the like: printed in red, and named for screen readers by the value. */
  readonly holidays: ReadonlyMap<string, string>
}

const DAYS_OF_A_WEEK = 7

/** A month as a table with the days of the week as headings, Sunday first as on Japanese walls. */
export function renderMonth({ voice, month, days, today, holidays }: MonthProps): Html {
  const first = month.toPlainDate({ day: 1 })
  const blanks = first.dayOfWeek % DAYS_OF_A_WEEK
  const cells = Array.from({ length: Math.ceil((blanks + month.daysInMonth) / DAYS_OF_A_WEEK) * DAYS_OF_A_WEEK }, (_, index) => {
    const number = index - blanks + 1
    return number < 1 || number > month.daysInMonth ? null : first.with({ day: number })
  })
  const weeks = Array.from({ length: cells.length / DAYS_OF_A_WEEK }, (_, week) => cells.slice(week * DAYS_OF_A_WEEK, (week + 1) * DAYS_OF_A_WEEK))
  return html`<table class="month">
    <caption class="month-name">${nameOf(voice, month)}</caption>
    <thead>
      <tr>${weekdaysOf(voice).map(({ short, long }, index) => html`<th${attributes({ scope: 'col', abbr: long, class: weekendOf(index) })}>${short}</th>`)}</tr>
    </thead>
    <tbody>
      ${weeks.map((week) => html`<tr>${week.map((day, index) => (day === null ? html`<td class="month-blank"></td>` : renderDay(day, index)))}</tr>`)}
    </tbody>
  </table>`

  function renderDay(day: Temporal.PlainDate, index: number): Html {
    const holiday = holidays.get(day.toString())
    const isToday = day.equals(today)
    const classes = [holiday === undefined ? weekendOf(index) : 'month-sunday', isToday && 'month-today'].filter(Boolean).join(' ')
    return html`<td${attributes({ class: classes || null, 'aria-current': isToday ? 'date' : null })}><span class="month-number"
      >${day.day}</span
    >${holiday === undefined ? nothing : html`<span class="visually-hidden">${holiday}</span>`}${days.get(day.toString())}</td>`
  }
}

function weekendOf(index: number): string | null {
  return index === 0 ? 'month-sunday' : index === DAYS_OF_A_WEEK - 1 ? 'month-saturday' : null
}

function nameOf(voice: Voice, month: Temporal.PlainYearMonth): string {
  return month.toPlainDate({ day: 1 }).toLocaleString(voice.locale, { year: 'numeric', month: 'long' })
}

/** Any week that begins on a Sunday names the days. */
const A_SUNDAY = Temporal.PlainDate.from('2026-11-01')

function weekdaysOf(voice: Voice): { readonly short: string; readonly long: string }[] {
  return Array.from({ length: DAYS_OF_A_WEEK }, (_, days) => {
    const day = A_SUNDAY.add({ days })
    return { short: day.toLocaleString(voice.locale, { weekday: 'short' }), long: day.toLocaleString(voice.locale, { weekday: 'long' }) }
  })
}
