import type { Tx } from '#kernel/database/transaction.ts'
import { insertRows, plan } from './rows.ts'

/** What an outside reviewer said of a project, with the city's latest answer. */
export interface ReviewerComment {
  readonly id: number
  readonly projectKey: string
  readonly text: string
  readonly byName: string
  readonly at: Temporal.Instant
  readonly answer: CommentAnswer | null
}

export interface CommentAnswer {
  readonly text: string
  readonly unitCode: string | null
  readonly at: Temporal.Instant
}

export interface ReviewWish {
  readonly projectKey?: string
  /** Only what was said and answered up to this moment: what residents see of a publication. */
  readonly until?: Temporal.Instant
}

/** Comments on the report of a year, oldest first. */
export async function listComments(tx: Tx, planKey: string, year: number, { projectKey, until }: ReviewWish = {}): Promise<ReviewerComment[]> {
  let comments = plan
    .selectFrom('plan.reviewer_comment')
    .select(['id', 'project_key as projectKey', 'text', 'by_name as byName', 'at'])
    .where('plan_key', '=', planKey)
    .where('year', '=', year)
    .orderBy('id')
  if (projectKey !== undefined) comments = comments.where('project_key', '=', projectKey)
  if (until !== undefined) comments = comments.where('at', '<=', until)
  const rows = await tx.list(comments)
  if (rows.length === 0) return []
  let answers = plan
    .selectFrom('plan.comment_answer')
    .select(['comment_id as commentId', 'text', 'unit_code as unitCode', 'at'])
    .where('comment_id', 'in', rows.map(({ id }) => id))
    .orderBy('id')
  if (until !== undefined) answers = answers.where('at', '<=', until)
  const latest = new Map((await tx.list(answers)).map(({ commentId, ...answer }) => [commentId, answer]))
  return rows.map((row) => ({ ...row, answer: latest.get(row.id) ?? null }))
}

export async function keepComment(tx: Tx, planKey: string, year: number, projectKey: string, text: string): Promise<void> {
  const row = { plan_key: planKey, year, project_key: projectKey, text, by: tx.actor.id, by_name: tx.actor.person?.name ?? '', at: tx.now }
  await insertRows(tx, 'plan.reviewer_comment', [row])
}

export async function keepAnswer(tx: Tx, commentId: number, text: string): Promise<void> {
  const { person } = tx.actor
  const row = { comment_id: commentId, text, by: tx.actor.id, by_name: person?.name ?? '', unit_code: person?.unitCode ?? null, at: tx.now }
  await insertRows(tx, 'plan.comment_answer', [row])
}
