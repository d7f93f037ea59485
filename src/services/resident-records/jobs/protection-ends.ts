import { job } from '#kernel/jobs/job.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { register } from '../store/rows.ts'
import { noLongerHidden, tellChange } from '../store/protection.ts'

/** The night after a last day: whoever keeps data of these people elsewhere hears that they are protected no longer. */
export const tellEndedProtections = job<null>('resident-records.tell-ended-protections', { timetable: { dailyAt: '00:10' }, run: tellEnded })

async function tellEnded(tx: Tx): Promise<void> {
  const yesterday = tx.today.subtract({ days: 1 })
  const ended = await tx.list(
    register.selectFrom('resident_records.protected_person as hidden')
      .innerJoin('resident_records.protection as protection', 'protection.id', 'hidden.protection_id')
      .select(['hidden.protection_id', 'hidden.person_id'])
      // One that was ended or refused by hand has told it already.
      .where('hidden.ends_on', '=', yesterday).where('protection.status', 'in', ['draft', 'approved']),
  )
  for (const [protectionId, rows] of Map.groupBy(ended, (row) => row.protection_id)) {
    tellChange(tx, protectionId, await noLongerHidden(tx, rows.map((row) => row.person_id)), false)
  }
}
