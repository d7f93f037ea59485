import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts, planSubject } from '../facts.ts'
import type { closeForm, yearForm } from '../forms/rounds.ts'
import { sendReminders } from '../jobs.ts'
import { getRound, showRoundBoardOf } from '../pages/round-board.ts'
import { isWritingKind } from '../rules/rounds.ts'
import { roundsOfYear } from '../seed/pack-rounds.ts'
import { keepSnapshot } from '../store/round-snapshots.ts'
import { insertRounds, isRunning, listRoundSheets, markClosed, openRoundWith, type Round } from '../store/rounds.ts'
import { boardWords } from '../text/round-board-words.ts'
import { roundWords } from '../text/round-words.ts'
import { remindOf } from './remind.ts'
import { getHeldVisit, type StaffVisit } from './staff-visit.ts'

/** Makes the rounds of a year from the city's calendar. */
export async function makeRounds(visit: Submission<ValuesOf<typeof yearForm>>): Promise<Answer> {
  const found = await getHeldVisit(visit, visit.values)
  const back = found.links.to('/staff/plan/rounds', { year: String(found.year) })
  // Somebody else may have made them a moment ago.
  if (found.rounds.rounds.length > 0) return redirect(back, { notice: roundWords.roundsMade })
  const rounds = roundsOfYear(visit.city, found.plan.key, found.year)
  if (rounds.length === 0) return redirect(back, { notice: roundWords.noCalendar })
  await insertRounds(visit.tx, rounds)
  return redirect(back, { notice: roundWords.roundsMade })
}

/** Opens a round. Sheets go through one round at a time; an outside review may run beside it. */
export async function openRound(visit: Submission<ValuesOf<typeof yearForm>>): Promise<Answer> {
  const { tx } = visit
  const found = await getHeldVisit(visit, visit.values)
  const round = getRound(found, visit.params.round ?? '')
  const back = boardOfRound(found, round)
  if (round.openedAt !== null) return redirect(back, { notice: roundWords.roundOpened })
  const isWriting = isWritingKind(round.kind)
  if (isWriting && found.rounds.running !== null) return redirect(back, { notice: roundWords.otherRunning })
  const projects = isWriting ? found.present.document.projects.map(({ key }) => key) : []
  const sheets = await openRoundWith(tx, round, projects)
  tx.publish(facts.roundOpened, planSubject(found.plan.key), { ...placeOf(round), kind: round.kind, sheets })
  return redirect(back, { notice: roundWords.roundOpened })
}

/** Closes a round: what the report is now is kept under its digest, and sheets are locked. */
export async function closeRound(visit: Submission<ValuesOf<typeof closeForm>>): Promise<Answer> {
  const { tx, values } = visit
  const found = await getHeldVisit(visit, values)
  const round = getRound(found, visit.params.round ?? '')
  const back = boardOfRound(found, round)
  if (!isRunning(round)) return redirect(back, { notice: roundWords.roundClosedNow })
  const sheets = await listRoundSheets(tx, round.planKey, round.year, round.key)
  const accepted = sheets.filter(({ stage }) => stage === 'accepted' || stage === 'published').length
  if (accepted < sheets.length && !values.isUnfinished) return showRoundBoardOf(visit, found, round.key, true)
  const sha256 = await keepSnapshot(tx, round, found.present.document)
  await markClosed(tx, round)
  tx.publish(facts.roundClosed, planSubject(found.plan.key), { ...placeOf(round), accepted, unfinished: sheets.length - accepted, sha256 })
  return redirect(back, { notice: roundWords.roundClosedNow })
}

/** The button on the board. */
export async function remindNow(visit: Submission<ValuesOf<typeof yearForm>>): Promise<Answer> {
  const found = await getHeldVisit(visit, visit.values)
  const round = getRound(found, visit.params.round ?? '')
  if (!isRunning(round)) throw new Fault('not-found', 'the round is not running')
  const made = await remindOf(visit.tx, round, found.present.document, 'button')
  if (made > 0) visit.tx.enqueue(sendReminders, null, { onceKey: 'plan.send-reminders' })
  return redirect(`${boardOfRound(found, round)}#reminders-today`, { notice: made === 0 ? boardWords.nobodyToRemind : boardWords.reminded })
}

function boardOfRound({ links, year }: StaffVisit, { key }: Round): string {
  return links.to(`/staff/plan/rounds/${encodeURIComponent(key)}`, { year: String(year) })
}

function placeOf({ planKey, year, key }: Round) {
  return { plan: planKey, year, round: key }
}
