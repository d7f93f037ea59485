import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { matchDay, type DayMatch, type MatchState } from '../rules/match.ts'
import { listClosedDays, listSources, type ClosedDay } from '../store/match.ts'
import { matchWords } from '../text/match-words.ts'
import { deskCrumb, yenText } from './frame.ts'

const TONES: Readonly<Record<MatchState, BadgeTone>> = { nothing: 'neutral', match: 'success', waiting: 'info', differs: 'error' }

export function renderMatchState(voice: Voice, state: MatchState): Html {
  return renderBadge({ label: voice.say(matchWords[state]), tone: TONES[state] })
}

/** The month in the address, else this one; never a month to come. */
export function monthIn({ query, tx }: Visit): Temporal.PlainYearMonth {
  const present = tx.today.toPlainYearMonth()
  if (!/^20\d{2}-(?:0[1-9]|1[0-2])$/.test(query['month'] ?? '')) return present
  const wanted = Temporal.PlainYearMonth.from(query['month'] ?? '')
  return Temporal.PlainYearMonth.compare(wanted, present) > 0 ? present : wanted
}

export interface MatchedMonth {
  readonly days: readonly DayMatch[]
  readonly closed: ReadonlyMap<string, ClosedDay>
}

/** Every day of a month up to today. */
export async function matchedMonth(tx: Tx, month: Temporal.PlainYearMonth): Promise<MatchedMonth> {
  const from = month.toPlainDate({ day: 1 })
  const end = from.with({ day: month.daysInMonth })
  const to = Temporal.PlainDate.compare(end, tx.today) > 0 ? tx.today : end
  const closed = await listClosedDays(tx, from, to)
  return { days: (await listSources(tx, from, to)).map(matchDay), closed: new Map(closed.map((one) => [one.day.toString(), one])) }
}

/** Green and red by day. */
export async function showMatch(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const month = monthIn(visit)
  const matched = await matchedMonth(tx, month)
  const isPresent = month.equals(tx.today.toPlainYearMonth())
  const link = (other: Temporal.PlainYearMonth) => `/staff/payments/match?month=${other.toString()}`
  const main = html`${renderPageTitle({ title: voice.say(matchWords.title), kicker: month.toPlainDate({ day: 1 }).toLocaleString(voice.locale, { year: 'numeric', month: 'long' }), lead: voice.say(matchWords.lead) })}
    ${renderStack({
      parts: [
        renderCluster({
          parts: [
            renderLinkButton({ href: link(month.subtract({ months: 1 })), label: voice.say(matchWords.earlier), kind: 'secondary', icon: 'left' }),
            isPresent ? nothing : renderLinkButton({ href: link(month.add({ months: 1 })), label: voice.say(matchWords.later), kind: 'secondary', icon: 'right' }),
            renderLinkButton({ href: `/staff/payments/match.xlsx?month=${month.toString()}`, label: voice.say(matchWords.monthFile), kind: 'secondary', icon: 'download' }),
            renderLinkButton({ href: '/staff/imports', label: voice.say(matchWords.importLines), kind: 'secondary', icon: 'upload' }),
          ],
        }),
        renderMonth(voice, matched),
      ],
    })}`
  return shown({ title: voice.plain(matchWords.title), main, area: 'staff', crumbs: [deskCrumb(voice)] })
}

function renderMonth(voice: Voice, { days, closed }: MatchedMonth): Html {
  const sum = (of: (one: DayMatch) => number) => yenText(voice, days.reduce((total, one) => total + of(one), 0))
  return renderTable({
    caption: voice.say(matchWords.title), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [
      { heading: voice.say(matchWords.day), width: 'narrow' }, { heading: voice.say(matchWords.ledger), isNumeric: true }, { heading: voice.say(matchWords.agents), isNumeric: true },
      { heading: voice.say(matchWords.bank), isNumeric: true }, { heading: voice.say(matchWords.state), width: 'narrow' }, { heading: voice.say(matchWords.closedState) },
    ],
    rows: days.toReversed().map((one) => [
      html`<a href="/staff/payments/match/${one.day.toString()}">${one.day.toLocaleString(voice.locale, { month: 'numeric', day: 'numeric', weekday: 'short' })}</a>`,
      yenText(voice, one.ledgerYen), yenText(voice, one.agentsYen), yenText(voice, one.bankYen), renderMatchState(voice, one.state), renderClosed(voice, one, closed.get(one.day.toString())),
    ]),
    footer: [voice.say(matchWords.total), sum(({ ledgerYen }) => ledgerYen), sum(({ agentsYen }) => agentsYen), sum(({ bankYen }) => bankYen), '', ''],
  })
}

function renderClosed(voice: Voice, { ledgerYen, agentsYen, bankYen }: DayMatch, closed: ClosedDay | undefined): Html {
  if (closed === undefined) return voice.say(matchWords.open)
  const hasChanged = closed.ledgerYen !== ledgerYen || closed.agentsYen !== agentsYen || closed.bankYen !== bankYen
  return html`${renderBadge({ label: voice.say(matchWords.closedState), tone: hasChanged ? 'warning' : 'success' })} ${hasChanged ? voice.say(matchWords.changedSince, { amount: closed.ledgerYen }) : nothing}`
}
