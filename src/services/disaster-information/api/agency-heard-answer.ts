import { question, type AnswerTo } from '#kernel/questions/question.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { knowledgeAt, type Knowledge } from '../rules/public-state.ts'
import { lastHeardAt } from '../store/heard.ts'

const agencyHeard = question<Record<string, never>, Knowledge>('disaster-information.agency-heard', {
  basis: 'what residents are told anyway: 災害対策基本法第56条 (warnings)',
  subjectOf: () => 'weather agency',
})

/** Whether the weather agency is heard: a level that others took over from us is old without a new fact. */
export const agencyHeardAnswer: AnswerTo<Record<string, never>, Knowledge> = {
  question: agencyHeard,
  answer: async (tx: Tx) => knowledgeAt(tx.now, await lastHeardAt(tx)),
}
