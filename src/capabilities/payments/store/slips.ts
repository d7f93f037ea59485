import { sql, type Selectable } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SlipTable } from '../tables.ts'
import { payments } from './rows.ts'

/** A convenience-store slip. Only the last issue of a request is valid. */
export interface Slip {
  /** The 44 digits under the bars. */
  readonly digits: string
  /** Our 21 of them. */
  readonly number: string
  readonly requestId: string
  readonly issue: number
  readonly yen: number
  readonly validUntil: Temporal.PlainDate
  readonly issuedAt: Temporal.Instant
  readonly issuedByName: string
}

export async function keepSlip(tx: Tx, slip: Omit<Slip, 'issuedAt' | 'issuedByName'>): Promise<void> {
  await tx.run(payments.insertInto('payments.slip').values({
    digits: slip.digits, number: slip.number, request_id: slip.requestId, issue: slip.issue, yen: slip.yen, valid_until: slip.validUntil,
    issued_at: tx.now, issued_by_name: tx.actor.person?.name ?? '',
  }))
}

export async function findSlip(tx: Tx, digits: string): Promise<Slip | undefined> {
  const row = await tx.find(slips.where('digits', '=', digits))
  return row && slipOf(row)
}

/** The newest first: the first is the valid one, until its day has passed. */
export async function listSlipsOf(tx: Tx, requestId: string): Promise<Slip[]> {
  return (await tx.list(slips.where('request_id', '=', requestId).orderBy('issue', 'desc'))).map(slipOf)
}

export async function findValidSlip(tx: Tx, requestId: string): Promise<Slip | undefined> {
  const [last] = await listSlipsOf(tx, requestId)
  return last !== undefined && Temporal.PlainDate.compare(last.validUntil, tx.today) >= 0 ? last : undefined
}

const slips = payments.selectFrom('payments.slip').selectAll()

function slipOf(row: Selectable<SlipTable>): Slip {
  return {
    digits: row.digits, number: row.number, requestId: row.request_id, issue: row.issue, yen: row.yen, validUntil: row.valid_until,
    issuedAt: row.issued_at, issuedByName: row.issued_by_name,
  }
}

/** Valid slips of requests that are not paid: what the stand-in of the agent takes for its shops. */
export function listUnpaidSlips(tx: Tx, limit: number): Promise<{ digits: string; yen: number }[]> {
  return tx.list(statement(sql`
    select distinct on (s.request_id) s.digits, s.yen from payments.slip s join payments.request r on r.id = s.request_id
     where r.state in ('requested', 'way-chosen', 'failed') order by s.request_id, s.issue desc limit ${limit}`))
}

/** Prompt records that no final file has confirmed. */
export function listUnsettledRecords(tx: Tx, limit: number): Promise<{ agentNumber: string; digits: string; yen: number; paidAt: Temporal.Instant }[]> {
  return tx.list(statement(sql`
    select p.agent_number as "agentNumber", p.digits, p.yen, p.paid_at as "paidAt" from payments.agent_record p
     where p.stage = 'prompt' and p.act = 'paid'
       and not exists (select 1 from payments.agent_record f where f.agent_number = p.agent_number and (f.stage = 'final' or f.act = 'cancelled')) limit ${limit}`))
}
