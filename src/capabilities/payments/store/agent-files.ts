import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { beginOf } from '#kernel/time/clock.ts'
import type { AgentFile, AgentRecord } from '../rules/agent-file.ts'
import { payments } from './rows.ts'

export interface TakenFile {
  readonly id: string
  readonly name: string
  readonly stage: 'prompt' | 'final'
  readonly sentOn: Temporal.PlainDate
  readonly records: number
  readonly totalYen: number
  readonly takenAt: Temporal.Instant
  readonly takenByName: string
}

/** Null where the very same file was taken in before. */
export async function keepAgentFile(tx: Tx, { name, sha256 }: { readonly name: string; readonly sha256: Buffer }, file: AgentFile): Promise<string | null> {
  const id = randomUUID()
  const row = {
    id, name, sha256, agent: file.agent, stage: file.stage, sent_on: Temporal.PlainDate.from(file.sentOn), records: file.records.length, total_yen: file.totalYen,
    taken_at: tx.now, taken_by_name: tx.actor.person?.name ?? '',
  }
  const count = await tx.run(payments.insertInto('payments.agent_file').values(row).onConflict((conflict) => conflict.column('sha256').doNothing()))
  return count === 0 ? null : id
}

export async function isAgentFileKnown(tx: Tx, sha256: Buffer): Promise<boolean> {
  return (await tx.find(payments.selectFrom('payments.agent_file').select('id').where('sha256', '=', sha256))) !== undefined
}

/** False where another file brought the same record. */
export async function keepAgentRecord(tx: Tx, fileId: string, stage: AgentFile['stage'], record: AgentRecord, outcome: string): Promise<boolean> {
  const row = {
    file_id: fileId, line: record.line, stage, act: record.act, agent_number: record.agentNumber, digits: record.digits, yen: record.yen,
    paid_at: Temporal.Instant.from(record.paidAt), cash_on: record.cashOn === '' ? null : Temporal.PlainDate.from(record.cashOn), shop: record.shop, outcome,
  }
  return (await tx.run(payments.insertInto('payments.agent_record').values(row).onConflict((conflict) => conflict.columns(['stage', 'act', 'agent_number']).doNothing()))) > 0
}

export async function isAgentRecordKnown(tx: Tx, stage: AgentFile['stage'], { act, agentNumber }: AgentRecord): Promise<boolean> {
  const row = await tx.find(payments.selectFrom('payments.agent_record').select('line').where('stage', '=', stage).where('act', '=', act).where('agent_number', '=', agentNumber))
  return row !== undefined
}

export async function listAgentFiles(tx: Tx, limit: number): Promise<TakenFile[]> {
  const rows = await tx.list(payments.selectFrom('payments.agent_file').selectAll().orderBy('taken_at', 'desc').limit(limit))
  return rows.map((row) => ({
    id: row.id, name: row.name, stage: row.stage as TakenFile['stage'], sentOn: row.sent_on, records: row.records, totalYen: row.total_yen, takenAt: row.taken_at, takenByName: row.taken_by_name,
  }))
}

/** A record as the match sees it: the same payment in a prompt and a final file is there twice. */
export interface KeptRecord {
  readonly stage: 'prompt' | 'final'
  readonly act: 'paid' | 'cancelled'
  readonly agentNumber: string
  readonly digits: string
  readonly yen: number
  readonly paidAt: Temporal.Instant
  readonly cashOn: Temporal.PlainDate | null
}

/** Records of payments made on days from one to another. */
export async function listAgentRecords(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<KeptRecord[]> {
  const rows = await tx.list(
    payments.selectFrom('payments.agent_record').select(['stage', 'act', 'agent_number', 'digits', 'yen', 'paid_at', 'cash_on'])
      .where('paid_at', '>=', beginOf(from)).where('paid_at', '<', beginOf(to.add({ days: 1 }))).orderBy('paid_at').orderBy('agent_number'),
  )
  return rows.map((row) => ({ stage: row.stage as KeptRecord['stage'], act: row.act as KeptRecord['act'], agentNumber: row.agent_number, digits: row.digits, yen: row.yen, paidAt: row.paid_at, cashOn: row.cash_on }))
}
