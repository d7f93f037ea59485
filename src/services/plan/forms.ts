import { z } from 'zod'
import { flagField, hiddenField, longTextField, type Field, type Form } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { PlanDocument, Scale } from './model.ts'
import type { CoverField, FieldAddress, ProjectField } from './store/document-fields.ts'
import { planWords } from './text/plan-words.ts'
import { staffWords } from './text/staff-words.ts'

/** Longest texts of a sheet in characters: the published ones stay far below. */
export const SHEET_LIMITS = { text: 20_000, note: 1_000, reason: 2_000 } as const

const year = hiddenField()
const plan = hiddenField({ isRequired: false })

/** What every form of a sheet carries unseen; the fields themselves depend on the plan's years (`editFieldsOf`). */
export const sheetForm = { year, plan, revision: hiddenField() }
export const takeBackForm = { year, plan, revision: hiddenField(), change: hiddenField() }
export const reasonForm = {
  year, plan,
  contradiction: hiddenField({ max: 500 }),
  reason: longTextField({ label: staffWords.reason, hint: staffWords.reasonHint, max: SHEET_LIMITS.reason }),
}
export const publishForm = { year, plan, digest: hiddenField(), isUnfinished: flagField({ label: staffWords.publishUnfinished }) }
export const openYearForm = { year, plan }
export const settleForm = { year, plan, question: hiddenField({ max: 500 }) }

/** Begins the field by which an editor chooses between their text and the present one. */
export const CHOICE_PREFIX = 'choice.'

/** A field of a sheet or of the cover as it is edited. */
export interface EditField {
  /** Name in the form, e.g. `sheet.results`. */
  readonly name: string
  readonly address: FieldAddress
  readonly kind: 'long-text' | 'text' | 'step'
  readonly field: Field<string>
  /** Where it stands on the page. */
  readonly group: 'report' | 'years' | 'about' | 'sections' | 'indicators'
  /** The scale whose steps may be chosen. */
  readonly scale: Scale | null
}

/** The fields of a project's sheet, or with null those of the cover, in the order of the form. */
export function editFieldsOf(document: PlanDocument, projectKey: string | null): EditField[] {
  return projectKey === null ? coverFields(document) : projectFields(document, projectKey)
}

export function formOf(fields: readonly EditField[]): Form {
  return Object.fromEntries(fields.map(({ name, field }) => [name, field]))
}

function projectFields(document: PlanDocument, projectKey: string): EditField[] {
  const years = document.projects.find(({ key }) => key === projectKey)?.years ?? []
  const { schedule, achievement } = document.scales
  const text = (field: ProjectField, label: Phrase<never>, group: EditField['group']) => longText({ projectKey, field }, label, group)
  return [
    text('sheet/results', planWords.results, 'report'),
    text('sheet/outcomes', planWords.outcomes, 'report'),
    text('sheet/periodStatus', planWords.periodStatus, 'report'),
    step({ projectKey, field: 'sheet/achievement' }, planWords.achievement, 'report', achievement),
    ...years.flatMap((cell) => [
      step({ projectKey, field: `years/${cell.year}/actual` }, planWords.actual, 'years', schedule),
      shortText({ projectKey, field: `years/${cell.year}/note` }, planWords.note, 'years'),
    ]),
    text('purpose', planWords.purpose, 'about'),
    text('outline', planWords.outline, 'about'),
  ]
}

function coverFields(document: PlanDocument): EditField[] {
  const address = (field: CoverField): FieldAddress => ({ projectKey: null, field })
  const sections = document.sections.map(({ key }) => longText(address(`sections/${key}/body`), planWords.cover, 'sections'))
  const parts = [
    ['name', planWords.indicatorName],
    ['unit', planWords.unit],
    ['baseline', planWords.baseline],
    ['actual', planWords.actualValue],
    ['target', planWords.target],
  ] as const
  const indicators = document.indicators.flatMap(({ number }) =>
    parts.map(([part, label]) => shortText(address(`indicators/${number}/${part}`), label, 'indicators')),
  )
  return [...sections, ...indicators]
}

function longText(address: FieldAddress, label: Phrase<never>, group: EditField['group']): EditField {
  const field = readable(longTextField({ label, max: SHEET_LIMITS.text, isRequired: false }))
  return { name: nameOf(address), address, kind: 'long-text', field, group, scale: null }
}

function shortText(address: FieldAddress, label: Phrase<never>, group: EditField['group']): EditField {
  const field = readable({ ...longTextField({ label, max: SHEET_LIMITS.note, isRequired: false }), kind: 'text' })
  return { name: nameOf(address), address, kind: 'text', field, group, scale: null }
}

/** A step of the plan's own scale: which there are is known only with the plan. */
function step(address: FieldAddress, label: Phrase<never>, group: EditField['group'], scale: Scale): EditField {
  const keys = new Set(scale.steps.map(({ key }) => key))
  const shape = z.string().refine((key) => keys.has(key))
  return { name: nameOf(address), address, kind: 'step', group, scale, field: { kind: 'choice', label, isRequired: false, shape, choices: [] } }
}

/** PostgreSQL keeps no NUL in a text, and no other control character means anything in one. */
function readable(field: Field<string>): Field<string> {
  const max = field.maxLength ?? SHEET_LIMITS.text
  return { ...field, shape: z.string().max(max).regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u) }
}

function nameOf({ field }: FieldAddress): string {
  return field.replaceAll('/', '.')
}
