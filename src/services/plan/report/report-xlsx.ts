import { writeXlsx, type Sheet, type Workbook, type XlsxWriteResult } from '#capabilities/documents/xlsx-writer.ts'
import type { PlanDocument } from '../model.ts'
import { coverSheet } from './cover-sheet.ts'
import { fixedText, planSheet } from './plan-sheet.ts'
import { type Footnote, type MeasuredFigures, NO_FIGURES, withFootnotes } from '../rules/figure-references.ts'
import { footnoteLine } from './footnote-lines.ts'
import { FORM } from './form-words.ts'
import { digestOf, planTexts, projectTexts } from './report-fields.ts'
import { reportShapeOf, type ReportShape } from './report-shape.ts'
import { BASE_MARK, BASE_SHEET, BASE_VERSION, FIGURE_KEY, FIGURES_SHEET } from './workbook-keys.ts'

export interface ReportXlsxOptions {
  readonly printedOn: Temporal.PlainDate
  /** The counted figures that the texts refer to. */
  readonly figures?: MeasuredFigures
}

/**
 * The report as a workbook to be edited and read back (read-report-xlsx.ts): a cover and one sheet for each top branch.
 * Refused by cell where a text is longer than a cell can be.
 */
export function reportXlsx(plan: PlanDocument, { printedOn, figures = NO_FIGURES }: ReportXlsxOptions): XlsxWriteResult {
  const { document, footnotes } = withFootnotes(plan, figures)
  return writeXlsx(reportWorkbookOf(document, plan, { printedOn, footnotes }))
}

interface WorkbookOptions extends Pick<ReportXlsxOptions, 'printedOn'> {
  /** Stand on a sheet of their own behind the tables; read back, what they printed becomes a reference again. */
  readonly footnotes?: readonly Footnote[]
}

/** `base` is the plan whose fingerprints the workbook carries: what the person who edits it was given. */
export function reportWorkbookOf(plan: PlanDocument, base: PlanDocument, { printedOn, footnotes = [] }: WorkbookOptions): Workbook {
  const shape = reportShapeOf(plan)
  const figures = footnotes.length === 0 ? [] : [figuresSheet(footnotes)]
  const sheets = [coverSheet(plan, shape), ...shape.parts.map((part) => planSheet(plan, shape, part)), ...figures]
  return {
    properties: {
      title: shape.title,
      creator: plan.issuedBy,
      createdAt: printedOn.toZonedDateTime('Asia/Tokyo').toInstant(),
    },
    sheets: [...withOwnNames(sheets), baseSheet(base, footnotes)],
  }
}

/** Names cut to the format's 31 characters may fall together: the later ones bear a number. */
function withOwnNames(sheets: readonly Sheet[]): Sheet[] {
  const taken = new Set([BASE_SHEET])
  return sheets.map((sheet) => {
    let name = sheet.name
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${sheet.name.slice(0, 27)}(${number})`
    taken.add(name.toLowerCase())
    return { ...sheet, name }
  })
}

/** What is printed in the texts, what stands for it in the plan, and where it comes from. */
function figuresSheet(footnotes: readonly Footnote[]): Sheet {
  const rows = [[FORM.figures], ...footnotes.map((footnote) => [footnoteLine(footnote)])]
  return { name: FIGURES_SHEET, columns: [{ width: 140 }], rows: rows.map((texts) => ({ cells: texts.map((value) => ({ value })) })) }
}

function baseSheet(plan: PlanDocument, footnotes: readonly Footnote[]): Sheet {
  const shape = reportShapeOf(plan)
  const rows = [[BASE_MARK, String(BASE_VERSION)], [shape.planName], [String(plan.reportYear)], []]
  for (const [key, text] of baseTexts(plan, shape)) rows.push([key, digestOf(text)])
  for (const { printed, source } of footnotes) rows.push([FIGURE_KEY + printed, source])
  return {
    name: BASE_SHEET,
    visibility: 'very-hidden',
    columns: [{ width: 40 }, { width: 20 }],
    rows: rows.map((texts) => ({ cells: texts.map((value) => ({ value })) })),
  }
}

/** Every cell that can be read back, by a key that is unique in the workbook. */
export function baseTexts(plan: PlanDocument, shape: ReportShape): Map<string, string> {
  const texts = new Map<string, string>(planTexts(plan))
  for (const project of plan.projects) {
    for (const [field, text] of projectTexts(plan, project)) texts.set(projectBaseKey(project.key, field), text)
  }
  for (const line of shape.parts.flatMap((part) => part.lines)) {
    const keys = ['number', ...line.branchNames.map((_, index) => `branch.${index}`)]
    for (const key of keys) texts.set(lineBaseKey(line.listing.number, key), fixedText(line, key) ?? '')
  }
  return texts
}

export function projectBaseKey(projectKey: string, field: string): string {
  return `projects.${projectKey}.${field}`
}

export function lineBaseKey(listingNumber: string, key: string): string {
  return `listings.${listingNumber}.${key}`
}
