import type { PlanDocument } from '../model.ts'
import type { KeyOf, RowOf } from './rows.ts'

/** The rows that hold a document, table by table. Owners have days of validity and are kept by store/owners.ts. */
export interface DocumentRows {
  readonly 'plan.level': readonly RowOf<'plan.level'>[]
  readonly 'plan.scale': readonly RowOf<'plan.scale'>[]
  readonly 'plan.scale_step': readonly RowOf<'plan.scale_step'>[]
  readonly 'plan.branch': readonly RowOf<'plan.branch'>[]
  readonly 'plan.project': readonly RowOf<'plan.project'>[]
  readonly 'plan.listing': readonly RowOf<'plan.listing'>[]
  readonly 'plan.year_cell': readonly RowOf<'plan.year_cell'>[]
  readonly 'plan.sheet': readonly RowOf<'plan.sheet'>[]
  readonly 'plan.section': readonly RowOf<'plan.section'>[]
  readonly 'plan.indicator': readonly RowOf<'plan.indicator'>[]
}

export type DocumentTable = keyof DocumentRows

/** In the order in which rows may be inserted; what tells them apart within a document. */
export const DOCUMENT_TABLES: { readonly [Table in DocumentTable]: KeyOf<Table> } = {
  'plan.level': ['plan_key', 'position'],
  'plan.scale': ['plan_key', 'name'],
  'plan.scale_step': ['plan_key', 'scale', 'key'],
  'plan.branch': ['plan_key', 'key'],
  'plan.project': ['plan_key', 'key'],
  'plan.listing': ['plan_key', 'position'],
  'plan.year_cell': ['plan_key', 'project_key', 'year'],
  'plan.sheet': ['plan_key', 'project_key', 'year'],
  'plan.section': ['plan_key', 'year', 'key'],
  'plan.indicator': ['plan_key', 'year', 'number'],
}

export const TABLES_IN_ORDER = Object.keys(DOCUMENT_TABLES) as readonly DocumentTable[]

export function rowsOfDocument(plan_key: string, document: PlanDocument): DocumentRows {
  return { ...rowsOfFrame(plan_key, document), ...rowsOfProjects(plan_key, document), ...rowsOfCover(plan_key, document) }
}

function rowsOfFrame(plan_key: string, { levels, scales, branches, listings }: PlanDocument) {
  const both = Object.values(scales)
  return {
    'plan.level': levels.map((name, position) => ({ plan_key, position, name })),
    'plan.scale': both.map(({ name, heading }) => ({ plan_key, name, heading })),
    'plan.scale_step': both.flatMap(({ name: scale, steps }) =>
      steps.map(({ key, glyph, label }, position) => ({ plan_key, scale, key, position, glyph, label })),
    ),
    'plan.branch': branches.map(({ key, parentKey: parent_key, number, name }, position) => ({
      plan_key, key, position, parent_key, number, name,
    })),
    'plan.listing': listings.map((listing, position) => ({
      plan_key,
      position,
      number: listing.number,
      branch_key: listing.branchKey,
      project_key: listing.projectKey,
      is_relisting: listing.isRelisting,
      has_relistings: listing.hasRelistings,
    })),
  }
}

function rowsOfProjects(plan_key: string, { projects }: PlanDocument) {
  return {
    'plan.project': projects.map(({ key, name, purpose, outline }, position) => ({ plan_key, key, position, name, purpose, outline })),
    'plan.year_cell': projects.flatMap(({ key: project_key, years }) =>
      years.map(({ year, planned, actual, note }) => ({ plan_key, project_key, year, planned, actual, note })),
    ),
    'plan.sheet': projects.map(({ key: project_key, sheet: { year, results, outcomes, periodStatus, achievement } }) => ({
      plan_key, project_key, year, results, outcomes, period_status: periodStatus, achievement,
    })),
  }
}

function rowsOfCover(plan_key: string, { reportYear: year, sections, indicators }: PlanDocument) {
  return {
    'plan.section': sections.map(({ key, heading, body }, position) => ({ plan_key, year, key, position, heading, body })),
    'plan.indicator': indicators.map(({ number, name, isSet: is_set, unit, baseline, actual, target }, position) => ({
      plan_key, year, number, position, name, is_set, unit, baseline, actual, target,
    })),
  }
}
