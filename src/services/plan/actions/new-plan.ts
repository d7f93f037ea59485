import type { FormProblems, Typed, ValuesOf } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts, planSubject } from '../facts.ts'
import { FATE_PREFIX, MERGED_PREFIX, type newPlanForm } from '../forms/new-plan.ts'
import type { yearForm } from '../forms/rounds.ts'
import { showNewPlanOf } from '../pages/new-plan-page.ts'
import { newPlanFrom, type Fate, type NewPlanProblem } from '../rules/new-plan.ts'
import { freePlanKey } from '../store/plan-keys.ts'
import { saveDocument } from '../store/save-document.ts'
import { copyWords, keepSuccessions, markInPreparation, removePlan } from '../store/successions.ts'
import { newPlanWords } from '../text/new-plan-words.ts'
import { getHeldVisit } from './staff-visit.ts'

/** Makes the next plan; all of it or nothing. Residents do not see it before its first publication. */
export async function makeNewPlan(visit: Submission<ValuesOf<typeof newPlanForm>>): Promise<Answer> {
  const { values, tx, typed } = visit
  const found = await getHeldVisit(visit, values)
  const { document: old } = found.present
  const fates = fatesIn(typed, old.projects.map(({ key }) => key))
  const made = newPlanFrom(old, { title: values.title, from: values.from, to: values.to, fates })
  if (!made.ok) return showNewPlanOf(visit, found, { typed, problems: problemsOf(made.problems) })
  const key = await freePlanKey(tx, made.document)
  await saveDocument(tx, { planKey: key, document: made.document, cause: 'new-plan', reference: found.plan.key })
  await keepSuccessions(tx, found.plan.key, key, made.successions)
  await copyWords(tx, found.plan.key, key)
  await markInPreparation(tx, key, true)
  tx.publish(facts.planMade, planSubject(key), { plan: key, year: values.from, before: found.plan.key, projects: made.document.projects.length })
  return redirect(`/staff/plan?plan=${encodeURIComponent(key)}`, { notice: newPlanWords.made })
}

/** Takes a plan that was made and never published away again. */
export async function undoNewPlan(visit: Submission<ValuesOf<typeof yearForm>>): Promise<Answer> {
  const { tx } = visit
  const { plan, year } = await getHeldVisit(visit, visit.values)
  const isPublished = plan.reports.some(({ publication }) => publication !== null)
  if (!plan.isInPreparation || isPublished) return redirect('/staff/plan', { notice: newPlanWords.notUndoable })
  await removePlan(tx, plan.key, year, plan.title)
  tx.publish(facts.planUndone, planSubject(plan.key), { plan: plan.key, year })
  return redirect('/staff/plan', { notice: newPlanWords.undone })
}

function fatesIn(typed: Typed, keys: readonly string[]): Map<string, Fate> {
  return new Map(
    keys.flatMap((key): [string, Fate][] => {
      const value = typed[`${FATE_PREFIX}${key}`]
      if (value === 'continued' || value === 'ended') return [[key, { kind: value }]]
      if (typeof value === 'string' && value.startsWith(MERGED_PREFIX)) return [[key, { kind: 'merged', into: value.slice(MERGED_PREFIX.length) }]]
      return []
    }),
  )
}

const PROBLEM_WORDS: Readonly<Record<NewPlanProblem['problem'], Phrase<never>>> = {
  period: newPlanWords.problemPeriod,
  overlaps: newPlanWords.problemOverlaps,
  'not-chosen': newPlanWords.problemNotChosen,
  'merge-not-continued': newPlanWords.problemMerge,
  'merge-with-itself': newPlanWords.problemMerge,
  'nothing-continues': newPlanWords.problemNothing,
}

function problemsOf(problems: readonly NewPlanProblem[]): FormProblems {
  return Object.fromEntries(problems.map(({ field, problem }) => [field === 'from' || field === 'to' ? field : `${FATE_PREFIX}${field}`, { phrase: PROBLEM_WORDS[problem] }]))
}
