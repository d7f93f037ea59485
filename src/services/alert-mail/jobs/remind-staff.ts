import { job } from '#kernel/jobs/job.ts'
import { sendReminder } from '../actions/staff-lists.ts'
import { facts } from '../facts.ts'
import { silentAmong } from '../rules/muster.ts'
import { findCallHeld, keepMusterReminder, listCalled, listMusterReminders } from '../store/muster.ts'

/** Some minutes after a call: asks those who are silent once more, as often as the dated setting of that day allows. */
export const remindAgain = job<{ readonly call: string; readonly number: number }>('alert-mail.remind-staff', {
  run: async (tx, { call: id, number }, _city, parts) => {
    const call = await findCallHeld(tx, id)
    if (call === undefined || call.endedAt !== null || number > call.remindTimes) return
    // A job may run twice when a machine dies; the number is sent once.
    if ((await listMusterReminders(tx, id)).some((one) => one.number === number)) return
    const silent = silentAmong(await listCalled(tx, id))
    if (silent.length > 0) {
      const noticeId = await sendReminder(tx, parts, call, number, silent)
      await keepMusterReminder(tx, id, { number, people: silent.length, noticeId: noticeId ?? null })
      tx.publish(facts.musterReminded, `muster:${id}`, { people: silent.length, isDrill: call.isDrill })
    }
    if (number < call.remindTimes) tx.enqueue(remindAgain, { call: id, number: number + 1 }, { runAt: tx.now.add({ minutes: call.remindAfterMinutes }) })
  },
})
