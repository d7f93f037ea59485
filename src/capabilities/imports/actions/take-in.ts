import { createHash, randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { fileRead, subjectOf } from '../facts.ts'
import type { FileReading, ImportedFile, ImportQuestion, ImportRefusal, ReadFile } from '../importer.ts'
import { IMPORT_LIMITS } from '../limits.ts'
import type { OwnedImporter, Reading, Refused } from '../model.ts'
import { addQuestions, type NewQuestion } from '../store/questions.ts'
import { addReading, findReadingOf, keepFile } from '../store/readings.ts'
import { text } from '../text.ts'

export type TakenIn =
  | { readonly kind: 'read'; readonly readingId: string; readonly reading: FileReading<unknown> }
  /** The same content was brought before. */
  | { readonly kind: 'known'; readonly earlier: Reading }
  | Refused

/**
 * Reads a file and keeps it with its questions. `known: 'open'` only asks whether the file is under review; `any` also
 * finds one that was applied or left, so that nobody applies a file twice without noticing.
 */
export async function takeIn(tx: Tx, owned: OwnedImporter, file: ImportedFile, known: 'open' | 'any'): Promise<TakenIn> {
  const { importer } = owned
  const sha256 = createHash('sha256').update(file.bytes).digest()
  const earlier = await findReadingOf(tx, importer.name, sha256)
  if (earlier && (known === 'any' || earlier.state === 'open')) return { kind: 'known', earlier }
  const read = await readOwned(tx, owned, file)
  if (!read.ok) return { kind: 'refused', refusal: read }
  const id = randomUUID()
  await keepFile(tx, sha256, file.bytes)
  const { fileName } = file
  const found = { counts: read.counts, questions: read.questions.length, digest: digestOf(read) }
  if (!(await addReading(tx, { id, importer: importer.name, fileName, sha256, ...found }))) {
    // Somebody brought the same file in the same moment; theirs is the reading.
    const theirs = await findReadingOf(tx, importer.name, sha256)
    if (theirs === undefined) throw new Fault('conflict', 'the same file was taken in by someone else')
    return { kind: 'known', earlier: theirs }
  }
  await addQuestions(tx, id, read.questions.map(questionAt))
  tx.publish(fileRead, subjectOf(id), { importer: importer.name, questions: read.questions.length, isAgain: false })
  return { kind: 'read', readingId: id, reading: read }
}

/** Reads under the role of the service that owns the importer, and holds the result against this capability's limits. */
export async function readOwned(tx: Tx, { owner, importer }: OwnedImporter, file: ImportedFile): Promise<ReadFile<unknown>> {
  const tooLarge = refuseSize(file)
  if (tooLarge !== null) return tooLarge
  const read = await tx.onBehalfOf(owner, (its) => importer.read(its, file))
  return read.ok ? (refuseReading(read) ?? read) : read
}

export function refuseSize(file: ImportedFile): ImportRefusal | null {
  if (file.bytes.length === 0) return { ok: false, phrase: text.emptyFile, values: {} }
  if (file.bytes.length <= IMPORT_LIMITS.fileBytes) return null
  return { ok: false, phrase: text.fileTooLarge, values: { megabytes: IMPORT_LIMITS.fileBytes / 1024 / 1024 } }
}

export function refuseReading(read: FileReading<unknown>): ImportRefusal | null {
  const { questions, textCharacters } = IMPORT_LIMITS
  if (read.questions.length > questions) {
    return { ok: false, phrase: text.tooManyQuestions, values: { count: read.questions.length, limit: questions } }
  }
  const ids = new Set(read.questions.map(({ id }) => id))
  if (ids.size < read.questions.length) throw new Fault('broken', 'an importer gave two questions the same identity')
  const long = read.questions.find((question) => question.read.length > textCharacters || question.proposed.length > textCharacters)
  if (long === undefined) return null
  return { ok: false, phrase: text.cellTooLong, values: { row: long.row, column: long.column, limit: textCharacters } }
}

/** Two readings with one digest say the same: whatever differs, in the document too, changes it. */
export function digestOf({ document, questions, counts }: FileReading<unknown>): Buffer {
  return createHash('sha256').update(JSON.stringify([document, questions, counts])).digest()
}

/** A question as it is kept, nobody having answered it. */
export function questionAt(question: ImportQuestion, index: number): NewQuestion {
  const { id, row, line, column, kind, read, proposed, alternatives, choices, reason } = storable(question)
  return {
    id, row, line, column, kind, read, proposed, alternatives, reason,
    position: index + 1,
    choices: choices ?? null,
    state: 'open', answer: null, answeredBy: null, answeredByName: null, answeredAt: null, version: 0,
  }
}

/**
 * PostgreSQL's texts hold neither NUL nor half a surrogate pair. They are only shown from here: NUL as its symbol ␀, the
 * half pair as U+FFFD. What is applied is the importer's own document, in which nothing was replaced.
 */
function storable<Value>(value: Value): Value {
  const source = JSON.stringify(value, (_, part) => (typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '␀') : part))
  return JSON.parse(source) as Value
}
