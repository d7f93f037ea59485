import { residentFacts } from '#capabilities/residents/resident-facts.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { workFacts } from '../facts.ts'
import { timelinessOf } from '../rules/deadlines.ts'
import { householdAbout, peopleAbout, townAbout } from '../rules/telling.ts'
import { applyToRegister, type Applied } from '../store/applying.ts'
import { writeStep, type Entry } from '../store/entries.ts'
import { listPeople } from '../store/people.ts'
import { protectNewMembers } from '../store/protection.ts'
import { keepSearchKeys } from '../store/search-keys.ts'

/** Lets an approved entry into the register and tells the city. Nothing happens where others came first: the answer says so. */
export async function enterIntoRegister(tx: Tx, entry: Entry): Promise<Applied> {
  const before = await householdsOf(tx, entry)
  const applied = await applyToRegister(tx, entry)
  if (applied.kind === 'conflict') return applied
  await writeStep(tx, entry.id, 'applied')
  if (entry.refersTo !== null) await writeStep(tx, entry.refersTo, 'cancelled', { reason: entry.typed.note ?? '' })
  await keepSearchKeys(tx, entry.people)
  await protectNewMembers(tx, entry.people)
  tell(tx, entry, before)
  tellOfWork(tx, entry, applied.recordedAt)
  return applied
}

/** Where its people lived before; an entry that only changes a name brings no household of its own. */
async function householdsOf(tx: Tx, { people }: Entry): Promise<ReadonlyMap<string, string>> {
  const known = await listPeople(tx, { ids: people })
  return new Map(known.map(({ id, registration }) => [id, registration.householdId]))
}

function tell(tx: Tx, { id, kind, occurredOn, typed, plan }: Entry, before: ReadonlyMap<string, string>): void {
  const people = peopleAbout(kind, plan.changes)
  const householdId = householdAbout(plan.changes) ?? before.get(people[0] ?? '')
  if (householdId === undefined || people.length === 0) return
  const body = { people, householdId, on: occurredOn.toString() }
  const abroad = typed.where === 'abroad' ? 'abroad' : 'japan'
  switch (kind) {
    case 'in':
      tx.publish(residentFacts.movedIn, id, { ...body, from: abroad })
      return
    case 'move':
      tx.publish(residentFacts.movedWithin, id, { ...body, town: townAbout(plan.changes) })
      return
    case 'out':
      tx.publish(residentFacts.movedOut, id, { ...body, to: abroad })
      return
    case 'household':
      tx.publish(residentFacts.householdChanged, id, body)
      return
    case 'birth':
      tx.publish(residentFacts.born, id, body)
      return
    case 'death':
      tx.publish(residentFacts.died, id, body)
      return
    case 'koseki':
    case 'official':
      tx.publish(residentFacts.amended, id, body)
      return
    case 'correction':
      tx.publish(residentFacts.corrected, id, body)
      return
    case 'cancel':
      tx.publish(residentFacts.cancelled, id, body)
      return
    default:
      assertNever(kind)
  }
}

function tellOfWork(tx: Tx, { id, kind, source, occurredOn, notifiedOn }: Entry, recordedAt: Temporal.Instant): void {
  const daysLate = timelinessOf(kind, occurredOn, notifiedOn)?.daysLate ?? null
  // A move that was notified before its day is in time on that day.
  const dueFrom = Temporal.PlainDate.compare(occurredOn, notifiedOn) > 0 ? occurredOn : notifiedOn
  const daysTaken = Math.max(0, dueFrom.until(dayOf(recordedAt)).days)
  tx.publish(workFacts.applied, id, { kind, source, daysTaken, daysLate, isLate: (daysLate ?? 0) > 0 })
}
