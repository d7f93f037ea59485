import { sql } from 'kysely'
import { HeldValues } from '#kernel/database/held-values.ts'
import { prepared } from '#kernel/database/queries.ts'
import type { Query, Tx } from '#kernel/database/transaction.ts'
import type { FiscalYearNumber, PlanDocument } from '../model.ts'
import { loadHeldPlan } from './load-document.ts'
import { plan } from './rows.ts'

/** A plan of the city with the years it reports on. */
export interface PlanEntry {
  readonly key: string
  readonly title: string
  readonly from: FiscalYearNumber
  readonly to: FiscalYearNumber
  readonly principle: string
  readonly isDemo: boolean
  /** Made from the plan before, and not published yet: residents do not see it. */
  readonly isInPreparation: boolean
  /** Another one after every alteration of the plan. */
  readonly version: string
  /** Another one after every alteration of the city's units. */
  readonly unitsVersion: string
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

/** All plans, the one that reaches furthest first; those in preparation after all others. One query. */
export async function listPlans(tx: Tx): Promise<PlanEntry[]> {
  const rows = await tx.list(plansQuery({}))
  return [...Map.groupBy(rows, ({ key }) => key).values()].map(entryOf)
}

type CatalogueRow = ReturnType<typeof plansQuery> extends Query<infer Row> ? Row : never

/** A plan has a row for each report, and a single one without a year when it has none. */
function entryOf(rows: readonly CatalogueRow[]): PlanEntry {
  const { key, title, from, to, principle, isDemo, isInPreparation, version, unitsVersion } = rows[0] as CatalogueRow
  const reports = rows.flatMap(({ year, revision, sha256, at, lastChange }): ReportEntry[] => {
    if (year === null) return []
    const isPublished = revision !== null && sha256 !== null && at !== null && lastChange !== null
    return [{ year, publication: isPublished ? { revision, sha256, at, lastChange } : null }]
  })
  return { key, title, from, to, principle, isDemo, isInPreparation, version, unitsVersion, reports }
}

const plansQuery = prepared(() =>
  plan
    .selectFrom('plan.plan as p')
    .leftJoin('plan.report as r', 'r.plan_key', 'p.key')
    .leftJoinLateral(
      (row) =>
        row
          .selectFrom('plan.published_report as d')
          .select(['d.revision', 'd.sha256', 'd.published_at as at', 'd.last_change as lastChange'])
          .whereRef('d.plan_key', '=', 'r.plan_key')
          .whereRef('d.year', '=', 'r.year')
          .orderBy('d.revision', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select(['p.key', 'p.title', 'p.period_from as from', 'p.period_to as to', 'p.principle', 'p.is_demo as isDemo', 'p.version'])
    .select('p.is_in_preparation as isInPreparation')
    .select(sql<string>`(select version::text from kernel.unit_edition)`.as('unitsVersion'))
    .select(['r.year', 'latest.revision', 'latest.sha256', 'latest.at', 'latest.lastChange'])
    .orderBy('p.is_in_preparation')
    .orderBy('p.period_to', 'desc')
    .orderBy('p.period_from', 'desc')
    .orderBy('p.key')
    .orderBy('r.year', 'desc'),
)

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
  const entry = choosePlan(plans.filter(({ isInPreparation }) => !isInPreparation), wish)
  const report = entry && chooseReport(entry, wish.year)
  if (entry === undefined || report === undefined) return undefined
  const { publication, year } = report
  const document =
    publication === null ? (await loadHeldPlan(tx, entry, year))?.document : await loadPublished(tx, entry.key, year, publication)
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

/** Published reports held by this process, by their own hash: what is published never changes. */
const published = new HeldValues<PlanDocument>()

function loadPublished(tx: Tx, planKey: string, year: number, { sha256, revision }: Publication): Promise<PlanDocument> {
  return published.get(sha256, () => readPublished(tx, planKey, year, revision))
}

async function readPublished(tx: Tx, planKey: string, year: number, revision: number): Promise<PlanDocument> {
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
