import { html, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { eraYearOf, formatJapaneseDate } from '#kernel/values/era.ts'
import { fiscalYear, fiscalYearOf, formatFiscalYear } from '#kernel/values/fiscal-year.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { KeptIndicator } from '../model.ts'
import { text } from '../text.ts'

/** The fiscal year that is asked for, or the running one. Throws the fault `not-found` for what is none. */
export function yearIn({ query, tx }: Pick<Visit, 'query' | 'tx'>): number {
  const { year } = query
  if (year === undefined || year === '') return fiscalYearOf(tx.today)
  if (!/^(19|20|21)\d\d$/.test(year)) throw new Fault('not-found')
  return Number(year)
}

/** The years that may be chosen: from the first that an indicator counts to the running one, the latest first. */
export function yearsOf({ tx }: Pick<Visit, 'tx'>, indicators: readonly Pick<KeptIndicator, 'definitions'>[]): number[] {
  const last = fiscalYearOf(tx.today)
  const firsts = indicators.flatMap(({ definitions }) => definitions.slice(0, 1).map(({ from }) => fiscalYearOf(Temporal.PlainDate.from(from))))
  const first = Math.max(Math.min(last, ...firsts), last - MOST_YEARS + 1)
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}

/** Tabs that still fit side by side; older years have their address. */
const MOST_YEARS = 10

export function sayYear(voice: Voice, year: number): Html {
  return voice.say(phraseOfYear(year), { year: yearText(voice, year) })
}

export function plainYear(voice: Voice, year: number): string {
  return voice.plain(phraseOfYear(year), { year: yearText(voice, year) })
}

function phraseOfYear(year: number): Phrase<'year'> {
  const { era } = eraYearOf(Temporal.PlainDate.from({ year, month: 12, day: 31 }))
  if (era.name === '令和') return text.reiwa
  return era.name === '平成' ? text.heisei : text.otherYear
}

function yearText(voice: Voice, year: number): string {
  if (voice.htmlLang !== 'ja') return String(year)
  return formatFiscalYear(fiscalYear(year)).replace(/^(令和|平成)/, '').replace('年度', '')
}

/** A value to two decimals, as people compare it; the JSON has all of it. */
export function valueText(voice: Voice, value: number | null): string {
  return value === null ? voice.plain(text.nothingToTell) : voice.number(Math.round(value * 100) / 100)
}

/** `2021-04` as 2021年4月, Apr 2021, abr. de 2021. */
export function sayMonth(voice: Voice, month: string): Html {
  return voice.htmlLang === 'ja' ? voice.say(text.monthOfYear, partsOfMonth(month)) : html`${monthName(voice, month)}`
}

export function monthName(voice: Voice, month: string): string {
  if (voice.htmlLang === 'ja') return voice.plain(text.monthOfYear, partsOfMonth(month))
  return Temporal.PlainDate.from(`${month}-01`).toLocaleString(voice.locale, { year: 'numeric', month: 'short' })
}

function partsOfMonth(month: string): { year: string; month: string } {
  return { year: month.slice(0, 4), month: String(Number(month.slice(5))) }
}

export function dayText(voice: Voice, day: Temporal.PlainDate): string {
  if (voice.htmlLang === 'ja') return formatJapaneseDate(day)
  return day.toLocaleString(voice.locale, { year: 'numeric', month: 'long', day: 'numeric' })
}

export function dayOfInstant(voice: Voice, at: Temporal.Instant): string {
  return dayText(voice, at.toZonedDateTimeISO('Asia/Tokyo').toPlainDate())
}

/** A digest in pieces, so that it may break where there is no room. */
export function renderHash(hash: string): Html {
  return html`<code>${(hash.match(/.{1,16}/g) ?? []).map((piece, index) => html`${index > 0 && html`<wbr>`}${piece}`)}</code>`
}

/** The name of the service that declares an indicator; of one that is gone, what remains of it. */
export function serviceTitle({ voice, directory }: Pick<Visit, 'voice' | 'directory'>, service: string): Html {
  const part = directory.part(service)
  return part === undefined ? voice.say(text.formerService, { name: service }) : voice.say(part.title)
}
