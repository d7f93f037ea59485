import { fieldId, type FieldFrame } from '#design/field/model.ts'
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

/** The visible fields of a form as its definition says; hidden ones travel with `renderForm`. */
export function renderFields(voice: Voice, form: Form, filled: FilledForm, given: { readonly idPrefix?: string; readonly values?: Readonly<Record<string, string>> } = {}): Html {
  const shown = Object.entries(form).filter(([, field]) => field.kind !== 'hidden')
  return html`${shown.map(([name, field]) => {
    const value = typedText(filled.typed[name]) ?? given.values?.[name] ?? ''
    return renderOne(voice, { name, field, value, frame: frameOf(voice, name, field, filled.problems, given.idPrefix) })
  })}`
}

interface One {
  readonly name: string
  readonly field: Field
  readonly value: string
  readonly frame: FieldFrame
}

function renderOne(voice: Voice, { name, field, value, frame }: One): Html {
  switch (field.kind) {
    case 'date':
      return renderField({ voice, ...frame, kind: 'date', value })
    case 'choice':
      return renderField({ voice, ...frame, kind: 'radios', value, choices: (field.choices ?? []).map((choice) => ({ value: choice.value, label: voice.say(choice.label) })) })
    case 'long-text':
      return renderField({ voice, ...frame, kind: 'textarea', value, rows: 3 })
    case 'text': {
      const autocomplete = field.autocomplete === undefined ? {} : { autocomplete: field.autocomplete }
      return renderField({ voice, ...frame, kind: 'text', value, width: 'medium', ...autocomplete, ...(name === 'address' ? { inputType: 'email' } as const : {}) })
    }
    default:
      throw new RangeError(`The forms of resident-identity show no field of the kind ${field.kind}`)
  }
}

function frameOf(voice: Voice, name: string, field: Field, problems: FormProblems, idPrefix: string | undefined): FieldFrame {
  const problem = problems[name]
  return {
    name,
    label: voice.say(field.label),
    isRequired: field.isRequired,
    ...(idPrefix === undefined ? {} : { idPrefix }),
    ...(field.hint === undefined ? {} : { hint: voice.say(field.hint) }),
    ...(problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }),
  }
}

/** Stands above a form that came back. */
export function renderProblems(voice: Voice, form: Form, { problems }: FilledForm, idPrefix?: string): Html {
  const errors = Object.keys(form).flatMap((name) => {
    const problem = problems[name]
    return problem === undefined ? [] : [{ fieldId: fieldId(name, idPrefix), message: voice.say(problem.phrase, problem.values) }]
  })
  return renderErrorSummary({ voice, errors })
}

export function typedText(value: Typed[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function statusOf({ problems }: FilledForm): number {
  return Object.keys(problems).length > 0 ? 422 : 200
}
