import { sql, type RawBuilder } from 'kysely'
import { may, type Actor } from '#kernel/access/actor.ts'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'

/** The right of release: to see people under protection (支援措置) and to decide on them. */
export const RELEASE_DUTY = 'protection-release'

/**
 * Holds for the people whom the actor may know of. It stands in every query over people, in the same shape for everybody:
 * what is hidden is never read, so neither a count nor the time of an answer tells that there was something to hide.
 * `person` is the column with the person's id, e.g. `version.person_id`.
 */
export function isVisibleTo(tx: Tx, person: string): RawBuilder<boolean> {
  return sql<boolean>`(${seesEverybody(tx.actor)}::boolean or ${sql.ref(person)} is not distinct from ${ownPersonOf(tx.actor)}::uuid or not exists (
    select 1 from resident_records.protected_person hiding
     where hiding.person_id = ${sql.ref(person)} and hiding.begins_on <= ${tx.today} and hiding.ends_on >= ${tx.today}))`
}

/** The same for a column that holds the ids of several people, e.g. `entry.people`: none of them is hidden from the actor. */
export function areVisibleTo(tx: Tx, people: string): RawBuilder<boolean> {
  return sql<boolean>`(${seesEverybody(tx.actor)}::boolean or not exists (
    select 1 from resident_records.protected_person hiding
     where hiding.person_id = any(${sql.ref(people)}) and hiding.person_id is distinct from ${ownPersonOf(tx.actor)}::uuid
       and hiding.begins_on <= ${tx.today} and hiding.ends_on >= ${tx.today}))`
}

/** The same for one person whose id is at hand; an id that nobody bears is not hidden. */
export async function isHiddenFrom(tx: Tx, personId: string): Promise<boolean> {
  const { isVisible } = await tx.get(statement(sql<{ isVisible: boolean }>`
    select ${isVisibleTo(tx, 'asked.id')} as "isVisible" from (select ${personId}::uuid as id) as asked`))
  return !isVisible
}

/**
 * The release right, and the city's own machinery, which tells nobody. A resident who acts for another person does not see
 * a protected one: the guardian may be who the protection is against.
 */
function seesEverybody(actor: Actor): boolean {
  return actor.id === 'system' || may(actor, RELEASE_DUTY)
}

/** A resident who showed their card sees themselves. */
function ownPersonOf({ resident }: Actor): string | null {
  return resident !== null && resident.proof === 'card' && resident.actsFor === null ? resident.personId : null
}
