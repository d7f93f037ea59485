// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface SearchTables {
  'search.document': DocumentTable
  'search.edition': EditionTable
  'search.run': RunTable
}

export interface DocumentTable {
  /** internal: identity, for the fast index */
  id: Generated<number>
  /** public: what sort of thing, e.g. plan-projects */
  kind: string
  /** public: which one of its kind */
  key: string
  /** internal: change that it was last written in */
  edition: number
  /** internal: no longer found; the row tells the other processes */
  is_gone: boolean
  /** internal: everyone, or the duty whose holders may find it */
  audience: string
  /** internal: page that shows it */
  href: string
  /** personal: title as it stands; a document for staff may name a person */
  title: string
  /** personal: titles and texts by language */
  other_languages: unknown
  /** personal: text as it stands */
  text: string
  /** personal: titles and readings as they are compared */
  folded_title: string
  /** personal: texts and dates as they are compared */
  folded_text: string
}

export interface EditionTable {
  /** internal: one row */
  is_only: Generated<boolean>
  /** internal: number of the newest change */
  number: number
}

export interface RunTable {
  /** internal: what sort of thing */
  kind: string
  /** internal: which run; steps of an older one end by themselves */
  run_id: string
  /** internal: when it began */
  began_at: Temporal.Instant
  /** internal: when it ended, empty while it is under way */
  ended_at: Temporal.Instant | null
  /** internal: documents compared so far */
  compared: number
  /** internal: documents that were otherwise */
  changed: number
  /** internal: documents when it began */
  expected: number
}
