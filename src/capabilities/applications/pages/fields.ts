import { renderPanel } from '#design/card/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderField } from '#design/field/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderButton } from '#design/button/view.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { attributes, html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Given } from '../model.ts'
import type { GroupField, ProcedureField, SingleField } from '../procedure.ts'
import { askedOfItem } from '../rules/asked-fields.ts'
import { ACCOUNT_TYPES } from '../rules/reading.ts'
import { peopleAmong, registeredText } from '../rules/register.ts'
import { itemsIn, textIn } from '../rules/typed-answers.ts'
import { formWords } from '../text/form-words.ts'

/** What the fields of a page are drawn with. */
export interface FieldSurroundings {
  readonly voice: Voice
  readonly given: Given
  readonly typed: Typed
  readonly problems: FormProblems
  /** Key of a group to which one more item is added. */
  readonly more?: string
}

export function renderProcedureField(field: ProcedureField, around: FieldSurroundings): Html {
  return field.kind === 'group' ? renderGroup(field, around) : renderSingle(field, field.key, around)
}

/** Where a problem's link leads: the first control of the field. */
export function problemLinks(voice: Voice, problems: FormProblems, fields: readonly ProcedureField[] = []): { fieldId: string; message: Html }[] {
  return Object.entries(problems).map(([name, { phrase, values }]) => {
    const label = labelOf(name, fields)
    const message = voice.say(phrase, values)
    return { fieldId: fieldId(name), message: label === undefined ? message : html`${voice.say(label)}: ${message}` }
  })
}

/** Which question a control belongs to: `account.number`, `children.0.child.name`. */
function labelOf(name: string, fields: readonly ProcedureField[]): Phrase<never> | undefined {
  const [key, ...rest] = name.split('.')
  const field = fields.find((one) => one.key === key)
  if (field?.kind === 'group') return labelOf(rest.slice(1).join('.'), field.fields)
  return field?.kind === 'bank' ? (BANK_LABELS[rest[0] ?? ''] ?? field.label) : field?.label
}

const BANK_LABELS: Readonly<Record<string, Phrase<never>>> = {
  bank: formWords.bank, 'bank-code': formWords.bankCode, 'branch-code': formWords.branchCode, type: formWords.accountType, number: formWords.accountNumber, holder: formWords.accountHolder,
}

function renderGroup(field: GroupField, around: FieldSurroundings): Html {
  const { voice, typed, more, given } = around
  const begun = itemsIn(typed, field.key)
  const count = Math.min(field.most, Math.max(1, begun + (more === field.key ? 1 : 0)))
  const items = Array.from({ length: count }, (_, index) => {
    const prefix = `${field.key}.${index}.`
    const asked = askedOfItem(field.fields, {}, given.answers)
    const later = field.fields.filter((one) => !asked.includes(one))
    return renderPanel({
      level: 3,
      heading: html`${voice.say(field.itemTitle)} ${voice.number(index + 1)}`,
      body: html`${[...asked, ...later].map((one) => renderSingle(one, prefix + one.key, around))}
        ${index < begun ? renderField({ voice, kind: 'checkbox', name: `${prefix}remove`, label: voice.say(formWords.remove), isRequired: false, isTagHidden: true }) : nothing}`,
    })
  })
  const another = renderButton({ label: voice.say(formWords.another, { item: voice.plain(field.itemTitle) }), kind: 'secondary', icon: 'plus', name: 'more', value: field.key })
  return renderStack({ parts: [...items, count < field.most ? another : nothing] })
}

function renderSingle(field: SingleField, name: string, around: FieldSurroundings): Html {
  const { voice, typed, given } = around
  const frame = frameOf(field, name, around)
  const value = textIn(typed, name)
  switch (field.kind) {
    case 'text':
      return renderField({ voice, kind: 'text', ...frame, value, ...(field.input === undefined ? {} : { inputType: field.input, autocomplete: field.input }) })
    case 'long-text':
      return renderField({ voice, kind: 'textarea', ...frame, value, ...(field.max === undefined ? {} : { limit: field.max }) })
    case 'date':
      return renderField({ voice, kind: 'date', ...frame, value, ...(field.isPast === true ? { latest: given.on.toString() } : {}) })
    case 'number':
      return renderField({ voice, kind: 'number', ...frame, value, ...(field.unit === undefined ? {} : { unit: voice.say(field.unit) }) })
    case 'money':
      return renderField({ voice, kind: 'number', ...frame, value, unit: voice.say(formWords.yen) })
    case 'choice':
      return renderField({ voice, kind: 'radios', ...frame, value, choices: field.choices.map((choice) => ({ value: choice.value, label: voice.say(choice.label) })) })
    case 'choices':
      return renderField({ voice, kind: 'checkboxes', ...frame, values: [typed[name] ?? []].flat() as string[], choices: field.choices.map((choice) => ({ value: choice.value, label: voice.say(choice.label) })) })
    case 'yes-no':
      return renderField({ voice, kind: 'radios', ...frame, value, isInline: true, choices: yesNo(voice) })
    case 'consent':
      return renderField({ voice, kind: 'checkbox', ...frame, isChecked: value !== '' })
    case 'registered':
      return renderRegistered(field, name, around)
    case 'person':
      return renderPerson(field, name, around)
    case 'bank':
      return renderBank(field, name, around)
    default:
      return assertNever(field)
  }
}

function frameOf({ label, hint, isRequired = true }: SingleField, name: string, { voice, problems }: FieldSurroundings) {
  const problem = problems[name]
  return {
    name, label: voice.say(label), isRequired,
    ...(hint === undefined ? {} : { hint: voice.say(hint) }),
    ...(problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }),
  }
}

function yesNo(voice: Voice) {
  return [{ value: 'yes', label: voice.say(formWords.answerYes) }, { value: 'no', label: voice.say(formWords.answerNo) }]
}

/** What the register says, with the question whether it is still right; an open box where it says nothing. */
function renderRegistered(field: Extract<SingleField, { kind: 'registered' }>, name: string, around: FieldSurroundings): Html {
  const { voice, typed, given } = around
  const told = `${name}.told`
  const kind = field.source === 'birth-date' ? ('date' as const) : ('text' as const)
  if (given.person === null) return renderField({ voice, kind, ...frameOf(field, told, around), value: textIn(typed, told) })
  const registered = registeredText(field.source, given.person)
  return html`${renderField({
    voice, kind: 'radios', ...frameOf(field, `${name}.right`, around), hint: voice.say(formWords.registeredNow, { registered }), value: textIn(typed, `${name}.right`),
    choices: [{ value: 'yes', label: voice.say(formWords.isRight) }, { value: 'no', label: voice.say(formWords.isWrong) }],
  })}
  ${renderFolded(voice.say(formWords.ifWrong), textIn(typed, told) !== '' || told in around.problems, renderField({
    voice, kind, ...frameOf({ ...field, isRequired: false, label: formWords.instead }, told, around), value: textIn(typed, told),
  }))}`
}

function renderPerson(field: Extract<SingleField, { kind: 'person' }>, name: string, around: FieldSurroundings): Html {
  const { voice, typed, given } = around
  const people = peopleAmong(field.among, given)
  const named = (isRequired: boolean, label = formWords.otherName) => html`${renderField({ voice, kind: 'text', ...frameOf({ ...field, label, isRequired }, `${name}.name`, around), value: textIn(typed, `${name}.name`) })}
    ${renderField({ voice, kind: 'date', ...frameOf({ kind: 'date', key: field.key, label: formWords.otherBirth, isRequired }, `${name}.birth`, around), value: textIn(typed, `${name}.birth`), latest: given.on.toString() })}`
  if (people.length === 0) return named(field.isRequired ?? true, field.label)
  return html`${renderField({
    voice, kind: 'radios', ...frameOf(field, name, around), value: textIn(typed, name),
    choices: [...people.map(({ id, name: { registered }, birthDate }) => ({ value: id, label: html`${registered} (${birthDate.toString()})` })), { value: 'other', label: voice.say(formWords.other) }],
  })} ${renderFolded(voice.say(formWords.ifOther), textIn(typed, `${name}.name`) !== '' || `${name}.name` in around.problems || `${name}.birth` in around.problems, named(false))}`
}

/** Boxes that few people need: folded until they are opened, and open where something stands in them. */
function renderFolded(summary: Html, isOpen: boolean, body: Html): Html {
  return html`<details${attributes({ open: isOpen })}><summary>${summary}</summary>${body}</details>`
}

function renderBank(field: Extract<SingleField, { kind: 'bank' }>, name: string, around: FieldSurroundings): Html {
  const { voice, typed } = around
  const box = (part: string, label: (typeof formWords)['bank'], isNumeric = false) => renderField({
    voice, kind: 'text', ...frameOf({ ...field, label }, `${name}.${part}`, around), value: textIn(typed, `${name}.${part}`),
    ...(isNumeric ? { inputMode: 'numeric' as const, width: 'short' as const } : {}),
  })
  return renderPanel({
    level: 3, heading: voice.say(field.label),
    body: html`${box('bank', formWords.bank)} ${box('bank-code', formWords.bankCode, true)} ${box('branch-code', formWords.branchCode, true)}
      ${renderField({ voice, kind: 'radios', ...frameOf({ ...field, label: formWords.accountType }, `${name}.type`, around), value: textIn(typed, `${name}.type`), isInline: true, choices: ACCOUNT_TYPES.map(({ value, label }) => ({ value, label: voice.say(label) })) })}
      ${box('number', formWords.accountNumber, true)} ${box('holder', formWords.accountHolder)}`,
  })
}
