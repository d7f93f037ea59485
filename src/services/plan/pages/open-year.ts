import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderForm } from '#design/form/view.ts'
import { may } from '#kernel/access/actor.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { StaffVisit } from '../actions/staff-visit.ts'
import { staffWords } from '../text/staff-words.ts'

/** The next year of the plan's period that has no report yet. */
export function nextYearOf({ plan }: Pick<StaffVisit, 'plan'>): number | null {
  const last = Math.max(...plan.reports.map(({ year }) => year))
  return last < plan.to ? last + 1 : null
}

/** Lets publishers begin the report of the next year. */
export function renderOpenYear({ actor, voice, formToken }: Visit, found: StaffVisit): Html {
  const next = nextYearOf(found)
  if (next === null || !may(actor, 'plan-publisher')) return nothing
  const heading = voice.say(staffWords.openYear, { year: found.tongue.plainYear(next) })
  return renderPanel({
    heading,
    body: html`<p>${voice.say(staffWords.openYearBody)}</p>
      ${renderForm({
        voice,
        action: '/staff/plan/years',
        csrfToken: formToken(),
        hidden: { plan: found.plan.key, year: String(next) },
        body: nothing,
        buttons: renderButton({ label: heading, kind: 'secondary', icon: 'plus' }),
      })}`,
  })
}
