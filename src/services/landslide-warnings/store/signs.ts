import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Sign, SignReport } from '../model.ts'
import type { LandslideWarningsTables } from '../tables.ts'

const landslide = queriesOver<LandslideWarningsTables>()
/** A board shows no more than this. */
const MOST_SHOWN = 500

export async function keepReport(tx: Tx, { id, at, point, sign, note }: SignReport, reporter: string): Promise<void> {
  await tx.run(landslide.insertInto('landslide_warnings.sign_report').values({ id, at, ...point, sign, note, reporter }))
}

export async function countReportsOf(tx: Tx, reporter: string, since: Temporal.Instant): Promise<number> {
  const { reports } = await tx.get(
    landslide
      .selectFrom('landslide_warnings.sign_report')
      .select((report) => report.fn.countAll<number>().as('reports'))
      .where('reporter', '=', reporter)
      .where('at', '>=', since),
  )
  return reports
}

export interface ReportLine extends SignReport {
  readonly state: 'new' | 'seen' | 'dismissed'
}

export async function listReports(tx: Tx, since: Temporal.Instant): Promise<ReportLine[]> {
  const rows = await tx.list(
    landslide
      .selectFrom('landslide_warnings.sign_report')
      .select(['id', 'at', 'latitude', 'longitude', 'sign', 'note', 'state'])
      .where('at', '>=', since)
      .orderBy('at', 'desc')
      .limit(MOST_SHOWN),
  )
  return rows.map(({ latitude, longitude, ...row }) => ({ ...row, point: { latitude, longitude }, sign: row.sign as Sign, state: row.state as ReportLine['state'] }))
}

/** Undefined when somebody else was faster. Otherwise when it was reported. */
export async function settleReport(tx: Tx, id: string, outcome: 'seen' | 'dismissed'): Promise<Temporal.Instant | undefined> {
  const row = await tx.find(
    landslide
      .updateTable('landslide_warnings.sign_report')
      .set({ state: outcome, seen_by: tx.actor.id, seen_at: tx.now })
      .where('id', '=', id)
      .where('state', '!=', outcome)
      .returning('at'),
  )
  return row?.at
}

export function forgetReporters(tx: Tx, before: Temporal.Instant): Promise<number> {
  return tx.run(landslide.updateTable('landslide_warnings.sign_report').set({ reporter: '' }).where('at', '<', before).where('reporter', '!=', ''))
}
