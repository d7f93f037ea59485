import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { html, join, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { listChangeGroups, type ChangeGroup } from '../store/changes.ts'
import { listAllUnits, type UnitOfCity } from '../store/units.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { fieldName } from './field-names.ts'
import { projectsByKey } from './plan-list.ts'
import { renderDoer } from './project-history.ts'
import { findPublicVisit, planCrumb, showNoPlan, type PublicVisit } from './public-visit.ts'
import { clockText, dayOf, dayText } from './tongue.ts'

/** Projects and times on one page. */
const GROUPS_PER_PAGE = 200
/** Of one import or action, shown before the rest is folded away. */
const SHOWN_AT_ONCE = 8
const FIELDS_NAMED = 6

/** What changed in the plan, newest first, gathered by day and by what was done. */
export async function showChanges(visit: Visit): Promise<Answer> {
  const found = await findPublicVisit(visit)
  if (found === undefined) return showNoPlan(visit)
  const page = Math.max(1, Math.min(1000, Number.parseInt(visit.query.page ?? '1', 10) || 1))
  const wish = { until: found.publication?.lastChange ?? null, limit: GROUPS_PER_PAGE + 1, offset: (page - 1) * GROUPS_PER_PAGE }
  const [groups, units] = await Promise.all([listChangeGroups(visit.tx, found.plan.key, wish), listAllUnits(visit.tx)])
  const { voice } = visit
  const days = Map.groupBy(groups.slice(0, GROUPS_PER_PAGE), ({ at }) => dayOf(at).toString())
  const main = html`${renderPageTitle({
    kicker: found.tongue.named('plan/title', found.plan.title),
    title: voice.say(publicWords.whatChanged),
    lead: voice.say(publicWords.whatChangedLead),
  })}
  ${
    groups.length === 0
      ? renderEmpty({ title: voice.say(publicWords.nothingChanged), body: voice.say(publicWords.nothingChangedBody), icon: 'history' })
      : [...days].map(([day, own]) => renderDay(found, Temporal.PlainDate.from(day), own, units))
  }
  ${renderWays(found, page, groups.length > GROUPS_PER_PAGE)}`
  return shown({ title: voice.plain(publicWords.whatChanged), main, crumbs: [planCrumb(voice, found.links)] })
}

function renderDay(found: PublicVisit, day: Temporal.PlainDate, groups: readonly ChangeGroup[], units: readonly UnitOfCity[]): Html {
  const acts = Map.groupBy(groups, ({ at, cause, unitCode }) => `${at.toString()} ${cause} ${unitCode}`)
  return renderSection({
    heading: html`<time datetime="${day.toString()}">${dayText(found.tongue.voice, day)}</time>`,
    body: html`${[...acts.values()].map((act) => renderAct(found, act, units))}`,
  })
}

/** One thing that was done: an import may have touched sixty projects. */
function renderAct(found: PublicVisit, groups: readonly ChangeGroup[], units: readonly UnitOfCity[]): Html {
  const { voice } = found.tongue
  const first = groups[0] as ChangeGroup
  const items = groups.map((group) => renderGroup(found, group))
  const rest = items.slice(SHOWN_AT_ONCE)
  const folded = html`<details><summary>${voice.say(publicWords.showAll)} (${voice.say(publicWords.changedProjects, { count: items.length })})</summary>
    <ul>${rest}</ul></details>`
  return renderPanel({
    level: 3,
    heading: html`${renderDoer(found.tongue, first, units)} <small><time datetime="${first.at.toString()}">${clockText(first.at)}</time></small>`,
    body: html`<ul>${items.slice(0, SHOWN_AT_ONCE)}</ul> ${rest.length === 0 ? nothing : folded}`,
  })
}

function renderGroup({ tongue, links, document }: PublicVisit, { projectKey, fields, begun }: ChangeGroup): Html {
  const { voice } = tongue
  const project = projectsByKey(document).get(projectKey ?? '')
  const subject =
    project !== undefined
      ? html`<a href="${links.project(project.key)}">${tongue.projectName(project)}</a>`
      : projectKey === null
        ? voice.say(planWords.cover)
        : html`${begun ?? projectKey}`
  const isBeginning = fields.every((field) => field === 'whole')
  const named = fields.slice(0, FIELDS_NAMED).map((field) => fieldName(tongue, field))
  const what = isBeginning
    ? voice.say(begun === '' ? planWords.left : planWords.begun)
    : html`${join(named, voice.plain(planWords.listSeparator))}${fields.length > FIELDS_NAMED ? ' …' : ''}`
  return html`<li>${subject}: ${what}</li>`
}

function renderWays({ tongue: { voice }, links }: PublicVisit, page: number, hasMore: boolean): Html {
  const way = (to: number, word: typeof publicWords.older) =>
    renderLinkButton({ href: links.to('/plan/changes', to === 1 ? {} : { page: String(to) }), kind: 'secondary', label: voice.say(word) })
  return html`<p class="cluster no-print">
    ${page > 1 ? way(page - 1, publicWords.newer) : nothing} ${hasMore ? way(page + 1, publicWords.older) : nothing}
  </p>`
}
