import type { Tx } from '#kernel/database/transaction.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { applied, left, subjectOf } from '../facts.ts'
import type { GivenAnswer, ImportCount, ReadFile } from '../importer.ts'
import type { OwnedImporter, Progress, Reading, ReadingDifference, Refused, StoredQuestion } from '../model.ts'
import { listAllQuestions } from '../store/questions.ts'
import { endReading, findReadingHeld, getFile, getProgress } from '../store/readings.ts'
import { differenceOf } from './read-again.ts'
import { digestOf, readOwned } from './take-in.ts'

export type Foreseen =
  | { readonly kind: 'ready'; readonly progress: Progress; readonly preview: readonly ImportCount[] | null }
  /** The city has changed since the file was read: it would be applied as nobody has seen it. */
  | { readonly kind: 'differs'; readonly difference: ReadingDifference }
  | Refused

/** What applying would do now; changes nothing. */
export async function foresee(tx: Tx, owned: OwnedImporter, reading: Reading): Promise<Foreseen> {
  const read = await readKept(tx, owned, reading)
  if (!read.ok) return { kind: 'refused', refusal: read }
  const questions = await listAllQuestions(tx, reading.id)
  if (!reading.digest.equals(digestOf(read))) return { kind: 'differs', difference: differenceOf(questions, read) }
  const { owner, importer } = owned
  const answers = answersOf(questions)
  const preview = importer.preview ? await tx.onBehalfOf(owner, async (its) => importer.preview?.(its, read, answers)) : undefined
  return { kind: 'ready', progress: await getProgress(tx, reading.id), preview: preview ?? null }
}

export type ApplyOutcome =
  | { readonly kind: 'applied'; readonly path: string; readonly changes: number; readonly progress: Progress }
  | { readonly kind: 'ended'; readonly reading: Reading | undefined }
  /** Something was answered after the person was asked whether to apply. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'differs'; readonly difference: ReadingDifference }
  | Refused

/**
 * Applies a reading with its answers, in this transaction and once: whoever comes second waits for the row and finds it
 * applied. Unanswered questions are applied as proposed and stay visible as such.
 */
export async function applyReading(tx: Tx, owned: OwnedImporter, readingId: string, seen: number | 'any'): Promise<ApplyOutcome> {
  const reading = await findReadingHeld(tx, readingId, 'ending')
  if (reading?.state !== 'open') return { kind: 'ended', reading }
  const progress = await getProgress(tx, readingId)
  if (seen !== 'any' && progress.answers !== seen) return { kind: 'overtaken' }
  const read = await readKept(tx, owned, reading)
  if (!read.ok) return { kind: 'refused', refusal: read }
  const questions = await listAllQuestions(tx, readingId)
  if (!reading.digest.equals(digestOf(read))) return { kind: 'differs', difference: differenceOf(questions, read) }
  const outcome = await tx.onBehalfOf(owned.owner, (its) => owned.importer.apply(its, read, answersOf(questions)))
  if ('ok' in outcome) return { kind: 'refused', refusal: outcome }
  const { path, changes } = outcome
  await endReading(tx, readingId, { state: 'applied', resultPath: path, changes })
  const { accepted, edited, open, skipped } = progress
  tx.publish(applied, subjectOf(readingId), { importer: reading.importer, changes, accepted, edited, unanswered: open + skipped })
  return { kind: 'applied', path, changes, progress }
}

/** Puts a reading away without applying it. False when it had ended before. */
export async function leaveReading(tx: Tx, reading: Reading): Promise<boolean> {
  const held = await findReadingHeld(tx, reading.id, 'ending')
  if (held?.state !== 'open') return false
  await endReading(tx, reading.id, { state: 'left' })
  tx.publish(left, subjectOf(reading.id), { importer: reading.importer })
  return true
}

/** Reads the kept file once more, against the city as it is now. */
async function readKept(tx: Tx, owned: OwnedImporter, { sha256, fileName }: Reading): Promise<ReadFile<unknown>> {
  return readOwned(tx, owned, { fileName, bytes: await getFile(tx, sha256) })
}

function answersOf(questions: readonly StoredQuestion[]): GivenAnswer[] {
  return questions.flatMap((question) => answerOf(question) ?? [])
}

function answerOf({ id: questionId, state, answer }: StoredQuestion): GivenAnswer | null {
  switch (state) {
    case 'accepted':
      return { questionId, kind: 'accept' }
    case 'edited':
      return { questionId, kind: 'edit', value: answer ?? '' }
    case 'skipped':
      return { questionId, kind: 'skip' }
    case 'open':
      return null
    default:
      return assertNever(state)
  }
}
