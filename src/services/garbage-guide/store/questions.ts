import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import { guide } from './rows.ts'

export const QUESTION_STATES = ['open', 'answered', 'declined'] as const
export type QuestionState = (typeof QUESTION_STATES)[number]

/** What somebody looked for and did not find. */
export interface Question {
  readonly id: string
  readonly word: string
  readonly timesAsked: number
  readonly firstAskedAt: Temporal.Instant
  readonly lastAskedAt: Temporal.Instant
  readonly state: QuestionState
  readonly itemKey: string | null
  readonly reply: string | null
  readonly settledAt: Temporal.Instant | null
  readonly settledByName: string | null
}

/** Open questions that the queue takes; beyond it something is wrong, and people are sent to the telephone. */
export const MOST_OPEN_QUESTIONS = 2_000

/** Waits for whoever asks the same word just now, then counts it on, or opens a question. */
export async function keepQuestion(tx: Tx, word: string, folded: string): Promise<{ readonly id: string; readonly isFirst: boolean }> {
  const id = randomUUID()
  const kept = await tx.get(
    guide
      .insertInto('garbage_guide.question')
      .values({ id, word, folded, first_asked_at: tx.now, last_asked_at: tx.now })
      .onConflict((conflict) =>
        conflict
          .column('folded')
          // Written out: with a parameter the server cannot know that the partial index is meant.
          .where(sql<boolean>`state = 'open'`)
          .doUpdateSet((make) => ({ times_asked: make('garbage_guide.question.times_asked', '+', 1), last_asked_at: tx.now })),
      )
      .returning('id'),
  )
  return { id: kept.id, isFirst: kept.id === id }
}

export async function keepAddress(tx: Tx, questionId: string, address: string, language: Language): Promise<void> {
  await tx.run(
    guide
      .insertInto('garbage_guide.question_address')
      .values({ id: randomUUID(), question_id: questionId, address, language, given_at: tx.now })
      .onConflict((conflict) => conflict.columns(['question_id', 'address']).doNothing()),
  )
}

export async function countOpenQuestions(tx: Tx): Promise<number> {
  const row = await tx.get(guide.selectFrom('garbage_guide.question').select((make) => make.fn.countAll<number>().as('count')).where('state', '=', 'open'))
  return row.count
}

/** What is asked most comes first among the open ones; of the settled ones the newest. */
export async function listQuestions(tx: Tx, state: QuestionState, limit: number): Promise<Question[]> {
  const chosen = questions.where('state', '=', state).limit(limit)
  const rows = await tx.list(state === 'open' ? chosen.orderBy('times_asked', 'desc').orderBy('first_asked_at') : chosen.orderBy('settled_at', 'desc'))
  return rows.map(questionOf)
}

export async function findQuestion(tx: Tx, id: string): Promise<Question | undefined> {
  const row = await tx.find(questions.where('id', '=', id))
  return row && questionOf(row)
}

/** The same, held until the commit: two people must not both answer it. */
export async function findQuestionHeld(tx: Tx, id: string): Promise<Question | undefined> {
  const row = await tx.find(questions.where('id', '=', id).forUpdate())
  return row && questionOf(row)
}

export async function settleQuestion(tx: Tx, id: string, outcome: { readonly state: 'answered' | 'declined'; readonly itemKey: string | null; readonly reply: string | null }): Promise<void> {
  await tx.run(
    guide
      .updateTable('garbage_guide.question')
      .set({ state: outcome.state, item_key: outcome.itemKey, reply: outcome.reply, settled_at: tx.now, settled_by_name: tx.actor.person?.name ?? '' })
      .where('id', '=', id),
  )
}

/** How many want the answer sent; the addresses themselves are read by the job alone. */
export async function countAddresses(tx: Tx, questionId: string): Promise<number> {
  const row = await tx.get(
    guide.selectFrom('garbage_guide.question_address').select((make) => make.fn.countAll<number>().as('count')).where('question_id', '=', questionId),
  )
  return row.count
}

const questions = guide
  .selectFrom('garbage_guide.question')
  .select(['id', 'word', 'times_asked', 'first_asked_at', 'last_asked_at', 'state', 'item_key', 'reply', 'settled_at', 'settled_by_name'])

function questionOf(row: {
  id: string; word: string; times_asked: number; first_asked_at: Temporal.Instant; last_asked_at: Temporal.Instant
  state: string; item_key: string | null; reply: string | null; settled_at: Temporal.Instant | null; settled_by_name: string | null
}): Question {
  return {
    id: row.id, word: row.word, timesAsked: row.times_asked, firstAskedAt: row.first_asked_at, lastAskedAt: row.last_asked_at,
    state: row.state as QuestionState, itemKey: row.item_key, reply: row.reply, settledAt: row.settled_at, settledByName: row.settled_by_name,
  }
}

export interface AddressOfQuestion {
  readonly id: string
  readonly address: string
  readonly language: Language
}

export async function listAddresses(tx: Tx, questionId: string): Promise<AddressOfQuestion[]> {
  const rows = await tx.list(guide.selectFrom('garbage_guide.question_address').select(['id', 'address', 'language']).where('question_id', '=', questionId))
  return rows.map(({ language, ...row }) => ({ ...row, language: language as Language }))
}

export async function forgetAddress(tx: Tx, id: string): Promise<void> {
  await tx.run(guide.deleteFrom('garbage_guide.question_address').where('id', '=', id))
}
