import type { Language } from '#kernel/text/text.ts'
import type { Template, TemplateLine } from '../model.ts'

/** One row a line, so that the four languages stand side by side and a gap is seen at once. */
export const COLUMNS = ['key', 'line', 'isOptional', 'text', 'textYasashii', 'textEn', 'textPt'] as const
export type Column = (typeof COLUMNS)[number]

export const TEXT_COLUMNS: Readonly<Record<Language, Column>> = { ja: 'text', 'ja-x-yasashii': 'textYasashii', en: 'textEn', pt: 'textPt' }

/** What stands in `line` for the first one; the sentences are counted from 1. */
export const TITLE = 'title'

export interface TemplateRow {
  /** Row of the file, counted from 1. */
  readonly at: number
  readonly cells: Readonly<Record<Column, string>>
}

export type RowReason = 'key-blank' | 'key-shape' | 'line-shape' | 'line-order' | 'no-title' | 'optional-shape'

export interface RowFinding {
  readonly at: number
  readonly column: Column
  readonly read: string
  readonly reason: RowReason
}

/** A template with the rows that its lines stood in. */
export interface ReadTemplate extends Template {
  readonly rows: readonly number[]
}

/**
 * Takes rows apart into templates. A template begins with its `title` row and its sentences follow in order; one of
 * which any row is wrong is left out whole. What its words say is looked at by rules/template-problems.ts.
 */
export function readTemplateRows(rows: readonly TemplateRow[]): { readonly templates: readonly ReadTemplate[]; readonly findings: readonly RowFinding[] } {
  const findings: RowFinding[] = []
  const groups = new Map<string, TemplateRow[]>()
  for (const row of rows) groups.set(row.cells.key, [...(groups.get(row.cells.key) ?? []), row])
  const templates: ReadTemplate[] = []
  for (const [key, group] of groups) {
    const wrong = findingsIn(key, group)
    findings.push(...wrong)
    if (wrong.length === 0) templates.push({ key, lines: group.map(({ cells }) => lineOf(cells)), rows: group.map(({ at }) => at) })
  }
  return { templates, findings: findings.toSorted((one, other) => one.at - other.at) }
}

function findingsIn(key: string, group: readonly TemplateRow[]): RowFinding[] {
  const finding = ({ at, cells }: TemplateRow, column: Column, reason: RowReason): RowFinding => ({ at, column, read: cells[column], reason })
  const [first] = group
  if (first === undefined) return []
  if (key === '') return group.map((row) => finding(row, 'key', 'key-blank'))
  if (!isKeyShape(key)) return [finding(first, 'key', 'key-shape')]
  return group.flatMap((row, index) => {
    const { line, isOptional } = row.cells
    const found: RowFinding[] = []
    if (line !== TITLE && !/^[1-9]\d?$/.test(line)) found.push(finding(row, 'line', 'line-shape'))
    else if (index === 0 && line !== TITLE) found.push(finding(row, 'line', 'no-title'))
    else if (index > 0 && line !== String(index)) found.push(finding(row, 'line', 'line-order'))
    if (!['', 'true', 'false'].includes(isOptional)) found.push(finding(row, 'isOptional', 'optional-shape'))
    return found
  })
}

/** Small letters, figures and hyphens, parted by full stops. */
export function isKeyShape(key: string): boolean {
  return key.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/.test(key)
}

function lineOf(cells: Readonly<Record<Column, string>>): TemplateLine {
  return {
    text: { ja: cells.text, 'ja-x-yasashii': cells.textYasashii, en: cells.textEn, pt: cells.textPt },
    isOptional: cells.isOptional === 'true',
  }
}

/** The rows of a template, as a file holds them. */
export function rowsOfTemplate({ key, lines }: Template): string[][] {
  return lines.map(({ text, isOptional }, index) => [key, index === 0 ? TITLE : String(index), isOptional ? 'true' : '', text.ja, text['ja-x-yasashii'], text.en, text.pt])
}
