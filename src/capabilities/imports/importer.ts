import type { Actor } from '#kernel/access/actor.ts'
import type { City } from '#kernel/city/city.ts'
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
  /** What each kind of question is called where questions are listed and filtered; without it the kind's own name. */
  readonly kinds?: Readonly<Record<string, Phrase<never>>>
  /** Reads the file against the present state of the service. It runs under the service's role and changes nothing. */
  read(tx: Tx, file: ImportedFile): Promise<ReadFile<Document>>
  /**
   * Reads the file with nothing but the city's folder to go by, for `tsunagu import … --dry-run` without a database.
   * Only for importers whose reading does not depend on what the service has stored.
   */
  readOffline?(city: City, file: ImportedFile): Promise<ReadFile<Document>>
  /** Why a corrected text cannot be used for this question, told to the person at once; null when it can. */
  refuseAnswer?(question: ImportQuestion, value: string): ImportRefusal | null
  /** What applying would change, for the page that asks before it is done. Changes nothing itself. */
  preview?(tx: Tx, reading: FileReading<Document>, answers: readonly GivenAnswer[]): Promise<readonly ImportCount[]>
  /**
   * Applies the document with the answers worked in; all of it in the given transaction. A refusal must come before
   * the first change and the first fact: what was written until then would stay.
   */
  apply(tx: Tx, reading: FileReading<Document>, answers: readonly GivenAnswer[]): Promise<Applied | ImportRefusal>
}

export interface ImportedFile {
  readonly fileName: string
  readonly bytes: Buffer
}

export type ReadFile<Document> = FileReading<Document> | ImportRefusal

/** A file that could not be read at all, or an answer that cannot be used: what is wrong, and the way out. */
export interface ImportRefusal {
  readonly ok: false
  readonly phrase: Phrase
  readonly values: Readonly<Record<string, PhraseValue>>
}

/** Plain JSON throughout: whether a file still reads the same is found by comparing two readings as JSON. */
export interface FileReading<Document> {
  readonly ok: true
  readonly document: Document
  readonly questions: readonly ImportQuestion[]
  /** What was found, for the review page and the command line, e.g. rows 73, projects 60. */
  readonly counts: readonly ImportCount[]
}

export interface ImportCount {
  /** Its name in the command line's JSON. */
  readonly name: string
  readonly label: Phrase<never>
  readonly count: number
}

/** A place in the file that a person has to look at. */
export interface ImportQuestion {
  /** The same whenever the same file is read; unique in its reading. */
  readonly id: string
  /** Row as people find it, e.g. `①(3)-8`. */
  readonly row: string
  readonly line: number
  readonly column: string
  readonly kind: string
  readonly read: string
  readonly proposed: string
  /** Other readings of the same place, likeliest first. */
  readonly alternatives: readonly string[]
  /** Where only these answers are possible, e.g. the marks of a scale; left out where any text may be right. */
  readonly choices?: readonly string[]
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

/** Acts for whoever sits at the installation's command line; the log of answers names it so. */
export const commandLineActor: Actor = { id: 'command-line', person: null, resident: null }

declare module '#kernel/service/manifest.ts' {
  interface Manifest {
    /** Kinds of files this service takes in. */
    readonly importers?: readonly Importer[]
  }
}
