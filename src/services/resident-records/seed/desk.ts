import { demoIdOf } from '#kernel/access/organisation.ts'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { uuidNamed } from '#kernel/values/uuid.ts'
import type { World } from '#kernel/world/world.ts'
import type { EntryKind } from '../model.ts'
import { drawUp } from '../rules/draw-up.ts'
import { approveEntry, findEntry, insertEntry, submitEntry, type TypedEntry } from '../store/entries.ts'
import { knownFor } from '../store/known.ts'
import { listPeople } from '../store/people.ts'

interface WaitingEntry {
  /** Code of the family in `households.csv`. */
  readonly household: string
  readonly kind: EntryKind
  readonly status: 'draft' | 'review' | 'approved'
  /** Days from today; below zero for what has happened. */
  readonly inDays: number
  readonly typed: TypedEntry
}

/** What waits on the desk of the demo city: a draft, a move for the second person, a moving out that has its day ahead. All of it invented. */
const WAITING: readonly WaitingEntry[] = [
  { household: 'H08', kind: 'out', status: 'draft', inDays: 9, typed: { where: 'japan', movedTo: '三重県津市架空町9101番地', notifierKind: 'self', proof: 'card' } },
  { household: 'H05', kind: 'move', status: 'review', inDays: -20, typed: { town: '関町木崎', addressNumber: '9140番地', building: '', notifierKind: 'household', proof: 'licence' } },
  { household: 'H10', kind: 'out', status: 'approved', inDays: 14, typed: { where: 'japan', movedTo: '愛知県名古屋市架空区9102番地', notifierKind: 'self', proof: 'card' } },
]

/** Laid out once, over the families that every demo city knows; a family that is not there is passed over. */
export async function layOutDesk(tx: Tx, city: City, world: World): Promise<void> {
  for (const waiting of WAITING) {
    const household = world.households.find(({ code }) => code === waiting.household)
    if (household !== undefined) await layOutEntry(tx, city, household.id, waiting)
  }
}

async function layOutEntry(tx: Tx, city: City, household: string, { household: code, kind, status, inDays, typed: given }: WaitingEntry): Promise<void> {
  const [clerk, approver] = [demoIdOf(city, 'iwasa.kana'), demoIdOf(city, 'sugita.mamoru')]
  const members = (await listPeople(tx, { householdIds: [household] })).filter(({ registration }) => registration.standing === 'resident')
  const typed = { ...given, household, occurredOn: tx.today.add({ days: inDays }).toString(), notifiedOn: tx.today.toString(), ...Object.fromEntries(members.map(({ id }) => [`who.${id}`, 'yes'])) }
  const id = uuidNamed(`${city.code}/waiting/${code}`)
  const { title, occurredOn, notifiedOn, applyOn, plan, refusals } = drawUp(kind, typed, await knownFor(tx, city, { draftId: id, kind, typed, refersTo: null }))
  if (members.length === 0 || refusals.length > 0) return
  await insertEntry(tx, { id, kind, source: 'counter', refersTo: null, title, occurredOn, notifiedOn, applyOn, plan, typed }, clerk)
  const drafted = await findEntry(tx, id)
  if (status === 'draft' || drafted === undefined) return
  await submitEntry(tx, drafted, clerk)
  const submitted = await findEntry(tx, id)
  if (status === 'approved' && submitted !== undefined) await approveEntry(tx, submitted, approver)
}
