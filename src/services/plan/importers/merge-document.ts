import { foldForComparison } from '#kernel/values/text-forms.ts'
import { PLAN_SECTION_KEYS, type Listing, type PlanDocument, type Project, type Scale, type ScaleName, type ScaleStep } from '../model.ts'
import { stepOf } from '../rules/marks.ts'

export interface Merged {
  readonly document: PlanDocument
  /** Which project of the plan each project of the document has become, by key. */
  readonly projectKeys: ReadonlyMap<string, string>
  /** Projects of the plan that the document does not hold; they stay. */
  readonly left: readonly Project[]
}

/**
 * Lays a document over the plan it belongs to: every cell of the document stands in the result as it was read. What
 * the plan knows and the document does not say stays: keys of projects and marks (addresses and history rest on
 * them), marks of what came, and whatever the document leaves out.
 */
export function mergeDocument(present: PlanDocument, read: PlanDocument): Merged {
  const schedule = mergeScale(present.scales.schedule, read.scales.schedule)
  const achievement = mergeScale(present.scales.achievement, read.scales.achievement)
  const stepKeys = { schedule: schedule.keys, achievement: achievement.keys }
  const projectKeys = matchProjects(present.projects, read.projects)
  const known = new Map(present.projects.map((project) => [project.key, project]))
  const projects = read.projects.map((project) => {
    const key = projectKeys.get(project.key) ?? project.key
    return mergeProject(known.get(key), { ...project, key }, stepKeys)
  })
  const held = new Set(projects.map(({ key }) => key))
  const left = present.projects.filter(({ key }) => !held.has(key))
  const document = {
    ...read,
    scales: { schedule: schedule.scale, achievement: achievement.scale },
    sections: mergeByKey(read.sections, present.sections, ({ key }) => key).toSorted(
      (one, other) => PLAN_SECTION_KEYS.indexOf(one.key) - PLAN_SECTION_KEYS.indexOf(other.key),
    ),
    indicators: mergeByKey(read.indicators, present.indicators, ({ number }) => number),
    branches: mergeByKey(read.branches, present.branches, ({ key }) => key),
    projects: [...projects, ...left.map((project) => withYear(project, read.reportYear))],
    listings: mergeListings(present.listings, read.listings, projectKeys, held),
  }
  return { document, projectKeys, left }
}

/** What the document says, and after it what only the plan says. */
function mergeByKey<Part>(read: readonly Part[], present: readonly Part[], keyOf: (part: Part) => unknown): Part[] {
  const keys = new Set(read.map(keyOf))
  return [...read, ...present.filter((part) => !keys.has(keyOf(part)))]
}

/** Steps are the same when they print the same sign; each keeps its key and takes glyph and label from the document. */
function mergeScale(present: Scale, read: Scale): { scale: Scale; keys: ReadonlyMap<string, string> } {
  const keys = matchSteps(present, read)
  const found = new Map(read.steps.flatMap((step) => (keys.has(step.key) ? [[keys.get(step.key), step]] : [])))
  const taken = new Set(present.steps.map(({ key }) => key))
  const added: ScaleStep[] = []
  for (const step of read.steps.filter(({ key }) => !keys.has(key))) {
    const key = freeKey(step.key, taken)
    taken.add(key)
    keys.set(step.key, key)
    added.push({ ...step, key })
  }
  const steps = [...present.steps.map((step) => ({ ...step, ...found.get(step.key), key: step.key })), ...added]
  return { scale: { name: read.name, heading: read.heading, steps }, keys }
}

/** The very sign goes before another form of it: a legend may print both → and ⇒. */
function matchSteps(present: Scale, read: Scale): Map<string, string> {
  const keys = new Map<string, string>()
  const free = new Set(present.steps.map(({ key }) => key))
  const take = (step: ScaleStep, key: string | undefined) => {
    if (key === undefined || keys.has(step.key) || !free.delete(key)) return
    keys.set(step.key, key)
  }
  for (const step of read.steps) take(step, present.steps.find(({ glyph }) => glyph === step.glyph)?.key)
  for (const step of read.steps) take(step, stepOf(present, step.glyph)?.step.key)
  return keys
}

/**
 * A project is the same when key and name agree; else the only one of the same name (it was renumbered), else the one
 * with the same key (it was renamed), else it is new.
 */
function matchProjects(present: readonly Project[], read: readonly Project[]): ReadonlyMap<string, string> {
  const matched = new Map<string, string>()
  const free = new Map(present.map((project) => [project.key, project]))
  const take = (project: Project, key: string | undefined) => {
    if (key === undefined || matched.has(project.key) || !free.has(key)) return
    matched.set(project.key, key)
    free.delete(key)
  }
  for (const project of read) if (nameOf(free.get(project.key)) === nameOf(project)) take(project, project.key)
  const names = Map.groupBy(read, nameOf)
  const byName = Map.groupBy([...free.values()], nameOf)
  for (const project of read) {
    const same = byName.get(nameOf(project))
    if (same?.length === 1 && names.get(nameOf(project))?.length === 1) take(project, same[0]?.key)
  }
  for (const project of read) take(project, project.key)
  const taken = new Set([...present.map(({ key }) => key), ...matched.values()])
  for (const { key } of read) {
    if (matched.has(key)) continue
    const own = freeKey(key, taken)
    taken.add(own)
    matched.set(key, own)
  }
  return matched
}

function nameOf(project: Project | undefined): string | undefined {
  return project && foldForComparison(project.name)
}

function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key
  for (let number = 2; ; number++) if (!taken.has(`${key}-${number}`)) return `${key}-${number}`
}

function mergeProject(present: Project | undefined, read: Project, keys: Readonly<Record<ScaleName, ReadonlyMap<string, string>>>): Project {
  const step = (scale: ScaleName, key: string | null) => (key === null ? null : (keys[scale].get(key) ?? key))
  const years = read.years.map((cell) => ({
    ...cell,
    planned: step('schedule', cell.planned),
    // A published table tells what was planned; what came has been written by the city since.
    actual: step('schedule', cell.actual) ?? present?.years.find(({ year }) => year === cell.year)?.actual ?? null,
  }))
  const others = present?.years.filter(({ year }) => !read.years.some((cell) => cell.year === year)) ?? []
  return {
    ...read,
    years: [...years, ...others].toSorted((one, other) => one.year - other.year),
    sheet: { ...read.sheet, achievement: step('achievement', read.sheet.achievement) },
  }
}

/** A project that the document leaves out has nothing written for a year that begins with it. */
function withYear(project: Project, year: number): Project {
  return project.sheet.year === year ? project : { ...project, sheet: { year, results: '', outcomes: '', periodStatus: '', achievement: null } }
}

/** The document's listings in its order, then those of projects that it does not hold. */
function mergeListings(
  present: readonly Listing[],
  read: readonly Listing[],
  keys: ReadonlyMap<string, string>,
  held: ReadonlySet<string>,
): Listing[] {
  const own = read.map((listing) => ({ ...listing, projectKey: keys.get(listing.projectKey) ?? listing.projectKey }))
  return [...own, ...present.filter(({ projectKey }) => !held.has(projectKey))]
}
