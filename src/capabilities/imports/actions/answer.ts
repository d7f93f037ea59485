import type { Tx } from '#kernel/database/transaction.ts'
import { questionAnswered, subjectOf } from '../facts.ts'
import type { ImportQuestion, ImportRefusal } from '../importer.ts'
import { IMPORT_LIMITS } from '../limits.ts'
import type { OwnedImporter, QuestionFilter, Reading, Refused, SentAnswer, StoredQuestion } from '../model.ts'
import { acceptOpenQuestions, findQuestion, setAnswer } from '../store/questions.ts'
import { findReadingHeld, getProgress } from '../store/readings.ts'
import { text } from '../text.ts'

export type Answered =
  | { readonly kind: 'answered'; readonly question: StoredQuestion }
  /** Somebody answered first, or the file was read again: nothing was changed; the question as it is now, if it still is. */
  | { readonly kind: 'overtaken'; readonly question: StoredQuestion | undefined }
  | { readonly kind: 'ended' }
  | (Refused & { readonly question: StoredQuestion })

/** Puts one answer, or takes one back. Every answer stays in the log. */
export async function answerQuestion(tx: Tx, owned: OwnedImporter, reading: Reading, sent: SentAnswer): Promise<Answered> {
  const held = await findReadingHeld(tx, reading.id, 'answering')
  if (held?.state !== 'open') return { kind: 'ended' }
  const question = await findQuestion(tx, reading.id, sent.position)
  if (question === undefined || question.id !== sent.questionId) return { kind: 'overtaken', question: undefined }
  if (question.version !== sent.seen) return { kind: 'overtaken', question }
  const refusal = sent.act === 'edit' ? refuseText(owned, question, sent.text) : null
  if (refusal !== null) return { kind: 'refused', refusal, question }
  const { position, questionId, seen, act } = sent
  const answer = { position, questionId, seen, act, text: act === 'edit' ? sent.text : null }
  if (!(await setAnswer(tx, reading.id, answer))) {
    return { kind: 'overtaken', question: await findQuestion(tx, reading.id, position) }
  }
  tx.publish(questionAnswered, subjectOf(reading.id), { importer: reading.importer, act, count: 1 })
  return { kind: 'answered', question }
}

function refuseText({ importer }: OwnedImporter, question: StoredQuestion, value: string): ImportRefusal | null {
  const { textCharacters } = IMPORT_LIMITS
  if (value.length > textCharacters) return { ok: false, phrase: text.answerTooLong, values: { limit: textCharacters } }
  // Form data may carry what no text of the database can hold; it is told, not dropped.
  if (value.includes('\0') || !value.isWellFormed()) return { ok: false, phrase: text.answerUnstorable, values: {} }
  if (question.choices !== null && !question.choices.includes(value)) {
    return { ok: false, phrase: text.notAChoice, values: { choices: question.choices.join(' ') } }
  }
  return importer.refuseAnswer?.(asAsked(question), value) ?? null
}

/** The question as its importer asked it. */
export function asAsked(question: StoredQuestion): ImportQuestion {
  const { id, row, line, column, kind, read, proposed, alternatives, choices, reason } = question
  return { id, row, line, column, kind, read, proposed, alternatives, reason, ...(choices === null ? {} : { choices }) }
}

export type AllAccepted =
  | { readonly kind: 'accepted'; readonly count: number }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'ended' }

/** Accepts every open proposal that passes the filter, if nothing was answered since `seen` (`Progress.answers`). */
export async function acceptAll(tx: Tx, readingId: string, filter: QuestionFilter, seen: number | 'any'): Promise<AllAccepted> {
  const reading = await findReadingHeld(tx, readingId, 'ending')
  if (reading?.state !== 'open') return { kind: 'ended' }
  if (seen !== 'any' && (await getProgress(tx, readingId)).answers !== seen) return { kind: 'overtaken' }
  const count = await acceptOpenQuestions(tx, readingId, filter)
  if (count > 0) tx.publish(questionAnswered, subjectOf(readingId), { importer: reading.importer, act: 'accept', count })
  return { kind: 'accepted', count }
}
