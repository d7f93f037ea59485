import type { Tx } from '#kernel/database/transaction.ts'
import { job } from '#kernel/jobs/job.ts'
import { eraseSheets } from '../store/sheets.ts'

/** Who got which notice is of use for as long as somebody may ask why it did not come; the counts stay for ever. */
const KEPT_DAYS = 30

/** Erases the sheets of broadcasts that ended long ago: they say who reads what. */
export const eraseOldSheets = job<null>('notices.erase-sheets', { timetable: { dailyAt: '03:50' }, run: (tx) => eraseSheetsNow(tx) })

export async function eraseSheetsNow(tx: Tx): Promise<void> {
  await eraseSheets(tx, tx.now.subtract({ hours: 24 * KEPT_DAYS }))
}
