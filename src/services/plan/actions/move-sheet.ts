import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts, projectSubject } from '../facts.ts'
import type { stepForm } from '../forms/rounds.ts'
import { DONE_WORDS } from '../pages/round-names.ts'
import { showSheetOf } from '../pages/sheet-page.ts'
import { decideMove, SHEET_ACTS, type Stage } from '../rules/rounds.ts'
import { keepSteps } from '../store/rounds.ts'
import { roundWords } from '../text/round-words.ts'
import { getHeldVisit } from './staff-visit.ts'

/** Sends a sheet on, or back. Who sends it on when somebody else just did is shown where it is now. */
export async function moveSheet(visit: Submission<ValuesOf<typeof stepForm>>): Promise<Answer> {
  const { values, tx } = visit
  const found = await getHeldVisit(visit, values)
  const { plan, year, rounds, links, present } = found
  const projectKey = visit.params.project ?? ''
  const project = present.document.projects.find(({ key }) => key === projectKey)
  const act = SHEET_ACTS.find((known) => known === values.act)
  if (project === undefined || act === undefined) throw new Fault('not-found', 'there is no such sheet or step')
  const { stage, roles, levels, forName } = found.writing(projectKey)
  const back = links.sheet(projectKey, year)
  if (roles.size === 0) throw new Fault('forbidden', 'the project belongs to another unit')
  if (rounds.running === null || stage === null || stage !== values.stage) return redirect(back, { notice: roundWords.movedMeanwhile })
  const { results, outcomes, periodStatus, achievement } = project.sheet
  const isBlank = `${results}${outcomes}${periodStatus}`.trim() === '' && achievement === null
  const decision = decideMove({ stage, act, roles, levels, comment: values.comment, isBlank })
  if (!decision.ok) return showSheetOf(visit, found, projectKey, { typed: visit.typed, refusal: decision.reason })
  const roundKey = rounds.running.key
  await keepSteps(tx, [{ planKey: plan.key, year, roundKey, projectKey, act, from: stage, to: decision.to, comment: values.comment.trim(), forName }])
  publishStep(visit, { plan: plan.key, year, round: roundKey, project: projectKey }, act, stage, decision.to)
  return redirect(back, { notice: DONE_WORDS[act] })
}

interface Place {
  readonly plan: string
  readonly year: number
  readonly round: string
  readonly project: string
}

function publishStep({ tx }: Submission<unknown>, place: Place, act: (typeof SHEET_ACTS)[number], from: Stage, to: Stage): void {
  const subject = projectSubject(place.plan, place.project)
  if (act === 'submit') tx.publish(facts.sheetSubmitted, subject, { ...place, to })
  else if (act === 'approve') tx.publish(facts.sheetApproved, subject, { ...place, from, to })
  else if (act === 'send-back') tx.publish(facts.sheetSentBack, subject, { ...place, from })
  else tx.publish(facts.sheetWithdrawn, subject, { ...place, from })
}
