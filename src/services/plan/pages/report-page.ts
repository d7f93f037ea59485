import { renderLinkButton } from '#design/button/view.ts'
import { renderCards } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList, type Fact } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderPagination } from '#design/pagination/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { PlanSectionKey } from '../model.ts'
import { pageOf } from './paging.ts'
import { listPlans } from '../store/catalogue.ts'
import { planNameOf } from '../store/save-document.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { renderLegend } from './plan-list.ts'
import { findPublicVisit, planCrumb, renderDraftNotice, renderStateBadges, type PublicVisit } from './public-visit.ts'
import { renderIndicators, renderReportTables } from './report-tables.ts'
import { plainYear } from './tongue.ts'

/** The report of a year as a page, in the order of the official form. */
export async function showReport(visit: Visit): Promise<Answer> {
  const year = yearIn(visit.params.year)
  const found = year === null ? undefined : await findPublicVisit(visit, { year })
  if (found === undefined) return showNoReport(visit)
  const main = renderReport(found, renderDraftNotice(found), visit.query)
  return shown({ ...(found.figures.size > 0 ? { emptiedBy: [] } : {}), title: reportTitle(found), main, crumbs: [planCrumb(visit.voice, found.links)] })
}

/** Lines of the table on one page; any plan of a city fits on one, a table that somebody imports need not. */
const LISTINGS_PER_PAGE = 400

/** Content of the report's page; `notice` says how far it is. */
export function renderReport(found: PublicVisit, notice: Html, query: Visit['query']): Html {
  const { tongue, document, links } = found
  const listings = pageOf(document.listings, query.page, LISTINGS_PER_PAGE)
  const hrefOf = (page: number) => `${links.to(`/plan/report/${document.reportYear}`, { page: String(page) })}#table`
  const { voice } = tongue
  return html`${renderHead(found)} ${notice} ${renderCover(found)}
    ${renderSection({ heading: voice.say(publicWords.reportTable), id: 'table', body: html`${renderLegend(tongue)} ${renderReportTables(found, listings.items)}
      ${renderPagination({ voice, ...listings, hrefOf })}` })}
    ${renderFiles(found)}`
}

export function reportTitle({ tongue, document }: PublicVisit): string {
  const plan = tongue.plainNamed('plan/title', planNameOf(document))
  return tongue.voice.plain(publicWords.reportTitle, { plan, year: tongue.plainYear(document.reportYear) })
}

/** A fiscal year as addresses carry it; null for anything else. */
export function yearIn(text: string | undefined): number | null {
  return /^(19|20|21)\d{2}$/.test(text ?? '') ? Number(text) : null
}

/** 404 that says which years there are. */
export async function showNoReport(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const reports = (await listPlans(tx)).flatMap((plan) => plan.reports.map(({ year }) => ({ plan, year })))
  const links = reports.map(({ plan, year }) => ({
    href: `/plan/report/${year}?plan=${encodeURIComponent(plan.key)}`,
    title: voice.say(publicWords.readReport, { year: plainYear(voice, year) }),
    body: html`${plan.title}`,
    icon: 'document' as const,
  }))
  const body = reports.length === 0 ? voice.say(publicWords.noReportAtAll) : voice.say(publicWords.noReportBody)
  const main = html`${renderPageTitle({ title: voice.say(publicWords.noReport) })}
    ${reports.length === 0 ? renderEmpty({ title: body }) : html`<p>${body}</p>${renderCards({ cards: links, level: 2 })}`}`
  return shown({ title: voice.plain(publicWords.noReport), main, status: 404, crumbs: [planCrumb(voice)] })
}

function renderHead(found: PublicVisit): Html {
  const { tongue, document } = found
  const { voice } = tongue
  const plan = tongue.named('plan/title', planNameOf(document))
  return renderPageTitle({
    kicker: plan,
    title: reportTitle(found),
    facts: html`${renderStateBadges(found)} <span>${tongue.japanese(document.issuedBy)}</span>`,
    actions: html`${renderLinkButton({
      href: found.links.report(document.reportYear, '.pdf'),
      icon: 'print',
      kind: 'secondary',
      label: voice.say(publicWords.pdf),
    })}
    ${renderLinkButton({ href: found.links.report(document.reportYear, '.xlsx'), icon: 'download', kind: 'secondary', label: voice.say(publicWords.xlsx) })}`,
  })
}

const BASICS: readonly PlanSectionKey[] = ['position', 'purpose', 'framework']
const RESULTS: readonly PlanSectionKey[] = ['results', 'outcomes', 'contribution', 'reflection', 'direction']

function renderCover(found: PublicVisit): Html {
  const { tongue, document } = found
  const { voice } = tongue
  const { from, to } = document.period
  const period = { term: voice.say(planWords.periodName), description: voice.say(planWords.period, { from: tongue.plainYear(from), to: tongue.plainYear(to) }) }
  return html`${renderSection({
    heading: voice.say(publicWords.basics),
    id: 'basics',
    body: renderFactsList({ facts: [period, ...sectionFacts(found, BASICS)] }),
  })}
  ${renderSection({ heading: voice.say(planWords.indicators), id: 'indicators', body: renderIndicators(tongue) })}
  ${renderSection({
    heading: voice.say(publicWords.planResults),
    id: 'results',
    body: renderFactsList({ facts: sectionFacts(found, RESULTS) }),
  })}
  ${tongue.isOtherThanPlan ? html`<p><small>${voice.say(planWords.japaneseOnly)}</small></p>` : nothing}`
}

function sectionFacts({ tongue, document }: PublicVisit, keys: readonly PlanSectionKey[]): Fact[] {
  return keys.flatMap((key) => {
    const section = document.sections.find((candidate) => candidate.key === key)
    if (section === undefined) return []
    const inShort = tongue.translation(`sections/${key}/body`)
    const body = section.body.trim() === '' ? tongue.voice.say(planWords.blank) : html`<div${tongue.japaneseBlock}>${tongue.prose(section.body)}</div>`
    return [{ term: tongue.named(`sections/${key}/heading`, section.heading), description: inShort === undefined ? body : [inShort, body] }]
  })
}

function renderFiles({ tongue: { voice }, links, document }: PublicVisit): Html {
  const { reportYear: year } = document
  const card = (href: string, word: typeof publicWords.pdf) => ({ href, title: voice.say(word), icon: 'download' as const })
  return html`<div class="no-print">${renderSection({
    heading: voice.say(publicWords.downloads),
    id: 'files',
    lead: voice.say(publicWords.downloadsLead),
    body: renderCards({
      cards: [
        card(links.report(year, '.pdf'), publicWords.pdf),
        card(links.report(year, '.xlsx'), publicWords.xlsx),
        card(links.report(year, '.csv'), publicWords.csv),
        card(links.to(`/plan/report/${year}.csv`, { encoding: 'cp932' }), publicWords.csvCp932),
        card(links.report(year, '.json'), publicWords.json),
      ],
    }),
  })}</div>`
}
