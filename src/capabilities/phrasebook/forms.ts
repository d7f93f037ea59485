import { hiddenField, longTextField, textField, flagField, type Field, type Form } from '#kernel/forms/form.ts'
import type { Language } from '#kernel/text/text.ts'
import { TEMPLATE_LIMITS } from './rules/template-problems.ts'
import { LANGUAGE_NAMES, staffWords } from './text/staff-words.ts'

export const REASON_LIMIT = 300

/** Endings of a field's name for each language. */
export const LANGUAGE_FIELDS = [['ja', 'ja'], ['ja-x-yasashii', 'easy'], ['en', 'en'], ['pt', 'pt']] as const satisfies readonly (readonly [Language, string])[]

/** A line's fields are read as they are: what is wrong with them is for rules/template-problems.ts to say. */
export const templateForm: Form = {
  seen: hiddenField({ isRequired: false }),
  act: textField({ label: staffWords.check, max: 20, isRequired: false }),
  reason: textField({ label: staffWords.reason, max: REASON_LIMIT, isRequired: false }),
  ...Object.assign({}, ...Array.from({ length: TEMPLATE_LIMITS.lines }, (_, index) => lineFields(index))),
}

function lineFields(index: number): Record<string, Field> {
  const texts = LANGUAGE_FIELDS.map(([language, ending]) => [
    `line${index}.${ending}`, longTextField({ label: LANGUAGE_NAMES[language], max: 2_000, isRequired: false }),
  ])
  return { ...Object.fromEntries(texts), [`line${index}.optional`]: flagField({ label: staffWords.optional }) }
}

export const decisionForm = {
  version: hiddenField(),
  verdict: textField({ label: staffWords.approve, max: 20 }),
  remark: textField({ label: staffWords.remark, max: REASON_LIMIT, isRequired: false }),
}

export const undoForm = { version: hiddenField(), seen: hiddenField({ isRequired: false }) }
