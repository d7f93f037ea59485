import { writeCsv } from '#capabilities/documents/csv.ts'
import { writeXlsx, type Sheet } from '#capabilities/documents/xlsx-writer.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { accountContext } from '../actions/desk-refunds.ts'
import { DESK_BASIS, wayPlain } from '../pages/frame.ts'
import { matchedMonth, monthIn } from '../pages/match.ts'
import { dayIn } from '../pages/match-day.ts'
import { writeAgentFile } from '../rules/agent-file.ts'
import { matchDay } from '../rules/match.ts'
import { spokenNumber } from '../rules/payment-number.ts'
import { listBankCredits, listSources } from '../store/match.ts'
import { listRefunds } from '../store/refunds.ts'
import { findRequest } from '../store/requests.ts'
import { listUnpaidSlips, listUnsettledRecords } from '../store/slips.ts'
import { matchWords } from '../text/match-words.ts'
import { payWords } from '../text/pay-words.ts'
import { workWords } from '../text/work-words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MOST_ROWS = 5_000

type CellValue = string | number

function sheet(name: string, heads: readonly string[], rows: readonly (readonly CellValue[])[]): Sheet {
  return {
    name, columns: heads.map(() => ({ width: 20 })), frozen: { rows: 1, columns: 1 },
    rows: [{ cells: heads.map((value) => ({ value, style: { isBold: true } })) }, ...rows.map((cells) => ({ cells: cells.map((value) => ({ value })) }))],
  }
}

function workbook(title: string, createdAt: Temporal.Instant, sheets: readonly Sheet[], saveAs: string): Answer {
  const written = writeXlsx({ properties: { title, creator: 'Tsunagu', createdAt }, sheets: [...sheets] })
  if (!written.ok) throw new Fault('broken', `the workbook cannot be written: ${written.reason}`)
  return fileAnswer(Buffer.from(written.bytes), XLSX, saveAs)
}

function headsOf(voice: Voice, ...phrases: readonly (typeof matchWords.day)[]): string[] {
  return phrases.map((phrase) => voice.plain(phrase))
}

/** The month by day and way: what the accounting office files. */
export async function showMonthFile(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const month = monthIn(visit)
  const { days, closed } = await matchedMonth(tx, month)
  const byDay = days.map((one) => [one.day.toString(), one.ledgerYen, one.agentsYen, one.bankYen, voice.plain(matchWords[one.state]), closed.get(one.day.toString())?.closedByName ?? '', closed.get(one.day.toString())?.note ?? ''])
  const byWay = days.flatMap((one) => one.ways.map((way) => [one.day.toString(), wayPlain(voice, way.way), way.ledgerYen, way.agentYen ?? '', way.expectedYen, way.bankYen ?? '', voice.plain(matchWords[way.state])]))
  return workbook(voice.plain(matchWords.title), tx.now, [
    sheet('days', headsOf(voice, matchWords.day, matchWords.ledger, matchWords.agents, matchWords.bank, matchWords.state, matchWords.closedState, matchWords.closeNote), byDay),
    sheet('ways', headsOf(voice, matchWords.day, payWords.way, matchWords.ledger, matchWords.agents, matchWords.expected, matchWords.bank, matchWords.state), byWay),
  ], `payments-${month.toString()}.xlsx`)
}

/** Every payment of a day on both sides, and the bank's lines. */
export async function showDayFile(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const day = dayIn(visit)
  const [sources] = await listSources(tx, day, day)
  if (sources === undefined) throw new Fault('not-found', 'there is no such day')
  const heads = headsOf(voice, payWords.way, matchWords.transaction, payWords.amount)
  const rows = (movements: typeof sources.ledger) => movements.map(({ way, transaction, yen }) => [wayPlain(voice, way), transaction, yen])
  const mismatches = matchDay(sources).ways.flatMap((one) => one.mismatches)
  return workbook(`${voice.plain(matchWords.title)} ${day.toString()}`, tx.now, [
    sheet('ledger', heads, rows(sources.ledger)),
    sheet('agents', heads, rows(sources.agents)),
    sheet('tills', headsOf(voice, workWords.askedBy, payWords.amount), sources.tills.map(({ clerkName, takenYen }) => [clerkName, takenYen ?? ''])),
    sheet('bank', headsOf(voice, matchWords.creditedOn, payWords.way, payWords.amount, matchWords.description), (await listBankCredits(tx, day, day)).map((one) => [one.creditedOn.toString(), wayPlain(voice, one.way), one.yen, one.description])),
    sheet('differences', headsOf(voice, matchWords.transaction, matchWords.ledger, matchWords.agents, matchWords.todo), mismatches.map((one) => [one.transaction, one.yen, one.otherYen, voice.plain(matchWords[one.kind])])),
  ], `payments-${day.toString()}.xlsx`)
}

/** Approved refunds by transfer, with the accounts in clear: the one place where they stand so. */
export async function showTransferFile({ voice, tx, seal }: Visit): Promise<Answer> {
  const refunds = (await listRefunds(tx, ['approved'], MOST_ROWS)).filter(({ means }) => means === 'bank')
  const rows: CellValue[][] = []
  for (const refund of refunds) {
    const request = await findRequest(tx, { id: refund.requestId })
    const account = refund.accountSealed === null ? '' : (seal.open(refund.accountSealed, accountContext(refund.id)) ?? '')
    await tx.note({ act: 'export account', subject: `refund:${refund.id}`, basis: DESK_BASIS })
    rows.push([request === undefined ? '' : spokenNumber(request.number), refund.yen, refund.reason, request?.payerName ?? '', account, refund.decidedAt === null ? '' : minuteOf(refund.decidedAt)])
  }
  const heads = headsOf(voice, payWords.number, payWords.amount, workWords.reason, payWords.receivedFrom, workWords.account, workWords['state-approved'])
  return workbook(voice.plain(workWords.transferList), tx.now, [sheet('transfers', heads, rows)], 'refund-transfers.xlsx')
}

/** A shop's day somewhere in the demo, in the agent's layout. Only where the city is a demo: nobody invents payments elsewhere. */
export async function showStandInAgentFile({ tx, standInOrigin, query }: Visit): Promise<Answer> {
  if (standInOrigin === null) throw new Fault('not-found', 'there is no stand-in here')
  const isFinal = query['stage'] === 'final'
  const shop = { shop: '架空店001', paidAt: tx.now.toString() }
  const records = isFinal
    ? (await listUnsettledRecords(tx, MOST_ROWS)).map((one) => ({ ...one, act: 'paid' as const, shop: shop.shop, paidAt: one.paidAt.toString(), cashOn: tx.today.add({ days: 10 }).toString() }))
    : (await listUnpaidSlips(tx, MOST_ROWS)).map(({ digits, yen }) => ({ agentNumber: `S${digits.slice(8, 22)}`, act: 'paid' as const, digits, yen, ...shop, cashOn: '' }))
  const written = writeCsv(writeAgentFile({ agent: 'STANDIN', stage: isFinal ? 'final' : 'prompt', sentOn: tx.today.toString(), records }), { encoding: 'utf-8', missingCharacters: 'refuse' })
  if (!written.ok) throw new Fault('broken', `the file cannot be written: ${written.reason}`)
  return fileAnswer(Buffer.from(written.bytes), 'text/csv; charset=utf-8', `agent-${isFinal ? 'final' : 'prompt'}-${tx.today.toString()}.csv`)
}
