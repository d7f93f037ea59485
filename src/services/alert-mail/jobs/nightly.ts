import { job } from '#kernel/jobs/job.ts'
import { syncStaffLists } from '../actions/staff-lists.ts'
import { facts } from '../facts.ts'
import { percentOf } from '../rules/muster.ts'
import { eraseLeft } from '../store/guardians.ts'
import { closeMessage, listReceipts, listUnclosed } from '../store/messages.ts'
import { removeOldTrials } from '../store/trials.ts'

/** A child's label stays so long after its guardian left, so that the school can see what happened. */
export const DAYS_A_LABEL_STAYS = 30
/** Receipts that come later than this no longer count for the figures. */
export const DAYS_FOR_RECEIPTS = 7

/** Every night: forgets who has left and what nobody took in, counts receipts, and folds the dated table into the staff lists. */
export const tidyUp = job<null>('alert-mail.tidy-up', {
  timetable: { dailyAt: '03:10' },
  run: async (tx) => {
    await eraseLeft(tx, tx.now.subtract({ hours: DAYS_A_LABEL_STAYS * 24 }))
    await removeOldTrials(tx)
    for (const message of await listUnclosed(tx, tx.now.subtract({ hours: DAYS_FOR_RECEIPTS * 24 }))) {
      const receipts = await listReceipts(tx, message.id)
      const people = new Set(receipts.map(({ contactId }) => contactId)).size
      const read = new Set(receipts.filter(({ readAt }) => readAt !== null).map(({ contactId }) => contactId)).size
      tx.publish(facts.messageClosed, `message:${message.id}`, { school: message.schoolKey, people, read, readPercent: percentOf(read, people), isDrill: message.isDrill })
      await closeMessage(tx, message.id)
    }
    await syncStaffLists(tx)
  },
})
