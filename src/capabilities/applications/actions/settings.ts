import { randomUUID } from 'node:crypto'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { idForm, pauseForm, stageNewForm } from '../forms.ts'
import { deskProcedures } from '../pages/desk-visit.ts'
import { draftPath } from '../pages/draft-visit.ts'
import type { Procedure } from '../procedure.ts'
import { versionOn } from '../rules/seasons.ts'
import { keepDraft } from '../store/applications.ts'
import { endPause, keepPause, keepStage, listPauses, listStages, retireStage } from '../store/desk.ts'
import { deskWords } from '../text/desk-words.ts'

const SETTINGS = '/staff/applications/settings'

/** Closes a procedure for a while, with a reason that residents read where they look for it. */
export async function pause(visit: Submission<ValuesOf<typeof pauseForm>>): Promise<Answer> {
  const { tx, values } = visit
  const { key } = await ownProcedure(visit, values.procedure)
  const { fromOn, untilOn, ja, easy, en, pt } = values
  await keepPause(tx, { procedure: key, fromOn, untilOn, reason: { ja, 'ja-x-yasashii': easy, en, pt } })
  tx.publish(facts.paused, `procedure:${key}`, { procedure: key, isPaused: true })
  return redirect(SETTINGS, { notice: deskWords.kept })
}

export async function endOfPause(visit: Submission<ValuesOf<typeof idForm>>): Promise<Answer> {
  const { tx, values } = visit
  const found = (await listPauses(tx, tx.today)).find(({ id }) => id === values.id)
  if (found === undefined) return redirect(SETTINGS)
  const { key } = await ownProcedure(visit, found.procedure)
  await endPause(tx, found.id)
  tx.publish(facts.paused, `procedure:${key}`, { procedure: key, isPaused: false })
  return redirect(SETTINGS, { notice: deskWords.kept })
}

export async function addStage(visit: Submission<ValuesOf<typeof stageNewForm>>): Promise<Answer> {
  const { ja, easy, en, pt } = visit.values
  const { key } = await ownProcedure(visit, visit.values.procedure)
  await keepStage(visit.tx, { procedure: key, label: { ja, 'ja-x-yasashii': easy, en, pt } })
  return redirect(SETTINGS, { notice: deskWords.kept })
}

export async function endStage(visit: Submission<ValuesOf<typeof idForm>>): Promise<Answer> {
  const { tx, values } = visit
  const found = isUuid(values.id) ? (await listStages(tx)).find(({ id }) => id === values.id) : undefined
  if (found === undefined) return redirect(SETTINGS)
  await ownProcedure(visit, found.procedure)
  await retireStage(tx, found.id)
  return redirect(SETTINGS, { notice: deskWords.kept })
}

/** A draft for paper: filled in on the same pages by whoever has the desk. */
export async function beginPaper(visit: Submission<{ readonly procedure: string }>): Promise<Answer> {
  const { tx, values, seal } = visit
  const definition = await ownProcedure(visit, values.procedure)
  const id = randomUUID()
  await keepDraft(tx, {
    id, procedure: definition.key, version: versionOn(definition, tx.today).version, channel: 'paper', accountId: null, personId: null, actingAs: 'self', mail: '', language: 'ja',
  })
  tx.publish(facts.draftBegun, `application:${id}`, { procedure: definition.key, channel: 'paper' })
  return redirect(`${draftPath(seal, definition.key, id)}/1`)
}

async function ownProcedure(visit: Visit, key: string): Promise<Procedure> {
  const owned = (await deskProcedures(visit)).find(({ definition }) => definition.key === key)
  if (owned === undefined) throw new Fault('not-found', 'this section has no such procedure')
  return owned.definition
}
