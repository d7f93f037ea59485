import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { may } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { WAYS } from '../model.ts'
import { providerSettings } from '../provider.ts'
import { matchDay, type DayMatch } from '../rules/match.ts'
import { listDifferencesOn } from '../store/differences.ts'
import { listBankCredits, listClosedDays, listSources, type ClosedDay } from '../store/match.ts'
import { findRequest } from '../store/requests.ts'
import { matchWords } from '../text/match-words.ts'
import { payWords } from '../text/pay-words.ts'
import { workWords } from '../text/work-words.ts'
import { renderDifference } from './differences.ts'
import { dayText, deskCrumb, renderDay, wayPlain, wayText, yenText } from './frame.ts'
import { renderMatchState } from './match.ts'

/** The day in the address. Faults: `not-found` for none, or one to come. */
export function dayIn({ params, tx }: Pick<Visit, 'params' | 'tx'>): Temporal.PlainDate {
  try {
    const day = Temporal.PlainDate.from(params['day'] ?? '', { overflow: 'reject' })
    if (/^20\d{2}-\d{2}-\d{2}$/.test(params['day'] ?? '') && Temporal.PlainDate.compare(day, tx.today) <= 0) return day
  } catch {
    // No day at all is as little found as one to come.
  }
  throw new Fault('not-found', 'there is no such day')
}

export async function showMatchDay(visit: Visit): Promise<Answer> {
  return dayPage(visit)
}

/** The three sides of one day, what does not match with what to do, the bank's lines, and the end of the day. */
export async function dayPage(visit: Visit, warning: Html | null = null): Promise<Answer> {
  const { voice, tx } = visit
  const day = dayIn(visit)
  const [sources] = await listSources(tx, day, day)
  if (sources === undefined) throw new Fault('not-found', 'there is no such day')
  const match = matchDay(sources)
  const [closed] = await listClosedDays(tx, day, day)
  const main = html`${renderPageTitle({
      title: dayText(voice, day), kicker: voice.say(matchWords.title), facts: renderMatchState(voice, match.state),
      actions: renderLinkButton({ href: `/staff/payments/match/${day.toString()}.xlsx`, label: voice.say(matchWords.dayFile), kind: 'secondary', icon: 'download' }),
    })}
    ${renderStack({
      parts: [
        warning === null ? nothing : renderNotice({ voice, kind: 'warning', title: warning, isAnnounced: true }),
        closed === undefined ? nothing : renderNotice({ voice, kind: 'success', title: voice.say(matchWords.closedBy, { name: closed.closedByName, note: closed.note }) }),
        renderSides(visit, match),
        renderMismatches(visit, match),
        await renderFindings(visit, day),
        await renderBank(visit, day),
        renderEnd(visit, day, closed),
      ],
      gap: 'large',
    })}`
  const crumbs = [deskCrumb(voice), { href: `/staff/payments/match?month=${day.toPlainYearMonth().toString()}`, label: voice.say(matchWords.title) }]
  return shown({ title: dayText(voice, day), main, area: 'staff', crumbs, status: warning === null ? 200 : 422 })
}

function renderSides({ voice }: Visit, { ways, ledgerYen, agentsYen, bankYen }: DayMatch): Html {
  const orNone = (yen: number | null) => (yen === null ? '–' : yenText(voice, yen))
  return renderTable({
    caption: voice.say(matchWords.title), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [
      { heading: voice.say(payWords.way) }, { heading: voice.say(matchWords.ledger), isNumeric: true }, { heading: voice.say(matchWords.agents), isNumeric: true },
      { heading: voice.say(matchWords.expected), isNumeric: true }, { heading: voice.say(matchWords.bank), isNumeric: true }, { heading: voice.say(matchWords.state), width: 'narrow' },
    ],
    rows: ways.map((one) => [wayText(voice, one.way), yenText(voice, one.ledgerYen), orNone(one.agentYen), yenText(voice, one.expectedYen), orNone(one.bankYen), renderMatchState(voice, one.state)]),
    footer: [voice.say(matchWords.total), yenText(voice, ledgerYen), yenText(voice, agentsYen), '', yenText(voice, bankYen), ''],
  })
}

function renderMismatches({ voice }: Visit, { ways }: DayMatch): Html {
  const mismatches = ways.flatMap((one) => one.mismatches)
  if (mismatches.length === 0) return nothing
  return renderSection({
    heading: voice.say(matchWords.mismatches),
    body: renderTable({
      caption: voice.say(matchWords.mismatches), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [
        { heading: voice.say(matchWords.transaction) }, { heading: voice.say(payWords.way) }, { heading: voice.say(matchWords.ledger), isNumeric: true },
        { heading: voice.say(matchWords.agents), isNumeric: true }, { heading: voice.say(matchWords.todo), width: 'wide' },
      ],
      rows: mismatches.map(({ transaction, way, yen, otherYen, kind }) => [transaction, wayText(voice, way), yenText(voice, yen), yenText(voice, otherYen), voice.say(matchWords[kind])]),
    }),
  })
}

async function renderFindings(visit: Visit, day: Temporal.PlainDate): Promise<Html> {
  const found = await listDifferencesOn(visit.tx, day)
  if (found.length === 0) return nothing
  const parts = []
  for (const one of found) parts.push(renderDifference(visit, one, one.requestId === null ? undefined : await findRequest(visit.tx, { id: one.requestId })))
  return renderSection({ heading: visit.voice.say(workWords.differences), body: renderStack({ parts }) })
}

async function renderBank(visit: Visit, day: Temporal.PlainDate): Promise<Html> {
  const { voice, tx } = visit
  const lines = await listBankCredits(tx, day, day)
  const table = lines.length === 0 ? renderEmpty({ icon: 'building', title: voice.say(matchWords.noLines) }) : renderTable({
    caption: voice.say(matchWords.bankLines), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(matchWords.creditedOn), width: 'narrow' }, { heading: voice.say(payWords.way) }, { heading: voice.say(payWords.amount), isNumeric: true }, { heading: voice.say(matchWords.description) }],
    rows: lines.map((one) => [renderDay(voice, one.creditedOn), wayText(voice, one.way), yenText(voice, one.yen), one.description]),
  })
  const form = renderForm({
    voice, action: `/staff/payments/match/${day.toString()}/bank`, csrfToken: visit.formToken(),
    body: html`${renderField({ voice, kind: 'select', name: 'way', label: voice.say(payWords.way), isRequired: true, choices: WAYS.map((way) => ({ value: way, label: wayPlain(voice, way) })) })}
      ${renderField({ voice, kind: 'date', name: 'creditedOn', label: voice.say(matchWords.creditedOn), isRequired: true, value: tx.today.toString() })}
      ${renderField({ voice, kind: 'number', name: 'yen', label: voice.say(payWords.amount), isRequired: true, unit: '円' })}
      ${renderField({ voice, kind: 'text', name: 'description', label: voice.say(matchWords.description), isRequired: true })}`,
    buttons: renderButton({ label: voice.say(matchWords.enterLine), kind: 'secondary', icon: 'plus' }),
  })
  return renderSection({ heading: voice.say(matchWords.bankLines), body: renderStack({ parts: [table, renderPanel({ level: 3, heading: voice.say(matchWords.enterLine), body: form })] }) })
}

function renderEnd(visit: Visit, day: Temporal.PlainDate, closed: ClosedDay | undefined): Html {
  const { voice } = visit
  const path = `/staff/payments/match/${day.toString()}`
  const fetching = providerSettings(visit) === null ? nothing
    : renderForm({ voice, action: `${path}/fetch`, csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(matchWords.fetch), kind: 'secondary', icon: 'download' }) })
  const closing = closed !== undefined || !may(visit.actor, 'payments-approver') ? nothing : renderPanel({
    heading: voice.say(matchWords.closeDay),
    body: renderForm({
      voice, action: `${path}/close`, csrfToken: visit.formToken(),
      body: renderField({ voice, kind: 'text', name: 'note', label: voice.say(matchWords.closeNote), isRequired: false }),
      buttons: renderButton({ label: voice.say(matchWords.closeDay), icon: 'check' }),
    }),
  })
  return html`${fetching}${closing}`
}
