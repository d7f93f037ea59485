import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { State } from '../model.ts'
import type { ApplicationsTables } from '../tables.ts'

const applications = queriesOver<ApplicationsTables>()

export interface Reception {
  readonly receptionNumber: string
  readonly applicationId: string | null
  readonly matchedBy: 'certificate' | 'hand' | 'none'
  readonly certificateSerial: string
  readonly certificateIssuer: string
}

/** False where the number is known already: fetched again, it changes nothing. */
export async function keepReception(tx: Tx, { receptionNumber, applicationId, matchedBy, certificateSerial, certificateIssuer }: Reception): Promise<boolean> {
  const row = {
    reception_number: receptionNumber, application_id: applicationId, matched_by: matchedBy, certificate_serial: certificateSerial, certificate_issuer: certificateIssuer,
    fetched_at: tx.now,
  }
  return (await tx.run(applications.insertInto('applications.portal_reception').values(row).onConflict((conflict) => conflict.doNothing()))) > 0
}

export async function isKnownReception(tx: Tx, receptionNumber: string): Promise<boolean> {
  return (await tx.find(applications.selectFrom('applications.portal_reception').select('reception_number').where('reception_number', '=', receptionNumber))) !== undefined
}

/** Whose applicant nobody knows yet, the oldest first. */
export function listUnmatched(tx: Tx, limit: number): Promise<{ receptionNumber: string; applicationId: string; fetchedAt: Temporal.Instant }[]> {
  return tx.list(
    applications.selectFrom('applications.portal_reception').select(['reception_number as receptionNumber', 'fetched_at as fetchedAt'])
      .select((row) => row.ref('application_id').$castTo<string>().as('applicationId'))
      .where('matched_by', '=', 'none').where('application_id', 'is not', null).orderBy('fetched_at').limit(limit),
  )
}

export function matchReception(tx: Tx, receptionNumber: string): Promise<number> {
  return tx.run(applications.updateTable('applications.portal_reception').set({ matched_by: 'hand' }).where('reception_number', '=', receptionNumber).where('matched_by', '=', 'none'))
}

/** What the portal does not know yet. */
export function listUntold(tx: Tx, limit: number): Promise<{ receptionNumber: string; state: State }[]> {
  return tx.list(
    applications.selectFrom('applications.portal_reception as reception').innerJoin('applications.application as application', 'application.id', 'reception.application_id')
      .select('reception.reception_number as receptionNumber').select((row) => row.ref('application.state').$castTo<State>().as('state'))
      .whereRef('reception.told_state', '!=', 'application.state').limit(limit),
  )
}

export async function noteTold(tx: Tx, receptionNumber: string, state: State): Promise<void> {
  await tx.run(applications.updateTable('applications.portal_reception').set({ told_state: state }).where('reception_number', '=', receptionNumber))
}
