import { renderLinkButton } from '#design/button/view.ts'
import { renderBarChart } from '#design/chart/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderFigures } from '#design/figures/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { fiscalYearOf, firstDayOf, formatFiscalYear, lastDayOf, parseFiscalYear, type FiscalYear } from '#kernel/values/fiscal-year.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { ViewRule } from './model.ts'
import { ruleOn, viewRulesOf } from './rules/view-rules.ts'
import { findFirstDay, listByMonth, type MonthViews } from './store.ts'
import { text } from './text.ts'

const PATH = '/staff/page-views'
const MONTHS_A_YEAR = 12

/** A fiscal year's views: the whole, month by month, and page by page, with the rule by which they were counted. */
export async function showViews({ voice, tx, query, city }: Visit): Promise<Answer> {
  const year = yearIn(query.year, tx.today)
  const [views, firstDay] = await Promise.all([listByMonth(tx, firstDayOf(year), lastDayOf(year)), findFirstDay(tx)])
  const years = yearsFrom(firstDay ?? tx.today, tx.today)
  const main = html`
    ${renderPageTitle({ title: voice.say(text.title), lead: voice.say(text.lead) })}
    ${renderCluster({ parts: years.map((each) => renderYearLink(voice, each, each === year)) })}
    ${views.length === 0 ? renderEmpty({ title: voice.say(text.none), body: voice.say(text.noneBody), icon: 'chart' }) : renderYear(voice, year, views)}
    ${renderSection({ heading: voice.say(text.rule), body: renderRule(voice, ruleOn(viewRulesOf(city), tx.today)) })}`
  return shown({ title: voice.plain(text.title), main, area: 'staff' })
}

/** The fiscal year that was asked for, the present one where nothing is said; the fault `bad-request` for other words. */
export function yearIn(words: string | undefined, today: Temporal.PlainDate): FiscalYear {
  if (words === undefined || words === '') return fiscalYearOf(today)
  const read = parseFiscalYear(words)
  if (!read.ok) throw new Fault('bad-request', 'year is a fiscal year such as 2026 or R8')
  return read.value
}

function yearsFrom(first: Temporal.PlainDate, today: Temporal.PlainDate): FiscalYear[] {
  const [from, to] = [fiscalYearOf(first), fiscalYearOf(today)]
  return Array.from({ length: Math.max(to - from, 0) + 1 }, (_, index) => (from + index) as FiscalYear)
}

function renderYearLink(voice: Voice, year: FiscalYear, isPresent: boolean): Html {
  return renderLinkButton({ label: nameOf(voice, year), href: `${PATH}?year=${year}`, kind: isPresent ? 'primary' : 'secondary' })
}

function nameOf(voice: Voice, year: FiscalYear): string {
  return voice.htmlLang === 'ja' ? formatFiscalYear(year) : `${voice.plain(text.year)} ${year}`
}

function renderYear(voice: Voice, year: FiscalYear, views: readonly MonthViews[]): Html {
  const months = monthsOf(year)
  const home = views.filter(({ route }) => route === '/')
  const figures = [
    { label: voice.say(text.whole), value: voice.number(sumOf(views)), unit: voice.say(text.unit) },
    { label: voice.say(text.homePage), value: voice.number(sumOf(home)), unit: voice.say(text.unit) },
  ]
  const chart = renderBarChart({
    voice, caption: voice.say(text.byMonth), rowHeading: voice.say(text.month),
    series: [{ label: voice.say(text.views), tone: 'first' }],
    rows: months.map((month) => ({ label: month, values: [sumOf(views.filter((each) => each.month === month))] })),
  })
  const download = renderLinkButton({ label: voice.say(text.download), href: `${PATH}.csv?year=${year}`, kind: 'link', icon: 'download' })
  return html`
    ${renderFigures({ figures })}
    ${chart}
    ${renderSection({ heading: voice.say(text.byRoute), body: renderRoutes(voice, months, views) })}
    ${renderCluster({ parts: [download] })}`
}

/** Routes down, months across, the most viewed route first. */
function renderRoutes(voice: Voice, months: readonly string[], views: readonly MonthViews[]): Html {
  const byRoute = Map.groupBy(views, ({ route }) => route)
  const routes = [...byRoute].toSorted(([, a], [, b]) => sumOf(b) - sumOf(a))
  const numbers = (of: readonly MonthViews[]) => months.map((month) => voice.number(sumOf(of.filter((each) => each.month === month))))
  return renderTable({
    caption: voice.say(text.byRoute), isCaptionHidden: true, hasStickyHeader: true,
    columns: [{ heading: voice.say(text.page) }, ...[...months, voice.say(text.total)].map((heading) => ({ heading, isNumeric: true, width: 'narrow' as const }))],
    rows: routes.map(([route, of]) => [html`<code>${route}</code>`, ...numbers(of), voice.number(sumOf(of))]),
    footer: [voice.say(text.total), ...numbers(views), voice.number(sumOf(views))],
  })
}

function renderRule(voice: Voice, rule: ViewRule): Html {
  const inOrOut = (counts: boolean) => [voice.say(counts ? text.countsIn : text.countsOut)]
  return renderFactsList({
    facts: [
      { term: voice.say(text.since), description: [rule.from.toString()] },
      { term: voice.say(text.statuses), description: [rule.statuses.join(', ')] },
      { term: voice.say(text.types), description: [rule.types.join(', ')] },
      { term: voice.say(text.robots), description: inOrOut(rule.countsRobots) },
      { term: voice.say(text.staff), description: inOrOut(rule.countsStaff) },
      { term: voice.say(text.reason), description: [rule.reason] },
    ],
  })
}

function monthsOf(year: FiscalYear): string[] {
  const first = firstDayOf(year)
  return Array.from({ length: MONTHS_A_YEAR }, (_, index) => first.add({ months: index }).toPlainYearMonth().toString())
}

function sumOf(views: readonly MonthViews[]): number {
  return views.reduce((total, each) => total + each.views, 0)
}
