import type { Tx } from '#kernel/database/transaction.ts'
import { job } from '#kernel/jobs/job.ts'
import { CONFIRM_HOURS, eraseBefore } from '../rules/retention.ts'
import { eraseEnded } from '../store/contacts.ts'
import { eraseLineReplies } from '../store/line-replies.ts'
import { erasePending } from '../store/pending.ts'

/** Erases what is no longer needed: addresses of who left, wishes that nobody confirmed, answers that were given. */
export const erasePeople = job<null>('notices.erase-people', { timetable: { dailyAt: '03:40' }, run: (tx) => eraseNow(tx) })

export async function eraseNow(tx: Tx): Promise<void> {
  const yesterday = tx.now.subtract({ hours: CONFIRM_HOURS })
  await eraseEnded(tx, eraseBefore(tx.now, tx.today))
  await erasePending(tx, yesterday)
  await eraseLineReplies(tx, yesterday)
}
