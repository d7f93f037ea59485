import type { PlanDocument } from '../model.ts'
import type { EditRefusal } from './draft-values.ts'
import { PlanDraft } from './plan-draft.ts'
import type { Question } from './question.ts'

/** What a clerk says to a question. A skipped question stays open: it is shown again, and its proposal is stored. */
export type Answer =
  { readonly kind: 'accept' } | { readonly kind: 'edit'; readonly value: string } | { readonly kind: 'skip' }

export interface RefusedAnswer {
  readonly questionId: string
  readonly refusal: EditRefusal
}

export interface AnsweredPlan {
  readonly document: PlanDocument
  /** Questions without answer, skipped ones included, and those whose answer was refused. */
  readonly open: readonly Question[]
  readonly refused: readonly RefusedAnswer[]
}

/**
 * The plan as the answers make it. Everything that nobody has edited holds its proposal, answered or not, so the plan
 * is complete at any moment; which values still wait for a person is told by `open`. When two questions concern one
 * place (copies of a project), an edit counts more than an acceptance, and the later edit more than the earlier.
 */
export function applyAnswers(
  reading: { readonly document: PlanDocument; readonly questions: readonly Question[] },
  answers: ReadonlyMap<string, Answer>,
): AnsweredPlan {
  const draft = new PlanDraft(reading.document)
  const refused = new Map<string, EditRefusal>()
  const edited = reading.questions.filter(({ id }) => answers.get(id)?.kind === 'edit')
  // Numbers are parts of the other addresses, so they change last.
  const inOrder = edited.toSorted((left, right) => Number(changesAddresses(left)) - Number(changesAddresses(right)))
  for (const question of inOrder) {
    const answer = answers.get(question.id)
    if (answer?.kind !== 'edit') continue
    const refusal = question.field ? draft.write(question.field, answer.value) : 'unknown-place'
    if (refusal) refused.set(question.id, refusal)
  }
  const isOpen = ({ id }: Question): boolean => !answers.has(id) || answers.get(id)?.kind === 'skip' || refused.has(id)
  return {
    document: draft.document,
    open: reading.questions.filter(isOpen),
    refused: [...refused].map(([questionId, refusal]) => ({ questionId, refusal })),
  }
}

function changesAddresses(question: Question): boolean {
  return question.field?.startsWith('listings/') ?? false
}
