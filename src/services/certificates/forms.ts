import { z } from 'zod'
import { choiceField, fileField, hiddenField, longTextField, textField, wholeNumberField, type Field } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { APPLICANT_KINDS, CERTIFICATE_KINDS, CERTIFICATE_LIMITS, IDENTITY_DOCUMENTS, OPTIONS, STOP_REASONS } from './model.ts'
import { deskWords } from './text/desk-words.ts'
import { SEAL_IMAGE_LIMITS } from './rules/impression.ts'
import { sealWords } from './text/seal-words.ts'
import { applicantWords, documentWords, kindWords, optionWords, stopWords, words } from './text/words.ts'

const kind = choiceField({ label: words.kind, choices: choicesOf(CERTIFICATE_KINDS, kindWords) })
const people: Field<string[]> = { kind: 'choices', label: words.people, hint: words.peopleHint, isRequired: false, shape: z.array(z.uuid()).max(CERTIFICATE_LIMITS.people) }
const options: Field<(typeof OPTIONS)[number][]> = { kind: 'choices', label: words.options, hint: words.optionsHint, isRequired: false, shape: z.array(z.enum(OPTIONS)).max(OPTIONS.length), choices: choicesOf(OPTIONS, optionWords) }

export const applyForm = { kind, people, options }
export const requestForm = { request: hiddenField() }

const applicantKind = choiceField({ label: deskWords.applicant, choices: choicesOf(APPLICANT_KINDS, applicantWords) })
const applicantName = textField({ label: deskWords.applicantName, max: CERTIFICATE_LIMITS.nameCharacters })
const document = choiceField({ label: deskWords.document, choices: choicesOf(IDENTITY_DOCUMENTS, documentWords) })

export const counterForm = {
  person: hiddenField(), ...applyForm, applicantKind, applicantName, document,
  reason: longTextField({ label: deskWords.reason, hint: deskWords.reasonHint, max: CERTIFICATE_LIMITS.reasonCharacters, isRequired: false }),
  reduction: textField({ label: deskWords.reduction, max: 40, isRequired: false }),
}

export const stopForm = { person: hiddenField(), reason: choiceField({ label: deskWords.stopReason, choices: choicesOf(STOP_REASONS, stopWords) }) }
export const endStopForm = { person: hiddenField(), stop: hiddenField() }

export const sealForm = {
  person: hiddenField(), applicantName, document,
  impression: fileField({ label: sealWords.impression, hint: sealWords.impressionHint, accept: '.png,image/png' }),
  dotsPerInch: wholeNumberField({ label: sealWords.dotsPerInch, hint: sealWords.dotsPerInchHint, min: SEAL_IMAGE_LIMITS.leastDotsPerInch, max: SEAL_IMAGE_LIMITS.mostDotsPerInch }),
}
export const personForm = { person: hiddenField() }

function choicesOf<const Values extends string>(values: readonly Values[], labels: Readonly<Record<Values, Phrase<never>>>): { readonly value: Values; readonly label: Phrase<never> }[] {
  return values.map((value) => ({ value, label: labels[value] }))
}
