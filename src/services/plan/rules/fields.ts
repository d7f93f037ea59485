import type { Branch, Listing, Owner, PlanDocument, Project, ScaleName, YearCell } from '../model.ts'
import { glyphOf } from './marks.ts'
import { yearLabel } from './years.ts'

/**
 * The address of one value in a plan, so that a question can say where its answer goes. Every value is read and
 * written as the text a clerk sees: marks by their glyph, owners one a line as `部／課／グループ`, notes one a line as
 * `R1 更新`, the period as `H29～R3`.
 */
export type FieldPath =
  | `projects/${string}/${'name' | 'purpose' | 'outline' | 'owners' | 'notes'}`
  | `projects/${string}/years/${number}/${'planned' | 'note'}`
  | `projects/${string}/owners/${number}/${'department' | 'section' | 'group'}`
  | `projects/${string}/sheet/${'results' | 'outcomes' | 'periodStatus' | 'achievement'}`
  | `listings/${string}/${'number' | 'repetition' | 'project'}`
  | `branches/${string}/name`
  | `sections/${string}/body`
  | `indicators/${number}/${'name' | 'unit' | 'baseline' | 'actual' | 'target'}`
  | `scales/${ScaleName}/${string}/${'glyph' | 'label'}`
  | `plan/${'title' | 'issuedBy' | 'reportYear' | 'period'}`

/** Parts of an owner's or a period's printed form. */
export const OWNER_SEPARATOR = '／'
export const PERIOD_SEPARATOR = '～'

/** What the plan holds at an address, as printed; null when the plan has no such place. */
export function readField(document: PlanDocument, path: FieldPath): string | null {
  const parts = path.split('/')
  switch (parts[0]) {
    case 'projects':
      return readProject(document, parts)
    case 'listings':
      return readListing(document, parts)
    case 'branches':
      return branchByKey(document, parts[1] as string)?.name ?? null
    case 'sections':
      return document.sections.find(({ key }) => key === parts[1])?.body ?? null
    case 'indicators': {
      const indicator = document.indicators.find(({ number }) => number === Number(parts[1]))
      return indicator?.[parts[2] as 'name' | 'unit' | 'baseline' | 'actual' | 'target'] ?? null
    }
    case 'scales': {
      const step = document.scales[parts[1] as ScaleName]?.steps.find(({ key }) => key === parts[2])
      return step?.[parts[3] as 'glyph' | 'label'] ?? null
    }
    default:
      return readPlan(document, parts[1] as 'title' | 'issuedBy' | 'reportYear' | 'period')
  }
}

function readPlan(document: PlanDocument, part: 'title' | 'issuedBy' | 'reportYear' | 'period'): string {
  if (part === 'reportYear') return yearLabel(document.reportYear)
  if (part === 'period') return printPeriod(document.period)
  return document[part]
}

export function printPeriod(period: PlanDocument['period']): string {
  return `${yearLabel(period.from)}${PERIOD_SEPARATOR}${yearLabel(period.to)}`
}

function readProject(document: PlanDocument, parts: readonly string[]): string | null {
  const project = projectByKey(document, parts[1] as string)
  if (!project) return null
  switch (parts[2]) {
    case 'years':
      return readYear(
        document,
        project.years.find(({ year }) => year === Number(parts[3])),
        parts[4],
      )
    case 'notes':
      return printNotes(project.years)
    case 'owners':
      if (parts[3] === undefined) return project.owners.map(printOwner).join('\n')
      return project.owners[Number(parts[3])]?.[parts[4] as keyof Owner] ?? null
    case 'sheet': {
      const part = parts[3] as 'results' | 'outcomes' | 'periodStatus' | 'achievement'
      if (part === 'achievement') return glyphOf(document.scales.achievement, project.sheet.achievement)
      return project.sheet[part]
    }
    default:
      return project[parts[2] as 'name' | 'purpose' | 'outline']
  }
}

function readYear(document: PlanDocument, cell: YearCell | undefined, part: string | undefined): string | null {
  if (!cell) return null
  return part === 'note' ? cell.note : glyphOf(document.scales.schedule, cell.planned)
}

export function printOwner(owner: Owner): string {
  return [owner.department, owner.section, owner.group].join(OWNER_SEPARATOR)
}

export function printNotes(years: readonly YearCell[]): string {
  return years
    .filter(({ note }) => note !== '')
    .map(({ year, note }) => `${yearLabel(year)} ${note}`)
    .join('\n')
}

function readListing(document: PlanDocument, parts: readonly string[]): string | null {
  const listing = listingByNumber(document, parts[1] as string)
  if (!listing) return null
  if (parts[2] === 'repetition') return printRepetition(listing)
  if (parts[2] === 'project') return mainNumberOf(document, listing.projectKey)
  return listing.number
}

export function printRepetition(listing: Pick<Listing, 'isRelisting' | 'hasRelistings'>): string {
  return listing.isRelisting ? '再掲' : listing.hasRelistings ? '再掲有' : ''
}

/** The printed number of a project's main listing. */
export function mainNumberOf(document: PlanDocument, projectKey: string): string {
  return indexOf(document).mainNumbers.get(projectKey) ?? ''
}

interface DocumentIndex {
  readonly projects: ReadonlyMap<string, Project>
  readonly listings: ReadonlyMap<string, Listing>
  readonly branches: ReadonlyMap<string, Branch>
  readonly mainNumbers: ReadonlyMap<string, string>
}

// Thousands of questions are read from one document; its index is built once and dropped with it.
const indexes = new WeakMap<PlanDocument, DocumentIndex>()

function indexOf(document: PlanDocument): DocumentIndex {
  const known = indexes.get(document)
  if (known) return known
  const mainNumbers = new Map<string, string>()
  for (const listing of document.listings) {
    if (!listing.isRelisting || !mainNumbers.has(listing.projectKey))
      mainNumbers.set(listing.projectKey, listing.number)
  }
  const index = {
    projects: new Map(document.projects.map((project) => [project.key, project])),
    listings: new Map(document.listings.map((listing) => [listing.number, listing])),
    branches: new Map(document.branches.map((branch) => [branch.key, branch])),
    mainNumbers,
  }
  indexes.set(document, index)
  return index
}

export function projectByKey(document: PlanDocument, key: string): Project | undefined {
  return indexOf(document).projects.get(key)
}

export function listingByNumber(document: PlanDocument, number: string): Listing | undefined {
  return indexOf(document).listings.get(number)
}

export function branchByKey(document: PlanDocument, key: string): Branch | undefined {
  return indexOf(document).branches.get(key)
}
