import { officialVoice } from '#kernel/text/text.ts'
import { formatFiscalYear, fiscalYear } from '#kernel/values/fiscal-year.ts'
import type { Owner, PlanDocument, Scale } from '../model.ts'
import { FORM } from '../report/form-words.ts'
import type { ReportChange, ReportProblem } from '../report/report-changes.ts'
import { OWNER_SEPARATOR, printOwner } from '../rules/fields.ts'
import { stepOf } from '../rules/marks.ts'
import { ownersIn, ownersText, scaleOfField, type FieldAddress } from '../store/document-fields.ts'
import { planWords } from '../text/plan-words.ts'

/** The address in the plan of a field that the workbook names; null where people cannot choose what stands there. */
export function addressOf(projectKey: string | null, field: NonNullable<ReportProblem['field']> | ReportChange['field']): FieldAddress | null {
  const [room, one, two] = field.split('.')
  switch (room) {
    case 'years':
      return { projectKey, field: `years/${one}/${two}` as FieldAddress['field'] }
    case 'results':
    case 'outcomes':
    case 'periodStatus':
    case 'achievement':
      return { projectKey, field: `sheet/${room}` }
    case 'sections':
      return { projectKey: null, field: `sections/${one}/body` as FieldAddress['field'] }
    case 'indicators':
      return { projectKey: null, field: `indicators/${one}/${two}` as FieldAddress['field'] }
    case 'name':
    case 'purpose':
    case 'outline':
    case 'owners':
      return { projectKey, field: room }
    default:
      // One column of joint owners says nothing without the other two.
      return null
  }
}

/** A value as a clerk reads and types it: marks by their sign, owners one a line. */
export function printedValue(document: PlanDocument, { field }: FieldAddress, value: string): string {
  const scale = scaleFor(document, field)
  if (scale !== null) return scale.steps.find(({ key }) => key === value)?.glyph ?? ''
  if (field === 'owners') return value === '' ? '' : ownersIn(value).map(printOwner).join('\n')
  return value
}

/** What a clerk typed, as the plan keeps it; null where it cannot stand there. */
export function typedValue(document: PlanDocument, { field }: FieldAddress, typed: string): string | null {
  const scale = scaleFor(document, field)
  if (scale !== null) return typed.trim() === '' ? '' : (stepOf(scale, typed.trim())?.step.key ?? null)
  if (field === 'owners') return ownersTyped(typed)
  if (field === 'name' && typed.trim() === '') return null
  // The first line of indicators that are not set says so in words.
  return /^indicators\/\d+\/name$/.test(field) && typed === FORM.notSet ? '' : typed
}

export function scaleFor({ scales }: PlanDocument, field: string): Scale | null {
  const name = scaleOfField(field)
  return name === null ? null : scales[name]
}

function ownersTyped(typed: string): string | null {
  const owners: Owner[] = []
  for (const line of typed.split('\n').filter((text) => text.trim() !== '')) {
    const parts = line.split(OWNER_SEPARATOR).map((part) => part.trim())
    if (parts.length !== OWNER_PARTS) return null
    owners.push({ department: parts[0] ?? '', section: parts[1] ?? '', group: parts[2] ?? '' })
  }
  return ownersText(owners)
}

/** 部, 課, グループ. */
const OWNER_PARTS = 3

/** A field's name in official Japanese, as the table prints it. */
export function officialName(document: PlanDocument, { field }: FieldAddress): string {
  const [room = '', one = '', two = ''] = field.split('/')
  const plain = (phrase: typeof planWords.name) => officialVoice.plain(phrase)
  switch (room) {
    case 'years':
      return `${formatFiscalYear(fiscalYear(Number(one)), 'short')} ${FORM.parts[two as keyof typeof FORM.parts]}`
    case 'sheet':
      return plain({ results: planWords.results, outcomes: planWords.outcomes, periodStatus: planWords.periodStatus }[one] ?? planWords.achievement)
    case 'sections':
      return document.sections.find(({ key }) => key === one)?.heading ?? one
    case 'indicators':
      return `${FORM.indicators} ${one} ${INDICATOR_NAMES[two] ?? ''}`
    default:
      return plain({ name: planWords.name, purpose: planWords.purpose, outline: planWords.outline }[room] ?? planWords.owners)
  }
}

const INDICATOR_NAMES: Readonly<Record<string, string>> = {
  name: FORM.indicatorName,
  unit: FORM.unit,
  baseline: FORM.baseline,
  actual: FORM.actual,
  target: FORM.target,
}
