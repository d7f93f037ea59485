import { findPerson } from '#kernel/access/people.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Capacity } from '../rules/round-roles.ts'
import { insertRows, plan } from './rows.ts'

export interface Deputy {
  readonly id: number
  readonly personId: string
  readonly personName: string
  readonly deputyId: string
  readonly deputyName: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

/** As whom the person of this transaction acts today: themselves first, then everybody in whose place they stand. */
export async function listCapacities(tx: Tx): Promise<Capacity[]> {
  const { person } = tx.actor
  if (person === null) return []
  const own = { duties: person.duties, unitCode: person.unitCode, inPlaceOf: null }
  const standing = await tx.list(deputies().where('deputy_id', '=', person.id).where('valid_from', '<=', tx.today).where('valid_to', '>=', tx.today))
  const represented = await Promise.all(standing.map(({ personId }) => findPerson(tx, personId)))
  // Whoever has lost a duty cannot be represented in it either: theirs of today count.
  return [own, ...represented.flatMap((other) => (other?.isActive ? [{ duties: other.duties, unitCode: other.unitCode, inPlaceOf: other.name }] : []))]
}

/** Deputies of today and later, the next to end first. */
export function listDeputies(tx: Tx): Promise<Deputy[]> {
  return tx.list(deputies().where('valid_to', '>=', tx.today).orderBy('valid_to').orderBy('id').limit(DEPUTIES_SHOWN))
}

const DEPUTIES_SHOWN = 200

function deputies() {
  return plan
    .selectFrom('plan.deputy')
    .select(['id', 'person_id as personId', 'person_name as personName', 'deputy_id as deputyId', 'deputy_name as deputyName'])
    .select(['valid_from as from', 'valid_to as to'])
}

export async function keepDeputy(tx: Tx, deputy: Omit<Deputy, 'id'>): Promise<void> {
  await insertRows(tx, 'plan.deputy', [
    {
      person_id: deputy.personId, person_name: deputy.personName, deputy_id: deputy.deputyId, deputy_name: deputy.deputyName,
      valid_from: deputy.from, valid_to: deputy.to, named_by: tx.actor.id, named_at: tx.now,
    },
  ])
}

export async function removeDeputy(tx: Tx, id: number): Promise<number> {
  return tx.run(plan.deleteFrom('plan.deputy').where('id', '=', id))
}

export function findDeputy(tx: Tx, id: number): Promise<Deputy | undefined> {
  return tx.find(deputies().where('id', '=', id))
}
