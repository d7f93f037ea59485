import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts, projectSubject } from '../facts.ts'
import type { reasonForm, settleForm } from '../forms.ts'
import { showContradictions } from '../pages/contradictions-page.ts'
import { keepReason, listContradictions } from '../store/reasons.ts'
import { listOpenQuestions, settleQuestion } from '../store/open-questions.ts'
import { staffWords } from '../text/staff-words.ts'
import { assertMayEdit, getHeldVisit } from './staff-visit.ts'

/** Keeps why a contradiction stands. One that has meanwhile been put right needs no reason any more. */
export async function giveReason(visit: Submission<ValuesOf<typeof reasonForm>>): Promise<Answer> {
  const { values, tx } = visit
  const found = await getHeldVisit(visit, values)
  const contradictions = await listContradictions(tx, found.plan.key, found.present.document)
  const contradiction = contradictions.find(({ id }) => id === values.contradiction)
  const list = found.links.to('/staff/plan/contradictions', { year: String(found.year) })
  if (contradiction === undefined) return redirect(list, { notice: staffWords.contradictionGone })
  assertMayEdit(found, contradiction.projectKey)
  await keepReason(tx, found.plan.key, contradiction, values.reason)
  const { projectKey: project, kind } = contradiction
  tx.publish(facts.reasonGiven, projectSubject(found.plan.key, project), { plan: found.plan.key, year: found.year, project, kind })
  return redirect(list, { notice: staffWords.reasonKept })
}

/** The list again, with what was typed beside its contradiction and what is wrong with it. */
export function askReasonAgain(visit: Submission<unknown>): Promise<Answer> {
  return showContradictions(visit, visit)
}

/** Takes a question that an import left open off the list: somebody looked, and what stands in the plan is right. */
export async function settleOpenQuestion(visit: Submission<ValuesOf<typeof settleForm>>): Promise<Answer> {
  const { values, tx } = visit
  const found = await getHeldVisit(visit, values)
  const question = (await listOpenQuestions(tx, found.plan.key)).find((open) => open.question === values.question)
  if (question !== undefined) {
    assertMayEdit(found, question.projectKey)
    await settleQuestion(tx, found.plan.key, question.question)
    const { plan, year } = found
    tx.publish(facts.questionSettled, `plan:${plan.key}`, { plan: plan.key, year, project: question.projectKey, kind: question.kind })
  }
  return redirect(found.links.to('/staff/plan/questions', { year: String(found.year) }), { notice: staffWords.settled })
}

export async function refuseForm(): Promise<Answer> {
  throw new Fault('bad-request', 'the form lacks its hidden fields')
}
