import { z } from 'zod'
import { isMailAddress } from '#capabilities/mail/mail.ts'
import { choiceField, fileField, flagField, hiddenField, textField, wholeNumberField } from '#kernel/forms/form.ts'
import { LANGUAGES, type Phrase } from '#kernel/text/text.ts'
import { ROLES, type Role } from '../model.ts'
import { LONGEST_CLASS_NAME, LONGEST_LABEL } from '../rules/class-sheet.ts'
import { guardianWords } from '../text/guardian-words.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { urgencyField } from './alert-forms.ts'
import { LANGUAGE_WORDS, textFields } from './text-fields.ts'

const LONGEST_ADDRESS = 254
/** Nothing that would break a line of a list or a letter. */
const ONE_LINE = /^[^\p{Cc}]*$/u

export const ROLE_WORDS: Readonly<Record<Role, Phrase<never>>> = {
  mother: guardianWords.mother, father: guardianWords.father, grandparent: guardianWords.grandparent, other: guardianWords.other,
}

export const roleChoices = ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] }))
export const languageChoices = LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_WORDS[language] }))

export const classForm = {
  grade: wholeNumberField({ label: words.grade, min: 0, max: 9 }),
  name: textField({ label: words.className, max: LONGEST_CLASS_NAME, pattern: ONE_LINE }),
}

const addressShape = z.string().max(LONGEST_ADDRESS).refine(isMailAddress)

export const inviteForm = {
  child: textField({ label: words.child, hint: words.childHint, max: LONGEST_LABEL, pattern: ONE_LINE }),
  address: { ...textField({ label: words.address, hint: words.addressHint, max: LONGEST_ADDRESS, isRequired: false }), shape: addressShape },
  language: choiceField({ label: words.language, choices: languageChoices }),
}

export const placeForm = { guardian: hiddenField() }
export const importForm = { file: fileField({ label: words.file, accept: '.xlsx,.csv' }) }
export const trialForm = { trial: hiddenField() }
export const keeperForm = { login: textField({ label: words.keeperLogin, max: 100 }), school: textField({ label: words.school, max: 60 }) }
export const endKeeperForm = { person: hiddenField(), school: hiddenField() }

export const messageForm = {
  target: textField({ label: words.target, max: 60 }),
  urgency: urgencyField,
  asksReceipt: flagField({ label: words.asksReceipt }),
  isDrill: flagField({ label: words.asksReceipt }),
  ...textFields,
}

export const codeForm = { code: textField({ label: guardianWords.code, hint: guardianWords.codeHint, max: 60 }) }

export const joinForm = {
  address: { ...textField({ label: guardianWords.address, max: LONGEST_ADDRESS, isRequired: false, autocomplete: 'email' }), shape: addressShape },
  own: textField({ label: guardianWords.ownPage, hint: guardianWords.ownPageHint, max: 300, isRequired: false }),
  role: choiceField({ label: guardianWords.role, choices: roleChoices }),
  language: choiceField({ label: guardianWords.language, choices: languageChoices }),
}
