import { removeEndedSessions } from '#kernel/access/sessions.ts'
import { job, type JobType } from '#kernel/jobs/job.ts'
import { CHALLENGE_MINUTES } from '#capabilities/passkeys/challenges.ts'
import { removeOldConfirmations } from './store/accounts.ts'
import { forgetAttempts } from './store/attempts.ts'
import { removeEndedHalfSessions } from './store/half-sessions.ts'
import { removeOldChallenges } from './store/passkeys.ts'

/** A year, so that whoever audits a whole year still finds its first day; the database forgets nothing younger. */
export const ATTEMPTS_KEPT_DAYS = 366

/** Every night: what nobody can use any more goes, and so do addresses older than their purpose. */
export const tidyUp: JobType<null> = job('staff-identity.tidy-up', {
  timetable: { dailyAt: '03:40' },
  async run(tx) {
    await forgetAttempts(tx, ATTEMPTS_KEPT_DAYS)
    await removeEndedHalfSessions(tx)
    await removeOldChallenges(tx, tx.now.subtract({ minutes: CHALLENGE_MINUTES }))
    await removeOldConfirmations(tx, tx.now.subtract({ hours: 24 }))
    await removeEndedSessions(tx)
  },
})
