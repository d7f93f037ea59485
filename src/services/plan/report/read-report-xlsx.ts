import { readXlsx, type ReadSheet, type XlsxRefusalReason } from '#capabilities/documents/xlsx-reader.ts'
import { cellAddress, type CellPlace } from '#capabilities/documents/xlsx-writer.ts'
import type { PlanDocument } from '../model.ts'
import { findBase, findKeyedSheet, type KeyedSheet, type WorkbookBase } from './keyed-workbook.ts'
import type { ReportChange, ReportProblem, ReportRefusalReason } from './report-changes.ts'
import { Comparison, type FoundLine } from './report-comparison.ts'
import { FORM } from './form-words.ts'
import { YEAR_PARTS } from './report-fields.ts'
import { reportShapeOf, type ReportLine, type ReportShape } from './report-shape.ts'
import { lineBaseKey } from './report-xlsx.ts'
import {
  BASE_SHEET,
  BASE_VERSION,
  COVER_SHEET,
  FIGURES_SHEET,
  findRowKey,
  FORM_ROW_MARK,
  rowKeyText,
  type RowKey,
} from './workbook-keys.ts'

export type ReportReading =
  | { readonly ok: true; readonly changes: readonly ReportChange[]; readonly problems: readonly ReportProblem[] }
  | { readonly ok: false; readonly reason: ReportRefusalReason | XlsxRefusalReason; readonly at?: CellPlace }

/**
 * Reads an edited workbook of reportXlsx back: which cells say something else than `plan`, and which places a person
 * must decide about. Nothing is changed here. Rows are known by their hidden keys, so their order does not matter.
 */
export async function readReportXlsx(bytes: Uint8Array, plan: PlanDocument): Promise<ReportReading> {
  const reading = await readXlsx(bytes)
  if (!reading.ok)
    return reading.at === undefined
      ? { ok: false, reason: reading.reason }
      : { ok: false, reason: reading.reason, at: reading.at }
  const shape = reportShapeOf(plan)
  const base = findBase(reading.sheets)
  const refused = refusalOf(base, plan, shape)
  if (refused !== null) return { ok: false, reason: refused }
  const comparison = new Comparison(plan, base?.digests ?? new Map(), base?.footnotes ?? [])
  const sheets = keyedSheets(reading.sheets, comparison)
  if (sheets.length === 0) return { ok: false, reason: 'not-our-report' }
  const rows = new RowFinder(shape, comparison)
  for (const sheet of sheets) rows.readSheet(sheet)
  rows.missingCoverRows(plan)
  comparison.lines(rows.foundLines(), mainLinesOf(shape))
  return { ok: true, changes: comparison.changes, problems: comparison.problems }
}

/** The line in which each project is changed: its first that is no copy, else its first. */
function mainLinesOf({ parts }: ReportShape): Set<ReportLine> {
  const byProject = Map.groupBy(
    parts.flatMap((part) => part.lines),
    (line) => line.project.key,
  )
  return new Set(
    [...byProject.values()].map(
      (lines) => lines.find(({ listing }) => !listing.isRelisting) ?? (lines[0] as ReportLine),
    ),
  )
}

function refusalOf(base: WorkbookBase | null, plan: PlanDocument, shape: ReportShape): ReportRefusalReason | null {
  if (base === null) return null
  if (base.version !== String(BASE_VERSION)) return 'other-version'
  if (base.planName !== shape.planName) return 'other-plan'
  return base.reportYear === String(plan.reportYear) ? null : 'other-report-year'
}

function keyedSheets(sheets: readonly ReadSheet[], comparison: Comparison): KeyedSheet[] {
  const keyed: KeyedSheet[] = []
  for (const sheet of sheets) {
    if (sheet.name === BASE_SHEET || sheet.name === FIGURES_SHEET) continue
    const found = findKeyedSheet(sheet)
    if (found !== null) keyed.push(found)
    else if (sheet.cells.size > 0) comparison.problem('unknown-sheet', { sheet: sheet.name, found: sheet.name })
  }
  return keyed
}

/** Sorts the rows of the sheets: those of the cover, those of the plan's lines, and those that nobody knows. */
class RowFinder {
  private readonly shape: ReportShape
  private readonly comparison: Comparison
  private readonly lines: ReadonlyMap<string, ReportLine>
  private readonly found = new Map<string, { sheet: KeyedSheet; row: number }>()
  private readonly coverKeys = new Set<string>()

  constructor(shape: ReportShape, comparison: Comparison) {
    this.shape = shape
    this.comparison = comparison
    const lines = shape.parts.flatMap((part) => part.lines)
    this.lines = new Map(lines.flatMap((line) => YEAR_PARTS.map((part) => [rowKeyText(line.listing, part), line])))
  }

  readSheet(sheet: KeyedSheet): void {
    for (const { row, key } of sheet.rows) {
      if (key === FORM_ROW_MARK) continue
      const rowKey = findRowKey(key)
      if (key === '') this.addedRow(sheet, row)
      else if (rowKey !== null) this.lineRow(sheet, row, key, rowKey)
      else this.coverRow(sheet, row, key)
    }
  }

  /** Lines whose three rows were all found; the others are asked about. */
  foundLines(): FoundLine[] {
    return this.shape.parts.flatMap(({ lines, heading }) => {
      const exported = lines.filter(({ listing }) => this.comparison.wasExported(lineBaseKey(listing.number, 'number')))
      const found = exported.map((line) => this.foundLine(line))
      if (exported.length > 0 && found.every((line) => line === null)) {
        this.comparison.problem('missing-sheet', { known: heading })
        return []
      }
      return found.flatMap((entry, index) => {
        if (entry !== null) return [entry]
        const { project, number } = exported[index] as ReportLine
        this.comparison.problem('deleted-row', { projectKey: project.key, known: `${number} ${project.name}` })
        return []
      })
    })
  }

  missingCoverRows(plan: PlanDocument): void {
    const expected = new Map<string, string>([
      ...plan.sections.map(({ key, heading }) => [`sections.${key}`, heading] as const),
      ...plan.indicators.map(({ number }) => [`indicators.${number}`, `${FORM.indicators} ${number}`] as const),
    ])
    const missing = [...expected.keys()].filter((key) => !this.coverKeys.has(key))
    if (missing.length > 0 && this.coverKeys.size === 0)
      return this.comparison.problem('missing-sheet', { known: COVER_SHEET })
    for (const key of missing) {
      const baseKey = key.startsWith('indicators.') ? `${key}.name` : key
      if (this.comparison.wasExported(baseKey))
        this.comparison.problem('deleted-row', { known: expected.get(key) ?? '' })
    }
  }

  private foundLine(line: ReportLine): FoundLine | null {
    const places = YEAR_PARTS.map((part) => this.found.get(rowKeyText(line.listing, part)))
    const [planned, actual, note] = places
    if (planned === undefined || actual === undefined || note === undefined) return null
    if (planned.sheet !== actual.sheet || planned.sheet !== note.sheet) return null
    return { line, sheet: planned.sheet, rows: { planned: planned.row, actual: actual.row, note: note.row } }
  }

  private lineRow(sheet: KeyedSheet, row: number, key: string, { projectKey }: RowKey): void {
    const place = { sheet: sheet.name, cell: cellAddress(row, 1), projectKey, found: key }
    if (!this.lines.has(key)) this.comparison.problem('unknown-row', place)
    else if (this.found.has(key)) this.comparison.problem('duplicated-row', place)
    else this.found.set(key, { sheet, row })
  }

  private coverRow(sheet: KeyedSheet, row: number, key: string): void {
    if (this.coverKeys.has(key)) {
      this.comparison.problem('duplicated-row', { sheet: sheet.name, cell: cellAddress(row, 1), found: key })
    } else this.comparison.coverRow(sheet, row, key)
    this.coverKeys.add(key)
  }

  /** A row without a key that says something was added by hand; its first text tells which it is. */
  private addedRow(sheet: KeyedSheet, row: number): void {
    for (const column of [...sheet.columns.values()].sort((one, other) => one - other)) {
      const reading = sheet.read(row, column)
      const found = reading.ok ? reading.text : reading.found
      if (found === '' || sheet.isCovered(row, column)) continue
      this.comparison.problem('unknown-row', { sheet: sheet.name, cell: cellAddress(row, column), found })
      return
    }
  }
}
