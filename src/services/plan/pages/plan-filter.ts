import { foldForSearch } from '#kernel/values/text-forms.ts'
import type { FiscalYearNumber, Owner, PlanDocument, Project } from '../model.ts'
import { printedOwner } from '../model.ts'
import type { PlanWords } from '../store/words.ts'

/** What a reader looks for; empty texts and null do not narrow. */
export interface PlanFilter {
  readonly words: string
  readonly department: string
  /** Step of the achievement scale, or `unjudged`. */
  readonly mark: string
  /** Key of a top branch. */
  readonly branch: string
  readonly year: FiscalYearNumber | null
  /** Step of the schedule's scale, in the year or in any. */
  readonly yearMark: string
}

export const UNJUDGED = 'unjudged'

/** A search is answered with what it can be answered with: what is longer than any word of a plan is cut. */
const LONGEST_SEARCH = 100

export function filterIn(query: Readonly<Record<string, string>>): PlanFilter {
  const year = /^\d{4}$/.test(query.year ?? '') ? Number(query.year) : null
  return {
    words: (query.q ?? '').slice(0, LONGEST_SEARCH),
    department: query.department ?? '',
    mark: query.mark ?? '',
    branch: query.branch ?? '',
    year,
    yearMark: query['year-mark'] ?? '',
  }
}

export function isNarrowing(filter: PlanFilter): boolean {
  return Object.values(filter).some((wish) => wish !== '' && wish !== null)
}

/** Keys of the projects that fit. All words must be found, wherever they stand, written in whatever form. */
export function projectsThatFit(document: PlanDocument, filter: PlanFilter, words: PlanWords, tops: ReadonlyMap<string, string>): ReadonlySet<string> {
  const wanted = filter.words.split(/[\s　]+/).map(foldForSearch).filter((word) => word !== '')
  const numbers = Map.groupBy(document.listings, ({ projectKey }) => projectKey)
  const fits = (project: Project) =>
    hasOwner(project.owners, filter.department) &&
    hasMark(project, filter.mark) &&
    (filter.branch === '' || tops.get(project.key) === filter.branch) &&
    hasYearMark(project, filter) &&
    (wanted.length === 0 ||
      holdsAll([...textsOf(project, words), ...(numbers.get(project.key) ?? []).map(({ number }) => number)].join('\n'), wanted))
  return new Set(document.projects.filter(fits).map(({ key }) => key))
}

function hasOwner(owners: readonly Owner[], department: string): boolean {
  return department === '' || owners.some((owner) => owner.department === department)
}

function hasMark({ sheet }: Project, mark: string): boolean {
  if (mark === '') return true
  return mark === UNJUDGED ? sheet.achievement === null : sheet.achievement === mark
}

/** A year alone asks for any mark in it, a mark alone for any year with it. */
function hasYearMark({ years }: Project, { year, yearMark }: PlanFilter): boolean {
  if (year === null && yearMark === '') return true
  return years.some((cell) => {
    const mark = cell.actual ?? cell.planned
    return (year === null || cell.year === year) && (yearMark === '' ? mark !== null : mark === yearMark)
  })
}

function textsOf({ key, name, purpose, outline, years, owners, sheet }: Project, words: PlanWords): string[] {
  const other = [words.get(`projects/${key}/name`) ?? '', words.get(`projects/${key}/purpose`) ?? '']
  const notes = years.map(({ note }) => note)
  return [name, ...other, purpose, outline, ...notes, ...owners.map(printedOwner), sheet.results, sheet.outcomes, sheet.periodStatus]
}

function holdsAll(text: string, wanted: readonly string[]): boolean {
  const folded = foldForSearch(text)
  return wanted.every((word) => folded.includes(word))
}
