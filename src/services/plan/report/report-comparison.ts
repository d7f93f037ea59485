import { cellAddress } from '#capabilities/documents/xlsx-writer.ts'
import type { PlanDocument } from '../model.ts'
import { withReferences } from '../rules/figure-references.ts'
import type { KeyedSheet, WorkbookBase } from './keyed-workbook.ts'
import { proposedMark, scaleOf, stepOf } from './mark-reading.ts'
import { fixedText } from './plan-sheet.ts'
import type { ReportChange, ReportProblem, ReportProblemReason } from './report-changes.ts'
import {
  digestOf,
  INDICATOR_COLUMNS,
  OWNER_FIELDS,
  ownersOf,
  planTexts,
  projectTexts,
  YEAR_PARTS,
  type PlanCellField,
  type ProjectCellField,
  type YearPart,
} from './report-fields.ts'
import { RELISTED, type ReportLine } from './report-shape.ts'
import { lineBaseKey, projectBaseKey } from './report-xlsx.ts'
import { KEY_MARK } from './workbook-keys.ts'

/** Where the three rows of a line were found. */
export interface FoundLine {
  readonly line: ReportLine
  readonly sheet: KeyedSheet
  readonly rows: Readonly<Record<YearPart, number>>
}

interface FoundText {
  readonly text: string
  readonly sheet: string
  readonly cell: string
}

/**
 * Compares cells with the plan as it is now and as it was exported. A cell that still says what was exported was not
 * touched by the person with the file, whatever the city did since; one that both changed is asked about.
 */
export class Comparison {
  readonly changes: ReportChange[] = []
  readonly problems: ReportProblem[] = []
  private readonly plan: PlanDocument
  private readonly digests: ReadonlyMap<string, string>
  private readonly footnotes: WorkbookBase['footnotes']
  /** What the main place of each project says in the workbook, by project and field. */
  private readonly mainTexts = new Map<string, FoundText>()
  private readonly missingColumns = new Set<string>()

  /** `digests` is empty where the workbook has lost them: then every difference counts as made in the file. */
  constructor(plan: PlanDocument, digests: ReadonlyMap<string, string>, footnotes: WorkbookBase['footnotes'] = []) {
    this.plan = plan
    this.digests = digests
    this.footnotes = footnotes
  }

  problem(reason: ReportProblemReason, place: Partial<Omit<ReportProblem, 'reason'>>): void {
    this.problems.push({ sheet: null, cell: null, projectKey: null, field: null, found: '', known: '', ...place, reason })
  }

  /** The cover: `key` is `sections.results` or `indicators.1`. */
  coverRow(sheet: KeyedSheet, row: number, key: string): void {
    const texts = planTexts(this.plan)
    const columns = key.startsWith('indicators.') ? INDICATOR_COLUMNS : (['name'] as const)
    for (const column of columns) {
      const field = (key.startsWith('indicators.') ? `${key}.${column}` : key) as PlanCellField
      const current = texts.get(field)
      if (current === undefined)
        return this.problem('unknown-row', { sheet: sheet.name, cell: cellAddress(row, 1), found: key })
      const found = this.textAt(sheet, row, column, field, null)
      if (found === null || !this.isEdited(field, found, current, null)) continue
      this.changes.push({
        sheet: found.sheet,
        cell: found.cell,
        projectKey: null,
        field,
        before: current,
        after: found.text,
      })
    }
  }

  /** Main places first: copies are compared with them. */
  lines(found: readonly FoundLine[], mainLines: ReadonlySet<ReportLine>): void {
    for (const entry of found) if (mainLines.has(entry.line)) this.mainLine(entry)
    for (const entry of found) if (!mainLines.has(entry.line)) this.copiedLine(entry)
  }

  /** False for what the plan has gained since the workbook was made: nobody deleted it. */
  wasExported(baseKey: string): boolean {
    return this.digests.size === 0 || this.digests.has(baseKey)
  }

  private mainLine(entry: FoundLine): void {
    const { project } = entry.line
    const texts = projectTexts(this.plan, project)
    const owners = new Map<ProjectCellField, FoundText>()
    let ownerCell: FoundText | null = null
    this.fixedCells(entry)
    for (const [field, current] of texts) {
      const found = this.projectText(entry, field)
      if (found === null) continue
      this.mainTexts.set(projectBaseKey(project.key, field), found)
      const isEdited = this.isEdited(projectBaseKey(project.key, field), found, current, project.key)
      if (OWNER_FIELDS.some((owner) => owner === field)) {
        owners.set(field, isEdited ? found : { ...found, text: current })
        if (isEdited) ownerCell ??= found
      } else if (isEdited) this.projectChange(entry, field, found, current)
    }
    if (ownerCell !== null) this.ownersChange(entry, owners, ownerCell)
  }

  private copiedLine(entry: FoundLine): void {
    const { project } = entry.line
    this.fixedCells(entry)
    for (const [field, current] of projectTexts(this.plan, project)) {
      const found = this.projectText(entry, field)
      if (found === null || found.text === current) continue
      const key = projectBaseKey(project.key, field)
      if (this.digests.get(key) === digestOf(found.text)) continue
      const main = this.mainTexts.get(key)
      if (main?.text === found.text) continue
      const { sheet, cell, text } = found
      this.problem('copy-differs', { sheet, cell, projectKey: project.key, field, found: text, known: main?.text ?? current })
    }
  }

  private projectText(entry: FoundLine, field: ProjectCellField): FoundText | null {
    const [column, part] = columnOf(field)
    const { key } = entry.line.project
    const found = this.textAt(entry.sheet, entry.rows[part], column, projectBaseKey(key, field), key)
    if (found === null || field !== 'name' || entry.line.nameRemark === '') return found
    return { ...found, text: found.text.endsWith(RELISTED) ? found.text.slice(0, -RELISTED.length) : found.text }
  }

  private textAt(
    sheet: KeyedSheet,
    row: number,
    key: string,
    baseKey: string,
    projectKey: string | null,
  ): FoundText | null {
    const column = sheet.columns.get(key)
    if (column === undefined) {
      if (this.wasExported(baseKey)) this.missingColumn(sheet, key)
      return null
    }
    const cell = cellAddress(row, column)
    const reading = sheet.read(row, column)
    if (reading.ok) return { text: withReferences(reading.text, this.footnotes), sheet: sheet.name, cell }
    const { reason, found, known } = reading
    this.problem(reason, { sheet: sheet.name, cell, projectKey, found, known })
    return null
  }

  /** Said once for each sheet, not for each of its rows. */
  private missingColumn(sheet: KeyedSheet, key: string): void {
    const missing = `${sheet.name}\n${key}`
    if (!this.missingColumns.has(missing)) this.problem('missing-column', { sheet: sheet.name, known: key })
    this.missingColumns.add(missing)
  }

  private isEdited(key: string, found: FoundText, current: string, projectKey: string | null): boolean {
    if (found.text === current) return false
    const base = this.digests.get(key)
    if (base === undefined) return true
    if (base === digestOf(found.text)) return false
    if (base === digestOf(current)) return true
    const { sheet, cell, text } = found
    this.problem('changed-meanwhile', { sheet, cell, projectKey, field: fieldOfKey(key, projectKey), found: text, known: current })
    return false
  }

  private projectChange(
    entry: FoundLine,
    field: ProjectCellField,
    { text, sheet, cell }: FoundText,
    current: string,
  ): void {
    const place = { sheet, cell, projectKey: entry.line.project.key }
    const scale = scaleOf(this.plan, field)
    if (scale === null) {
      this.changes.push({ ...place, field, before: current, after: text } as ReportChange)
      return
    }
    const after = stepOf(scale, text)
    if (after !== undefined)
      this.changes.push({ ...place, field, before: stepOf(scale, current) ?? null, after } as ReportChange)
    else this.problem('unknown-mark', { ...place, field, found: text, known: proposedMark(scale, text) })
  }

  private ownersChange(
    entry: FoundLine,
    texts: ReadonlyMap<ProjectCellField, FoundText>,
    { sheet, cell }: FoundText,
  ): void {
    const { project } = entry.line
    const current = projectTexts(this.plan, project)
    const [departments, sections, groups] = OWNER_FIELDS.map(
      (field) => texts.get(field)?.text ?? current.get(field) ?? '',
    )
    const after = ownersOf(departments ?? '', sections ?? '', groups ?? '')
    this.changes.push({ sheet, cell, projectKey: project.key, field: 'owners', before: project.owners, after })
  }

  /** Numbers and directions are arranged in the plan itself; and what a merge should cover holds no text of its own. */
  private fixedCells({ line, sheet, rows }: FoundLine): void {
    const projectKey = line.project.key
    for (const key of ['number', ...line.branchNames.map((_, index) => `branch.${index}`)]) {
      const known = fixedText(line, key) ?? ''
      const baseKey = lineBaseKey(line.listing.number, key)
      const found = this.textAt(sheet, rows.planned, key, baseKey, projectKey)
      if (found === null || found.text === known || this.digests.get(baseKey) === digestOf(found.text)) continue
      this.problem('fixed-cell-changed', { sheet: found.sheet, cell: found.cell, projectKey, found: found.text, known })
    }
    for (const part of YEAR_PARTS.slice(1)) {
      for (const [key, column] of sheet.columns) {
        if (isOnEachRow(key) || sheet.isCovered(rows[part], column)) continue
        const reading = sheet.read(rows[part], column)
        const found = reading.ok ? reading.text : reading.found
        if (found === '') continue
        this.problem('text-out-of-place', {
          sheet: sheet.name,
          cell: cellAddress(rows[part], column),
          projectKey,
          found,
        })
      }
    }
  }
}

/** The field behind a key of the exported texts. */
function fieldOfKey(key: string, projectKey: string | null): ProjectCellField | PlanCellField {
  return (projectKey === null ? key : key.slice(projectBaseKey(projectKey, '').length)) as ProjectCellField
}

function isOnEachRow(key: string): boolean {
  return key === '' || key === 'part' || key === KEY_MARK || key.startsWith('years.')
}

/** The column that a field stands in, and on which of the three rows. */
function columnOf(field: ProjectCellField): readonly [string, YearPart] {
  const year = /^(years\.\d+)\.(planned|actual|note)$/.exec(field)
  return year === null ? [field, 'planned'] : [year[1] as string, year[2] as YearPart]
}
