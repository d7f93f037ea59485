import type { Expression, Simplify } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { HeldValues } from '#kernel/database/held-values.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { fiscalYear, lastDayOf } from '#kernel/values/fiscal-year.ts'
import type {
  Branch, FiscalYearNumber, Listing, Owner, PlanDocument, PlanIndicator, PlanSection, Scale, ScaleName, ScaleStep, YearCell,
} from '../model.ts'
import { plan } from './rows.ts'

/** The present state of a plan and its report for a fiscal year, with the revisions that editors compare. */
export interface PresentPlan {
  readonly document: PlanDocument
  /** False while nobody has begun a report for the year: the cover and the sheets are empty then. */
  readonly hasReport: boolean
  readonly coverRevision: number
  readonly projectRevisions: ReadonlyMap<string, number>
}

export async function loadPlanDocument(tx: Tx, planKey: string, year: FiscalYearNumber): Promise<PlanDocument | undefined> {
  return (await loadPresentPlan(tx, planKey, year))?.document
}

const held = new HeldValues<PresentPlan | undefined>()

/** The present state, from memory while its version is still the one in the database. Undefined: there is no such plan. */
export async function loadPresentPlan(tx: Tx, planKey: string, year: FiscalYearNumber): Promise<PresentPlan | undefined> {
  const found = await tx.find(plan.selectFrom('plan.plan').select('version').where('key', '=', planKey))
  return found && loadHeldPlan(tx, { key: planKey, ...found }, year)
}

/** The same for a reading that has just seen the plan's version. */
export function loadHeldPlan(tx: Tx, { key, version }: { key: string; version: string }, year: FiscalYearNumber): Promise<PresentPlan | undefined> {
  // A version is unique in the world, so cities that share this process cannot take each other's report.
  return held.get(`${version} ${year}`, () => readPresentPlan(tx, key, year))
}

/**
 * Five queries, sent together; none of them asks the database once for each project, so that a plan of ten thousand
 * lines is read in five passes.
 */
async function readPresentPlan(tx: Tx, planKey: string, year: FiscalYearNumber): Promise<PresentPlan | undefined> {
  const [frame, projects, sheets, cells, owners] = await Promise.all([
    tx.find(frameQuery(planKey, year)),
    tx.list(projectsQuery(planKey)),
    tx.list(sheetsQuery(planKey, year)),
    tx.list(cellsQuery(planKey)),
    tx.list(ownersQuery(planKey, year)),
  ])
  if (frame === undefined) return undefined
  const sheetOf = new Map(sheets.map(({ projectKey, ...sheet }) => [projectKey, sheet]))
  const yearsOf = Map.groupBy(cells, ({ projectKey }) => projectKey)
  const ownersOf = Map.groupBy(owners, ({ projectKey }) => projectKey)
  return {
    hasReport: frame.reportTitle !== null,
    coverRevision: frame.revision ?? 0,
    projectRevisions: new Map(projects.map(({ key, revision }) => [key, revision])),
    document: {
      title: frame.reportTitle ?? frame.title,
      issuedBy: frame.issuedBy ?? '',
      reportYear: year,
      period: { from: frame.from, to: frame.to },
      levels: frame.levels.map(({ name }) => name),
      scales: scalesOf(frame.scales, frame.steps),
      sections: frame.sections as PlanSection[],
      indicators: frame.indicators,
      branches: frame.branches,
      projects: projects.map(({ key, name, purpose, outline }) => ({
        key,
        name,
        purpose,
        outline,
        years: (yearsOf.get(key) ?? []).map(({ projectKey: _, ...cell }): YearCell => cell),
        owners: (ownersOf.get(key) ?? []).map(({ projectKey: _, ...owner }): Owner => owner),
        sheet: { year, ...(sheetOf.get(key) ?? NO_SHEET) },
      })),
      listings: frame.listings,
    },
  }
}

function frameQuery(planKey: string, year: number) {
  return plan
    .selectFrom('plan.plan as p')
    .leftJoin('plan.report as r', (join) => join.onRef('r.plan_key', '=', 'p.key').on('r.year', '=', year))
    .select(['p.title', 'p.period_from as from', 'p.period_to as to', 'r.title as reportTitle', 'r.issued_by as issuedBy', 'r.revision'])
    .select([
      levelsOf(planKey).as('levels'),
      listOf<{ name: ScaleName; heading: string }>(
        plan.selectFrom('plan.scale').select(['name', 'heading']).where('plan_key', '=', planKey),
      ).as('scales'),
      listOf<ScaleStep & { scale: string }>(
        plan.selectFrom('plan.scale_step').select(['scale', 'key', 'glyph', 'label']).where('plan_key', '=', planKey).orderBy('position'),
      ).as('steps'),
      sectionsOf(planKey, year).as('sections'),
      indicatorsOf(planKey, year).as('indicators'),
      branchesOf(planKey).as('branches'),
      listingsOf(planKey).as('listings'),
    ])
    .where('p.key', '=', planKey)
}

function levelsOf(planKey: string) {
  return listOf<{ name: string }>(plan.selectFrom('plan.level').select('name').where('plan_key', '=', planKey).orderBy('position'))
}

function sectionsOf(planKey: string, year: number) {
  return listOf<{ key: string; heading: string; body: string }>(
    plan.selectFrom('plan.section').select(['key', 'heading', 'body']).where('plan_key', '=', planKey).where('year', '=', year).orderBy('position'),
  )
}

function indicatorsOf(planKey: string, year: number) {
  return listOf<PlanIndicator>(
    plan
      .selectFrom('plan.indicator')
      .select(['number', 'name', 'is_set as isSet', 'unit', 'baseline', 'actual', 'target'])
      .where('plan_key', '=', planKey)
      .where('year', '=', year)
      .orderBy('position'),
  )
}

function branchesOf(planKey: string) {
  return listOf<Branch>(
    plan.selectFrom('plan.branch').select(['key', 'parent_key as parentKey', 'number', 'name']).where('plan_key', '=', planKey).orderBy('position'),
  )
}

function listingsOf(planKey: string) {
  return listOf<Listing>(
    plan
      .selectFrom('plan.listing')
      .select(['number', 'branch_key as branchKey', 'project_key as projectKey'])
      .select(['is_relisting as isRelisting', 'has_relistings as hasRelistings'])
      .where('plan_key', '=', planKey)
      .orderBy('position'),
  )
}

function projectsQuery(planKey: string) {
  return plan.selectFrom('plan.project').select(['key', 'name', 'purpose', 'outline', 'revision']).where('plan_key', '=', planKey).orderBy('position')
}

/**
 * Put to their projects here and not by a join: right after a plan was taken in the server has no statistics of it, and
 * joined 486 projects and as many sheets row by row, in 90 ms instead of 3.
 */
function sheetsQuery(planKey: string, year: number) {
  return plan
    .selectFrom('plan.sheet')
    .select(['project_key as projectKey', 'results', 'outcomes', 'period_status as periodStatus', 'achievement'])
    .where('plan_key', '=', planKey)
    .where('year', '=', year)
}

/** A project about which nobody has written in the year. */
const NO_SHEET = { results: '', outcomes: '', periodStatus: '', achievement: null } as const

function cellsQuery(planKey: string) {
  return plan
    .selectFrom('plan.year_cell')
    .select(['project_key as projectKey', 'year', 'planned', 'actual', 'note'])
    .where('plan_key', '=', planKey)
    .orderBy('year')
}

/** The owners that hold on the last day of the report's year. */
function ownersQuery(planKey: string, year: number) {
  const day = lastDayOf(fiscalYear(year))
  return plan
    .selectFrom('plan.owner')
    .select(['project_key as projectKey', 'department', 'section', 'group_name as group'])
    .where('plan_key', '=', planKey)
    .where((owner) => owner.or([owner('valid_from', 'is', null), owner('valid_from', '<=', day)]))
    .where((owner) => owner.or([owner('valid_to', 'is', null), owner('valid_to', '>=', day)]))
    .orderBy('position')
}

/** A list inside a row: what belongs together is fetched together. */
function listOf<Row>(query: Expression<Simplify<object>>) {
  return jsonArrayFrom(query as never).$castTo<Row[]>()
}

function scalesOf(
  scales: readonly { name: ScaleName; heading: string }[],
  steps: readonly (ScaleStep & { scale: string })[],
): Readonly<Record<ScaleName, Scale>> {
  const scaleOf = (name: ScaleName): Scale => ({
    name,
    heading: scales.find((scale) => scale.name === name)?.heading ?? '',
    steps: steps.filter(({ scale }) => scale === name).map(({ key, glyph, label }) => ({ key, glyph, label })),
  })
  return { schedule: scaleOf('schedule'), achievement: scaleOf('achievement') }
}

/** What was written of a project for one year; undefined where nothing was. */
export function findSheet(tx: Tx, planKey: string, projectKey: string, year: FiscalYearNumber) {
  return tx.find(
    plan
      .selectFrom('plan.sheet')
      .select(['results', 'outcomes', 'period_status as periodStatus'])
      .where('plan_key', '=', planKey)
      .where('project_key', '=', projectKey)
      .where('year', '=', year),
  )
}
