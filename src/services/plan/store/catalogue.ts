import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '#kernel/database/transaction.ts'
import type { FiscalYearNumber, PlanDocument } from '../model.ts'
import { loadPlanDocument } from './load-document.ts'
import { plan } from './rows.ts'

/** A plan of the city with the years it reports on. */
export interface PlanEntry {
  readonly key: string
  readonly title: string
  readonly from: FiscalYearNumber
  readonly to: FiscalYearNumber
  readonly principle: string
  readonly isDemo: boolean
  /** Newest first. */
  readonly reports: readonly ReportEntry[]
}

export interface ReportEntry {
  readonly year: FiscalYearNumber
  /** The latest publication, or null while the report is being made. */
  readonly publication: Publication | null
}

export interface Publication {
  readonly revision: number
  readonly sha256: string
  readonly at: Temporal.Instant
  /** Number of the newest change that is in it: what came later is not public yet. */
  readonly lastChange: number
}

/** All plans, the one that reaches furthest first. One query. */
export async function listPlans(tx: Tx): Promise<PlanEntry[]> {
  const rows = await tx.list(plansQuery())
  return rows.map(({ reports, ...entry }) => ({
    ...entry,
    reports: reports.map(({ year, publication: [published] }) => ({
      year,
      publication: published === undefined ? null : { ...published, at: Temporal.Instant.from(published.at) },
    })),
  }))
}

interface ReportRow {
  readonly year: number
  readonly publication: readonly (Omit<Publication, 'at'> & { at: string })[]
}

function plansQuery() {
  return plan
    .selectFrom('plan.plan as p')
    .select(['p.key', 'p.title', 'p.period_from as from', 'p.period_to as to', 'p.principle', 'p.is_demo as isDemo'])
    .select((row) =>
      jsonArrayFrom(
        row
          .selectFrom('plan.report as r')
          .select('r.year')
          .select((report) =>
            jsonArrayFrom(
              report
                .selectFrom('plan.published_report as d')
                .select(['d.revision', 'd.sha256', 'd.published_at as at', 'd.last_change as lastChange'])
                .whereRef('d.plan_key', '=', 'r.plan_key')
                .whereRef('d.year', '=', 'r.year')
                .orderBy('d.revision', 'desc')
                .limit(1),
            ).as('publication'),
          )
          .whereRef('r.plan_key', '=', 'p.key')
          .orderBy('r.year', 'desc'),
      )
        .$castTo<ReportRow[]>()
        .as('reports'),
    )
    .orderBy('p.period_to', 'desc')
    .orderBy('p.period_from', 'desc')
    .orderBy('p.key')
}

/** What a visitor asks for; both may be left out. */
export interface PlanWish {
  readonly planKey?: string | undefined
  readonly year?: FiscalYearNumber | undefined
}

/** A report as residents see it. */
export interface PublicReport {
  readonly plan: PlanEntry
  readonly document: PlanDocument
  /** Null while the report is being made: then the present state is shown, and said to be unfinished. */
  readonly publication: Publication | null
}

/**
 * The report that fits the wish: as it was last published, else as it stands. Without a year it is the newest published
 * one, so that a report in the making does not take the place of a finished one.
 */
export async function findPublicReport(tx: Tx, plans: readonly PlanEntry[], wish: PlanWish): Promise<PublicReport | undefined> {
  const entry = choosePlan(plans, wish)
  const report = entry && chooseReport(entry, wish.year)
  if (entry === undefined || report === undefined) return undefined
  const { publication, year } = report
  const document =
    publication === null ? await loadPlanDocument(tx, entry.key, year) : await loadPublished(tx, entry.key, year, publication.revision)
  return document && { plan: entry, document, publication }
}

/** The plan with this key; else the first that reports on the year; else the first that has any report. */
export function choosePlan(plans: readonly PlanEntry[], { planKey, year }: PlanWish): PlanEntry | undefined {
  if (planKey !== undefined) return plans.find(({ key }) => key === planKey)
  return plans.find(({ reports }) => (year === undefined ? reports.length > 0 : reports.some((report) => report.year === year)))
}

export function chooseReport({ reports }: PlanEntry, year: FiscalYearNumber | undefined): ReportEntry | undefined {
  if (year !== undefined) return reports.find((report) => report.year === year)
  return reports.find(({ publication }) => publication !== null) ?? reports[0]
}

async function loadPublished(tx: Tx, planKey: string, year: number, revision: number): Promise<PlanDocument> {
  const row = await tx.get(
    plan
      .selectFrom('plan.published_report')
      .select('document')
      .where('plan_key', '=', planKey)
      .where('year', '=', year)
      .where('revision', '=', revision),
  )
  return row.document as PlanDocument
}
