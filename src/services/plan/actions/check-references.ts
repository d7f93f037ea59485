import type { FormProblems } from '#kernel/forms/form.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { PlanDocument } from '../model.ts'
import { referenceProblemOf } from '../pages/reference-problem.ts'
import { mayHoldReferences } from '../rules/figure-reference-problems.ts'
import { loadReferenceCheck } from '../store/known-figures.ts'
import type { ComparedField } from './edit-comparison.ts'

/** What is wrong with the references in the texts that an editor changed; what they left alone is not held against them. */
export async function findReferenceFaults(tx: Tx, document: PlanDocument, changed: readonly ComparedField[]): Promise<FormProblems> {
  const texts = changed.filter(({ edit, typed }) => edit.scale === null && mayHoldReferences(typed))
  if (texts.length === 0) return {}
  const check = await loadReferenceCheck(tx, document)
  return Object.fromEntries(
    texts.flatMap(({ edit, typed }) => {
      const problem = referenceProblemOf(check(edit.address.field, typed))
      return problem === null ? [] : [[edit.name, problem]]
    }),
  )
}
