import { sql, type SelectQueryBuilder } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { IMPORT_LIMITS } from '../limits.ts'
import type { AnswerAct, QuestionFilter, StoredQuestion, StoredQuestionState } from '../model.ts'
import type { ImportsTables } from '../tables.ts'
import { nameOf } from './readings.ts'

const imports = queriesOver<ImportsTables>()

const QUESTION_COLUMNS = [
  'position', 'question_id as id', 'row_label as row', 'line', 'column_label as column', 'kind', 'read', 'proposed',
  'alternatives', 'choices', 'reason', 'state', 'answer', 'answered_by_name as answeredByName',
  'answered_at as answeredAt', 'version',
] as const

/** A question on its way into the table; on re-reading it brings the answer that still holds. */
export type NewQuestion = StoredQuestion & { readonly answeredBy: string | null }

/** Writes all questions of a reading in one statement, however many there are. */
export async function addQuestions(tx: Tx, readingId: string, questions: readonly NewQuestion[]): Promise<void> {
  if (questions.length === 0) return
  const rows = JSON.stringify(questions.map(rowOf))
  const insert = sql`
    insert into imports.question
    select ${readingId}::uuid, q.* from jsonb_to_recordset(${rows}::text::jsonb) as q(
      position int, question_id text, row_label text, line int, column_label text, kind text, read text, proposed text,
      alternatives jsonb, choices jsonb, reason jsonb, state text, answer text, answered_by text, answered_by_name text,
      answered_at timestamptz, version int)`
  await tx.run({ compile: () => insert.compile(imports) })
}

function rowOf(question: NewQuestion) {
  const { id, row, column, answeredBy, answeredByName, answeredAt, ...same } = question
  return {
    ...same, question_id: id, row_label: row, column_label: column,
    answered_by: answeredBy, answered_by_name: answeredByName, answered_at: answeredAt,
  }
}

export async function removeQuestions(tx: Tx, readingId: string): Promise<void> {
  await tx.run(imports.deleteFrom('imports.question').where('reading_id', '=', readingId))
}

export async function findQuestion(tx: Tx, readingId: string, position: number): Promise<StoredQuestion | undefined> {
  return (await tx.find(questionsOf(readingId).where('position', '=', position))) as StoredQuestion | undefined
}

/** All questions of a reading with the accounts behind their answers, in order: for applying and reading again. */
export async function listAllQuestions(tx: Tx, readingId: string): Promise<NewQuestion[]> {
  return (await tx.list(questionsOf(readingId).select('answered_by as answeredBy').orderBy('position'))) as unknown as NewQuestion[]
}

/** One page of the questions that pass the filter; pages count from 1. */
export async function listQuestions(tx: Tx, readingId: string, filter: QuestionFilter, page: number): Promise<StoredQuestion[]> {
  const size = IMPORT_LIMITS.questionsPerPage
  const query = narrowed(questionsOf(readingId), filter).orderBy('position').limit(size).offset((page - 1) * size)
  return (await tx.list(query)) as unknown as StoredQuestion[]
}

export async function countQuestions(tx: Tx, readingId: string, filter: QuestionFilter): Promise<number> {
  const all = imports.selectFrom('imports.question').where('reading_id', '=', readingId)
  return (await tx.get(narrowed(all, filter).select(({ fn }) => fn.countAll<number>().as('count')))).count
}

/** The kinds of a reading's questions with how many there are of each, most frequent first. */
export async function listKinds(tx: Tx, readingId: string): Promise<{ kind: string; count: number; open: number }[]> {
  return tx.list(
    imports
      .selectFrom('imports.question')
      .select(({ fn }) => ['kind', fn.countAll<number>().as('count'), sql<number>`count(*) filter (where state = 'open')`.as('open')])
      .where('reading_id', '=', readingId)
      .groupBy('kind')
      .orderBy('count', 'desc')
      .orderBy('kind')
      .limit(IMPORT_LIMITS.kindsShown),
  )
}

/** The nearest question before or after a position that passes the filter; its position. */
export async function findNeighbour(
  tx: Tx,
  readingId: string,
  terms: { readonly from: number; readonly direction: 'next' | 'previous'; readonly filter: QuestionFilter },
): Promise<number | null> {
  const { from, direction, filter } = terms
  const all = narrowed(imports.selectFrom('imports.question').where('reading_id', '=', readingId), filter)
  const beyond = direction === 'next' ? all.where('position', '>', from) : all.where('position', '<', from)
  const row = await tx.find(beyond.select('position').orderBy('position', direction === 'next' ? 'asc' : 'desc').limit(1))
  return row?.position ?? null
}

const STATE_AFTER: Readonly<Record<AnswerAct, StoredQuestionState>> = { accept: 'accepted', edit: 'edited', skip: 'skipped', undo: 'open' }

export interface Answering {
  readonly position: number
  readonly questionId: string
  readonly seen: number
  readonly act: AnswerAct
  readonly text: string | null
}

/** Sets the answer if the question is still as it was seen; false when somebody was faster or it is another by now. */
export async function setAnswer(tx: Tx, readingId: string, given: Answering): Promise<boolean> {
  const by = nameOf(tx)
  const answerer =
    given.act === 'undo'
      ? { answered_by: null, answered_by_name: null, answered_at: null }
      : { answered_by: by.id, answered_by_name: by.name, answered_at: tx.now }
  const changed = await tx.run(
    imports
      .updateTable('imports.question')
      .set({ state: STATE_AFTER[given.act], answer: given.text, version: given.seen + 1, ...answerer })
      .where('reading_id', '=', readingId)
      .where('position', '=', given.position)
      .where('question_id', '=', given.questionId)
      .where('version', '=', given.seen),
  )
  if (changed === 0) return false
  await tx.run(
    imports.insertInto('imports.answer_log').values({
      reading_id: readingId, question_id: given.questionId, act: given.act, answer: given.text,
      is_bulk: false, at: tx.now, by: by.id, by_name: by.name,
    }),
  )
  return true
}

/** Accepts the proposal of every open question that passes the filter; what was skipped stays skipped. Returns how many. */
export async function acceptOpenQuestions(tx: Tx, readingId: string, filter: QuestionFilter): Promise<number> {
  const by = nameOf(tx)
  const open = narrowed(imports.selectFrom('imports.question').where('reading_id', '=', readingId), { ...filter, state: 'open' })
  await tx.run(
    imports
      .insertInto('imports.answer_log')
      .columns(['reading_id', 'question_id', 'act', 'is_bulk', 'at', 'by', 'by_name'])
      .expression(
        open
          .select(['reading_id', 'question_id'])
          .select([sql`'accept'`.as('act'), sql`true`.as('is_bulk'), sql`${tx.now}::timestamptz`.as('at'), sql`${by.id}::text`.as('by'), sql`${by.name}::text`.as('by_name')])
          .orderBy('position'),
      ),
  )
  return tx.run(
    imports
      .updateTable('imports.question')
      .set((question) => ({
        state: 'accepted', answer: null, answered_by: by.id, answered_by_name: by.name, answered_at: tx.now,
        version: question('version', '+', 1),
      }))
      .where('reading_id', '=', readingId)
      .where('position', 'in', open.select('position')),
  )
}

/** Writes down that answers no longer hold, because their questions are gone or have changed. */
export async function logWithdrawn(tx: Tx, readingId: string, questionIds: readonly string[]): Promise<void> {
  if (questionIds.length === 0) return
  const by = nameOf(tx)
  const ids = JSON.stringify(questionIds)
  const insert = sql`
    insert into imports.answer_log (reading_id, question_id, act, is_bulk, at, by, by_name)
    select ${readingId}::uuid, id, 'withdraw', true, ${tx.now}::timestamptz, ${by.id}, ${by.name}
      from jsonb_array_elements_text(${ids}::text::jsonb) id`
  await tx.run({ compile: () => insert.compile(imports) })
}

function questionsOf(readingId: string) {
  return imports.selectFrom('imports.question').select(QUESTION_COLUMNS).where('reading_id', '=', readingId)
}

function narrowed<Row>(
  query: SelectQueryBuilder<ImportsTables, 'imports.question', Row>,
  { state, kind, words }: QuestionFilter,
): SelectQueryBuilder<ImportsTables, 'imports.question', Row> {
  let narrow = query
  if (state !== '') narrow = narrow.where('state', '=', state)
  if (kind !== '') narrow = narrow.where('kind', '=', kind)
  if (words !== '') {
    const all = sql<string>`normalize(lower(concat_ws(' ', row_label, column_label, read, proposed, answer)), NFKC)`
    narrow = narrow.where(sql<boolean>`strpos(${all}, normalize(lower(${words}::text), NFKC)) > 0`)
  }
  return narrow
}
