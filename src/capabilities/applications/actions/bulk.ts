import { may } from '#kernel/access/actor.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { givenFor } from './given.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import type { Application } from '../model.ts'
import { deskProcedures, type DeskCase } from '../pages/desk-visit.ts'
import { DESK_BASIS } from '../model.ts'
import { decidingRow } from '../rules/deciding.ts'
import type { OwnedProcedure } from '../rules/desks.ts'
import { weighRequirements } from '../rules/requirements.ts'
import { versionNamed } from '../rules/seasons.ts'
import { mayIn } from '../rules/states.ts'
import { lockApplication } from '../store/applications.ts'
import { deskWords } from '../text/desk-words.ts'
import { settleDecision } from './decide.ts'

/** Approves the ticked ones together; each is weighed once more, and one that no longer fits is left as it is. */
export async function acceptTogether(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const { tx, typed, actor } = visit
  const own = await deskProcedures(visit)
  const ids = [typed.ids ?? []].flat().filter((id): id is string => typeof id === 'string' && isUuid(id)).slice(0, APPLICATION_LIMITS.bulk)
  // In one order for everybody, so that two who press at once never wait for each other in a circle.
  for (const id of ids.toSorted()) {
    const application = await lockApplication(tx, id)
    const owned = own.find(({ definition }) => definition.key === application?.procedure)
    if (application === undefined || owned === undefined) continue
    const desk = await safeCase(visit, application, owned)
    if (desk === null) continue
    await tx.note({ act: 'approve application', subject: application.personId === null ? `application:${id}` : `resident:${application.personId}`, basis: DESK_BASIS })
    await settleDecision(visit, desk, { outcome: 'approved', reasons: [], note: '', amountYen: null, proposedBy: actor.id, confirmedBy: null })
  }
  return redirect('/staff/applications', { notice: deskWords.bulkDone })
}

/** Null unless nothing has to be weighed: the procedure says so, every requirement is met, one person may decide, and this one does. */
export async function safeCase(visit: Visit, application: Application, owned: OwnedProcedure): Promise<Pick<DeskCase, 'application' | 'definition' | 'owner'> | null> {
  const { definition } = owned
  const version = versionNamed(definition, application.version)
  const { number, submittedAt } = application
  if (definition.isBulkSafe !== true || version === undefined || number === null || submittedAt === null || !mayIn(application.state, 'decide')) return null
  const given = await givenFor(visit, application.personId, application.answers, dayOf(submittedAt))
  const row = decidingRow(version, version.amountYen?.(given) ?? null, application.answers)
  const isMet = weighRequirements(version, given).every(({ outcome }) => outcome === 'yes')
  return isMet && !row.isFourEyes && may(visit.actor, row.duty) ? { ...owned, application: { ...application, number, submittedAt } } : null
}
