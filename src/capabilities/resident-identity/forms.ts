import { choiceField, dateField, hiddenField, longTextField, textField } from '#kernel/forms/form.ts'
import { LIMITS } from './rules/limits.ts'
import { accountWords } from './text/account.ts'
import { deskWords } from './text/desk.ts'
import { powerWords } from './text/powers.ts'
import { signInWords } from './text/sign-in.ts'

/** Longest answer of an authenticator, in characters. */
const CREDENTIAL_MAX = 20_000
const ADDRESS_MAX = 254

const returnField = hiddenField({ max: LIMITS.returnCharacters, isRequired: false })
const credentialField = hiddenField({ max: CREDENTIAL_MAX })

/** A button alone. */
export const bareForm = {}

export const mailForm = {
  address: textField({ label: signInWords.address, hint: signInWords.addressHint, max: ADDRESS_MAX, autocomplete: 'email' }),
  return: returnField,
}

export const passkeySignInForm = { credential: credentialField, return: returnField }

export const passkeyForm = {
  name: textField({ label: accountWords.passkeyName, hint: accountWords.passkeyNameHint, max: 60, autocomplete: 'off' }),
  credential: credentialField,
}

export const mailboxForm = {
  address: textField({ label: signInWords.address, hint: signInWords.addressHint, max: ADDRESS_MAX, autocomplete: 'email' }),
}

export const languageForm = {
  language: choiceField({
    label: accountWords.language,
    choices: [
      { value: 'ja', label: accountWords.japanese },
      { value: 'ja-x-yasashii', label: accountWords.easyJapanese },
      { value: 'en', label: accountWords.english },
      { value: 'pt', label: accountWords.portuguese },
    ],
  }),
}

/** `self`, `guardian <person>` or `proxy <power>`: looked up again in the register, never believed. */
export const actForm = { whom: hiddenField({ max: 60 }), return: returnField }

export const offerForm = {
  from: dateField({ label: powerWords.from }),
  to: dateField({ label: powerWords.to, hint: powerWords.toHint }),
}

export const takeForm = {
  code: textField({ label: powerWords.code, hint: powerWords.codeHint, max: 40, autocomplete: 'off' }),
}

export const findForm = {
  words: textField({ label: deskWords.words, hint: deskWords.wordsHint, max: 100, autocomplete: 'off' }),
}

export const matchForm = {
  personId: hiddenField({ max: 36 }),
  why: longTextField({ label: deskWords.why, hint: deskWords.whyHint }),
}

export const declineForm = { why: longTextField({ label: deskWords.why, hint: deskWords.whyHint }) }

/** The demo's state changes a card. */
export const cardChangeForm = { card: hiddenField({ max: 36 }), act: hiddenField({ max: 10 }) }
