import type { Tx } from '#kernel/database/transaction.ts'
import type { StaffVisit } from '../actions/staff-visit.ts'
import { listContradictions } from '../store/reasons.ts'
import { listOpenQuestions } from '../store/open-questions.ts'
import { blankFieldsOf } from './blank-fields.ts'

/** What a publisher should have looked at; all zero when the report is finished. */
export interface PublishChecks {
  readonly openQuestions: number
  readonly unexplained: number
  readonly blanks: readonly { readonly projectKey: string; readonly count: number }[]
}

export async function listPublishChecks(tx: Tx, { plan, present }: StaffVisit): Promise<PublishChecks> {
  const [contradictions, questions] = await Promise.all([
    listContradictions(tx, plan.key, present.document),
    listOpenQuestions(tx, plan.key),
  ])
  const blanks = present.document.projects.map((project) => ({ projectKey: project.key, count: blankFieldsOf(project).length }))
  return {
    openQuestions: questions.length,
    unexplained: contradictions.filter(({ reason }) => reason === null).length,
    blanks: blanks.filter(({ count }) => count > 0),
  }
}

export function isFinished({ openQuestions, unexplained, blanks }: PublishChecks): boolean {
  return openQuestions === 0 && unexplained === 0 && blanks.length === 0
}
