import { renderCards } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFilters } from '#design/filters/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderPagination } from '#design/pagination/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { PAYMENT_STATES, type PaymentRequest } from '../model.ts'
import { numberIn, spokenNumber } from '../rules/payment-number.ts'
import { findRequest, listRequests } from '../store/requests.ts'
import { deskWords } from '../text/desk-words.ts'
import { payWords } from '../text/pay-words.ts'
import { words } from '../text/words.ts'
import { deskCards } from './desk-cards.ts'
import { DESK_BASIS, renderDay, renderMinute, renderState, said, yenText } from './frame.ts'
import { deskPath } from './paths.ts'

const REQUESTS_A_PAGE = 50
const MOST_PAGES = 1_000
const MOST_WORDS = 100

/** Where cashiers begin: a whole number leads straight to its request, anything else narrows the list. */
export async function showDesk(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const typed = (query['q'] ?? '').replace(/\p{Cc}/gu, ' ').trim().slice(0, MOST_WORDS)
  const number = numberIn(typed)
  if (number !== undefined && (await findRequest(tx, { number })) !== undefined) return redirect(deskPath({ number }))
  const state = PAYMENT_STATES.find((one) => one === query.state) ?? ''
  const wanted = Number(query.page)
  const page = Number.isSafeInteger(wanted) && wanted > 1 && wanted <= MOST_PAGES ? wanted : 1
  const asked = { words: digitsOf(typed), state, limit: REQUESTS_A_PAGE + 1, offset: (page - 1) * REQUESTS_A_PAGE } as const
  const found = await listRequests(tx, asked)
  await tx.note({ act: 'list payments', subject: 'payments', basis: DESK_BASIS })
  const isMistyped = number === undefined && /^[\d\s-]{12,}$/.test(typed)
  const main = html`${renderPageTitle({ title: voice.say(words.deskTitle), lead: voice.say(words.deskSummary) })}
    ${renderStack({
      parts: [
        renderCards({ level: 2, cards: await deskCards(visit) }),
        renderFilters({
          voice, action: '/staff/payments', clearHref: '/staff/payments',
          search: { name: 'q', label: voice.say(deskWords.search), value: typed },
          selects: [{ name: 'state', label: voice.say(deskWords.state), value: state, choices: PAYMENT_STATES.map((one) => ({ value: one, label: voice.plain(deskWords[one]) })) }],
        }),
        isMistyped ? renderNotice({ voice, kind: 'warning', title: voice.say(deskWords.mistyped) }) : nothing,
        found.length === 0
          ? renderEmpty({ icon: 'money', title: voice.say(deskWords.none), body: voice.say(deskWords.noneBody) })
          : renderList(visit, found.slice(0, REQUESTS_A_PAGE)),
        renderPagination({
          voice, page, pages: found.length > REQUESTS_A_PAGE ? page + 1 : page,
          hrefOf: (one) => `/staff/payments?${new URLSearchParams({ q: typed, state, page: String(one) }).toString()}`,
        }),
      ],
      gap: 'large',
    })}`
  return shown({ title: voice.plain(words.deskTitle), main, area: 'staff' })
}

/** Digits however they were grouped; other words as they are. */
function digitsOf(typed: string): string {
  const plain = typed.normalize('NFKC')
  return /^[\d\s-]+$/.test(plain) ? plain.replace(/[\s-]/g, '') : plain
}

function renderList({ voice }: Visit, requests: readonly PaymentRequest[]): Html {
  return renderTable({
    caption: voice.say(deskWords.requests),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(payWords.number), width: 'narrow' }, { heading: voice.say(deskWords.state), width: 'narrow' }, { heading: voice.say(deskWords.forWhat) },
      { heading: voice.say(payWords.amount), isNumeric: true }, { heading: voice.say(payWords.dueOn), width: 'narrow' }, { heading: voice.say(deskWords.requestedAt), width: 'narrow' },
    ],
    rows: requests.map((request) => [
      html`<a href="${deskPath(request)}">${spokenNumber(request.number)}</a>`, renderState(voice, request.state), said(request.title, voice),
      yenText(voice, request.amountYen), renderDay(voice, request.dueOn), renderMinute(request.requestedAt),
    ]),
  })
}
