import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderTable } from '#design/table/view.ts'
import { may } from '#kernel/access/actor.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findStaffVisit, type StaffVisit } from '../actions/staff-visit.ts'
import { isRunning, type Round } from '../store/rounds.ts'
import { roundWords } from '../text/round-words.ts'
import { KIND_WORDS, roundName } from './round-names.ts'
import { deskCrumb, showNoPlanForStaff } from './staff-frame.ts'
import { dayText } from './tongue.ts'

/** The rounds of a year, and for publishers the way to make them. */
export async function showRounds(visit: Visit): Promise<Answer> {
  const found = await findStaffVisit(visit)
  if (found === undefined) return showNoPlanForStaff(visit)
  const { voice } = visit
  const { tongue, rounds, links, year } = found
  const main = html`${renderPageTitle({
    kicker: html`${tongue.named('plan/title', found.plan.title)} · ${tongue.year(year)}`,
    title: voice.say(roundWords.rounds),
    lead: voice.say(roundWords.roundsLead),
    actions: renderLinkButton({ href: links.to('/staff/plan/deputies', { year: String(year) }), kind: 'secondary', icon: 'people', label: voice.say(roundWords.deputies) }),
  })}
  ${rounds.rounds.length === 0 ? renderNone(visit, found) : renderRoundTable(found)}`
  return shown({ title: voice.plain(roundWords.rounds), main, area: 'staff', crumbs: [deskCrumb(found)] })
}

function renderNone(visit: Visit, { plan, year }: StaffVisit): Html {
  const { voice, actor } = visit
  const make = renderForm({
    voice, action: '/staff/plan/rounds', csrfToken: visit.formToken(), hidden: { plan: plan.key, year: String(year) }, body: nothing,
    buttons: renderButton({ label: voice.say(roundWords.makeRounds), icon: 'plus' }),
  })
  return renderEmpty({
    title: voice.say(roundWords.noRounds), body: voice.say(roundWords.noRoundsBody), icon: 'calendar',
    ...(may(actor, 'plan-publisher') ? { action: make } : {}),
  })
}

function renderRoundTable({ tongue: { voice }, rounds, links, year }: StaffVisit): Html {
  return renderTable({
    caption: voice.say(roundWords.rounds),
    isCaptionHidden: true,
    id: 'rounds',
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(roundWords.round) }, { heading: voice.say(roundWords.kind) }, { heading: voice.say(roundWords.days) }, { heading: voice.say(roundWords.state) },
    ],
    rows: rounds.rounds.map((round) => [
      html`<a href="${links.to(`/staff/plan/rounds/${encodeURIComponent(round.key)}`, { year: String(year) })}">${roundName(voice, round)}</a>`,
      voice.say(KIND_WORDS[round.kind]),
      voice.say(roundWords.fromTo, { from: dayText(voice, round.opensOn), to: dayText(voice, round.officeBy) }),
      renderRoundState(voice, round),
    ]),
  })
}

export function renderRoundState(voice: Voice, round: Pick<Round, 'openedAt' | 'closedAt'>): Html {
  if (isRunning(round)) return renderBadge({ label: voice.say(roundWords.stateRunning), tone: 'accent' })
  if (round.closedAt !== null) return renderBadge({ label: voice.say(roundWords.stateClosed), tone: 'success' })
  return renderBadge({ label: voice.say(roundWords.statePlanned) })
}
