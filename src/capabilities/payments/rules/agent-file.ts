import { readSlipDigits } from './slip-bars.ts'

/*
 * What the collecting agent of the convenience stores sends. Agents' real layouts are part of their contracts and not
 * public, so this is a layout of our own (README.md describes it); another agent is another reader beside this one.
 *   H,<agent>,P|F,<sent on>            P: 速報 (prompt), may still be cancelled; F: 確報 (final), with the day of the money
 *   D,<agent's number>,paid|cancelled,<44 digits>,<yen>,<paid at>,<cash on>,<shop>
 *   T,<records>,<yen paid less yen cancelled>
 */

export interface AgentRecord {
  readonly line: number
  readonly agentNumber: string
  readonly act: 'paid' | 'cancelled'
  readonly digits: string
  readonly yen: number
  readonly paidAt: string
  /** Empty in a prompt file. */
  readonly cashOn: string
  readonly shop: string
}

export interface AgentFile {
  readonly agent: string
  readonly stage: 'prompt' | 'final'
  readonly sentOn: string
  readonly records: readonly AgentRecord[]
  readonly totalYen: number
}

export type AgentFileRefusal =
  | 'no-header' | 'no-trailer' | 'after-trailer' | 'wrong-line' | 'wrong-digits' | 'wrong-amount' | 'wrong-moment' | 'no-cash-day' | 'twice' | 'wrong-count' | 'wrong-total'

export type AgentFileReading = { readonly ok: true; readonly file: AgentFile } | { readonly ok: false; readonly reason: AgentFileRefusal; readonly line: number; readonly read: string }

/** The file as a whole or nothing of it: a part that is missing, or a total that is another, refuses all. */
export function readAgentFile(rows: readonly (readonly string[])[]): AgentFileReading {
  const refuse = (reason: AgentFileRefusal, line: number, read = '') => ({ ok: false, reason, line, read }) as const
  const [header, ...rest] = rows.map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) })).filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [kind, agent = '', stage, sentOn = ''] = header?.cells ?? []
  if (header === undefined || kind !== 'H' || agent === '' || (stage !== 'P' && stage !== 'F') || !isDay(sentOn)) return refuse('no-header', 1, header?.cells.join(','))
  const end = rest.findIndex(({ cells }) => cells[0] === 'T')
  const trailer = rest[end]
  if (trailer === undefined) return refuse('no-trailer', rows.length)
  const beyond = rest[end + 1]
  if (beyond !== undefined) return refuse('after-trailer', beyond.line, beyond.cells.join(','))
  const records: AgentRecord[] = []
  for (const { line, cells } of rest.slice(0, end)) {
    const read = readRecord(cells, line, stage === 'F')
    if (typeof read === 'string') return refuse(read, line, cells.join(','))
    if (records.some((one) => one.agentNumber === read.agentNumber && one.act === read.act)) return refuse('twice', line, read.agentNumber)
    records.push(read)
  }
  const totalYen = records.reduce((sum, { act, yen }) => sum + (act === 'paid' ? yen : -yen), 0)
  if (trailer.cells[1] !== String(records.length)) return refuse('wrong-count', trailer.line, `${trailer.cells[1]} ≠ ${records.length}`)
  if (trailer.cells[2] !== String(totalYen)) return refuse('wrong-total', trailer.line, `${trailer.cells[2]} ≠ ${totalYen}`)
  return { ok: true, file: { agent, stage: stage === 'P' ? 'prompt' : 'final', sentOn, records, totalYen } }
}

function readRecord(cells: readonly string[], line: number, isFinal: boolean): AgentRecord | AgentFileRefusal {
  const [kind, agentNumber = '', act, digits = '', amount = '', paidAt = '', cashOn = '', shop = ''] = cells
  if (kind !== 'D' || !/^[A-Za-z0-9-]{1,40}$/.test(agentNumber) || (act !== 'paid' && act !== 'cancelled')) return 'wrong-line'
  const slip = readSlipDigits(digits)
  if (slip === undefined) return 'wrong-digits'
  // An amount altered by hand would differ from the one under the bars; the shop's till reads the bars.
  if (!/^\d{1,6}$/.test(amount) || Number(amount) !== slip.yen) return 'wrong-amount'
  if (!isMoment(paidAt)) return 'wrong-moment'
  if (isFinal && act === 'paid' && !isDay(cashOn)) return 'no-cash-day'
  return { line, agentNumber, act, digits, yen: Number(amount), paidAt, cashOn: isDay(cashOn) ? cashOn : '', shop: shop.slice(0, 60) }
}

/** The same layout, written: by the stand-in, and by tests. */
export function writeAgentFile({ agent, stage, sentOn, records }: Omit<AgentFile, 'totalYen' | 'records'> & { readonly records: readonly Omit<AgentRecord, 'line'>[] }): (readonly string[])[] {
  const total = records.reduce((sum, { act, yen }) => sum + (act === 'paid' ? yen : -yen), 0)
  return [
    ['H', agent, stage === 'prompt' ? 'P' : 'F', sentOn],
    ...records.map((one) => ['D', one.agentNumber, one.act, one.digits, String(one.yen), one.paidAt, one.cashOn, one.shop]),
    ['T', String(records.length), String(total)],
  ]
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isReadable(() => Temporal.PlainDate.from(text, { overflow: 'reject' }))
}

function isMoment(text: string): boolean {
  return isReadable(() => Temporal.Instant.from(text))
}

function isReadable(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
