import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { CopiedPerson, RecordCopy } from '#capabilities/residents/record-copy.ts'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { saidAt } from './moments.ts'
import { isVisibleTo } from './protection-filter.ts'
import { registrationIn } from './rows.ts'

type CopyRow = Readonly<Record<string, unknown>> & {
  readonly person_id: string
  readonly household_id: string
  readonly id: string
  readonly head_id: string | null
  readonly household_version: string
  readonly household_address: string
  readonly is_protected: boolean
  readonly has_unseen: boolean
}

/**
 * The household of a person as a copy of the record needs it, in a single statement: whatever enters the register meanwhile,
 * it is wholly before or wholly after. Undefined where there is nobody, or nobody for this actor.
 */
export async function findRecordCopy(tx: Tx, personId: string, on: Temporal.PlainDate): Promise<RecordCopy | undefined> {
  const rows = await tx.list(statement(sql<CopyRow>`
    select member.*, place.id as household_version, place.head_id, place.address as household_address, ${isProtectedOn(on)} as is_protected,
           exists (select 1 from resident_records.person_version other
             where other.household_id = own.household_id and other.standing = 'resident' and ${saidAt({ on }, tx.today, 'other')} and not ${isVisibleTo(tx, 'other.person_id')}) as has_unseen
      from resident_records.person_version own
      join resident_records.household_version place on place.household_id = own.household_id and ${saidAt({ on }, tx.today, 'place')}
      join resident_records.person_version member on ${saidAt({ on }, tx.today, 'member')} and ${isVisibleTo(tx, 'member.person_id')}
       and case when own.standing = 'resident' then member.household_id = own.household_id and member.standing = 'resident' else member.id = own.id end
     where own.person_id = ${personId} and ${saidAt({ on }, tx.today, 'own')} and ${isVisibleTo(tx, 'own.person_id')}
     order by member.position, member.birth_date, member.person_id`))
  const [first] = rows
  return first === undefined ? undefined : copyOf(tx, on, first, rows)
}

function copyOf(tx: Tx, on: Temporal.PlainDate, first: CopyRow, rows: readonly CopyRow[]): RecordCopy {
  const people = rows.map(copiedPerson)
  const head = people.find(({ id }) => id === first.head_id)
  const version = createHash('sha256').update([first.household_version, ...rows.map(({ id, is_protected: isProtected }) => `${id}${String(isProtected)}`)].join(' ')).digest('hex')
  return {
    on, knownAt: tx.now, version, people, isWhole: !first.has_unseen,
    household: { id: first.household_id, headId: head?.id ?? null, headName: head?.name ?? '', address: first.household_address },
  }
}

function copiedPerson(row: CopyRow): CopiedPerson {
  return { ...registrationIn(row), id: row.person_id, isProtected: row.is_protected }
}

function isProtectedOn(on: Temporal.PlainDate) {
  return sql<boolean>`exists (select 1 from resident_records.protected_person hiding where hiding.person_id = member.person_id and hiding.begins_on <= ${on} and hiding.ends_on >= ${on})`
}
