import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { expectedYen } from '../actions/cash.ts'
import { pieceName } from '../forms.ts'
import { spokenNumber } from '../rules/payment-number.ts'
import { PIECES } from '../rules/till.ts'
import { findTill, listTillEntries, listTills, type Till, type TillEntryKind } from '../store/tills.ts'
import { deskWords } from '../text/desk-words.ts'
import { payWords } from '../text/pay-words.ts'
import { deskCrumb, renderMinute, yenText } from './frame.ts'

/** What came back with a count that was not taken. */
export interface CountAgain {
  readonly typed: Typed
  readonly problems: FormProblems
  readonly warning?: Html
}

const ENTRY_WORDS: Readonly<Record<TillEntryKind, Phrase<never>>> = { taken: deskWords.entryTaken, voided: deskWords.entryVoided, refunded: deskWords.entryRefunded }

/** A clerk's own drawer today: count and open, what went in and out, count and close. */
export async function showTill(visit: Visit): Promise<Answer> {
  return tillPage(visit)
}

export async function tillPage(visit: Visit, again: CountAgain = { typed: {}, problems: {} }): Promise<Answer> {
  const { voice, tx } = visit
  const till = await findTill(tx, tx.today, tx.actor.id)
  const main = html`${renderPageTitle({ title: voice.say(deskWords.till), lead: voice.say(deskWords.tillLead) })}
    ${renderStack({
      parts: [
        again.warning === undefined ? nothing : renderNotice({ voice, kind: 'warning', title: again.warning, isAnnounced: true }),
        till === undefined ? renderOpening(visit, again) : await renderDrawer(visit, till, again),
        await renderTills(visit),
      ],
      gap: 'large',
    })}`
  const status = Object.keys(again.problems).length > 0 || again.warning !== undefined ? 422 : 200
  return shown({ title: voice.plain(deskWords.till), main, area: 'staff', crumbs: [deskCrumb(voice)], status })
}

function renderOpening(visit: Visit, again: CountAgain): Html {
  const { voice } = visit
  return renderPanel({
    heading: voice.say(deskWords.openTill),
    body: renderForm({
      voice, action: '/staff/payments/till/open', csrfToken: visit.formToken(),
      body: html`<p>${voice.say(deskWords.openTillBody)}</p>${renderPieces(visit, again)}`,
      buttons: renderButton({ label: voice.say(deskWords.openTill) }),
    }),
  })
}

async function renderDrawer(visit: Visit, till: Till, again: CountAgain): Promise<Html> {
  const { voice, tx } = visit
  const entries = await listTillEntries(tx, till.id)
  const expected = await expectedYen(tx, till)
  const facts = [
    { term: voice.say(deskWords.opening), description: yenText(voice, till.openingYen) },
    { term: voice.say(deskWords.expected), description: html`<strong>${yenText(voice, expected)}</strong>` },
    ...(till.closingYen === null ? [] : [
      { term: voice.say(deskWords.counted), description: yenText(voice, till.closingYen) },
      { term: voice.say(deskWords.off), description: `${yenText(voice, till.closingYen - expected)} ${till.note}` },
    ]),
  ]
  const list = entries.length === 0 ? renderEmpty({ icon: 'money', title: voice.say(deskWords.noEntries) }) : renderTable({
    caption: voice.say(deskWords.entries), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(payWords.number), width: 'narrow' }, { heading: voice.say(deskWords.state) }, { heading: voice.say(payWords.amount), isNumeric: true }, { heading: voice.say(deskWords.at), width: 'narrow' }],
    rows: entries.map(({ number, kind, yen, at }) => [html`<a href="/staff/payments/requests/${number}">${spokenNumber(number)}</a>`, voice.say(ENTRY_WORDS[kind]), yenText(voice, yen), renderMinute(at)]),
  })
  const drawer = html`${renderFactsList({ facts })}${renderSection({ heading: voice.say(deskWords.entries), body: list })}`
  return till.closedAt === null ? html`${drawer}${renderClosing(visit, again)}` : drawer
}

function renderClosing(visit: Visit, again: CountAgain): Html {
  const { voice } = visit
  const note = again.typed['note']
  return renderPanel({
    heading: voice.say(deskWords.closeTill),
    body: renderForm({
      voice, action: '/staff/payments/till/close', csrfToken: visit.formToken(),
      body: html`<p>${voice.say(deskWords.closeTillBody)}</p>${renderPieces(visit, again)}
        ${renderField({ voice, kind: 'text', name: 'note', label: voice.say(deskWords.tillNote), hint: voice.say(deskWords.tillNoteHint), isRequired: false, value: typeof note === 'string' ? note : '' })}`,
      buttons: renderButton({ label: voice.say(deskWords.closeTill) }),
    }),
  })
}

function renderPieces({ voice }: Visit, { typed, problems }: CountAgain): Html {
  const fields = PIECES.map((value) => {
    const name = pieceName(value)
    const [given, problem] = [typed[name], problems[name]]
    return renderField({
      voice, kind: 'number', name, label: voice.say(deskWords.pieces, { value }), isRequired: false, isTagHidden: true, value: typeof given === 'string' ? given : '',
      ...(problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }),
    })
  })
  const half = PIECES.length / 2
  return renderColumns({ kind: 'halves', parts: [html`${fields.slice(0, half)}`, html`${fields.slice(half)}`] })
}

async function renderTills({ voice, tx }: Visit): Promise<Html> {
  const tills = await listTills(tx, tx.today)
  if (tills.length === 0) return nothing
  const rows = []
  for (const till of tills) {
    const expected = await expectedYen(tx, till)
    rows.push([till.clerkName, yenText(voice, till.openingYen), yenText(voice, expected), till.closingYen === null ? '–' : yenText(voice, till.closingYen), till.closingYen === null ? '–' : yenText(voice, till.closingYen - expected)])
  }
  return renderSection({
    heading: voice.say(deskWords.tills),
    body: renderTable({
      caption: voice.say(deskWords.tills), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [
        { heading: voice.say(deskWords.clerk) }, { heading: voice.say(deskWords.opening), isNumeric: true }, { heading: voice.say(deskWords.expected), isNumeric: true },
        { heading: voice.say(deskWords.counted), isNumeric: true }, { heading: voice.say(deskWords.off), isNumeric: true },
      ],
      rows,
    }),
  })
}
