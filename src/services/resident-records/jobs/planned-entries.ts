import { isDeepStrictEqual } from 'node:util'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { job } from '#kernel/jobs/job.ts'
import { officialVoice } from '#kernel/text/text.ts'
import { enterIntoRegister } from '../actions/enter.ts'
import { workFacts } from '../facts.ts'
import type { Plan } from '../model.ts'
import { drawUp } from '../rules/draw-up.ts'
import { listEntries, renewPlan, sendBackEntry, type Entry } from '../store/entries.ts'
import { knownFor } from '../store/known.ts'
import { staffWords as words } from '../text/staff-words.ts'

/** Entries that one run takes on; what is over waits for the next, a quarter of an hour later. */
const MOST_AT_ONCE = 100

/** Lets approved entries into the register on the day for which they were notified (転出予定日). */
export const enterPlanned = job<null>('resident-records.enter-planned', {
  timetable: { everyMinutes: 15 },
  run: async (tx, _input, city) => {
    const due = await listEntries(tx, { dueOn: tx.today, limit: MOST_AT_ONCE })
    for (const entry of due.toReversed()) await enterOnItsDay(tx, city, entry)
  },
})

/**
 * What was approved is what enters, or nothing does: it is drawn up anew on today's register, and where that says something
 * else than the second person saw, it goes back to its drafter with the reason.
 */
async function enterOnItsDay(tx: Tx, city: City, entry: Entry): Promise<void> {
  const known = await knownFor(tx, city, { draftId: entry.id, kind: entry.kind, typed: entry.typed, refersTo: entry.refersTo })
  const { plan, refusals } = drawUp(entry.kind, entry.typed, known)
  const isAsApproved = refusals.length === 0 && saysTheSame(plan, entry.plan)
  if (isAsApproved) {
    await renewPlan(tx, entry.id, plan)
    const applied = await enterIntoRegister(tx, { ...entry, plan })
    if (applied.kind === 'applied') return
  }
  await sendBackEntry(tx, entry, officialVoice.plain(words.movedOnReason))
  tx.publish(workFacts.sentBack, entry.id, { kind: entry.kind, source: entry.source })
}

/** Compared as JSON values: the database keeps the fields of a plan in an order of its own. */
function saysTheSame(plan: Plan, approved: Plan): boolean {
  const plain = ({ changes }: Plan): unknown => JSON.parse(JSON.stringify(changes))
  return isDeepStrictEqual(plain(plan), plain(approved))
}
