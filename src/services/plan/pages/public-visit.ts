import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findPublicReport, listPlans, type PlanEntry, type PlanWish, type PublicReport } from '../store/catalogue.ts'
import type { MeasuredFigures } from '../rules/figure-references.ts'
import { loadWords, type PlanWords } from '../store/words.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { PlanLinks } from './links.ts'
import { loadMeasured } from '../store/measured-figures.ts'
import { dayOf, dayText, Tongue } from './tongue.ts'

/** What every public page of the plan begins with. */
export interface PublicVisit extends PublicReport {
  readonly plans: readonly PlanEntry[]
  readonly tongue: Tongue
  readonly links: PlanLinks
  readonly words: PlanWords
  /** The counted figures that the report's texts refer to. */
  readonly figures: MeasuredFigures
}

/** The report that fits what the address asks for; undefined when there is none. */
export async function findPublicVisit(visit: Visit, wish: PlanWish = {}): Promise<PublicVisit | undefined> {
  const plans = (await listPlans(visit.tx)).filter(({ isInPreparation }) => !isInPreparation)
  const report = await findPublicReport(visit.tx, plans, { planKey: visit.query.plan, ...wish })
  if (report === undefined) return undefined
  const [words, figures] = await Promise.all([
    loadWords(visit.tx, report.plan.key, report.document.reportYear, visit.voice.language),
    loadMeasured(visit.tx, report.document),
  ])
  // The plan that is shown without a name is the first that reports on anything.
  const shownPlans = plans.filter(({ reports }) => reports.length > 0)
  return { ...report, plans, words, figures, tongue: new Tongue(visit.voice, report.document, words, figures), links: new PlanLinks(report.plan, shownPlans) }
}

/** The city has no plan yet: says what makes one appear. */
export function showNoPlan({ voice }: Visit): Answer {
  const main = html`${renderPageTitle({ title: voice.say(planWords.title) })}
  ${renderEmpty({ title: voice.say(publicWords.noPlan), body: voice.say(publicWords.noPlanBody), icon: 'document' })}`
  return shown({ title: voice.plain(planWords.title), main })
}

export function showNoProject({ voice }: Visit): Answer {
  const main = html`${renderPageTitle({ title: voice.say(publicWords.noProject) })}
  ${renderEmpty({
    title: voice.say(publicWords.noProjectBody),
    icon: 'search',
    action: renderLinkButton({ href: '/plan', label: voice.say(publicWords.toPlan), kind: 'secondary' }),
  })}`
  return shown({ title: voice.plain(publicWords.noProject), main, status: 404, crumbs: [planCrumb(voice)] })
}

export function planCrumb(voice: Voice, links?: PlanLinks) {
  return { href: links?.to('/plan') ?? '/plan', label: voice.say(planWords.title) }
}

/** Badges beside the title: whether this is published, and whether the plan is invented. */
export function renderStateBadges({ tongue: { voice }, publication, plan }: PublicVisit): Html {
  const state = publication === null ? renderBadge({ label: voice.say(planWords.draft), tone: 'warning' }) : renderPublishedBadge(voice, publication)
  return html`${state}${plan.isDemo ? renderBadge({ label: voice.say(planWords.demo), tone: 'info' }) : nothing}`
}

function renderPublishedBadge(voice: Voice, { at, revision }: NonNullable<PublicReport['publication']>): Html {
  const date = dayText(voice, dayOf(at))
  return html`${renderBadge({ label: voice.say(planWords.published), tone: 'success' })}
    <span>${voice.say(publicWords.publishedOn, { date, revision: String(revision) })}</span>`
}

/** Says that a report is not finished, where it is not. */
export function renderDraftNotice({ tongue: { voice }, publication }: PublicVisit): Html {
  if (publication !== null) return nothing
  return renderNotice({ voice, kind: 'info', title: voice.say(publicWords.draftNotice), body: voice.say(publicWords.draftNoticeBody) })
}
