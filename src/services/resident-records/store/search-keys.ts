import { sql } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { searchWordsOf, type FoundBy } from '../rules/search-words.ts'
import { registerRows } from './rows.ts'

/** People whose keys are made at a time. */
const PEOPLE_AT_ONCE = 2_000

/**
 * Makes what people are found by anew from the register: after an entry for those whom it touched, after a settlement for
 * everybody. It belongs into the transaction of the entry, so that no search ever finds an older state.
 */
export async function keepSearchKeys(tx: Tx, personIds: readonly string[] | 'everybody'): Promise<void> {
  const ids = personIds === 'everybody' ? await listAllIds(tx) : [...new Set(personIds)].toSorted()
  for (let from = 0; from < ids.length; from += PEOPLE_AT_ONCE) await keepPiece(tx, ids.slice(from, from + PEOPLE_AT_ONCE))
  // The planner has to know which pairs are common; a table that was empty a moment ago has no statistics.
  if (ids.length >= PEOPLE_AT_ONCE) await tx.run(statement(sql`select resident_records.analyze_search_key()`))
}

async function listAllIds(tx: Tx): Promise<string[]> {
  return (await tx.list(statement(sql<{ id: string }>`select id from resident_records.person order by id`))).map(({ id }) => id)
}

type VersionRow = FoundBy & {
  readonly personId: string
  readonly addresseeNumber: string
  readonly birthDate: Temporal.PlainDate
  readonly standing: string
  readonly isToday: boolean
}

async function keepPiece(tx: Tx, ids: readonly string[]): Promise<void> {
  const versions = await tx.list(statement(sql<VersionRow>`
    select version.person_id as "personId", person.addressee_number as "addresseeNumber", version.name, version.kana, version.alphabet,
           version.common_name as "commonName", version.common_kana as "commonKana", version.former_name as "formerName", version.former_kana as "formerKana",
           version.town, version.address_number as "addressNumber", version.building, version.address, version.previous_address as "previousAddress",
           version.birth_date as "birthDate", version.standing,
           (version.valid_from <= ${tx.today} and (version.valid_to is null or version.valid_to > ${tx.today})) as "isToday"
      from resident_records.person_version version join resident_records.person person on person.id = version.person_id
     where version.person_id = any(${[...ids]}::uuid[]) and version.superseded_at is null order by version.person_id, version.valid_from`))
  const rows = [...Map.groupBy(versions, ({ personId }) => personId)].map(([personId, own]) => {
    // Somebody who will only move in next week is known by that version.
    const present = own.findLast(({ isToday }) => isToday) ?? own.at(-1)
    if (present === undefined) throw new RangeError('a person without versions has no search key')
    const { words, grams, sorting } = searchWordsOf(present.addresseeNumber, own)
    return { person_id: personId, is_current: present.isToday && present.standing === 'resident', birth_date: present.birthDate, words, grams: [...grams], sorting }
  })
  await registerRows.upsertRows(tx, 'resident_records.search_key', ['person_id'], rows)
}
