import type { PrintContent } from '#capabilities/documents/pdf.ts'
import { formatJapaneseDate } from '#kernel/values/era.ts'
import type { Owner, PlanDocument, PlanSection, PlanSectionKey } from '../model.ts'
import type { Footnote } from '../rules/figure-references.ts'
import { footnoteLine } from './footnote-lines.ts'
import { FORM } from './form-words.ts'
import { indicatorName } from './report-fields.ts'
import { shortYear, type ReportLine, type ReportShape, type YearEntry } from './report-shape.ts'

interface PrintedReport {
  readonly printedOn: Temporal.PlainDate
  readonly footnotes: readonly Footnote[]
}

/** What report.typ reads: the words of every page, and the widths that follow from the plan. */
export function reportContentOf(plan: PlanDocument, shape: ReportShape, { printedOn, footnotes }: PrintedReport): PrintContent {
  return {
    title: shape.title,
    list_title: shape.listTitle,
    issuer: plan.issuedBy,
    printed: `${FORM.printedOn} ${formatJapaneseDate(printedOn)}`,
    ...coverOf(plan),
    ...tableHeadOf(shape),
    figures: FORM.figures,
    footnotes: footnotes.map(footnoteLine),
    legends: [plan.scales.schedule, plan.scales.achievement].map(({ heading, steps }) => ({
      heading,
      steps: steps.map(({ glyph, label }) => ({ glyph, label })),
    })),
    parts: shape.parts.map(({ heading, lines }) => ({
      heading,
      remark: lines.some(({ years }) => years.some((entry) => cameOtherwise(entry) !== '')) ? FORM.cameRemark : '',
      rows: lines.map((line) => rowOf(line, shape)),
    })),
  }
}

function coverOf(plan: PlanDocument): { readonly [name: string]: PrintContent } {
  const { from, to } = plan.period
  const sections = new Map(plan.sections.map((section) => [section.key, section]))
  const row = (key: PlanSectionKey): { heading: string; body: string }[] => {
    const section = sections.get(key)
    return section === undefined ? [] : [{ heading: section.heading, body: section.body }]
  }
  const period = { heading: FORM.period, body: `${spaced(from)} ～ ${spaced(to)} 年度`, figure: [] }
  return {
    basics: {
      heading: FORM.basics,
      rows: [
        period,
        ...[...row('position'), ...row('purpose')].map((entry) => ({ ...entry, figure: [] })),
        ...frameworkRowOf(plan, sections.get('framework')),
      ],
    },
    indicators: {
      title: FORM.indicators,
      heading: [
        FORM.number,
        FORM.indicatorName,
        FORM.unit,
        FORM.baseline,
        `${FORM.actual} (${shortYear(plan.reportYear)})`,
        FORM.target,
      ],
      rows: plan.indicators.map((indicator) => [
        String(indicator.number),
        indicatorName(indicator),
        indicator.unit,
        indicator.baseline,
        indicator.actual,
        indicator.target,
      ]),
    },
    achievements: { heading: FORM.achievements, rows: [...row('results'), ...row('outcomes'), ...row('contribution')] },
    conclusions: [...row('reflection'), ...row('direction')],
  }
}

/** `H 29` as the official cover prints it. */
function spaced(year: number): string {
  return shortYear(year).replace(/^(\D+)/, '$1 ')
}

/** 計画の骨格: its text, and the tree of the plan drawn as boxes. Lines that only repeat the tree are left to the boxes. */
function frameworkRowOf(
  plan: PlanDocument,
  section: PlanSection | undefined,
): { heading: string; body: string; figure: PrintContent[] }[] {
  const level = plan.levels[0] ?? ''
  const names = new Set(plan.branches.map((branch) => branch.name))
  const body = (section?.body ?? '').split('\n').filter((line) => {
    const bare = line
      .replace(/^[\s・•●]+/, '')
      .replace(new RegExp(`^${RegExp.escape(level)}\\s*[①-⑳]?\\s*`), '')
      .trim()
    return bare !== '' && !names.has(bare)
  })
  const tops = plan.branches.filter((branch) => branch.parentKey === null)
  const figure = tops.map((top) => ({
    level: `${level}${top.number}`,
    name: top.name,
    children: plan.branches.filter((branch) => branch.parentKey === top.key).map((branch) => branch.name),
  }))
  return [{ heading: section?.heading ?? FORM.framework, body: body.join('\n'), figure }]
}

function tableHeadOf(shape: ReportShape): { readonly [name: string]: PrintContent } {
  const beforeYears = [FORM.number, ...shape.branchLevels, `${shape.projectLevel}名`, FORM.purpose, FORM.outline]
  return {
    columns: columnWidthsOf(shape),
    before_years: beforeYears,
    years_heading: FORM.years,
    years: shape.years.map(({ label }) => label),
    year_heading: shape.reportYear,
    year_columns: [FORM.results, FORM.outcomes],
    status_heading: `${FORM.periodStatus}\n(${shape.span})`,
    achievement_heading: FORM.achievement,
    owner_heading: FORM.owner,
    owner_columns: [FORM.department, FORM.section, FORM.group],
  }
}

/** A3 landscape between its margins. */
const TABLE_MILLIMETRES = 400
const YEARS_MILLIMETRES = 70
const YEAR_MILLIMETRES = { least: 8.5, most: 15 } as const
const FIXED_MILLIMETRES = {
  number: 15,
  branch: 22,
  name: 26,
  achievement: 12,
  department: 15,
  section: 16,
  group: 16,
} as const
/** How the long texts share what is left: purpose, outline, results, outcomes, status. */
const TEXT_SHARES = [43, 47, 44, 46, 35] as const

/** Widths of all columns in millimetres; a long plan narrows its texts, not its marks. */
export function columnWidthsOf({ years, branchLevels }: ReportShape): number[] {
  const year = Math.min(YEAR_MILLIMETRES.most, Math.max(YEAR_MILLIMETRES.least, YEARS_MILLIMETRES / years.length))
  const { number, branch, name, achievement, department, section, group } = FIXED_MILLIMETRES
  const owners = department + section + group
  const taken = number + branch * branchLevels.length + name + year * years.length + achievement + owners
  const shares = TEXT_SHARES.reduce((sum, share) => sum + share, 0)
  const [purpose, outline, results, outcomes, status] = TEXT_SHARES.map(
    (share) => ((TABLE_MILLIMETRES - taken) * share) / shares,
  )
  return [
    number,
    ...branchLevels.map(() => branch),
    name,
    purpose as number,
    outline as number,
    ...years.map(() => year),
    results as number,
    outcomes as number,
    status as number,
    achievement,
    department,
    section,
    group,
  ]
}

function rowOf(line: ReportLine, shape: ReportShape): PrintContent {
  const { project } = line
  const { results, outcomes, periodStatus } = project.sheet
  const name = project.name + line.nameRemark
  const notes = notesOf(line.years)
  return {
    is_copy: line.listing.isRelisting,
    number: line.number,
    number_remark: line.numberRemark,
    branches: [...line.branchNames],
    name,
    purpose: project.purpose,
    outline: project.outline,
    years: line.years.map((entry) => ({ mark: entry.planned, came: cameOtherwise(entry) })),
    notes,
    results,
    outcomes,
    status: periodStatus,
    achievement: line.achievement,
    owners: ownerColumnsOf(line.owners),
    measured: measuredOf(
      shape,
      notes,
      [...line.branchNames, name, project.purpose, project.outline],
      [results, outcomes, periodStatus],
    ),
  }
}

/** The official table has one mark a year, the planned one; what came is added only where it differs. */
function cameOtherwise({ planned, actual }: YearEntry): string {
  return actual === '' || actual === planned ? '' : `${FORM.came}${actual}`
}

/**
 * The texts that might not fit a page, each with the width of its column: the template measures them and lets their row
 * break. Most rows have none, which saves typesetting every text twice.
 */
function measuredOf(
  shape: ReportShape,
  notes: readonly Note[],
  beforeYears: readonly string[],
  afterYears: readonly string[],
): { body: string; width: number }[] {
  const widths = columnWidthsOf(shape)
  const firstYear = 1 + beforeYears.length
  const afterLast = firstYear + shape.years.length
  const yearWidth = widths[firstYear] ?? 0
  const texts = [
    ...beforeYears.map((body, index) => ({ body, width: widths[1 + index] ?? 0 })),
    ...notes.map(({ body, span }) => ({ body, width: yearWidth * span })),
    ...afterYears.map((body, index) => ({ body, width: widths[afterLast + index] ?? 0 })),
  ]
  return texts.filter(({ body, width }) => lineCountOf(body, width) > LINES_SURE_TO_FIT)
}

/** A page takes about 58 lines; rules of line breaking may push a few characters on to more lines than reckoned. */
const LINES_SURE_TO_FIT = 40
const CHARACTER_MILLIMETRES = 2.65
const INSET_MILLIMETRES = 2.2

/** Lines that a text needs at most if every character is full-width. */
function lineCountOf(body: string, width: number): number {
  const capacity = Math.max(1, Math.floor((width - INSET_MILLIMETRES) / CHARACTER_MILLIMETRES))
  return body.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / capacity)), 0)
}

type Note = { readonly body: string; readonly span: number }

/** Short texts beneath the marks; the same text in neighbouring years is printed once across them. None: no row. */
function notesOf(years: readonly YearEntry[]): Note[] {
  if (years.every(({ note }) => note === '')) return []
  const notes: Note[] = []
  for (const { note } of years) {
    const last = notes.at(-1)
    if (last !== undefined && last.body === note && note !== '')
      notes[notes.length - 1] = { body: note, span: last.span + 1 }
    else notes.push({ body: note, span: 1 })
  }
  return notes
}

/** 部, 課, グループ: joint owners stand on lines of their own, level with each other where each has a name. */
function ownerColumnsOf(owners: readonly Owner[]): string[][] {
  return [
    owners.map(({ department }) => department),
    owners.map(({ section }) => section),
    owners.map(({ group }) => group),
  ].map((names) => (names.every((name) => name === '') ? [''] : names))
}
