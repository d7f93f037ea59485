import { readFileSync } from 'node:fs'
import { printPdf } from '#capabilities/documents/pdf.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { fileAnswer, redirect, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { lineYen, type PaymentRequest } from '../model.ts'
import { DESK_BASIS, dayText, said, yenText } from '../pages/frame.ts'
import { payPath } from '../pages/paths.ts'
import { payVisit } from '../pages/pay.ts'
import { deskVisit } from '../pages/request.ts'
import { isPayable } from '../rules/fold.ts'
import { spokenNumber } from '../rules/payment-number.ts'
import { paymentSettings } from '../rules/settings.ts'
import { BARS, drawBars, printedDigits } from '../rules/slip-bars.ts'
import { listLines } from '../store/requests.ts'
import { findValidSlip, type Slip } from '../store/slips.ts'
import { payWords } from '../text/pay-words.ts'
import { slipWords } from '../text/slip-words.ts'

/** The payer's valid slip. An expired or replaced one is not printed any more: the payer's page says the next step. */
export async function showOwnSlipSheet(visit: Visit): Promise<Answer> {
  const { request, standing } = await payVisit(visit)
  const slip = await findValidSlip(visit.tx, request.id)
  if (slip === undefined || !isPayable(standing.state)) return redirect(payPath(request), { notice: payWords.noLongerPayable })
  return fileAnswer(await printSlip(visit, request, slip), 'application/pdf')
}

/** The same for the counter, by the number of the request. */
export async function showDeskSlipSheet(visit: Visit): Promise<Answer> {
  const { request, standing } = await deskVisit(visit)
  const slip = await findValidSlip(visit.tx, request.id)
  if (slip === undefined || !isPayable(standing.state)) throw new Fault('not-found', 'there is no slip that could be paid')
  await visit.tx.note({ act: 'print slip', subject: `payment:${request.id}`, basis: DESK_BASIS })
  return fileAnswer(await printSlip(visit, request, slip), 'application/pdf')
}

async function printSlip(visit: Visit, request: PaymentRequest, slip: Slip): Promise<Buffer> {
  const { voice, city } = visit
  const title = voice.plain(slipWords.title)
  const printed = await printPdf({
    template: readFileSync(new URL('./slip-sheet.typ', import.meta.url), 'utf8'),
    content: await contentOf(visit, request, slip),
    title: `${title} ${spokenNumber(request.number)}`,
    author: city.name,
    createdAt: slip.issuedAt,
    standard: 'ua-1',
    missingCharacters: 'geta',
  })
  if (!printed.ok) throw new Fault('too-large', `the slip cannot be printed: ${printed.reason}`)
  return Buffer.from(printed.bytes)
}

async function contentOf({ voice, tx, city }: Visit, request: PaymentRequest, slip: Slip) {
  const settings = paymentSettings(city)
  const lines = await listLines(tx, request.id)
  const { number, amount, forWhat, validUntil, stamp, stub, stubNote, shop, notice, cut, elQr } = slipWords
  const labels = { number, amount, forWhat, validUntil, stamp, stub, stubNote, shop, notice, cut, elQr }
  return {
    title: settings.isInvented ? `${voice.plain(slipWords.title)} ${voice.plain(slipWords.demo)}` : voice.plain(slipWords.title),
    city: voice.plain(city.displayName), how: voice.plain(slipWords.how), payer: request.payerName,
    number: spokenNumber(request.number), amount: yenText(voice, slip.yen), forWhat: said(request.title, voice), validUntil: dayText(voice, slip.validUntil),
    heads: [payWords.item, payWords.unitPrice, payWords.quantity, payWords.reduction, payWords.lineTotal].map((phrase) => voice.plain(phrase)),
    rows: lines.map((line) => [said(line.label, voice), yenText(voice, line.unitYen), voice.number(line.quantity), line.offYen === 0 ? '–' : yenText(voice, -line.offYen), yenText(voice, lineYen(line))]),
    labels: Object.fromEntries(Object.entries(labels).map(([name, phrase]) => [name, voice.plain(phrase)])),
    bars: {
      svg: drawBars(slip.digits), widthMm: BARS.modules * BARS.moduleMm, quietMm: BARS.quietModules * BARS.moduleMm, heightMm: BARS.heightMm,
      lines: printedDigits(slip.digits), alt: voice.plain(slipWords.bars, { digits: slip.digits }),
    },
    agent: voice.plain(slipWords.agent, { agent: settings.slipAgent }),
    foot: voice.plain(slipWords.foot, { day: dayText(voice, dayOf(slip.issuedAt)), issue: slip.issue }),
  }
}
