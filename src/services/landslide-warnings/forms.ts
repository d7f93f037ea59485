import { z } from 'zod'
import { isMailAddress } from '#capabilities/mail/mail.ts'
import { choiceField, hiddenField, longTextField, textField } from '#kernel/forms/form.ts'
import { SIGNS } from './model.ts'
import { isCell } from './rules/cells.ts'
import { SIGN_WORDS, signWords, words } from './text/page-words.ts'

const LIMITS = { address: 254, own: 300, note: 500 } as const

const cell = { ...hiddenField({ max: 10 }), shape: z.string().refine(isCell) }

export const homeForm = {
  cell,
  address: { ...textField({ label: words.address, hint: words.addressHint, max: LIMITS.address, isRequired: false, autocomplete: 'email' }), shape: z.string().refine(isMailAddress) },
  own: textField({ label: words.ownPage, hint: words.ownPageHint, max: LIMITS.own, isRequired: false }),
}

export const tokenForm = {}

export const signForm = {
  cell,
  sign: choiceField({ label: signWords.sign, choices: SIGNS.map((value) => ({ value, label: SIGN_WORDS[value] })) }),
  note: longTextField({ label: signWords.note, hint: signWords.noteHint, max: LIMITS.note, isRequired: false }),
}

export const settleForm = { outcome: choiceField({ label: signWords.sign, choices: [{ value: 'seen', label: signWords.sign }, { value: 'dismissed', label: signWords.sign }] }) }
export const drillForm = {}
