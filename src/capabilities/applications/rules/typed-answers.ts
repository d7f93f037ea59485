import { isUploadedFile, type Typed } from '#kernel/forms/form.ts'
import type { Answers, AnswerValue, BankAnswer, PersonAnswer, RegisteredAnswer } from '../model.ts'
import type { ProcedureField, SingleField } from '../procedure.ts'

/** Answers as they stood in the boxes of the form: what a page is filled in with when somebody comes back to it. */
export function typedAnswers(fields: readonly ProcedureField[], answers: Answers): Typed {
  const typed: Record<string, string | readonly string[]> = {}
  for (const field of fields) {
    const answer = answers[field.key]
    if (answer === undefined) continue
    if (field.kind !== 'group') writeSingle(typed, field, field.key, answer)
    else {
      for (const [index, item] of (answer as readonly Answers[]).entries()) {
        for (const single of field.fields) {
          const own = item[single.key]
          if (own !== undefined) writeSingle(typed, single, `${field.key}.${index}.${single.key}`, own)
        }
      }
    }
  }
  return typed
}

function writeSingle(typed: Record<string, string | readonly string[]>, { kind }: SingleField, name: string, answer: AnswerValue): void {
  if (kind === 'yes-no') typed[name] = answer === true ? 'yes' : 'no'
  else if (kind === 'consent') typed[name] = answer === true ? 'yes' : ''
  else if (kind === 'choices') typed[name] = answer as readonly string[]
  else if (kind === 'registered') {
    const { isRight, told } = answer as RegisteredAnswer
    typed[`${name}.right`] = isRight ? 'yes' : 'no'
    typed[`${name}.told`] = told
  } else if (kind === 'person') {
    const { personId, name: called, birthDate } = answer as PersonAnswer
    typed[name] = personId ?? 'other'
    if (personId === null) Object.assign(typed, { [`${name}.name`]: called, [`${name}.birth`]: birthDate })
  } else if (kind === 'bank') {
    const { bank, bankCode, branchCode, type, number, holder } = answer as BankAnswer
    Object.assign(typed, { [`${name}.bank`]: bank, [`${name}.bank-code`]: bankCode, [`${name}.branch-code`]: branchCode, [`${name}.type`]: type, [`${name}.number`]: number, [`${name}.holder`]: holder })
  } else if (typeof answer === 'string' || typeof answer === 'number') typed[name] = String(answer)
}

/** One value as text; empty where nothing or a file came. */
export function textIn(typed: Typed, name: string): string {
  const value = typed[name]
  return value === undefined || isUploadedFile(value) ? '' : typeof value === 'string' ? value : (value.at(-1) ?? '')
}

/** How many items of a group were begun. */
export function itemsIn(typed: Typed, group: string): number {
  const places = Object.keys(typed).flatMap((name) => {
    const [key, index] = name.split('.')
    return key === group && index !== undefined && /^\d+$/.test(index) && textIn(typed, name) !== '' ? [Number(index) + 1] : []
  })
  return Math.max(0, ...places)
}
