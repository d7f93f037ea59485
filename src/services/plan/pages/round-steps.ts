import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { may } from '#kernel/access/actor.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { StaffVisit } from '../actions/staff-visit.ts'
import type { Board } from '../rules/round-board.ts'
import { isWritingKind } from '../rules/rounds.ts'
import { isRunning, type Round } from '../store/rounds.ts'
import { roundWords } from '../text/round-words.ts'

/** Opening and closing, for publishers. */
export function renderRoundSteps(visit: Visit, found: StaffVisit, round: Round, board: Board, isRefused: boolean): Html {
  if (!may(visit.actor, 'plan-publisher')) return nothing
  if (round.openedAt === null) return renderOpen(visit, found, round)
  return isRunning(round) ? renderClose(visit, found, round, board, isRefused) : nothing
}

function renderOpen(visit: Visit, { plan, year, rounds }: StaffVisit, round: Round): Html {
  const { voice } = visit
  const isBlocked = isWritingKind(round.kind) && rounds.running !== null
  const form = renderForm({
    voice,
    action: `/staff/plan/rounds/${encodeURIComponent(round.key)}/open`,
    csrfToken: visit.formToken(),
    hidden: { plan: plan.key, year: String(year) },
    body: isWritingKind(round.kind) ? html`<p>${voice.say(roundWords.openRoundBody)}</p>` : nothing,
    buttons: renderButton({ label: voice.say(roundWords.openRound) }),
  })
  return renderPanel({ heading: voice.say(roundWords.openRound), body: isBlocked ? html`<p>${voice.say(roundWords.otherRunning)}</p>` : form })
}

function renderClose(visit: Visit, { plan, year, links }: StaffVisit, round: Round, { whole }: Board, isRefused: boolean): Html {
  const { voice } = visit
  const open = whole.total - whole.counts.accepted - whole.counts.published
  const consent = renderField({
    voice, kind: 'checkbox', name: 'isUnfinished', label: voice.say(roundWords.closeUnfinished), isRequired: true,
    ...(isRefused ? { error: voice.say(roundWords.confirmClosing) } : {}),
  })
  return html`<div class="no-print">${renderConfirm({
    voice,
    title: voice.say(roundWords.closeRound),
    body: voice.say(roundWords.closeRoundBody, { count: open }),
    action: `/staff/plan/rounds/${encodeURIComponent(round.key)}/close`,
    csrfToken: visit.formToken(),
    hidden: { plan: plan.key, year: String(year) },
    confirmLabel: voice.say(roundWords.closeRound),
    cancelHref: links.to('/staff/plan/rounds', { year: String(year) }),
    ...(open > 0 ? { fields: consent } : {}),
  })}</div>`
}
