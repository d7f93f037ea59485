import { may } from '#kernel/access/actor.ts'
import { findPersonByLogin } from '#kernel/access/people.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems, ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { deputyForm, endDeputyForm } from '../forms/rounds.ts'
import { DEPUTIES_PATH, showDeputiesOf } from '../pages/deputies-page.ts'
import { findDeputy, keepDeputy, removeDeputy } from '../store/deputies.ts'
import { roundWords } from '../text/round-words.ts'

/** Lets somebody act in another's place for some days. Everybody may name their own deputy; a publisher anybody's. */
export async function nameDeputy(visit: Submission<ValuesOf<typeof deputyForm>>): Promise<Answer> {
  const { values, tx, actor } = visit
  const [person, deputy] = await Promise.all([findPersonByLogin(tx, values.person.trim()), findPersonByLogin(tx, values.deputy.trim())])
  const problems: Record<string, FormProblems[string]> = {}
  if (person === undefined || !person.isActive) problems.person = { phrase: roundWords.personUnknown }
  if (deputy === undefined || !deputy.isActive) problems.deputy = { phrase: roundWords.personUnknown }
  else if (deputy.id === person?.id) problems.deputy = { phrase: roundWords.samePerson }
  if (Temporal.PlainDate.compare(values.from, values.to) > 0) problems.to = { phrase: roundWords.lastDayEarlier }
  if (person === undefined || deputy === undefined || Object.keys(problems).length > 0) return showDeputiesOf(visit, { typed: visit.typed, problems })
  if (person.id !== actor.id && !may(actor, 'plan-publisher')) throw new Fault('forbidden', 'only publishers name the deputy of somebody else')
  const { from, to } = values
  await keepDeputy(tx, { personId: person.id, personName: person.name, deputyId: deputy.id, deputyName: deputy.name, from, to })
  tx.publish(facts.deputyNamed, 'plan:deputies', { days: to.since(from).days + 1 })
  return redirect(DEPUTIES_PATH, { notice: roundWords.deputyNamed })
}

export async function endDeputy({ values, tx, actor }: Submission<ValuesOf<typeof endDeputyForm>>): Promise<Answer> {
  const deputy = /^\d{1,15}$/.test(values.id) ? await findDeputy(tx, Number(values.id)) : undefined
  // Somebody else may have ended it a moment ago.
  if (deputy === undefined) return redirect(DEPUTIES_PATH, { notice: roundWords.deputyEnded })
  if (deputy.personId !== actor.id && !may(actor, 'plan-publisher')) throw new Fault('forbidden', 'it is the deputy of somebody else')
  await removeDeputy(tx, deputy.id)
  return redirect(DEPUTIES_PATH, { notice: roundWords.deputyEnded })
}
