import { residentFacts } from '#capabilities/residents/resident-facts.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { beginOf } from '#kernel/time/clock.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { World, WorldEvent, WorldPerson } from '#kernel/world/world.ts'

/**
 * What the register would have told the city, for the fiscal year of the world's last day and the one before: enough for every
 * service that counts or acts by years, and a fifth of the chain that ten years would make. The subject is the entry.
 */
export function publishPast(tx: Tx, world: World): void {
  const people = new Map(world.people.map((person) => [person.id, person]))
  const since = firstDayTold(world.until)
  for (const event of world.events) if (Temporal.PlainDate.compare(event.recordedOn, since) >= 0) publishEvent(tx, event, people)
}

const YEARS_TOLD = 1

function firstDayTold(until: Temporal.PlainDate): Temporal.PlainDate {
  const fiscalYear = until.month >= 4 ? until.year : until.year - 1
  return Temporal.PlainDate.from({ year: fiscalYear - YEARS_TOLD, month: 4, day: 1 })
}

function publishEvent(tx: Tx, event: WorldEvent, known: ReadonlyMap<string, WorldPerson>): void {
  const { id, kind, householdId, across } = event
  const people = [...event.people]
  const on = event.on.toString()
  const at = beginOf(event.recordedOn).add({ hours: 9 })
  switch (kind) {
    case 'moved-in': return void tx.publish(residentFacts.movedIn, id, { people, householdId, on, from: across ?? 'japan' }, at)
    case 'moved-out': return void tx.publish(residentFacts.movedOut, id, { people, householdId, on, to: across ?? 'japan' }, at)
    case 'moved-within': return void tx.publish(residentFacts.movedWithin, id, { people, householdId, on, town: townOf(known.get(people[0] ?? ''), id) }, at)
    case 'household-changed': return void tx.publish(residentFacts.householdChanged, id, { people, householdId, on }, at)
    case 'born': return void tx.publish(residentFacts.born, id, { people, householdId, on }, at)
    case 'died': return void tx.publish(residentFacts.died, id, { people, householdId, on }, at)
    case 'married': case 'divorced': case 'removed': return void tx.publish(residentFacts.amended, id, { people, householdId, on }, at)
    default: return assertNever(kind)
  }
}

function townOf(person: WorldPerson | undefined, eventId: string): string {
  return person?.states.find((state) => state.eventId === eventId)?.address.town ?? ''
}
