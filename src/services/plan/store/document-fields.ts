import type { Owner, PlanDocument, PlanIndicator, PlanSectionKey, Project, Scale, ScaleName, YearCell } from '../model.ts'

/**
 * The address of a value in a plan: within its project, or on the cover where there is none. History, forms and edited
 * workbooks all speak of values by these addresses, as texts: a mark by the key of its step, owners as JSON.
 */
export type ProjectField =
  | 'name'
  | 'purpose'
  | 'outline'
  | 'owners'
  | `years/${number}/${'planned' | 'actual' | 'note'}`
  | `sheet/${'results' | 'outcomes' | 'periodStatus' | 'achievement'}`

export type CoverField =
  | `sections/${PlanSectionKey}/body`
  | `indicators/${number}/${'name' | 'unit' | 'baseline' | 'actual' | 'target'}`

export interface FieldAddress {
  readonly projectKey: string | null
  readonly field: ProjectField | CoverField
}

/** What stands at an address; an empty text where there is no mark, undefined where the plan has no such place. */
export function fieldText(document: PlanDocument, { projectKey, field }: FieldAddress): string | undefined {
  if (projectKey === null) return coverText(document, field.split('/'))
  const project = document.projects.find(({ key }) => key === projectKey)
  return project === undefined ? undefined : projectText(project, field)
}

export function projectText(project: Project, field: string): string | undefined {
  const [room, one, two] = field.split('/')
  switch (room) {
    case 'name':
    case 'purpose':
    case 'outline':
      return project[room]
    case 'owners':
      return ownersText(project.owners)
    case 'years':
      return cellText(project.years.find(({ year }) => year === Number(one)), two)
    case 'sheet':
      return project.sheet[one as keyof Project['sheet']]?.toString() ?? ''
    default:
      return undefined
  }
}

export function ownersText(owners: readonly Owner[]): string {
  return JSON.stringify(owners.map(({ department, section, group }) => ({ department, section, group })))
}

/** Which scale a field's text is a step of; null for plain texts. */
export function scaleOfField(field: string): ScaleName | null {
  if (field === 'sheet/achievement') return 'achievement'
  return /^years\/\d+\/(planned|actual)$/.test(field) ? 'schedule' : null
}

/**
 * The document with another text at an address. RangeError when the plan has no such place, or the text is no step of
 * the field's scale: both are refused before anything is written.
 */
export function withFieldText(document: PlanDocument, address: FieldAddress, text: string): PlanDocument {
  const { projectKey, field } = address
  if (fieldText(document, address) === undefined) throw new RangeError(`The plan has no place ${projectKey ?? ''} ${field}`)
  const scale = scaleOfField(field)
  if (scale !== null) assertStep(document.scales[scale], text)
  if (projectKey === null) return withCoverText(document, field.split('/'), text)
  const projects = document.projects.map((project) => (project.key === projectKey ? withProjectText(project, field, text) : project))
  return { ...document, projects }
}

function withProjectText(project: Project, field: string, text: string): Project {
  const [room, one, two] = field.split('/')
  const mark = text === '' ? null : text
  switch (room) {
    case 'owners':
      return { ...project, owners: ownersIn(text) }
    case 'years': {
      const value = two === 'note' ? text : mark
      const years = project.years.map((cell) => (cell.year === Number(one) ? { ...cell, [two as string]: value } : cell))
      return { ...project, years }
    }
    case 'sheet':
      return { ...project, sheet: { ...project.sheet, [one as string]: one === 'achievement' ? mark : text } }
    default:
      return { ...project, [room as string]: text }
  }
}

/** Reads what `ownersText` wrote. */
export function ownersIn(text: string): readonly Owner[] {
  return JSON.parse(text) as readonly Owner[]
}

function cellText(cell: YearCell | undefined, part: string | undefined): string | undefined {
  if (cell === undefined) return undefined
  return cell[part as 'planned' | 'actual' | 'note'] ?? ''
}

function coverText(document: PlanDocument, [room, one, two]: readonly string[]): string | undefined {
  if (room === 'sections') return document.sections.find(({ key }) => key === one)?.body
  if (room !== 'indicators') return undefined
  return document.indicators.find(({ number }) => number === Number(one))?.[two as IndicatorText]
}

type IndicatorText = 'name' | 'unit' | 'baseline' | 'actual' | 'target'

function withCoverText(document: PlanDocument, [room, one, two]: readonly string[], text: string): PlanDocument {
  if (room === 'sections') {
    return { ...document, sections: document.sections.map((section) => (section.key === one ? { ...section, body: text } : section)) }
  }
  const indicators = document.indicators.map((indicator) =>
    indicator.number === Number(one) ? withIndicatorText(indicator, two as IndicatorText, text) : indicator,
  )
  return { ...document, indicators }
}

/** An indicator with a name is set, and one whose name is taken away is not. */
function withIndicatorText(indicator: PlanIndicator, part: IndicatorText, text: string): PlanIndicator {
  return part === 'name' ? { ...indicator, name: text, isSet: text !== '' } : { ...indicator, [part]: text }
}

function assertStep({ name, steps }: Scale, key: string): void {
  if (key !== '' && !steps.some((step) => step.key === key)) throw new RangeError(`The scale ${name} has no step ${key}`)
}
