import { readFileSync } from 'node:fs'
import { printPdf } from '#capabilities/documents/pdf.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { lineYen, type PaymentRequest } from '../model.ts'
import { DESK_BASIS, dayText, said, wayPlain, yenText } from '../pages/frame.ts'
import { payVisit } from '../pages/pay.ts'
import { spokenNumber } from '../rules/payment-number.ts'
import { paymentSettings } from '../rules/settings.ts'
import { findReceipt, listReceiptsOf, type Receipt } from '../store/receipts.ts'
import { findRequest, listLines } from '../store/requests.ts'
import { payWords } from '../text/pay-words.ts'
import { receiptWords } from '../text/receipt-words.ts'

/** The payer's own receipt: the newest one that holds. */
export async function showOwnReceiptSheet(visit: Visit): Promise<Answer> {
  const { request } = await payVisit(visit)
  const receipt = (await listReceiptsOf(visit.tx, request.id)).findLast(({ voided }) => voided === null)
  if (receipt === undefined) throw new Fault('not-found', 'there is no receipt yet')
  return fileAnswer(await printReceipt(visit, request, receipt), 'application/pdf')
}

/** Any receipt by its number, voided ones with the mark across them: for the desk. */
export async function showReceiptSheet(visit: Visit): Promise<Answer> {
  const receipt = await findReceipt(visit.tx, visit.params.number ?? '')
  const request = receipt && (await findRequest(visit.tx, { id: receipt.requestId }))
  if (receipt === undefined || request === undefined) throw new Fault('not-found', 'there is no such receipt')
  await visit.tx.note({ act: 'print receipt', subject: `payment:${request.id}`, basis: DESK_BASIS })
  return fileAnswer(await printReceipt(visit, request, receipt), 'application/pdf')
}

async function printReceipt({ voice, tx, city }: Visit, request: PaymentRequest, receipt: Receipt): Promise<Buffer> {
  const settings = paymentSettings(city)
  const lines = await listLines(tx, request.id)
  const printed = await printPdf({
    template: readFileSync(new URL('./receipt-sheet.typ', import.meta.url), 'utf8'),
    content: {
      title: voice.plain(receiptWords.title), numberLabel: voice.plain(receiptWords.number), number: receipt.number,
      payer: request.payerName, amount: yenText(voice, receipt.yen), forWhat: voice.plain(receiptWords.forWhat, { what: said(request.title, voice) }),
      heads: [payWords.item, payWords.unitPrice, payWords.quantity, payWords.lineTotal].map((phrase) => voice.plain(phrase)),
      rows: lines.map((line) => [said(line.label, voice), yenText(voice, line.unitYen), voice.number(line.quantity), yenText(voice, lineYen(line))]),
      facts: [[voice.plain(payWords.paidOn), dayText(voice, receipt.paidOn)], [voice.plain(payWords.way), wayPlain(voice, receipt.way)]],
      city: voice.plain(city.displayName), office: settings.office,
      mark: receipt.voided !== null ? voice.plain(receiptWords.voided) : settings.isInvented ? voice.plain(receiptWords.demo) : '',
      foot: voice.plain(receiptWords.stamp, { number: spokenNumber(request.number) }),
    },
    title: `${voice.plain(receiptWords.title)} ${receipt.number}`,
    author: city.name,
    createdAt: receipt.issuedAt,
    standard: 'ua-1',
    missingCharacters: 'geta',
  })
  if (!printed.ok) throw new Fault('too-large', `the receipt cannot be printed: ${printed.reason}`)
  return Buffer.from(printed.bytes)
}
