import type { Tx } from '#kernel/database/transaction.ts'
import { job } from '#kernel/jobs/job.ts'
import { facts } from '../facts.ts'
import { findNoticeRow } from '../store/notices.ts'

/** Runs when a notice's time is over: nothing else happens then, and pages are kept until something does. */
export const expireNotice = job<{ id: string }>('notices.expire', { run: publishExpired })

async function publishExpired(tx: Tx, { id }: { id: string }): Promise<void> {
  const notice = await findNoticeRow(tx, id)
  if (notice?.audience.kind === 'subscribers' && !notice.isDrill) tx.publish(facts.expired, id, { topic: notice.topic })
}
