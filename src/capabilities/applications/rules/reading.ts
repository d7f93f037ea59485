import { z } from 'zod'
import {
  choiceField, dateField, fillIn, flagField, longTextField, optionalDateField, textField, wholeNumberField,
  type Field, type Form, type FormProblems, type Typed,
} from '#kernel/forms/form.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import type { Answers, AnswerValue, Given, RegisteredAnswer } from '../model.ts'
import type { GroupField, ProcedureField, RegisteredSource, SingleField } from '../procedure.ts'
import { formWords } from '../text/form-words.ts'
import { askedOfItem } from './asked-fields.ts'
import { peopleAmong, registeredText } from './register.ts'
import { weigh } from './weighing.ts'

export type ReadAnswers = { readonly ok: true; readonly answers: Answers } | { readonly ok: false; readonly problems: FormProblems }

/**
 * Reads what was typed into the fields of a page. Each field becomes fields of the kernel's forms, so that labels, limits
 * and problems are the same everywhere. Nothing that was typed is altered; an empty field that may be empty has no answer.
 * Whether a field is asked is weighed over the other pages' answers (`given`) and what was read of this page before it; one
 * that stood on no page that was `shown` is left open, to be asked.
 */
export function readAnswers(fields: readonly ProcedureField[], typed: Typed, given: Given, shown?: readonly string[]): ReadAnswers {
  const answers: Record<string, AnswerValue> = {}
  const problems: Record<string, FormProblems[string]> = {}
  for (const field of fields) {
    const isAsked = field.show === undefined || weigh(field.show, { ...given.answers, ...answers }) === 'yes'
    if (!isAsked || shown?.includes(field.key) === false) continue
    const read = field.kind === 'group' ? readGroup(field, typed, given) : readSingle(field, field.key, typed, given)
    if (!read.ok) Object.assign(problems, read.problems)
    else if (read.answer !== undefined) answers[field.key] = read.answer
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, answers }
}

type Read = { readonly ok: true; readonly answer: AnswerValue | undefined } | { readonly ok: false; readonly problems: FormProblems }

/** An item of which nothing was filled in is none. */
function readGroup(field: GroupField, typed: Typed, given: Given): Read {
  const items: Answers[] = []
  const problems: Record<string, FormProblems[string]> = {}
  for (let index = 0; index < Math.min(field.most, APPLICATION_LIMITS.itemsOfGroup); index++) {
    const prefix = `${field.key}.${index}.`
    const own = Object.entries(typed).filter(([name]) => name.startsWith(prefix))
    if (`${prefix}remove` in typed || own.every(([name, value]) => value === '' || name.endsWith('.right'))) continue
    const item: Record<string, AnswerValue> = {}
    for (const single of field.fields) {
      if (askedOfItem([single], item, given.answers).length === 0) continue
      const read = readSingle(single, prefix + single.key, typed, given)
      if (!read.ok) Object.assign(problems, read.problems)
      else if (read.answer !== undefined) item[single.key] = read.answer
    }
    items.push(item)
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  if (items.length === 0 && (field.isRequired ?? true)) return { ok: false, problems: { [`${field.key}.0.${field.fields[0]?.key}`]: { phrase: formWords.atLeastOne } } }
  return { ok: true, answer: items.length === 0 ? undefined : items }
}

function readSingle(field: SingleField, name: string, typed: Typed, given: Given): Read {
  const form = kernelForm(field, name, typed, given)
  const filled = fillIn(form, typed)
  if (!filled.ok) return filled
  const problem = problemOf(field, name, filled.values, given)
  return problem === null ? { ok: true, answer: answerOf(field, name, filled.values, given) } : { ok: false, problems: problem }
}

/** The kernel's fields for one of ours. */
function kernelForm(field: SingleField, name: string, typed: Typed, given: Given): Form {
  const { label } = field
  const isRequired = field.isRequired ?? true
  switch (field.kind) {
    case 'text':
      return { [name]: textField({ label, isRequired, ...(field.max === undefined ? {} : { max: field.max }), ...(field.pattern === undefined ? {} : { pattern: field.pattern }) }) }
    case 'long-text':
      return { [name]: longTextField({ label, isRequired, max: field.max ?? APPLICATION_LIMITS.messageCharacters }) }
    case 'date':
      return { [name]: isRequired ? dateField({ label }) : optionalDateField({ label }) }
    case 'number':
      return { [name]: wholeNumberField({ label, isRequired, min: field.min, max: field.max }) }
    case 'money':
      return { [name]: wholeNumberField({ label, isRequired, min: 0, max: field.max }) }
    case 'choice':
      return { [name]: choiceField({ label, isRequired, choices: field.choices }) }
    case 'choices':
      return { [name]: choicesField(field) }
    case 'yes-no':
      return { [name]: choiceField({ label, isRequired, choices: [{ value: 'yes', label }, { value: 'no', label }] }) }
    case 'consent':
      return { [name]: flagField({ label }) }
    case 'registered':
      return registeredForm(field, name, typed, given)
    case 'person':
      return personForm(field, name, given)
    case 'bank':
      return bankForm(name, isRequired || Object.entries(typed).some(([key, value]) => key.startsWith(`${name}.`) && !key.endsWith('.type') && value !== ''))
    default:
      return assertNever(field)
  }
}

function choicesField({ label, choices, isRequired = true }: Extract<SingleField, { kind: 'choices' }>): Field {
  const one = z.enum(choices.map(({ value }) => value) as [string])
  return { kind: 'choices', label, isRequired, choices, shape: isRequired ? z.array(one).min(1) : z.array(one) }
}

function registeredForm({ label, isRequired = true, source }: Extract<SingleField, { kind: 'registered' }>, name: string, typed: Typed, { person }: Given): Form {
  const isKnown = person !== null
  const isAltered = !isKnown || typed[`${name}.right`] === 'no'
  const told = source === 'birth-date'
    ? (isAltered && isRequired ? dateField({ label }) : optionalDateField({ label }))
    : textField({ label, isRequired: isAltered && isRequired, ...(source === 'kana' ? { pattern: /^[\p{Script=Katakana}\p{Script=Hiragana}ー・\s　]+$/u } : {}) })
  return {
    ...(isKnown ? { [`${name}.right`]: choiceField({ label, isRequired, choices: [{ value: 'yes', label }, { value: 'no', label }] }) } : {}),
    [`${name}.told`]: told,
  }
}

/** Chosen from the household where the register knows it; else named with the birth date. */
function personForm({ label, isRequired = true, among }: Extract<SingleField, { kind: 'person' }>, name: string, given: Given): Form {
  const people = peopleAmong(among, given)
  if (people.length > 0) {
    return { [name]: choiceField({ label, isRequired, choices: [...people.map(({ id }) => ({ value: id, label })), { value: 'other', label }] }), ...namedForm(name, false, label) }
  }
  return namedForm(name, isRequired, label)
}

function namedForm(name: string, isRequired: boolean, label: SingleField['label']): Form {
  return { [`${name}.name`]: textField({ label, isRequired, max: 100 }), [`${name}.birth`]: isRequired ? dateField({ label }) : optionalDateField({ label }) }
}

/** Seven digits at most; four and three for bank and branch; the holder in katakana as the bank keeps it (全銀協 rules for names). */
function bankForm(name: string, isRequired: boolean): Form {
  const part = (label: SingleField['label'], pattern: RegExp, max: number) => textField({ label, isRequired, max, pattern })
  return {
    [`${name}.bank`]: textField({ label: formWords.bank, isRequired, max: 60 }),
    [`${name}.bank-code`]: part(formWords.bankCode, /^\d{4}$/, 4),
    [`${name}.branch-code`]: part(formWords.branchCode, /^\d{3}$/, 3),
    [`${name}.type`]: choiceField({ label: formWords.accountType, isRequired, choices: ACCOUNT_TYPES }),
    [`${name}.number`]: part(formWords.accountNumber, /^\d{1,7}$/, 7),
    [`${name}.holder`]: part(formWords.accountHolder, /^[\p{Script=Katakana}ー・()()\-.\s　0-9A-Za-z0-9A-Za-z]+$/u, 60),
  }
}

export const ACCOUNT_TYPES = [
  { value: 'ordinary', label: formWords.ordinary }, { value: 'current', label: formWords.current }, { value: 'savings', label: formWords.savings },
] as const

type Values = Readonly<Record<string, unknown>>

/** What the single fields cannot see: a tick that must be set, a day that has not come, a person without a name. */
function problemOf(field: SingleField, name: string, values: Values, given: Given): FormProblems | null {
  const isRequired = field.isRequired ?? true
  if (field.kind === 'consent' && isRequired && values[name] !== true) return { [name]: { phrase: formWords.mustConfirm } }
  if (field.kind === 'date' && field.isPast === true && isAfter(values[name], given.on)) return { [name]: { phrase: formWords.notInFuture } }
  if (field.kind === 'registered' && field.source === 'birth-date' && isAfter(values[`${name}.told`], given.on)) return { [`${name}.told`]: { phrase: formWords.notInFuture } }
  if (field.kind === 'registered' && values[`${name}.right`] === 'yes' && writtenOf(values[`${name}.told`]) !== '') return { [`${name}.told`]: { phrase: formWords.rightOrWrong } }
  if (field.kind !== 'person') return null
  if (isAfter(values[`${name}.birth`], given.on)) return { [`${name}.birth`]: { phrase: formWords.notInFuture } }
  return values[name] === 'other' && values[`${name}.name`] === '' ? { [`${name}.name`]: { phrase: formWords.nameOther } } : null
}

function isAfter(value: unknown, day: Temporal.PlainDate): boolean {
  return value instanceof Temporal.PlainDate && Temporal.PlainDate.compare(value, day) > 0
}

function answerOf(field: SingleField, name: string, values: Values, given: Given): AnswerValue | undefined {
  const value = values[name]
  switch (field.kind) {
    case 'yes-no':
      return value === '' ? undefined : value === 'yes'
    case 'date':
      return value === null ? undefined : writtenOf(value)
    case 'registered':
      return registeredAnswer(field.source, name, values, given)
    case 'person':
      return personAnswer(name, values, given)
    case 'bank':
      return values[`${name}.number`] === '' ? undefined : {
        kind: 'bank', bank: writtenOf(values[`${name}.bank`]), bankCode: writtenOf(values[`${name}.bank-code`]), branchCode: writtenOf(values[`${name}.branch-code`]),
        type: values[`${name}.type`] as 'ordinary', number: writtenOf(values[`${name}.number`]).padStart(7, '0'), holder: writtenOf(values[`${name}.holder`]),
      }
    case 'text':
    case 'long-text':
    case 'number':
    case 'money':
    case 'choice':
    case 'choices':
    case 'consent':
      return value === '' || value === null || (Array.isArray(value) && value.length === 0) ? undefined : (value as AnswerValue)
    default:
      return assertNever(field)
  }
}

function registeredAnswer(source: RegisteredSource, name: string, values: Values, { person }: Given): RegisteredAnswer | undefined {
  const registered = person === null ? null : registeredText(source, person)
  const isRight = registered !== null && values[`${name}.right`] === 'yes'
  const said = values[`${name}.told`]
  const told = isRight ? '' : writtenOf(said)
  return !isRight && told === '' ? undefined : { kind: 'registered', registered, isRight, told }
}

function personAnswer(name: string, values: Values, given: Given): AnswerValue | undefined {
  const chosen = given.household?.members.find(({ id }) => id === values[name])
  if (chosen !== undefined) return { kind: 'person', personId: chosen.id, name: chosen.name.registered, birthDate: chosen.birthDate.toString() }
  const named = writtenOf(values[`${name}.name`])
  return named === '' ? undefined : { kind: 'person', personId: null, name: named, birthDate: writtenOf(values[`${name}.birth`]) }
}

/** A text as it is, a day as YYYY-MM-DD, empty for what was left open. */
function writtenOf(value: unknown): string {
  if (value instanceof Temporal.PlainDate) return value.toString()
  return typeof value === 'string' ? value : ''
}
