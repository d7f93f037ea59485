import { formatFiscalYear, fiscalYear } from '#kernel/values/fiscal-year.ts'
import type { Branch, Listing, Owner, PlanDocument, Project, Scale, YearCell } from '../model.ts'

/**
 * The official table as a value: what stands in which column, in the order of print, before it becomes a page or a
 * sheet. PDF, workbook and CSV are drawn from it, so that they never say different things.
 */
export interface ReportShape {
  /** Of the plan itself, e.g. `○○市ICT利活用計画`. */
  readonly planName: string
  /** Of the whole report. */
  readonly title: string
  /** Of the table. */
  readonly listTitle: string
  readonly issuedBy: string
  /** `令和3年度` */
  readonly reportYear: string
  /** `H29～R3` */
  readonly span: string
  readonly years: readonly YearHeading[]
  /** Levels between the top branch and the project, e.g. 施策の方向性. */
  readonly branchLevels: readonly string[]
  readonly projectLevel: string
  readonly parts: readonly ReportPart[]
}

export interface YearHeading {
  readonly year: number
  /** `H29` */
  readonly label: string
}

/** One top branch (vision) with all its lines. */
export interface ReportPart {
  readonly branch: Branch
  /** `① 誰もが…` */
  readonly heading: string
  readonly lines: readonly ReportLine[]
}

export interface ReportLine {
  readonly listing: Listing
  readonly project: Project
  /** `① (3)-1` */
  readonly number: string
  /** `【再掲有】` beside the number of the main place, or empty. */
  readonly numberRemark: string
  /** `【再掲】` after the name of a repeated project, or empty. */
  readonly nameRemark: string
  /** Names of the branches below the top one, as many as there are branch levels. */
  readonly branchNames: readonly string[]
  readonly years: readonly YearEntry[]
  readonly achievement: string
  readonly owners: readonly Owner[]
}

export interface YearEntry {
  readonly year: number
  /** Glyphs of the schedule's scale; empty where nothing is said. */
  readonly planned: string
  readonly actual: string
  readonly note: string
}

export const RELISTED = '【再掲】'
export const HAS_RELISTINGS = '【再掲有】'

/** Throws RangeError when the document points at a branch, project or step that it does not hold. */
export function reportShapeOf(plan: PlanDocument): ReportShape {
  const { from, to } = plan.period
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const planName = plan.title.replace(REPORT_SUFFIX, '')
  const reportYear = formatFiscalYear(fiscalYear(plan.reportYear))
  return {
    planName,
    title: `${planName}に関する実績等報告書（${reportYear}）`,
    listTitle: `${planName}取組実績一覧`,
    issuedBy: plan.issuedBy,
    reportYear,
    span: `${shortYear(from)}～${shortYear(to)}`,
    years: years.map((year) => ({ year, label: shortYear(year) })),
    branchLevels: plan.levels.slice(1, -1),
    projectLevel: plan.levels.at(-1) ?? '事業',
    parts: partsOf(plan, years),
  }
}

/** `H29` */
export function shortYear(year: number): string {
  return formatFiscalYear(fiscalYear(year), 'short')
}

/** What is printed for a step; empty for none. */
export function glyphOf(scale: Scale, key: string | null): string {
  if (key === null) return ''
  const step = scale.steps.find((candidate) => candidate.key === key)
  if (step === undefined) throw new RangeError(`The scale ${scale.name} has no step ${key}`)
  return step.glyph
}

/** A title may name the plan or already the report; both lead to the plan's own name. */
const REPORT_SUFFIX = /(に関する)?(取組)?(実績等?)?報告書\s*([(（][^()（）]*[)）])?$/

function partsOf(plan: PlanDocument, years: readonly number[]): ReportPart[] {
  const branches = new Map(plan.branches.map((branch) => [branch.key, branch]))
  const projects = new Map(plan.projects.map((project) => [project.key, project]))
  const lines = Map.groupBy(plan.listings, (listing) => topOf(pathOf(branches, listing.branchKey)).key)
  return plan.branches
    .filter((branch) => branch.parentKey === null)
    .map((branch) => ({
      branch,
      heading: `${branch.number} ${branch.name}`.trim(),
      lines: (lines.get(branch.key) ?? []).map((listing) => {
        const project = projects.get(listing.projectKey)
        if (project === undefined) throw new RangeError(`The plan has no project ${listing.projectKey}`)
        return lineOf(plan, years, listing, project, pathOf(branches, listing.branchKey))
      }),
    }))
}

/** From the top branch down to the one with this key. */
function pathOf(branches: ReadonlyMap<string, Branch>, key: string): readonly Branch[] {
  const path: Branch[] = []
  for (let next: string | null = key; next !== null; next = path[0]?.parentKey ?? null) {
    const branch = branches.get(next)
    if (branch === undefined || path.includes(branch)) throw new RangeError(`The plan has no way to the branch ${key}`)
    path.unshift(branch)
  }
  return path
}

function topOf(path: readonly Branch[]): Branch {
  return path[0] as Branch
}

function lineOf(
  plan: PlanDocument,
  years: readonly number[],
  listing: Listing,
  project: Project,
  path: readonly Branch[],
): ReportLine {
  const below = path.slice(1).map((branch) => branch.name)
  const levels = Math.max(0, plan.levels.length - 2)
  return {
    listing,
    project,
    number: listing.number.replace(/^(\P{ASCII})\s*(?=[(（])/u, '$1 '),
    numberRemark: listing.hasRelistings && !listing.isRelisting ? HAS_RELISTINGS : '',
    nameRemark: listing.isRelisting ? RELISTED : '',
    branchNames: Array.from({ length: levels }, (_, index) => below[index] ?? ''),
    years: years.map((year) =>
      yearEntryOf(
        plan,
        year,
        project.years.find((cell) => cell.year === year),
      ),
    ),
    achievement: glyphOf(plan.scales.achievement, project.sheet.achievement),
    owners: project.owners,
  }
}

function yearEntryOf(plan: PlanDocument, year: number, cell: YearCell | undefined): YearEntry {
  const { schedule } = plan.scales
  return {
    year,
    planned: glyphOf(schedule, cell?.planned ?? null),
    actual: glyphOf(schedule, cell?.actual ?? null),
    note: cell?.note ?? '',
  }
}
