import { sql } from 'kysely'
import type { City } from '#kernel/city/city.ts'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { job } from '#kernel/jobs/job.ts'
import { checkStandardSet, takeStandardSet } from '../api/standard-set-import.ts'
import { writeStandardSet } from '../api/standard-set.ts'
import { keepSearchKeys } from '../store/search-keys.ts'
import { continueNumbers, countRows, endTransfer, forgetPieces, keepPieces, keepRefusals, listTransfers, noteExport, readPieces, type RowRefusal } from '../store/standard-set.ts'

export const TRANSFER_BASIS = '住民基本台帳法第36条の2・地方公共団体情報システムの標準化に関する法律第8条'

/** Writes the register as it stands at one moment, however long the writing takes. */
export const exportStandardSet = job<{ id: string }>('resident-records.export-standard-set', { run: runExport })

/** Checks a set and takes it in: all of it, or nothing with the reasons. */
export const importStandardSet = job<{ id: string }>('resident-records.import-standard-set', { run: runImport })

/** Files with everybody's data do not lie about. */
export const forgetStandardSets = job<null>('resident-records.forget-standard-sets', { timetable: { dailyAt: '02:40' }, run: forgetPieces })

async function runExport(tx: Tx, { id }: { id: string }, city: City): Promise<void> {
  // The first statement: what others enter meanwhile belongs to the next export, and no file knows more than another.
  await tx.run(statement(sql`set transaction isolation level repeatable read`))
  const [transfer] = await listTransfers(tx, [id])
  if (transfer?.state !== 'waiting') return
  let position = 0
  const rowCount = await writeStandardSet(tx, city, async (bytes) => {
    position = await keepPieces(tx, id, bytes, position)
  })
  await noteExport(tx, transfer, TRANSFER_BASIS)
  await endTransfer(tx, id, { state: 'done', rowCount })
}

async function runImport(tx: Tx, { id }: { id: string }): Promise<void> {
  const [transfer] = await listTransfers(tx, [id])
  if (transfer?.state !== 'waiting') return
  if ((await countRows(tx, 'person')) + (await countRows(tx, 'entry')) > 0) return refuse(tx, id, [{ file: '', line: 0, item: '', reason: 'register-not-empty' }])
  const archive = await readPieces(tx, id)
  const { refusals, rowCount } = await checkStandardSet(tx, archive)
  if (refusals.length > 0) return refuse(tx, id, refusals)
  await tx.run(statement(sql`savepoint taking`))
  try {
    await takeStandardSet(tx, archive)
  } catch {
    // What no check of ours foresaw, a rule of the database refused. Its words may hold what stood in the row.
    await tx.run(statement(sql`rollback to savepoint taking`))
    return refuse(tx, id, [{ file: '', line: 0, item: '', reason: 'refused-by-the-register' }])
  }
  await continueNumbers(tx)
  await keepSearchKeys(tx, 'everybody')
  await endTransfer(tx, id, { state: 'done', rowCount })
}

async function refuse(tx: Tx, id: string, refusals: readonly RowRefusal[]): Promise<void> {
  await keepRefusals(tx, id, refusals)
  await endTransfer(tx, id, { state: 'refused', rowCount: 0 })
}
