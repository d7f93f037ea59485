import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { STANDARD_FILES, STANDARD_LAYOUT, type ItemType, type StandardFile } from '../rules/standard-layout.ts'
import type { StandardRefusal } from '../rules/standard-cells.ts'
import { register, registerRows } from './rows.ts'

export interface Transfer {
  readonly id: string
  readonly direction: 'export' | 'import'
  readonly layoutVersion: string
  readonly reason: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Temporal.Instant
  readonly state: 'waiting' | 'done' | 'refused'
  readonly piecesTotal: number
  /** Pieces done so far, also while the work is not yet committed. */
  readonly piecesDone: number
  readonly rowCount: number
  readonly endedAt: Temporal.Instant | null
}

export interface RowRefusal {
  readonly file: string
  readonly line: number
  readonly item: string
  readonly reason: StandardRefusal
}

export const STANDARD_LIMITS = {
  /** Rows read, checked or written at a time; also a piece of work that the page counts. */
  rowsAtOnce: 2_000,
  pieceBytes: 1024 * 1024,
  /** Unpacked bytes of one file of a set; a larger one is refused before it is unpacked. */
  fileBytes: 400 * 1024 * 1024,
  /** Refusals that are kept and shown; what is wrong in one row is often wrong in all. */
  refusals: 500,
  keptDays: 3,
} as const

/** Undefined where another one is still under way. */
export async function askTransfer(tx: Tx, { direction, reason, pieces }: { direction: Transfer['direction']; reason: string; pieces: number }): Promise<string | undefined> {
  await tx.run(statement(sql`select pg_advisory_xact_lock(hashtext('resident_records.standard_transfer'))`))
  const waiting = await tx.find(register.selectFrom('resident_records.standard_transfer').select('id').where('state', '=', 'waiting'))
  if (waiting !== undefined) return undefined
  const id = randomUUID()
  await tx.run(register.insertInto('resident_records.standard_transfer').values({
    id, direction, layout_version: STANDARD_LAYOUT.version, reason, asked_by: tx.actor.id, asked_by_name: tx.actor.person?.name ?? '', asked_at: tx.now, pieces_total: pieces,
    progress_base: sql<number>`nextval('resident_records.standard_progress')`, forget_on: tx.today.add({ days: STANDARD_LIMITS.keptDays }),
  }))
  return id
}

export async function countPieces(tx: Tx): Promise<number> {
  let pieces = 0
  for (const { table } of STANDARD_FILES) pieces += Math.ceil((await countRows(tx, table)) / STANDARD_LIMITS.rowsAtOnce)
  return pieces
}

export async function countRows(tx: Tx, table: string): Promise<number> {
  const { count } = await tx.get(statement(sql<{ count: number }>`select count(*) as count from ${sql.table(`resident_records.${table}`)}`))
  return count
}

/** Seen by others at once, whatever becomes of this transaction. */
export async function countPiece(tx: Tx): Promise<void> {
  await tx.run(statement(sql`select nextval('resident_records.standard_progress')`))
}

export async function listTransfers(tx: Tx, ids?: readonly string[]): Promise<Transfer[]> {
  const rows = await tx.list(statement(sql<Transfer & { progressBase: number; progressNow: number }>`
    select id, direction, layout_version as "layoutVersion", reason, asked_by as "askedBy", asked_by_name as "askedByName", asked_at as "askedAt", state, pieces_total as "piecesTotal", row_count as "rowCount",
           ended_at as "endedAt", progress_base as "progressBase", coalesce(pg_sequence_last_value('resident_records.standard_progress'), 0) as "progressNow"
      from resident_records.standard_transfer where ${ids === undefined ? sql`true` : sql`id = any(${[...ids]}::uuid[])`} order by asked_at desc limit 50`))
  return rows.map(({ progressBase, progressNow, ...transfer }) => ({
    ...transfer, piecesDone: transfer.state === 'waiting' ? Math.max(0, Math.min(transfer.piecesTotal, progressNow - progressBase)) : transfer.piecesTotal,
  }))
}

export async function endTransfer(tx: Tx, id: string, { state, rowCount }: { state: 'done' | 'refused'; rowCount: number }): Promise<void> {
  await tx.run(register.updateTable('resident_records.standard_transfer').set({ state, row_count: rowCount, ended_at: tx.now }).where('id', '=', id))
}

export async function keepPieces(tx: Tx, transferId: string, bytes: Buffer, from: number): Promise<number> {
  let position = from
  for (let start = 0; start < bytes.length; start += STANDARD_LIMITS.pieceBytes) {
    await tx.run(register.insertInto('resident_records.standard_piece').values({ transfer_id: transferId, position, bytes: bytes.subarray(start, start + STANDARD_LIMITS.pieceBytes) }))
    position++
  }
  return position
}

export async function readPieces(tx: Tx, transferId: string): Promise<Buffer> {
  const rows = await tx.list(register.selectFrom('resident_records.standard_piece').select('bytes').where('transfer_id', '=', transferId).orderBy('position'))
  return Buffer.concat(rows.map(({ bytes }) => bytes))
}

export async function keepRefusals(tx: Tx, transferId: string, refusals: readonly RowRefusal[]): Promise<void> {
  await registerRows.insertRows(tx, 'resident_records.standard_refusal', refusals.map((refusal, position) => ({ transfer_id: transferId, position, ...refusal })))
}

export function listRefusals(tx: Tx, transferId: string): Promise<RowRefusal[]> {
  return tx.list(
    register.selectFrom('resident_records.standard_refusal').select(['file', 'line', 'item']).select((row) => row.ref('reason').$castTo<StandardRefusal>().as('reason'))
      .where('transfer_id', '=', transferId).orderBy('position'),
  )
}

/** Files of transfers whose days are over; the line that there was one stays. */
export async function forgetPieces(tx: Tx): Promise<void> {
  await tx.run(statement(sql`delete from resident_records.standard_piece where transfer_id in (select id from resident_records.standard_transfer where forget_on < ${tx.today} and state <> 'waiting')`))
}

/** Some rows of a table in a fixed order, each value as the text that stands in a file. */
export async function readRows(tx: Tx, { table, items }: StandardFile, offset: number): Promise<(string | null)[][]> {
  const values = items.map(({ column, type }, index) => sql`${textOf(column, type)} as ${sql.ref(`c${index}`)}`)
  const order = items.filter(({ isKey }) => isKey).map(({ column }) => sql.ref(column))
  const rows = await tx.list(statement(sql<Record<string, string | null>>`
    select ${sql.join(values)} from ${sql.table(`resident_records.${table}`)} order by ${sql.join(order)}, ${sql.ref('c0')} limit ${STANDARD_LIMITS.rowsAtOnce} offset ${offset}`))
  return rows.map((row) => items.map((_, index) => row[`c${index}`] ?? null))
}

function textOf(column: string, type: ItemType) {
  const value = sql.ref(column)
  if (type === 'keys') return sql`array_to_string(${value}, ';')`
  if (type === 'instant') return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
  if (type === 'date') return sql`to_char(${value}, 'YYYY-MM-DD')`
  if (type === 'flag') return sql`case when ${value} then '1' else '0' end`
  return sql`${value}::text`
}

export async function insertStandardRows(tx: Tx, { table }: StandardFile, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  // An entry may have been taken back by a later one, which is not there yet.
  const given: readonly object[] = table === 'entry' ? rows.map((row) => ({ ...row, cancelled_by: null })) : rows
  await registerRows.insertRows(tx, `resident_records.${table}` as never, given)
}

export async function joinCancellations(tx: Tx, pairs: readonly { readonly id: string; readonly cancelled_by: string }[]): Promise<void> {
  await registerRows.updateRows(tx, 'resident_records.entry', ['id'], pairs)
}

export async function continueNumbers(tx: Tx): Promise<void> {
  await tx.run(statement(sql`select resident_records.continue_numbers()`))
}

/** Everybody in an exported register, by the name of who asked for it: residents see that in their own record of accesses. */
export async function noteExport(tx: Tx, { askedBy, reason }: Pick<Transfer, 'askedBy' | 'reason'>, basis: string): Promise<void> {
  await tx.run(statement(sql`select kernel.note(${askedBy}, 'export the register', 'resident:' || id, ${`${basis}: ${reason}`}) from resident_records.person`))
}
