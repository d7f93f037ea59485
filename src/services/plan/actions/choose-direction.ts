import type { ValuesOf } from '#kernel/forms/form.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts, projectSubject } from '../facts.ts'
import type { directionForm, outcomeForm } from '../forms/reviews.ts'
import { keepChoice, keepOutcome, listChoices, listDirections } from '../store/directions.ts'
import { reviewWords } from '../text/review-words.ts'
import { assertMayEdit, getHeldVisit } from './staff-visit.ts'

/** Keeps the direction that a project takes next, with its reason. An earlier choice of the year stays in the record. */
export async function chooseDirection(visit: Submission<ValuesOf<typeof directionForm>>): Promise<Answer> {
  const { values, tx } = visit
  const found = await getHeldVisit(visit, values)
  const { plan, year, links } = found
  const project = visit.params.project ?? ''
  if (!found.present.document.projects.some(({ key }) => key === project)) throw new Fault('not-found', 'there is no such project')
  assertMayEdit(found, project)
  const back = links.sheet(project, year)
  const direction = (await listDirections(tx)).find(({ key }) => key === values.direction)
  if (direction === undefined) return redirect(`${back}#direction`, { notice: reviewWords.unknownDirection })
  await keepChoice(tx, plan.key, year, project, direction.key, values.reason)
  tx.publish(facts.directionChosen, projectSubject(plan.key, project), { plan: plan.key, year, project, direction: direction.key })
  return redirect(`${back}#direction`, { notice: reviewWords.directionChosen })
}

/** Keeps what became of the direction that was chosen in an earlier year. */
export async function tellOutcome(visit: Submission<ValuesOf<typeof outcomeForm>>): Promise<Answer> {
  const { values, tx } = visit
  const found = await getHeldVisit(visit, values)
  const { plan, year, links } = found
  const project = visit.params.project ?? ''
  assertMayEdit(found, project)
  const choice = (await listChoices(tx, plan.key, project, year)).find(({ id }) => String(id) === values.choice)
  if (choice === undefined || choice.year >= year) throw new Fault('not-found', 'there is no such choice of an earlier year')
  await keepOutcome(tx, choice.id, values.text)
  tx.publish(facts.outcomeTold, projectSubject(plan.key, project), { plan: plan.key, year, project, direction: choice.directionKey })
  return redirect(links.sheet(project, year), { notice: reviewWords.outcomeKept })
}
