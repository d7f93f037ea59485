import { z } from 'zod'
import { isMailAddress } from '#capabilities/mail/mail.ts'
import { hiddenField, longTextField, textField, type Field, type Form } from '#kernel/forms/form.ts'
import type { Language, Phrase } from '#kernel/text/text.ts'
import { askWords } from './text/ask-words.ts'
import { staffWords } from './text/staff-words.ts'

/** Longest texts in characters. */
export const GUIDE_LIMITS = {
  word: 100, address: 254, name: 100, reading: 100, aliases: 1_000, size: 200, note: 600, reply: 2_000, ways: 5, aliasesOfItem: 60,
} as const

export const askForm = {
  word: textField({ label: askWords.word, hint: askWords.wordHint, max: GUIDE_LIMITS.word }),
  address: {
    ...textField({ label: askWords.address, hint: askWords.addressHint, max: GUIDE_LIMITS.address, isRequired: false, autocomplete: 'email' }),
    shape: z.string().refine(isMailAddress),
  },
}

/** Endings of a field's name for each language. */
export const LANGUAGE_FIELDS = [
  ['ja', 'ja'], ['ja-x-yasashii', 'easy'], ['en', 'en'], ['pt', 'pt'],
] as const satisfies readonly (readonly [Language, string])[]

const reading = textField({ label: staffWords.reading, hint: staffWords.readingHint, max: GUIDE_LIMITS.reading, pattern: /^[\p{Script=Hiragana}ー・]+$/u })

/** The form of an item; ways without a class are none. `seen` is the edition of the item on the page that sent it. */
export const itemForm: Form = {
  seen: hiddenField(),
  question: hiddenField({ isRequired: false }),
  ...inLanguages('name', staffWords.name, GUIDE_LIMITS.name, true),
  reading,
  aliases: longTextField({ label: staffWords.aliases, hint: staffWords.aliasesHint, max: GUIDE_LIMITS.aliases, isRequired: false }),
  danger: textField({ label: staffWords.danger, max: 40, isRequired: false }),
  ...Object.assign({}, ...Array.from({ length: GUIDE_LIMITS.ways }, (_, index) => wayFields(index))),
}

function wayFields(index: number): Form {
  return {
    [`way${index}.class`]: textField({ label: staffWords.wasteClass, max: 40, isRequired: index === 0 }),
    ...inLanguages(`way${index}.size`, staffWords.size, GUIDE_LIMITS.size, false),
    ...inLanguages(`way${index}.note`, staffWords.note, GUIDE_LIMITS.note, false),
  }
}

function inLanguages(name: string, label: Phrase<never>, max: number, isRequired: boolean): Record<string, Field<string>> {
  return Object.fromEntries(LANGUAGE_FIELDS.map(([, ending]) => [`${name}.${ending}`, textField({ label, max, isRequired })]))
}

/** The cells of a part are read by rules/frame-reading.ts, whichever way they come; the form itself knows what frames them. */
export const partForm = { seen: hiddenField(), previewed: hiddenField({ isRequired: false }) }
export const changeForm = { change: hiddenField() }
export const batchForm = { batch: hiddenField() }
export const removeForm = { seen: hiddenField() }
export const aliasForm = { item: textField({ label: staffWords.itemKey, max: GUIDE_LIMITS.name }) }
export const replyForm = { reply: longTextField({ label: staffWords.reply, hint: staffWords.replyHint, max: GUIDE_LIMITS.reply }) }
