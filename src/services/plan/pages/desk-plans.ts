import { renderLinkButton } from '#design/button/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderTabs } from '#design/tabs-as-links/view.ts'
import { may } from '#kernel/access/actor.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { StaffVisit } from '../actions/staff-visit.ts'
import { newPlanWords } from '../text/new-plan-words.ts'

/** The city's plans side by side. */
export function renderPlanTabs({ voice }: Visit, { plan, plans }: StaffVisit): Html {
  if (plans.length < 2) return nothing
  const tabs = plans.map(({ key, title }) => ({ href: `/staff/plan?plan=${encodeURIComponent(key)}`, label: title, isCurrent: key === plan.key }))
  return renderTabs({ label: voice.plain(newPlanWords.plans), tabs })
}

/** For publishers: the way to the next plan, and while that is in preparation the way back. */
export function renderNextPlan(visit: Visit, { plan, links, year }: StaffVisit): Html {
  const { voice, actor } = visit
  if (!may(actor, 'plan-publisher')) return nothing
  if (!plan.isInPreparation) {
    return html`<p>${renderLinkButton({ href: links.to('/staff/plan/new-plan', { year: String(year) }), kind: 'secondary', icon: 'plus', label: voice.say(newPlanWords.title) })}</p>`
  }
  return renderConfirm({
    voice,
    title: voice.say(newPlanWords.inPreparation),
    body: voice.say(newPlanWords.inPreparationBody),
    action: '/staff/plan/new-plan/undo',
    csrfToken: visit.formToken(),
    hidden: { plan: plan.key, year: String(year) },
    confirmLabel: voice.say(newPlanWords.undo),
    cancelHref: '/staff/plan',
    isDangerous: true,
  })
}
