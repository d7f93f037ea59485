import type { Tx } from '#kernel/database/transaction.ts'
import type { StaffVisit } from '../actions/staff-visit.ts'
import { listContradictions } from '../store/reasons.ts'
import { loadReferenceCheck } from '../store/known-figures.ts'
import { listOpenQuestions } from '../store/open-questions.ts'
import { blankFieldsOf } from './blank-fields.ts'
import { listUnread } from './unread-references.ts'

/** What a publisher should have looked at; all zero when the report is finished. */
export interface PublishChecks {
  readonly openQuestions: number
  readonly unexplained: number
  /** Sheets, and null for the cover, with a reference that becomes no figure. */
  readonly unread: readonly (string | null)[]
  readonly blanks: readonly { readonly projectKey: string; readonly count: number }[]
}

export async function listPublishChecks(tx: Tx, { plan, present }: StaffVisit): Promise<PublishChecks> {
  const { document } = present
  const [contradictions, questions, check] = await Promise.all([
    listContradictions(tx, plan.key, document),
    listOpenQuestions(tx, plan.key),
    loadReferenceCheck(tx, document),
  ])
  const blanks = document.projects.map((project) => ({ projectKey: project.key, count: blankFieldsOf(project).length }))
  return {
    openQuestions: questions.length,
    unexplained: contradictions.filter(({ reason }) => reason === null).length,
    unread: [null, ...document.projects.map(({ key }) => key)].filter((key) => listUnread(document, key, check).length > 0),
    blanks: blanks.filter(({ count }) => count > 0),
  }
}

export function isFinished({ openQuestions, unexplained, unread, blanks }: PublishChecks): boolean {
  return openQuestions === 0 && unexplained === 0 && unread.length === 0 && blanks.length === 0
}
