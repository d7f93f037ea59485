import { sql } from 'kysely'
import { prepared } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import { SEARCH_LIMITS } from '../limits.ts'
import { foldDocument } from '../rules/folded-document.ts'
import { audienceKey, type SearchDocument } from '../search.ts'
import { search, statement } from './search-tables.ts'

/** What a page of results shows of a document. */
export interface ShownDocument {
  readonly id: number
  readonly kind: string
  readonly key: string
  readonly href: string
  readonly title: string
  readonly text: string
  readonly otherLanguages: NonNullable<SearchDocument['otherLanguages']>
}

/** What a suggestion shows of a document. */
export interface NamedDocument {
  readonly id: number
  readonly kind: string
  readonly href: string
  readonly title: string
  /** In the reader's language, where the service has one. */
  readonly ownTitle: string | null
}

export interface ReadRows<Row> {
  /** Number of the newest change that the transaction sees. */
  readonly edition: number
  readonly documents: ReadonlyMap<number, Row>
}

/**
 * Fetches the documents of these numbers that may still be shown to these audiences; what changed hands meanwhile is not among
 * them. The edition comes with them in one statement, because whoever searches waits for every round trip.
 */
export type ReadDocuments<Row> = (tx: Tx, ids: readonly number[], audiences: readonly string[]) => Promise<ReadRows<Row>>

export const readShown: ReadDocuments<ShownDocument> = async (tx, ids, audiences) =>
  rowsById(await tx.list(shownOf({ ids: ids.join(','), audiences: audiences.join(',') })))

/** Names only: a document may be long, and while one types it is asked for after every few letters. */
export function readNamed(language: Language): ReadDocuments<NamedDocument> {
  return async (tx, ids, audiences) => rowsById(await tx.list(namedOf({ language, ids: ids.join(','), audiences: audiences.join(',') })))
}

type Fetched<Row> = { readonly atEdition: number | null } & (Row | { readonly [Column in keyof Row]: null })

function rowsById<Row extends { readonly id: number }>(rows: readonly Fetched<Row>[]): ReadRows<Row> {
  const documents = new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row as Row] as const])))
  return { edition: rows[0]?.atEdition ?? 0, documents }
}

interface ShownWish {
  readonly ids: string
  readonly audiences: string
}

const shownOf = prepared((wish: ShownWish) =>
  statement(sql<Fetched<ShownDocument>>`
    select (select number from search.edition) as "atEdition",
           document.id, kind, key, href, title, text, other_languages as "otherLanguages" ${fromMayBeShown(wish)}`),
)

const namedOf = prepared((wish: ShownWish & { readonly language: string }) =>
  statement(sql<Fetched<NamedDocument>>`
    select (select number from search.edition) as "atEdition",
           document.id, kind, href, title, other_languages -> ${wish.language}::text ->> 'title' as "ownTitle" ${fromMayBeShown(wish)}`),
)

/** At least one row, so that the edition is told where nothing may be shown. */
function fromMayBeShown({ ids, audiences }: ShownWish) {
  return sql`
      from (values (true)) as always (is_so)
      left join search.document on document.id = any(string_to_array(${ids}, ',')::bigint[])
           and audience = any(string_to_array(${audiences}, ',')) and not is_gone`
}

/**
 * Writes documents of a kind as they are now; returns how many were otherwise before. What is as it was is not touched,
 * so that comparing a whole kind costs the other processes nothing.
 */
export async function writeDocuments(tx: Tx, kind: string, edition: number, documents: readonly SearchDocument[]): Promise<number> {
  if (documents.length === 0) return 0
  const rows = documents.map((document) => rowOf(kind, edition, document))
  return tx.run(
    statement(sql`
      insert into search.document (kind, key, edition, is_gone, audience, href, title, other_languages, text, folded_title, folded_text)
      select kind, key, edition, false, audience, href, title, other_languages, text, folded_title, folded_text
        from jsonb_to_recordset(${rows}::jsonb) as given(kind text, key text, edition bigint, audience text, href text, title text,
             other_languages jsonb, text text, folded_title text, folded_text text)
      on conflict (kind, key) do update
         set edition = excluded.edition, is_gone = false, audience = excluded.audience, href = excluded.href, title = excluded.title,
             other_languages = excluded.other_languages, text = excluded.text,
             folded_title = excluded.folded_title, folded_text = excluded.folded_text
       where (document.is_gone, document.audience, document.href, document.title, document.other_languages, document.text,
              document.folded_title, document.folded_text)
             is distinct from (false, excluded.audience, excluded.href, excluded.title, excluded.other_languages, excluded.text,
              excluded.folded_title, excluded.folded_text)`),
  )
}

function rowOf(kind: string, edition: number, document: SearchDocument) {
  const { key, title, text, href, audience, otherLanguages = {} } = document
  const { foldedTitle, foldedText } = foldDocument(document)
  return {
    kind, key, edition, href, audience: audienceKey(audience),
    title: storable(title), text: storable(text), other_languages: otherLanguages, folded_title: foldedTitle, folded_text: foldedText,
  }
}

/** PostgreSQL keeps no U+0000 and no half of a surrogate pair. */
function storable(text: string): string {
  return text.slice(0, SEARCH_LIMITS.documentCharacters).toWellFormed().replaceAll('\0', '')
}

/** Which documents of a kind were looked at: these keys, or all after one and up to another (null: from or to the end). */
export type LookedAt = { readonly keys: readonly string[] } | { readonly after: string | null; readonly upTo: string | null }

/** Takes away what was looked at and is not there any more. The row stays and tells the other processes. */
export async function removeMissing(tx: Tx, kind: string, edition: number, lookedAt: LookedAt, present: readonly SearchDocument[]): Promise<number> {
  const presentKeys = present.map(({ key }) => key)
  const range =
    'keys' in lookedAt
      ? sql`key in (select jsonb_array_elements_text(${lookedAt.keys}::jsonb))`
      : sql`(${lookedAt.after}::text is null or key > ${lookedAt.after}) and (${lookedAt.upTo}::text is null or key <= ${lookedAt.upTo})`
  return tx.run(
    statement(sql`
      update search.document
         set is_gone = true, edition = ${edition}, title = '', text = '', other_languages = '{}', folded_title = '', folded_text = ''
       where kind = ${kind} and not is_gone and ${range}
         and key not in (select jsonb_array_elements_text(${presentKeys}::jsonb))`),
  )
}

/** Kinds that have documents. */
export async function listKinds(tx: Tx): Promise<string[]> {
  const rows = await tx.list(search.selectFrom('search.document').select('kind').distinct().where('is_gone', '=', false))
  return rows.map(({ kind }) => kind)
}
