import type { Tx } from '#kernel/database/transaction.ts'
import { insertRows, plan } from './rows.ts'

/** A place of an imported table that nobody has looked at; its proposal stands in the plan. */
export interface OpenQuestion {
  readonly question: string
  readonly row: string
  readonly column: string
  readonly kind: string
  readonly read: string
  readonly proposed: string
  readonly projectKey: string | null
  readonly values: Readonly<Record<string, string>>
}

/** Keeps what an import left unanswered, in the place of what an earlier one had left. */
export async function keepOpenQuestions(tx: Tx, plan_key: string, questions: readonly OpenQuestion[]): Promise<void> {
  await tx.run(plan.deleteFrom('plan.open_question').where('plan_key', '=', plan_key))
  const rows = questions.map(({ question, row, column, kind, read, proposed, projectKey, values }, position) => ({
    plan_key, question, position, row_label: row, column_label: column, kind, read, proposed, project_key: projectKey, details: values,
  }))
  await insertRows(tx, 'plan.open_question', rows)
}

/** Those that are still open, in the order of the file. */
export async function listOpenQuestions(tx: Tx, planKey: string): Promise<OpenQuestion[]> {
  const rows = await tx.list(
    plan
      .selectFrom('plan.open_question')
      .select(['question', 'row_label as row', 'column_label as column', 'kind', 'read', 'proposed', 'project_key as projectKey', 'details'])
      .where('plan_key', '=', planKey)
      .where('settled_at', 'is', null)
      .orderBy('position'),
  )
  return rows.map(({ details, ...row }) => ({ ...row, values: details as Readonly<Record<string, string>> }))
}

/** Somebody looked and found it right. False when there is no such open question. */
export async function settleQuestion(tx: Tx, planKey: string, question: string): Promise<boolean> {
  const settled = plan
    .updateTable('plan.open_question')
    .set({ settled_by: tx.actor.id, settled_at: tx.now })
    .where('plan_key', '=', planKey)
    .where('question', '=', question)
    .where('settled_at', 'is', null)
  return (await tx.run(settled)) > 0
}
