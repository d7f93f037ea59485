import { renderLinkButton } from '#design/button/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { listReceiptsOf } from '../store/receipts.ts'
import { listLines } from '../store/requests.ts'
import { payWords } from '../text/pay-words.ts'
import { receiptWords } from '../text/receipt-words.ts'
import { dayText, said, wayText, yenText } from './frame.ts'
import { payVisit, renderLines } from './pay.ts'
import { payPath, receiptPath } from './paths.ts'

/** The receipt as a page; it says so where it was voided. */
export async function showReceipt(visit: Visit): Promise<Answer> {
  const { request } = await payVisit(visit)
  const { voice, tx, city } = visit
  const receipts = await listReceiptsOf(tx, request.id)
  const receipt = receipts.findLast(({ voided }) => voided === null) ?? receipts.at(-1)
  if (receipt === undefined) throw new Fault('not-found', 'there is no receipt yet')
  const main = html`${renderPageTitle({
      title: voice.say(receiptWords.title), kicker: `${voice.plain(receiptWords.number)} ${receipt.number}`, facts: html`<strong>${yenText(voice, receipt.yen)}</strong>`,
      ...(receipt.voided === null ? { actions: renderLinkButton({ href: `${receiptPath(request)}.pdf`, label: voice.say(payWords.receiptPdf), icon: 'print' }) } : {}),
    })}
    ${renderStack({
      parts: [
        receipt.voided === null ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(payWords.receiptVoid) }),
        renderFactsList({
          facts: [
            ...(request.payerName === '' ? [] : [{ term: voice.say(payWords.receivedFrom), description: request.payerName }]),
            { term: voice.say(payWords.item), description: said(request.title, voice) },
            { term: voice.say(payWords.paidOn), description: dayText(voice, receipt.paidOn) },
            { term: voice.say(payWords.way), description: wayText(voice, receipt.way) },
          ],
        }),
        renderLines(voice, request, await listLines(tx, request.id)),
        html`<p>${voice.plain(city.displayName)}</p>`,
      ],
    })}`
  return shown({ title: voice.plain(receiptWords.title), main, crumbs: [{ href: payPath(request), label: voice.say(payWords.title) }] })
}
