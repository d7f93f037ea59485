import { sql, type RawBuilder } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { SEARCH_LIMITS, type SearchQuery, type SearchTerm } from '../rules/search-query.ts'
import { gramsOf } from '../rules/search-words.ts'
import { saidAt } from './moments.ts'
import { recordIn, type PersonRecord } from './people.ts'
import { isVisibleTo } from './protection-filter.ts'

export interface Found {
  /** In the order of how well they fit. */
  readonly people: readonly PersonRecord[]
  readonly count: number
  /** There are more than are counted: another word is needed. */
  readonly isMore: boolean
}

export interface SearchWish {
  readonly limit: number
  readonly offset?: number
}

/**
 * People whom every word fits: first whose name or reading is the word, then begins with it, then holds it; residents
 * before those who left. Who is protected from the actor is filtered in the same statement, before anything is counted.
 */
export async function searchRegister(tx: Tx, { terms }: SearchQuery, { limit, offset = 0 }: SearchWish): Promise<Found> {
  if (terms.length === 0) return { people: [], count: 0, isMore: false }
  const rows = await tx.list(statement(sql<{ found: number }>`
    with hit as (
      select person_id, found, place from (
        select person_id, count(*) over () as found, row_number() over (order by rank, is_current desc, sorting, person_id) as place from (
          select key.person_id, key.is_current, key.sorting, ${rankOf(terms)} as rank from resident_records.search_key as key
           where ${sql.join(terms.map(fits), sql` and `)} and ${isVisibleTo(tx, 'key.person_id')}
           limit ${SEARCH_LIMITS.candidates + 1}) as fitting) as ranked
       where place > ${offset} and place <= ${offset + limit})
    select version.*, person.addressee_number, person.edition, hit.found from hit
      join resident_records.person_version version on version.person_id = hit.person_id and ${saidAt({}, tx.today)}
      join resident_records.person person on person.id = hit.person_id
     where ${isVisibleTo(tx, 'version.person_id')} order by hit.place`))
  const count = rows[0]?.found ?? 0
  return { people: rows.map(recordIn), count: Math.min(count, SEARCH_LIMITS.candidates), isMore: count > SEARCH_LIMITS.candidates }
}

function fits({ texts, births, addresseeNumber }: SearchTerm): RawBuilder<boolean> {
  const meanings = texts.map((text) => sql`(key.grams @> ${[...gramsOf(text)]}::int[] and strpos(key.words, ${lookedFor(text)}) > 0)`)
  if (births.length > 0) meanings.push(sql`key.birth_date = any(${births.map(({ date }) => date.toString())}::text[]::date[])`)
  if (addresseeNumber !== null) meanings.push(sql`key.person_id = (select id from resident_records.person where addressee_number = ${addresseeNumber})`)
  return sql<boolean>`(${sql.join(meanings, sql` or `)})`
}

/** Of a single character only what begins with it: a third of a city has 田 somewhere. */
function lookedFor(text: string): string {
  return text.length === 1 ? `\n${text}` : text
}

/** 0 where the word is a whole line, 1 where a line begins with it, 2 inside; the sum over the words. */
function rankOf(terms: readonly SearchTerm[]): RawBuilder<number> {
  const ranks = terms.filter(({ texts }) => texts.length > 0).map(({ texts }) => {
    const each = texts.map((text) => sql`case when strpos(key.words, ${`\n${text}\n`}) > 0 then 0 when strpos(key.words, ${`\n${text}`}) > 0 then 1 else 2 end`)
    return sql`least(${sql.join(each, sql`, `)})`
  })
  return ranks.length === 0 ? sql<number>`0` : sql<number>`(${sql.join(ranks, sql` + `)})`
}
