import { renderPanel } from '#design/card/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { PlanEntry } from '../store/catalogue.ts'
import { listSuccessionsOf, type KeptSuccession } from '../store/successions.ts'
import { newPlanWords } from '../text/new-plan-words.ts'
import type { PublicVisit } from './public-visit.ts'

/** Where a project came from and goes on in the city's other plans; plans in preparation are not told of. */
export async function renderOtherPlans(tx: Tx, { plan, plans, tongue }: PublicVisit, projectKey: string): Promise<Html> {
  if (plans.length < 2) return nothing
  const { voice } = tongue
  const entries = new Map(plans.map((entry) => [entry.key, entry]))
  const successions = await listSuccessionsOf(tx, plan.key, projectKey)
  const lines = successions.flatMap((succession) => {
    const other = entries.get(succession.toPlan === plan.key ? succession.fromPlan : succession.toPlan)
    return other === undefined ? [] : [renderLine(succession, other)]
  })
  return lines.length === 0 ? nothing : renderPanel({ heading: voice.say(newPlanWords.otherPlans), body: html`<ul class="stack stack-small">${lines}</ul>` })

  function renderLine({ toPlan, fromProject, toProject }: KeptSuccession, other: PlanEntry): Html {
    const words = toPlan === plan.key ? newPlanWords.cameFrom : toProject === null ? newPlanWords.endedThere : newPlanWords.goesTo
    const key = toPlan === plan.key ? fromProject : toProject
    const text = voice.say(words, { plan: other.title })
    return key === null ? html`<li>${text}</li>` : html`<li><a href="/plan/projects/${encodeURIComponent(key)}?plan=${encodeURIComponent(other.key)}">${text}</a></li>`
  }
}
