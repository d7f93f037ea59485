import { job } from '#kernel/jobs/job.ts'
import { issueAlert } from '../actions/issue-alert.ts'
import { issueMessage } from '../actions/issue-message.ts'
import { findAlertHeld } from '../store/alerts.ts'
import { findMessageHeld } from '../store/messages.ts'

/** When an alert's minute is over: it leaves, unless it was taken back or changed meanwhile. */
export const sendDueAlert = job<{ readonly alert: string }>('alert-mail.send-due-alert', {
  run: async (tx, { alert: id }, _city, parts) => {
    const alert = await findAlertHeld(tx, id)
    if (alert?.state !== 'leaving' || alert.leavesAt === null) return
    // Taken back and sent again: the later minute counts, and has a job of its own.
    if (Temporal.Instant.compare(tx.now, alert.leavesAt) < 0) return
    await issueAlert(tx, parts, alert)
  },
})

/** The same for a school's message. */
export const sendDueMessage = job<{ readonly message: string }>('alert-mail.send-due-message', {
  run: async (tx, { message: id }, _city, parts) => {
    const message = await findMessageHeld(tx, id)
    if (message?.state !== 'leaving' || message.leavesAt === null) return
    if (Temporal.Instant.compare(tx.now, message.leavesAt) < 0) return
    await issueMessage(tx, parts, message)
  },
})
