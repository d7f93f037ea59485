import { endActingFor, endGuardianshipOf, removeEndedResidentSessions } from '#kernel/access/resident-sessions.ts'
import { closeResident, findResidentOf } from '#kernel/access/residents.ts'
import { residentFacts } from '#capabilities/residents/resident-facts.ts'
import { CHALLENGE_MINUTES } from '#capabilities/passkeys/challenges.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { job, type JobType } from '#kernel/jobs/job.ts'
import { listener, type Listener } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { accountSubject } from './model.ts'
import { LIMITS } from './rules/limits.ts'
import { forgetAttempts } from './store/attempts.ts'
import { removeOldMailLinks } from './store/mailboxes.ts'
import { removeOldChallenges } from './store/passkeys.ts'
import { endProxiesOf } from './store/proxies.ts'

/** Every hour: what nobody can use any more goes, and network addresses as soon as no limit asks for them. */
export const tidyUp: JobType<null> = job('resident-identity.tidy-up', {
  timetable: { everyMinutes: 60 },
  async run(tx) {
    await removeOldMailLinks(tx)
    await removeOldChallenges(tx, tx.now.subtract({ minutes: CHALLENGE_MINUTES }))
    await forgetAttempts(tx, LIMITS.attemptsKeptHours)
    await removeEndedResidentSessions(tx)
  },
})

const { movedIn, movedWithin, movedOut, householdChanged, died, amended, corrected, cancelled } = residentFacts

/** What the register tells ends powers at once: who lives with whom, who has grown up otherwise, who has died. */
export const listeners: readonly Listener[] = [
  ...[movedIn, movedWithin, movedOut, householdChanged, amended, corrected, cancelled].map((type) =>
    listener(type, async (tx, { body }) => void (await endGuardianshipOf(tx, body.people))),
  ),
  listener(died, async (tx, { body }) => {
    await endGuardianshipOf(tx, body.people)
    for (const personId of body.people) await endWithDeath(tx, personId)
  }),
]

/** Agency ends with the death of either (Civil Code, article 111), and nobody signs in as the dead any more. */
async function endWithDeath(tx: Tx, personId: string): Promise<void> {
  await endActingFor(tx, personId)
  const account = await findResidentOf(tx, personId)
  if (account === undefined) return
  for (const ended of await endProxiesOf(tx, account.id)) {
    if (ended.holderAccount !== null) await endActingFor(tx, ended.principalId, ended.holderAccount)
    tx.publish(facts.powerEnded, `power:${ended.id}`, { by: 'register' })
  }
  await closeResident(tx, account.id)
  tx.publish(facts.accountClosed, accountSubject(account.id), {})
}
