import type { Answers } from '../model.ts'
import type { DocumentSlot, FormPage, ProcedureField, ProcedureVersion, SingleField } from '../procedure.ts'
import { weigh } from './weighing.ts'

/** What is asked for, given what was answered so far. A field whose condition is not yet known is not asked. */
export function askedFields<Field extends ProcedureField>(fields: readonly Field[], answers: Answers): Field[] {
  return fields.filter(({ show }) => show === undefined || weigh(show, answers) === 'yes')
}

/** The same for the fields of one item of a group, which may look at its own answers and at those around it. */
export function askedOfItem(fields: readonly SingleField[], item: Answers, around: Answers): SingleField[] {
  return askedFields(fields, { ...around, ...item })
}

/** A page of which nothing is asked is passed over. */
export function askedPages(version: ProcedureVersion, answers: Answers): FormPage[] {
  return version.pages.filter(({ fields }) => askedFields(fields, answers).length > 0)
}

export function askedDocuments(version: ProcedureVersion, answers: Answers): DocumentSlot[] {
  return version.documents.filter(({ show }) => show === undefined || weigh(show, answers) === 'yes')
}

/** Without answers to what is no longer asked: somebody went back and changed their mind. */
export function onlyAsked(version: ProcedureVersion, answers: Answers): Answers {
  const kept: Record<string, Answers[string]> = {}
  // In the order of the pages: what falls away may take later questions with it.
  for (const field of version.pages.flatMap(({ fields }) => fields)) {
    const answer = answers[field.key]
    if (answer !== undefined && askedFields([field], kept).length > 0) kept[field.key] = answer
  }
  return kept
}

/** A required field that is asked and has no answer: where the person has to go back to. */
export function firstGap(version: ProcedureVersion, answers: Answers): { readonly page: number; readonly field: ProcedureField } | null {
  for (const [page, { fields }] of askedPages(version, answers).entries()) {
    const field = askedFields(fields, answers).find(({ key, isRequired = true }) => isRequired && !(key in answers))
    if (field !== undefined) return { page, field }
  }
  return null
}

export function fieldOf(version: ProcedureVersion, key: string): ProcedureField | undefined {
  return version.pages.flatMap(({ fields }) => fields).find((field) => field.key === key)
}
