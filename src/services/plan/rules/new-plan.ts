import type { PlanDocument, Project } from '../model.ts'

/** How a project of the old plan goes on in the new one. */
export type Fate =
  | { readonly kind: 'continued' }
  | { readonly kind: 'merged'; readonly into: string }
  | { readonly kind: 'ended' }

export interface Succession {
  readonly fromProject: string
  readonly fate: Fate['kind']
  /** Its project in the new plan; null where it ended. */
  readonly toProject: string | null
}

export interface NewPlanWish {
  readonly title: string
  readonly from: number
  readonly to: number
  /** By project key; every project of the old plan must have one. */
  readonly fates: ReadonlyMap<string, Fate>
}

export type NewPlanProblem =
  | { readonly field: 'from' | 'to'; readonly problem: 'period' | 'overlaps' }
  | { readonly field: string; readonly problem: 'not-chosen' | 'merge-not-continued' | 'merge-with-itself' | 'nothing-continues' }

export type NewPlan =
  | { readonly ok: true; readonly document: PlanDocument; readonly successions: readonly Succession[] }
  | { readonly ok: false; readonly problems: readonly NewPlanProblem[] }

/** Longest period of a plan in years; what is longer is a typing error. */
const LONGEST_YEARS = 20

/**
 * A new plan from the old one. The structure is copied (levels, scales, branches, listings, headings) and of each continued
 * project its name, purpose, outline and owners; every sheet and year begins blank. What nobody chose is a problem: nothing
 * goes on in silence.
 */
export function newPlanFrom(old: PlanDocument, wish: NewPlanWish): NewPlan {
  const problems = [...periodProblems(old, wish), ...fateProblems(old, wish.fates)]
  if (problems.length > 0) return { ok: false, problems }
  const continued = old.projects.filter(({ key }) => wish.fates.get(key)?.kind === 'continued')
  const kept = new Set(continued.map(({ key }) => key))
  const document: PlanDocument = {
    ...old,
    title: wish.title,
    reportYear: wish.from,
    period: { from: wish.from, to: wish.to },
    sections: old.sections.map((section) => ({ ...section, body: '' })),
    indicators: [],
    projects: continued.map((project) => begin(project, wish)),
    listings: withMainPlaces(old.listings.filter(({ projectKey }) => kept.has(projectKey))),
  }
  const successions = old.projects.map(({ key }): Succession => {
    const fate = wish.fates.get(key) as Fate
    return { fromProject: key, fate: fate.kind, toProject: fate.kind === 'ended' ? null : fate.kind === 'merged' ? fate.into : key }
  })
  return { ok: true, document, successions }
}

/** Whether a project is still listed again is told by what is left. */
function withMainPlaces(listings: PlanDocument['listings']): PlanDocument['listings'] {
  const again = new Set(listings.filter(({ isRelisting }) => isRelisting).map(({ projectKey }) => projectKey))
  return listings.map((listing) => ({ ...listing, hasRelistings: !listing.isRelisting && again.has(listing.projectKey) }))
}

function begin({ key, name, purpose, outline, owners }: Project, { from, to }: NewPlanWish): Project {
  const years = Array.from({ length: to - from + 1 }, (_, index) => ({ year: from + index, planned: null, actual: null, note: '' }))
  return { key, name, purpose, outline, owners, years, sheet: { year: from, results: '', outcomes: '', periodStatus: '', achievement: null } }
}

function periodProblems({ period }: PlanDocument, { from, to }: NewPlanWish): NewPlanProblem[] {
  if (to < from || to - from + 1 > LONGEST_YEARS) return [{ field: 'to', problem: 'period' }]
  return from <= period.to ? [{ field: 'from', problem: 'overlaps' }] : []
}

function fateProblems({ projects }: PlanDocument, fates: NewPlanWish['fates']): NewPlanProblem[] {
  if (projects.length > 0 && !projects.some(({ key }) => fates.get(key)?.kind === 'continued')) return [{ field: projects[0]?.key ?? '', problem: 'nothing-continues' }]
  return projects.flatMap(({ key }): NewPlanProblem[] => {
    const fate = fates.get(key)
    if (fate === undefined) return [{ field: key, problem: 'not-chosen' }]
    if (fate.kind !== 'merged') return []
    if (fate.into === key) return [{ field: key, problem: 'merge-with-itself' }]
    return fates.get(fate.into)?.kind === 'continued' ? [] : [{ field: key, problem: 'merge-not-continued' }]
  })
}
