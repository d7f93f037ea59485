import { renderBadge } from '#design/badge/view.ts'
import { renderButton } from '#design/button/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { may } from '#kernel/access/actor.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { StaffVisit } from '../actions/staff-visit.ts'
import type { Board } from '../rules/round-board.ts'
import { listRemindersOf } from '../store/reminders.ts'
import { isRunning, type Round } from '../store/rounds.ts'
import { boardWords } from '../text/round-board-words.ts'
import { plainRoundName } from './round-names.ts'

/** Those who gather may remind, and see who was reminded today. */
export async function renderReminders(visit: Visit, found: StaffVisit, round: Round, { late }: Board): Promise<Html> {
  const { voice, actor, tx } = visit
  if (!isRunning(round) || !['plan-publisher', 'plan-reviewer'].some((duty) => may(actor, duty))) return nothing
  const reminders = await listRemindersOf(tx, round, tx.today)
  const button = renderForm({
    voice,
    action: `/staff/plan/rounds/${encodeURIComponent(round.key)}/remind`,
    csrfToken: visit.formToken(),
    hidden: { plan: found.plan.key, year: String(found.year) },
    body: html`<p>${voice.say(boardWords.remindBody)}</p>`,
    buttons: renderButton({ label: voice.say(boardWords.remind), icon: 'mail', kind: 'secondary' }),
  })
  const list = renderTable({
    caption: voice.say(boardWords.remindersToday),
    isCaptionHidden: true,
    id: 'reminders',
    isCardsOnPhone: true,
    columns: [{ heading: voice.say(boardWords.person) }, { heading: voice.say(boardWords.letter) }, { heading: voice.say(boardWords.sent) }],
    rows: reminders.map(({ personName, sheets, sentAt }) => [
      personName,
      voice.say(boardWords.letterBody, { name: personName, round: plainRoundName(voice, round), count: sheets }),
      renderBadge(sentAt === null ? { label: voice.say(boardWords.waiting) } : { label: voice.say(boardWords.sent), tone: 'success' }),
    ]),
  })
  return renderSection({
    heading: voice.say(boardWords.remindersToday),
    id: 'reminders-today',
    body: html`${late.length === 0 || !may(actor, 'plan-publisher') ? nothing : html`<div class="no-print">${button}</div>`}
      ${reminders.length === 0 ? html`<p>${voice.say(boardWords.noRemindersToday)}</p>` : list}`,
  })
}
