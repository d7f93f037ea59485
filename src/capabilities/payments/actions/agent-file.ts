import type { Tx } from '#kernel/database/transaction.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { facts } from '../facts.ts'
import type { AgentFile, AgentRecord } from '../rules/agent-file.ts'
import { isAgentRecordKnown, keepAgentFile, keepAgentRecord } from '../store/agent-files.ts'
import { keepDifference, type DifferenceKind } from '../store/differences.ts'
import { findSlip, listSlipsOf, type Slip } from '../store/slips.ts'
import { record } from './record.ts'

/** Takes a whole file in. The same file again, and a record that another file brought, change nothing. Returns how many records were new. */
export async function takeAgentFile(tx: Tx, brought: { readonly name: string; readonly sha256: Buffer }, file: AgentFile): Promise<number> {
  const fileId = await keepAgentFile(tx, brought, file)
  if (fileId === null) return 0
  let news = 0
  for (const one of file.records) {
    if (await isAgentRecordKnown(tx, file.stage, one)) continue
    const outcome = await takeRecord(tx, file, one)
    await keepAgentRecord(tx, fileId, file.stage, one, outcome)
    news++
  }
  return news
}

/**
 * One payment at a shop. The money is there whatever the slip: one that was replaced or expired is paid, and shown to a
 * person; digits that no slip has are parked as money without an owner.
 */
async function takeRecord(tx: Tx, file: AgentFile, one: AgentRecord): Promise<string> {
  const slip = await findSlip(tx, one.digits)
  const paidAt = Temporal.Instant.from(one.paidAt)
  const day = dayOf(paidAt)
  const found = (kind: DifferenceKind, requestId: string | null) =>
    keepDifference(tx, { key: `${kind} ${file.agent} ${one.agentNumber}`, kind, day, requestId, yen: one.yen, detail: `${file.agent} ${one.agentNumber} ${one.digits}` })
  if (slip === undefined) {
    await found('unknown-number', null)
    return 'unknown-number'
  }
  const { requestId } = slip
  const transaction = `${file.agent}:${one.agentNumber}`
  if (one.act === 'cancelled') {
    const { before } = await record(tx, { id: requestId }, { kind: 'taken-back', key: `taken back ${transaction}`, transaction, reason: file.stage })
    if (before.receivals.some((receival) => receival.transaction === transaction)) await found('cancelled-by-agent', requestId)
    return 'taken-back'
  }
  const { news } = await record(tx, { id: requestId },
    { kind: 'paid', key: `paid ${transaction}`, way: 'slip', transaction, yen: one.yen, paidOn: day, at: paidAt },
    ...(one.cashOn === '' ? [] : [{ kind: 'confirmed', key: `confirmed ${transaction}`, transaction, cashOn: Temporal.PlainDate.from(one.cashOn) } as const]))
  if (news.includes(`paid ${transaction}`)) {
    tx.publish(facts.matched, `payment:${requestId}`, { way: 'slip', isAutomatic: true })
    const doubt = await doubtOf(tx, slip, day)
    if (doubt !== null) await found(doubt, requestId)
  }
  return news.length > 0 ? 'applied' : 'nothing-new'
}

async function doubtOf(tx: Tx, slip: Slip, paidOn: Temporal.PlainDate): Promise<DifferenceKind | null> {
  const [valid] = await listSlipsOf(tx, slip.requestId)
  if (valid?.digits !== slip.digits) return 'replaced-slip'
  return Temporal.PlainDate.compare(paidOn, slip.validUntil) > 0 ? 'expired-slip' : null
}
