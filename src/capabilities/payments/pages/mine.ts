import type { Waiting } from '#capabilities/resident-identity/my-pages.ts'
import type { Resident } from '#kernel/access/actor.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderTable } from '#design/table/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { isPayable } from '../rules/fold.ts'
import { listRequestsOf } from '../store/requests.ts'
import { myWords } from '../text/my-words.ts'
import { payWords } from '../text/pay-words.ts'
import { renderDay, renderState, said, yenText } from './frame.ts'
import { payPath } from './paths.ts'

const SHOWN = 100

/** What this resident has been asked for, the newest first. */
export async function showMine(visit: Visit): Promise<Answer> {
  const { voice, tx, actor } = visit
  const requests = actor.resident === null ? [] : await listRequestsOf(tx, actor.resident.accountId, SHOWN)
  const main = html`${renderPageTitle({ title: voice.say(myWords.title), lead: voice.say(myWords.summary) })}
    ${requests.length === 0 ? renderEmpty({ icon: 'money', title: voice.say(myWords.none), body: voice.say(myWords.noneBody) }) : renderTable({
      caption: voice.say(myWords.title), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [{ heading: voice.say(payWords.item) }, { heading: voice.say(payWords.amount), isNumeric: true }, { heading: voice.say(myWords.state) }, { heading: voice.say(payWords.dueOn), width: 'narrow' }],
      rows: requests.map((request) => [html`<a href="${payPath(request)}">${said(request.title, voice)}</a>`, yenText(voice, request.amountYen), renderState(voice, request.state), renderDay(voice, request.dueOn)]),
    })}`
  return shown({ title: voice.plain(myWords.title), main, crumbs: [{ href: '/my', label: voice.say(myWords.myPage) }] })
}

/** What waits to be paid, the soonest due first. */
export async function waitingFor(tx: Tx, { accountId }: Resident): Promise<Waiting> {
  const open = (await listRequestsOf(tx, accountId, SHOWN)).filter(({ state }) => isPayable(state))
  const [first] = open.toSorted((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))
  return { count: open.length, next: first === undefined ? null : { label: myWords.pay, path: payPath(first) } }
}
