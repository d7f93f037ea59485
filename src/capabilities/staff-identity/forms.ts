import {
  choiceField,
  dateField,
  flagField,
  hiddenField,
  optionalDateField,
  secretField,
  textField,
} from '#kernel/forms/form.ts'
import { LOGIN_MAX } from './rules/login.ts'
import { PASSPHRASE_POLICY } from './rules/passphrase.ts'
import { accountWords, passkeyWords } from './text/account.ts'
import { administrationWords } from './text/administration.ts'
import { passphraseWords, signInWords } from './text/sign-in.ts'

/** Longest address to return to, and longest answer of an authenticator, in characters. */
const RETURN_MAX = 2_000
const CREDENTIAL_MAX = 20_000
/** A typed passphrase may be longer than allowed, so that the page can say so instead of cutting it off. */
const TYPED_PASSPHRASE_MAX = 2 * PASSPHRASE_POLICY.maxCharacters

const returnField = hiddenField({ max: RETURN_MAX, isRequired: false })

export const signInForm = {
  login: textField({ label: signInWords.login, max: 100, autocomplete: 'username' }),
  passphrase: secretField({
    label: signInWords.passphrase,
    max: TYPED_PASSPHRASE_MAX,
    autocomplete: 'current-password',
  }),
  return: returnField,
}

export const passkeySignInForm = {
  credential: hiddenField({ max: CREDENTIAL_MAX }),
  return: returnField,
}

export const codeForm = {
  code: textField({ label: signInWords.code, hint: signInWords.codeHint, max: 20, autocomplete: 'one-time-code' }),
}

export const recoveryForm = {
  code: textField({ label: signInWords.recoveryCode, hint: signInWords.recoveryHint, max: 40, autocomplete: 'off' }),
}

const freshFields = {
  fresh: secretField({
    label: passphraseWords.fresh,
    hint: passphraseWords.freshHint,
    max: TYPED_PASSPHRASE_MAX,
    autocomplete: 'new-password',
  }),
  again: secretField({ label: passphraseWords.again, max: TYPED_PASSPHRASE_MAX, autocomplete: 'new-password' }),
}

export const newPassphraseForm = freshFields

export const changePassphraseForm = {
  current: secretField({ label: passphraseWords.current, max: TYPED_PASSPHRASE_MAX, autocomplete: 'current-password' }),
  ...freshFields,
}

export const confirmForm = {
  passphrase: secretField({
    label: signInWords.passphrase,
    max: TYPED_PASSPHRASE_MAX,
    autocomplete: 'current-password',
  }),
  return: returnField,
}

export const totpForm = {
  ...codeForm,
  /** The secret that the page showed, sealed. */
  secret: hiddenField({ max: 500 }),
}

export const passkeyForm = {
  name: textField({ label: passkeyWords.name, hint: passkeyWords.nameHint, max: 60, autocomplete: 'off' }),
  credential: hiddenField({ max: CREDENTIAL_MAX }),
}

export const languageForm = {
  language: choiceField({
    label: accountWords.language,
    hint: accountWords.languageHint,
    choices: [
      { value: 'ja', label: accountWords.japanese },
      { value: 'ja-x-yasashii', label: accountWords.easyJapanese },
      { value: 'en', label: accountWords.english },
      { value: 'pt', label: accountWords.portuguese },
    ],
  }),
}

/** A button alone. */
export const bareForm = {}

export const createForm = {
  login: textField({
    label: administrationWords.login,
    hint: administrationWords.loginHint,
    max: LOGIN_MAX,
    autocomplete: 'off',
  }),
  name: textField({ label: administrationWords.name, max: 100, autocomplete: 'off' }),
  nameKana: textField({ label: administrationWords.nameKana, max: 100, isRequired: false, autocomplete: 'off' }),
  unit: textField({ label: administrationWords.unit, max: 100, isRequired: false }),
}

export const issueForm = {
  removeFactors: flagField({ label: administrationWords.removeFactors }),
}

export const giveDutyForm = {
  duty: textField({ label: administrationWords.duty, max: 100 }),
  from: dateField({ label: administrationWords.from }),
  to: optionalDateField({ label: administrationWords.to, hint: administrationWords.toHint }),
}

export const takeDutyForm = {
  duty: hiddenField({ max: 100 }),
  from: hiddenField({ max: 10 }),
  lastDay: optionalDateField({ label: administrationWords.to, hint: administrationWords.takeBody }),
}
