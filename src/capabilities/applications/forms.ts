import { z } from 'zod'
import { isMailAddress } from '#capabilities/mail/mail.ts'
import { choiceField, fileField, hiddenField, longTextField, optionalDateField, textField, wholeNumberField, dateField } from '#kernel/forms/form.ts'
import { APPLICATION_LIMITS } from './limits.ts'
import { deskWords } from './text/desk-words.ts'
import { filingWords } from './text/filing-words.ts'
import { words } from './text/resident-words.ts'

const { messageCharacters, reasonCharacters } = APPLICATION_LIMITS

/** The fields of a procedure's pages are read by rules/reading.ts from what was typed; these forms know what frames them. */
export const emptyForm = {}
export const stepForm = { shown: hiddenField({ max: 4_000, isRequired: false }), more: hiddenField({ isRequired: false }) }
export const attachForm = { slot: hiddenField(), file: fileField({ label: filingWords.file, accept: '.jpg,.jpeg,.png,.heic,.heif,.pdf' }) }
export const detachForm = { id: hiddenField() }
const mailField = textField({ label: words.mail, hint: words.mailHint, max: 254, isRequired: false, autocomplete: 'email' })
export const submitForm = { mail: { ...mailField, shape: z.string().refine(isMailAddress) } }
export const laterForm = { mail: { ...mailField, isRequired: true, shape: z.string().refine(isMailAddress) } }
export const lookUpForm = { number: textField({ label: words.number, hint: words.numberHint, max: 40 }), code: textField({ label: words.code, max: 40 }) }
export const messageForm = { text: longTextField({ label: filingWords.message, max: messageCharacters }) }
export const seenForm = { seen: hiddenField() }

export const noteForm = { seen: hiddenField(), text: longTextField({ label: deskWords.note, max: messageCharacters }) }
export const handOverForm = { seen: hiddenField(), to: textField({ label: deskWords.handOverTo, max: 60 }), text: longTextField({ label: deskWords.note, max: messageCharacters, isRequired: false }) }
export const stageForm = { seen: hiddenField(), stage: textField({ label: deskWords.stage, max: 60, isRequired: false }) }
export const decideForm = {
  seen: hiddenField(),
  outcome: choiceField({ label: deskWords.outcome, choices: [{ value: 'approved', label: deskWords.approve }, { value: 'refused', label: deskWords.refuse }] }),
  note: longTextField({ label: deskWords.decisionNote, max: reasonCharacters, isRequired: false }),
  amountYen: wholeNumberField({ label: deskWords.amountYen, min: 0, max: 100_000_000, isRequired: false }),
}
export const sendBackForm = { seen: hiddenField(), text: longTextField({ label: deskWords.sendBackReason, max: reasonCharacters }) }
export const pauseForm = {
  procedure: hiddenField(), fromOn: dateField({ label: deskWords.pauseFrom }), untilOn: optionalDateField({ label: deskWords.pauseUntil }),
  ja: textField({ label: deskWords.inJapanese }), easy: textField({ label: deskWords.inEasy }), en: textField({ label: deskWords.inEnglish }), pt: textField({ label: deskWords.inPortuguese }),
}
export const stageNewForm = { procedure: hiddenField(), ja: pauseForm.ja, easy: pauseForm.easy, en: pauseForm.en, pt: pauseForm.pt }
export const paperForm = { procedure: hiddenField() }
export const idForm = { id: hiddenField() }
export const receptionForm = { reception: hiddenField(), person: hiddenField() }
