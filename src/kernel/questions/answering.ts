import { serviceRoleOf } from '#kernel/database/roles.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { AnswerTo, AskQuestion } from './question.ts'

/**
 * Connects questions with who answers them. The answer is given in the asking transaction, but under the answering
 * service's role, so that neither sees the other's tables.
 */
export function answering(parts: readonly Manifest[], rolePrefix: string): AskQuestion {
  const answers = new Map<string, { part: Manifest; answer: AnswerTo }>()
  for (const part of parts) {
    for (const answer of part.answers ?? []) answers.set(answer.question.name, { part, answer })
  }
  return async (tx, question, input) => {
    const asker = parts.find((part) => part.name === tx.service)
    if (!asker?.asks?.includes(question.name)) {
      throw new Fault('broken', `${tx.service} has not declared that it asks ${question.name}`)
    }
    const found = answers.get(question.name)
    // A city may run without the service that would answer; the asker decides what that means for its page.
    if (!found) throw new Fault('unavailable', `nobody in this city answers ${question.name}`)
    const answer = found.answer as unknown as AnswerTo<typeof input, never>
    return tx.as(serviceRoleOf(rolePrefix, found.part.name), () => answer.answer(tx, input))
  }
}
