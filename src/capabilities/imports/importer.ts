import type { Phrase, PhraseValue } from '#kernel/text/text.ts'
import type { Tx } from '#kernel/database/transaction.ts'

/**
 * What a service tells the imports capability about one kind of file it takes in. Reading is pure and repeatable: the
 * file itself is kept, and reading it again gives the same questions under the same identities.
 */
export interface Importer<Document = unknown> {
  /** Unique in the city, e.g. `plan` or `plan-report`. */
  readonly name: string
  readonly title: Phrase<never>
  readonly hint: Phrase<never>
  /** Who may bring such files and answer their questions. */
  readonly duty: string
  /** Endings offered by the file dialogue, e.g. `.txt,.csv,.xlsx`; what a file is, is decided by its content. */
  readonly accept: string
  /** Reads the file against the present state of the service. */
  read(tx: Tx, file: ImportedFile): Promise<ReadFile<Document>>
  /** Applies the document with the answers worked in; all of it in the given transaction. */
  apply(tx: Tx, reading: FileReading<Document>, answers: readonly GivenAnswer[]): Promise<Applied>
}

export interface ImportedFile {
  readonly fileName: string
  readonly bytes: Buffer
}

export type ReadFile<Document> = FileReading<Document> | ImportRefusal

/** A file that could not be read at all: what it is, and the way out. */
export interface ImportRefusal {
  readonly ok: false
  readonly phrase: Phrase
  readonly values: Readonly<Record<string, PhraseValue>>
}

export interface FileReading<Document> {
  readonly ok: true
  readonly document: Document
  readonly questions: readonly ImportQuestion[]
  /** What was found, for the review page and the command line, e.g. rows 73, projects 60. */
  readonly counts: readonly { readonly name: string; readonly label: Phrase<never>; readonly count: number }[]
}

/** A place in the file that a person has to look at. */
export interface ImportQuestion {
  /** The same whenever the same file is read. */
  readonly id: string
  /** Row as people find it, e.g. `①(3)-8`. */
  readonly row: string
  readonly line: number
  readonly column: string
  readonly kind: string
  readonly read: string
  readonly proposed: string
  readonly alternatives: readonly string[]
  readonly reason: { readonly phrase: Phrase; readonly values: Readonly<Record<string, PhraseValue>> }
}

/** `skip` leaves the question open and visible; what was proposed is used until somebody answers. */
export type GivenAnswer =
  | { readonly questionId: string; readonly kind: 'accept' }
  | { readonly questionId: string; readonly kind: 'edit'; readonly value: string }
  | { readonly questionId: string; readonly kind: 'skip' }

export interface Applied {
  /** Page that shows the result. */
  readonly path: string
  readonly changes: number
}

declare module '#kernel/service/manifest.ts' {
  interface Manifest {
    /** Kinds of files this service takes in. */
    readonly importers?: readonly Importer[]
  }
}
