import type { Tx } from '#kernel/database/transaction.ts'
import type { Change, HouseholdRegistration, Registration } from '../model.ts'
import { findEntry, listAppliedChanges, type Entry } from './entries.ts'
import { listHouseholds } from './households.ts'
import { listPeople } from './people.ts'

/** What an entry makes of one person or household: the state before it and after it; null where there is none. */
export type Compared =
  | { readonly kind: 'person'; readonly id: string; readonly before: Registration | null; readonly after: Registration | null }
  | { readonly kind: 'household'; readonly id: string; readonly before: HouseholdRegistration | null; readonly after: HouseholdRegistration | null }

/** Of an applied entry what the register said before and after it; of any other what it would change today. */
export async function compareEntry(tx: Tx, entry: Entry): Promise<Compared[]> {
  if (entry.kind === 'cancel' && entry.appliedAt === null) return compareTakingBack(tx, entry)
  return entry.appliedAt === null ? comparePlan(tx, entry.plan.changes, entry.occurredOn) : compareApplied(tx, entry, entry.appliedAt)
}

/** Nothing stands on what is taken back, or the cancellation is refused: so what it said is turned round. */
async function compareTakingBack(tx: Tx, { refersTo }: Entry): Promise<Compared[]> {
  const target = refersTo === null ? undefined : await findEntry(tx, refersTo)
  if (target === undefined || target.appliedAt === null) return []
  return (await compareApplied(tx, target, target.appliedAt)).map((each) => ({ ...each, before: each.after, after: each.before }) as Compared)
}

/** The changes of a plan over what stands in the register for its day. Households come first, then people in their order. */
export async function comparePlan(tx: Tx, changes: readonly Change[], on: Temporal.PlainDate): Promise<Compared[]> {
  const states = await statesAt(tx, idsIn(changes), { on })
  return inOrder(changes.map(({ subjectKind, subjectId, patch }): Compared => {
    if (subjectKind === 'person') {
      const before = states.people.get(subjectId) ?? null
      return { kind: 'person', id: subjectId, before, after: { ...before, ...patch } as Registration }
    }
    const before = states.households.get(subjectId) ?? null
    return { kind: 'household', id: subjectId, before, after: { ...before, ...patch } as HouseholdRegistration }
  }))
}

async function compareApplied(tx: Tx, { id, occurredOn: on }: Entry, appliedAt: Temporal.Instant): Promise<Compared[]> {
  const ids = idsIn(await listAppliedChanges(tx, id))
  const [before, after] = [await statesAt(tx, ids, { on, knownAt: appliedAt.subtract({ microseconds: 1 }) }), await statesAt(tx, ids, { on, knownAt: appliedAt })]
  return inOrder([
    ...ids.household.map((each): Compared => ({ kind: 'household', id: each, before: before.households.get(each) ?? null, after: after.households.get(each) ?? null })),
    ...ids.person.map((each): Compared => ({ kind: 'person', id: each, before: before.people.get(each) ?? null, after: after.people.get(each) ?? null })),
  ])
}

function idsIn(changes: readonly Change[]): { person: string[]; household: string[] } {
  const idsOf = (kind: Change['subjectKind']) => [...new Set(changes.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId))]
  return { person: idsOf('person'), household: idsOf('household') }
}

async function statesAt(tx: Tx, ids: { person: readonly string[]; household: readonly string[] }, moment: { on: Temporal.PlainDate; knownAt?: Temporal.Instant }) {
  const people = await listPeople(tx, { ids: ids.person, ...moment })
  const households = await listHouseholds(tx, { ids: ids.household, ...moment })
  return {
    people: new Map(people.map(({ id, registration }) => [id, registration])),
    households: new Map(households.map(({ id, registration }) => [id, registration])),
  }
}

function inOrder(compared: readonly Compared[]): Compared[] {
  const rank = (each: Compared) => (each.kind === 'household' ? -1 : ((each.after ?? each.before)?.position ?? 0))
  return compared.toSorted((a, b) => rank(a) - rank(b))
}
