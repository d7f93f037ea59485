import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { REFUSED_BYTES_KEPT } from '../rules/telegrams/limits.ts'
import type { Refusal, RefusalReason } from '../rules/telegrams/refusal.ts'
import type { DisasterInformationTables } from '../tables.ts'
import type { Way } from './telegrams.ts'

const disaster = queriesOver<DisasterInformationTables>()

export interface RefusedTelegram {
  readonly id: string
  readonly reason: RefusalReason
  readonly place: string
  readonly detail: string
  readonly way: string
  readonly fileName: string
  readonly receivedAt: Temporal.Instant
  readonly lastAt: Temporal.Instant
  readonly times: number
  readonly bytes: number
}

export interface RefusedArrival {
  readonly refusal: Refusal
  readonly beginning: Buffer
  /** Length as sent, as far as known. */
  readonly bytes: number
  readonly way: Way
  readonly fileName: string
}

/** Keeps the beginning of what was refused; the same bytes again are only counted. Returns the id. */
export async function keepRefused(tx: Tx, { refusal, beginning, bytes, way, fileName }: RefusedArrival): Promise<string> {
  const kept = beginning.subarray(0, REFUSED_BYTES_KEPT)
  const digest = createHash('sha256').update(kept).update(`|${bytes}|${refusal.reason}`).digest('hex')
  const row = await tx.get(
    disaster
      .insertInto('disaster_information.refused_telegram')
      .values({
        id: randomUUID(), digest, reason: refusal.reason, place: refusal.place, detail: printable(refusal.detail), way, file_name: fileName,
        received_at: tx.now, last_at: tx.now, times: 1, bytes, beginning: kept,
      })
      .onConflict((conflict) => conflict.column('digest').doUpdateSet({ times: sql`refused_telegram.times + 1`, last_at: tx.now }))
      .returning('id'),
  )
  return row.id
}

export async function listRefused(tx: Tx, limit: number, offset: number): Promise<RefusedTelegram[]> {
  const rows = await tx.list(
    disaster.selectFrom('disaster_information.refused_telegram')
      .select(['id', 'reason', 'place', 'detail', 'way', 'file_name as fileName', 'received_at as receivedAt', 'last_at as lastAt', 'times', 'bytes'])
      .orderBy('last_at', 'desc').orderBy('id').limit(limit).offset(offset),
  )
  return rows.map((row) => ({ ...row, reason: row.reason as RefusalReason }))
}

export async function findRefused(tx: Tx, id: string): Promise<(RefusedTelegram & { readonly beginning: Buffer }) | undefined> {
  const row = await tx.find(
    disaster.selectFrom('disaster_information.refused_telegram')
      .select(['id', 'reason', 'place', 'detail', 'way', 'file_name as fileName', 'received_at as receivedAt', 'last_at as lastAt', 'times', 'bytes', 'beginning'])
      .where('id', '=', id),
  )
  return row === undefined ? undefined : { ...row, reason: row.reason as RefusalReason }
}

/** PostgreSQL's text takes no NUL. */
function printable(text: string): string {
  return text.replaceAll('\0', '␀')
}
