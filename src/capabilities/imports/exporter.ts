import type { Phrase } from '#kernel/text/text.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ImportRefusal } from './importer.ts'

/** What a service can write out as a file, for `tsunagu export NAME --format …`. */
export interface Exporter {
  /** Unique in the city, e.g. `plan`. */
  readonly name: string
  readonly title: Phrase<never>
  /** The first is written where none is named, e.g. `['json', 'csv', 'xlsx', 'pdf']`. */
  readonly formats: readonly [string, ...string[]]
  /** Further words it understands on the command line, with what they mean, e.g. `{ year: 'fiscal year, 2021' }`. */
  readonly options?: Readonly<Record<string, string>>
  /** Runs under the service's role, in a transaction that cannot write. */
  write(tx: Tx, wishes: ExportWishes): Promise<ExportedFile | ImportRefusal>
}

export interface ExportWishes {
  /** One of the exporter's formats. */
  readonly format: string
  /** Only options that the exporter has declared; as typed. */
  readonly options: Readonly<Record<string, string>>
}

export interface ExportedFile {
  readonly fileName: string
  readonly type: string
  readonly body: Buffer | string
}

declare module '#kernel/service/manifest.ts' {
  interface Manifest {
    /** What this service writes out. */
    readonly exporters?: readonly Exporter[]
  }
}
