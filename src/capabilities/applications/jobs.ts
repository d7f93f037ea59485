import { forgetAttachments } from '#capabilities/attachments/attachments.ts'
import { job } from '#kernel/jobs/job.ts'
import { facts } from './facts.ts'
import { APPLICATION_LIMITS } from './limits.ts'
import { ownerOf } from './model.ts'
import { eraseApplication, listAbandonedDrafts, listToErase } from './store/applications.ts'

/** Drafts that nobody came back to, erased with their files. */
export const forgetDrafts = job<null>('applications.forget-drafts', {
  timetable: { dailyAt: '02:40' },
  async run(tx) {
    const drafts = await listAbandonedDrafts(tx, tx.now.subtract({ hours: 24 * APPLICATION_LIMITS.draftDays }), APPLICATION_LIMITS.erasedAtOnce)
    for (const { id, procedure, channel } of drafts) {
      await forgetAttachments(tx, ownerOf(id))
      await eraseApplication(tx, id)
      tx.publish(facts.draftAbandoned, ownerOf(id), { procedure, channel })
    }
  },
})

/** What has been kept as long as its procedure says, erased with its editions, its history and its files. */
export const eraseOld = job<null>('applications.erase-old', {
  timetable: { dailyAt: '02:50' },
  async run(tx) {
    const old = await listToErase(tx, tx.today, APPLICATION_LIMITS.erasedAtOnce)
    for (const { id } of old) {
      await forgetAttachments(tx, ownerOf(id))
      await eraseApplication(tx, id)
    }
    if (old.length > 0) tx.publish(facts.erased, `applications:${tx.today.toString()}`, { count: old.length })
  },
})
