import type { Tx } from '#kernel/database/transaction.ts'
import { fileRead, subjectOf } from '../facts.ts'
import type { FileReading } from '../importer.ts'
import type { OwnedImporter, QuestionPlace, Reading, ReadingDifference, Refused, StoredQuestion } from '../model.ts'
import { addQuestions, listAllQuestions, logWithdrawn, removeQuestions, type NewQuestion } from '../store/questions.ts'
import { findReadingHeld, getFile, reread } from '../store/readings.ts'
import { digestOf, questionAt, readOwned, takeIn, type TakenIn } from './take-in.ts'

export type ReadAgain =
  | { readonly kind: 'reread'; readonly readingId: string; readonly lostAnswers: number }
  | { readonly kind: 'ended' }
  | Refused

/**
 * Reads the file of an open reading against the city as it is now. Answers to questions that say the same as before
 * stay; the others are withdrawn, and the log says so.
 */
export async function readAgain(tx: Tx, owned: OwnedImporter, readingId: string): Promise<ReadAgain> {
  const reading = await findReadingHeld(tx, readingId, 'ending')
  if (reading?.state !== 'open') return { kind: 'ended' }
  const read = await readOwned(tx, owned, { fileName: reading.fileName, bytes: await getFile(tx, reading.sha256) })
  if (!read.ok) return { kind: 'refused', refusal: read }
  const before = new Map((await listAllQuestions(tx, readingId)).map((question) => [question.id, question]))
  const now = read.questions.map(questionAt)
  const carried = now.map((question) => withAnswerOf(before.get(question.id), question))
  const kept = new Set(carried.filter(({ state }) => state !== 'open').map(({ id }) => id))
  const withdrawn = [...before.values()].filter(({ id, state }) => state !== 'open' && !kept.has(id)).map(({ id }) => id)
  await removeQuestions(tx, readingId)
  await addQuestions(tx, readingId, carried)
  await logWithdrawn(tx, readingId, withdrawn)
  await reread(tx, readingId, { counts: read.counts, questions: now.length, digest: digestOf(read) })
  tx.publish(fileRead, subjectOf(readingId), { importer: reading.importer, questions: now.length, isAgain: true })
  return { kind: 'reread', readingId, lostAnswers: withdrawn.length }
}

/** Opens a new reading of a file whose earlier one was applied or left. */
export async function readAnew(tx: Tx, owned: OwnedImporter, earlier: Reading): Promise<TakenIn> {
  return takeIn(tx, owned, { fileName: earlier.fileName, bytes: await getFile(tx, earlier.sha256) }, 'open')
}

function withAnswerOf(before: NewQuestion | undefined, now: NewQuestion): NewQuestion {
  if (before === undefined) return now
  // A form that was open on the old question must not answer the new one.
  if (!isSame(before, now)) return { ...now, version: before.version + 1 }
  const { state, answer, answeredBy, answeredByName, answeredAt, version } = before
  return { ...now, state, answer, answeredBy, answeredByName, answeredAt, version }
}

/** Where a new reading of the same file differs from the questions that were asked. */
export function differenceOf(asked: readonly StoredQuestion[], read: FileReading<unknown>): ReadingDifference {
  const before = new Map(asked.map((question) => [question.id, question]))
  const now = new Map(read.questions.map(questionAt).map((question) => [question.id, question]))
  const isChanged = (question: StoredQuestion) => {
    const other = now.get(question.id)
    return other !== undefined && !isSame(question, other)
  }
  const gone = asked.filter(({ id }) => !now.has(id))
  const changed = asked.filter(isChanged)
  return {
    added: [...now.values()].filter(({ id }) => !before.has(id)).map(placeOf),
    gone: gone.map(placeOf),
    changed: changed.map(({ id }) => placeOf(now.get(id) as NewQuestion)),
    lostAnswers: [...gone, ...changed].filter(({ state }) => state !== 'open').length,
  }
}

function isSame(one: StoredQuestion, other: StoredQuestion): boolean {
  return textOf(one) === textOf(other)
}

function textOf({ kind, read, proposed, choices }: StoredQuestion): string {
  return JSON.stringify([kind, read, proposed, choices])
}

function placeOf({ row, column, proposed }: StoredQuestion): QuestionPlace {
  return { row, column, proposed }
}
