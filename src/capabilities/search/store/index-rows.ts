import { sql } from 'kysely'
import { prepared } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { SEARCH_LIMITS } from '../limits.ts'
import type { FoundGroup, Lookup, Ranked } from '../model.ts'
import { search, statement } from './search-tables.ts'

/** A document as the fast index takes it in. */
export interface IndexRow {
  readonly id: number
  readonly kind: string
  readonly audience: string
  readonly isGone: boolean
  readonly foldedTitle: string
  readonly foldedText: string
}

/** Documents that can be found, by number; `limit` at a time. */
export function listIndexed(tx: Tx, after: number, limit: number): Promise<IndexRow[]> {
  return tx.list(indexedAfter({ after, limit }))
}

const COLUMNS = ['id', 'kind', 'audience', 'is_gone as isGone', 'folded_title as foldedTitle', 'folded_text as foldedText'] as const

const indexedAfter = prepared(({ after, limit }: { after: number; limit: number }) =>
  search.selectFrom('search.document').select(COLUMNS).where('id', '>', after).where('is_gone', '=', false).orderBy('id').limit(limit),
)

/** What changed after an edition, those that are gone too, by number; at most `limit`. */
export function listChanged(tx: Tx, edition: number, limit: number): Promise<IndexRow[]> {
  return tx.list(changedAfter({ edition, limit }))
}

const changedAfter = prepared(({ edition, limit }: { edition: number; limit: number }) =>
  search.selectFrom('search.document').select(COLUMNS).where('edition', '>', edition).orderBy('id').limit(limit),
)

export async function countIndexed(tx: Tx): Promise<number> {
  const { count } = await tx.get(
    search.selectFrom('search.document').select((row) => row.fn.countAll<number>().as('count')).where('is_gone', '=', false),
  )
  return count
}

/**
 * The same answer by the database alone, while the fast index is being built: every document is read, so it takes some
 * hundred times longer. Typing errors are not forgiven here.
 */
export async function findWithoutIndex(tx: Tx, { words, audiences, kind, best }: Lookup): Promise<Ranked> {
  const conditions = words.map(({ forms }) => {
    const either = forms.map((form) => sql`strpos(folded_title, ${form}) > 0 or strpos(folded_text, ${form}) > 0`)
    return sql`(${sql.join(either, sql` or `)})`
  })
  const first = words[0]?.forms[0] ?? ''
  const rows = await tx.list(
    statement(sql<{ id: number; kind: string; score: number; count: number }>`
      select id, kind, case when strpos(E'\n' || folded_title || E'\n', E'\n' || ${first} || E'\n') > 0 then 4
                            when starts_with(folded_title, ${first}) then 3
                            when strpos(folded_title || E'\n', ${first} || E'\n') > 0 then 2
                            when strpos(folded_title, ${first}) > 0 then 1 else 0 end as score,
             count(*) over (partition by kind) as count
        from search.document
       where not is_gone and audience in (select jsonb_array_elements_text(${audiences}::jsonb))
         and (${kind}::text is null or kind = ${kind}) and ${sql.join(conditions, sql` and `)}
       order by 3 desc, id limit ${SEARCH_LIMITS.hitsWithoutIndex}`),
  )
  const groups = [...Map.groupBy(rows, (row) => row.kind)].map(([name, hits]): FoundGroup => {
    const ranked = hits.slice(0, best).map(({ id, score }) => ({ id, score }))
    return { kind: name, count: hits[0]?.count ?? 0, best: ranked }
  })
  return { groups, isSimilar: false }
}
