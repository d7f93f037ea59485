import { listPeople } from '#kernel/access/people.ts'
import { listUnits } from '#kernel/access/organisation.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { DESK_BASIS, ownerOf } from '../model.ts'
import type { ProcedureVersion } from '../procedure.ts'
import { proceduresFor, type OwnedProcedure } from '../rules/desks.ts'
import { versionNamed } from '../rules/seasons.ts'
import { findApplication, lockApplication } from '../store/applications.ts'
import type { CaseVisit } from './case-visit.ts'

/** The procedures of the clerk's own section. */
export async function deskProcedures({ tx, actor, directory, city }: Visit): Promise<OwnedProcedure[]> {
  return proceduresFor(actor, directory.parts, city, await listUnits(tx, tx.today))
}

/** A case in the hands of an officer. */
export interface DeskCase extends CaseVisit, OwnedProcedure {
  readonly version: ProcedureVersion
}

/** The case of an address, for whose section it is; for everybody else it does not exist. That it was seen is noted. */
export async function arriveAtDesk(visit: Visit, terms: { isLocked?: boolean; act?: string } = {}): Promise<DeskCase> {
  const { tx, params } = visit
  const id = params.id ?? ''
  const application = isUuid(id) ? await (terms.isLocked === true ? lockApplication : findApplication)(tx, id) : undefined
  const owned = (await deskProcedures(visit)).find(({ definition }) => definition.key === application?.procedure)
  const version = owned === undefined || application === undefined ? undefined : versionNamed(owned.definition, application.version)
  if (application === undefined || owned === undefined || version === undefined) {
    await tx.note({ act: 'refuse application', subject: ownerOf(id.slice(0, 36)), basis: '個人情報の保護に関する法律第66条第1項(安全管理措置)' })
    throw new Fault('not-found', 'there is no such application in this section')
  }
  const { number, submittedAt } = application
  if (number === null || submittedAt === null) throw new Fault('not-found', 'it has not been filed yet')
  await tx.note({ act: terms.act ?? 'view application', subject: application.personId === null ? ownerOf(id) : `resident:${application.personId}`, basis: `${DESK_BASIS}・${owned.definition.legalBasis}` })
  return { ...owned, version, application: { ...application, number, submittedAt }, base: `/staff/applications/${id}` }
}

/** Names of officers by their ids. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null && isUuid(id)))] as string[]
  const people = await listPeople(tx, { ids: wanted, limit: wanted.length })
  return new Map(people.map(({ id, name }) => [id, name]))
}
