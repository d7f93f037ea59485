import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { Phrase } from '#kernel/text/text.ts'

/**
 * What a service gives to everyone as a table: published from its own tables as they are now, never from a copy. The
 * catalogue, the pages, the files and the machine-readable description all follow from this.
 */
export interface Dataset {
  /** Its address below /open-data, in kebab case; unique in the city and kept for good. */
  readonly id: string
  readonly title: Phrase<never>
  readonly description: Phrase<never>
  readonly keywords: readonly Phrase<never>[]
  /** CC BY 4.0 where nothing is said. */
  readonly licence?: LicenceKey
  readonly frequency: UpdateFrequency
  /** First and last day that the rows speak of, e.g. `2017-04-01`. */
  readonly temporal?: { readonly from: string; readonly to: string }
  /** The area that the rows speak of; the whole city where nothing is said. */
  readonly spatial?: Phrase<never>
  readonly columns: readonly DatasetColumn[]
  /**
   * All rows, in a lasting order, under the service's role. Large sets are yielded bit by bit. A record has a value for
   * every column and may hold more: what is no column never leaves.
   */
  rows(tx: Tx): Promise<readonly DatasetRecord[]> | AsyncIterable<DatasetRecord>
  /** Facts after which the rows may be others, e.g. `['plan.report-published']`; empty: nothing is kept in memory. */
  readonly emptiedBy: readonly string[]
}

export interface DatasetColumn {
  /** Heading of the CSV file and key in JSON; as the municipal standard dataset prints it where there is one. */
  readonly name: string
  readonly title: Phrase<never>
  readonly description: Phrase<never>
  readonly type: ColumnType
  /**
   * Columns of the service's tables that it is made of, e.g. `['plan.project.name']`, or `computed` for what cannot be
   * traced to one (a count, a constant). From these the gate learns whether it would publish something personal.
   */
  readonly from: readonly [string, ...string[]] | 'computed'
  /** Needed for what the tables call personal or sensitive: the law or ordinance that orders its publication. */
  readonly publishes?: { readonly basis: string }
}

/** `date` is a Temporal.PlainDate, `year` a fiscal or calendar year; null wherever nothing is known. */
export type ColumnType = 'text' | 'whole-number' | 'number' | 'date' | 'year' | 'boolean' | 'url'

export type DatasetValue = string | number | boolean | Temporal.PlainDate | null
export type DatasetRecord = Readonly<Record<string, DatasetValue>>

/** Of the EU's frequency vocabulary, in which DCAT-AP counts. */
export type UpdateFrequency = 'continuous' | 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'annual' | 'irregular'

export const LICENCES = {
  'cc-by-4.0': { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'cc0-1.0': { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'pdl-1.0': { name: 'PDL 1.0', url: 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly url: string }>>
export type LicenceKey = keyof typeof LICENCES

/** A dataset with the part of the city that owns it. */
export interface OwnedDataset {
  readonly owner: Manifest
  readonly dataset: Dataset
}

export function datasetsOf(parts: readonly Manifest[]): OwnedDataset[] {
  return parts.flatMap((owner) => (owner.datasets ?? []).map((dataset) => ({ owner, dataset })))
}

declare module '#kernel/service/manifest.ts' {
  interface Manifest {
    /** What this service gives to everyone as data. */
    readonly datasets?: readonly Dataset[]
  }
}
