import { fieldId, type FieldFrame, type FieldProps } from '#design/field/model.ts'
import { renderField } from '#design/field/view.ts'
import { renderErrorSummary } from '#design/notice/view.ts'
import type { Field, Form, FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'

/** A form as it stands on a page: what was typed into it, and what is wrong with that. */
export interface FilledForm {
  readonly typed: Typed
  readonly problems: FormProblems
}

export const blankForm: FilledForm = { typed: {}, problems: {} }

interface FieldWishes {
  /** Choices known only to the page, e.g. the city's units. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly inputMode?: 'numeric'
  readonly width?: 'short' | 'medium' | 'full'
  /** A value to begin with. */
  readonly value?: string
}

/** The fields of a form as its definition says, filled with what was typed; hidden ones travel with `renderForm`. */
export function renderFields<Fields extends Form>(
  voice: Voice,
  form: Fields,
  filled: FilledForm,
  wishes: { readonly [Name in keyof Fields]?: FieldWishes } = {},
): Html {
  const shown = Object.entries(form).filter(([, field]) => field.kind !== 'hidden')
  const propsFor = (name: string, field: Field) => propsOf(voice, name, field, filled, wishes[name] ?? {})
  return html`${shown.map(([name, field]) => renderField({ voice, ...propsFor(name, field) }))}`
}

/** Stands above a form that came back. */
export function renderProblems(voice: Voice, form: Form, { problems }: FilledForm): Html {
  const errors = Object.keys(form)
    .filter((name) => problems[name] !== undefined)
    .map((name) => ({ fieldId: fieldId(name), message: messageOf(voice, problems, name) ?? '' }))
  return renderErrorSummary({ voice, errors })
}

function propsOf(
  voice: Voice,
  name: string,
  field: Field,
  { typed, problems }: FilledForm,
  wishes: FieldWishes,
): FieldProps {
  const frame = frameOf(voice, name, field, problems)
  const value = typedText(typed[name]) ?? wishes.value ?? ''
  if (wishes.choices !== undefined) return { ...frame, kind: 'select', choices: wishes.choices, value }
  switch (field.kind) {
    case 'secret':
      return {
        ...frame,
        kind: 'password',
        autocomplete: field.autocomplete === 'new-password' ? 'new-password' : 'current-password',
      }
    case 'flag':
      return { ...frame, kind: 'checkbox', isChecked: value !== '' }
    case 'date':
      return { ...frame, kind: 'date', value }
    case 'choice':
      return { ...frame, kind: 'radios', value, choices: choicesOf(voice, field) }
    case 'text':
      return {
        ...frame,
        kind: 'text',
        value,
        ...optional('autocomplete', field.autocomplete),
        ...optional('inputMode', wishes.inputMode),
        ...optional('width', wishes.width),
      }
    default:
      throw new RangeError(`The forms of staff-identity show no field of the kind ${field.kind}`)
  }
}

function choicesOf(voice: Voice, field: Field) {
  return (field.choices ?? []).map((choice) => ({ value: choice.value, label: voice.say(choice.label) }))
}

function frameOf(voice: Voice, name: string, field: Field, problems: FormProblems): FieldFrame {
  const error = messageOf(voice, problems, name)
  return {
    name,
    label: voice.say(field.label),
    isRequired: field.isRequired,
    ...(field.hint === undefined ? {} : { hint: voice.say(field.hint) }),
    ...(error === undefined ? {} : { error }),
  }
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value }
}

function messageOf(voice: Voice, problems: FormProblems, name: string): Html | undefined {
  const problem = problems[name]
  return problem && voice.say(problem.phrase, problem.values)
}

export function typedText(value: Typed[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
