import { randomUUID } from 'node:crypto'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import { DRILL_SPEEDS, RECORDED_NIGHT, type drillForm } from '../forms/duty.ts'
import { playRecorded, type PlayedRecorded } from '../jobs/play-recorded.ts'
import { playTelegram } from '../jobs/play-telegram.ts'
import { drillIn } from '../pages/drill-visit.ts'
import { boardPath } from '../pages/duty-visit.ts'
import { renderDrills } from '../pages/drills.ts'
import { composeNight, NIGHTS, type NightName } from '../rules/nights/nights.ts'
import { periodIn } from '../rules/time-line.ts'
import { drillRealm, endDrill, keepDrill } from '../store/drills.ts'
import { listAsked, settleOrder } from '../store/orders.ts'
import { listOpenSuggestions, settleSuggestion } from '../store/suggestions.ts'
import { countReceived } from '../store/time-line.ts'
import { boardWords as words } from '../text/duty-board-words.ts'
import { timeLineWords } from '../text/time-line-words.ts'
import { RECORDED_MOST, recordedNight, type OfRecordedNight } from './recorded-night.ts'

/** Begins a drill in a realm of its own. Each telegram of the night is queued for its moment. */
export async function startDrill(visit: Submission<ValuesOf<typeof drillForm>>): Promise<Answer> {
  const { tx, values } = visit
  const night = NIGHTS.find((one) => one === values.night)
  const speed = values.speed === '' ? DRILL_SPEEDS.usual : Number(values.speed)
  if (speed < DRILL_SPEEDS.least || speed > DRILL_SPEEDS.most) return renderDrills(visit, { speed: words.drillSpeedProblem })
  const period = values.night === RECORDED_NIGHT ? periodIn({ from: values.from, to: values.to }) : null
  if (period === undefined) return renderDrills(visit, { from: timeLineWords.notAMoment })
  const startAt = tx.now
  const recorded = period === null ? [] : await recordedNight(tx, period, { startAt, speed })
  if (period !== null && recorded.length === 0) return renderDrills(visit, { from: words.nightRecordedNone })
  if (recorded.length >= RECORDED_MOST) return renderDrills(visit, { from: words.nightRecordedMany })
  const id = randomUUID()
  await keepDrill(tx, { id, name: values.name, night: period === null ? (night ?? '') : `${period.from.toString()}/${period.to.toString()}` })
  if (night !== undefined) queueNight(visit, id, night, speed)
  if (period !== null) queueRecorded(visit, recorded, { drill: id, from: period.from.toString(), startAt: startAt.toString(), speed })
  return redirect(boardPath(drillRealm(id)), { notice: words.drillStarted })
}

function queueNight({ tx }: Visit, drill: string, night: NightName, speed: number): void {
  const startAt = tx.now
  composeNight(night, { startAt, speed, status: '訓練' }).forEach(({ reportAt }, position) => {
    tx.enqueue(playTelegram, { drill, night, startAt: startAt.toString(), speed, position }, { runAt: reportAt, onceKey: `${drill} ${position}` })
  })
}

function queueRecorded({ tx }: Visit, night: readonly OfRecordedNight[], terms: Omit<PlayedRecorded, 'telegram'>): void {
  for (const { id, reportAt } of night) tx.enqueue(playRecorded, { ...terms, telegram: id }, { runAt: reportAt, onceKey: `${terms.drill} ${id}` })
}

export async function drillAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  if (visit.problems.from !== undefined || visit.problems.to !== undefined) return renderDrills(visit, { from: timeLineWords.notAMoment })
  return renderDrills(visit, visit.problems.name === undefined ? { speed: words.drillSpeedProblem } : { name: words.drillNameProblem })
}

/** Ends it: what waits no longer waits, and what was counted is written down. */
export async function finishDrill(visit: Submission<unknown>): Promise<Answer> {
  const { tx } = visit
  const drill = await drillIn(visit)
  const telegrams = await countReceived(tx, drill.realm)
  const isOurs = await endDrill(tx, drill.id, telegrams)
  if (isOurs) {
    for (const { id } of await listOpenSuggestions(tx, drill.realm)) await settleSuggestion(tx, id, 'drill-ended')
    for (const { id } of await listAsked(tx, drill.realm)) await settleOrder(tx, id, { state: 'withdrawn', why: null, noticeId: null })
    tx.publish(facts.drillHeld, drill.id, { drill: drill.name, telegrams })
  }
  return redirect(`${boardPath(drill.realm)}/result`, { notice: words.drillEnded })
}
