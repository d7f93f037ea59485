import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
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
