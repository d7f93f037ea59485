import { createHash } from 'node:crypto'
import type { Owner, PlanDocument, PlanIndicator, PlanSectionKey, Project } from '../model.ts'
import { FORM } from './form-words.ts'
import { glyphOf } from './report-shape.ts'

/**
 * The fields of the report as the workbook prints them: each is one text in one cell. Writing, reading back and telling
 * what changed all go through these texts, so the three cannot disagree about what a cell says.
 */
export type YearPart = 'planned' | 'actual' | 'note'
export const YEAR_PARTS: readonly YearPart[] = ['planned', 'actual', 'note']

export type ProjectCellField =
  | 'name'
  | 'purpose'
  | 'outline'
  | 'results'
  | 'outcomes'
  | 'periodStatus'
  | 'achievement'
  | OwnerField
  | `years.${number}.${YearPart}`

export type OwnerField = 'owner.department' | 'owner.section' | 'owner.group'
export const OWNER_FIELDS: readonly OwnerField[] = ['owner.department', 'owner.section', 'owner.group']

export type IndicatorColumn = 'name' | 'unit' | 'baseline' | 'actual' | 'target'
export const INDICATOR_COLUMNS: readonly IndicatorColumn[] = ['name', 'unit', 'baseline', 'actual', 'target']

export type PlanCellField = `sections.${PlanSectionKey}` | `indicators.${number}.${IndicatorColumn}`

/** What the cells of a project say. */
export function projectTexts(plan: PlanDocument, project: Project): ReadonlyMap<ProjectCellField, string> {
  const { schedule, achievement } = plan.scales
  const { name, purpose, outline, sheet, owners } = project
  const texts = new Map<ProjectCellField, string>([
    ['name', name],
    ['purpose', purpose],
    ['outline', outline],
    ['results', sheet.results],
    ['outcomes', sheet.outcomes],
    ['periodStatus', sheet.periodStatus],
    ['achievement', glyphOf(achievement, sheet.achievement)],
    ['owner.department', ownerLines(owners, 'department')],
    ['owner.section', ownerLines(owners, 'section')],
    ['owner.group', ownerLines(owners, 'group')],
  ])
  for (let year = plan.period.from; year <= plan.period.to; year++) {
    const cell = project.years.find((candidate) => candidate.year === year)
    texts.set(`years.${year}.planned`, glyphOf(schedule, cell?.planned ?? null))
    texts.set(`years.${year}.actual`, glyphOf(schedule, cell?.actual ?? null))
    texts.set(`years.${year}.note`, cell?.note ?? '')
  }
  return new Map([...texts].map(([field, text]) => [field, withLineFeeds(text)]))
}

/** What the cells of the cover say. */
export function planTexts(plan: PlanDocument): ReadonlyMap<PlanCellField, string> {
  const texts = new Map<PlanCellField, string>()
  for (const { key, body } of plan.sections) texts.set(`sections.${key}`, withLineFeeds(body))
  for (const indicator of plan.indicators) {
    for (const column of INDICATOR_COLUMNS) {
      const text = column === 'name' ? indicatorName(indicator) : indicator[column]
      texts.set(`indicators.${indicator.number}.${column}`, withLineFeeds(text))
    }
  }
  return texts
}

/** The first line of a plan without indicators says so; the others stay blank. */
export function indicatorName({ number, name, isSet }: PlanIndicator): string {
  return name === '' && !isSet && number === 1 ? FORM.notSet : name
}

/** Spreadsheet programs keep line feeds within a cell and drop carriage returns. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** Names of joint owners stand on lines of their own, level with each other in the three columns. */
function ownerLines(owners: readonly Owner[], part: keyof Owner): string {
  const names = owners.map((owner) => owner[part])
  return names.every((name) => name === '') ? '' : names.join('\n')
}

/** Joint owners from their three columns; a line that is blank in all three is none. */
export function ownersOf(departments: string, sections: string, groups: string): Owner[] {
  const columns = [departments, sections, groups].map((text) => text.split('\n').map((name) => name.trim()))
  const count = Math.max(...columns.map((names) => names.length))
  return Array.from({ length: count }, (_, line) => ({
    department: columns[0]?.[line] ?? '',
    section: columns[1]?.[line] ?? '',
    group: columns[2]?.[line] ?? '',
  })).filter(({ department, section, group }) => department + section + group !== '')
}

const DIGEST_CHARACTERS = 16

/** Fingerprint of a cell as it was exported: tells later who changed it, the person with the file or the city. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, DIGEST_CHARACTERS)
}
