import { choiceField, dateField, hiddenField, textField, wholeNumberField, type Field } from '#kernel/forms/form.ts'
import { PAYMENT_LIMITS, WAYS } from './model.ts'
import { MOST_PIECES, PIECES } from './rules/till.ts'
import { matchWords } from './text/match-words.ts'
import { payWords } from './text/pay-words.ts'
import { workWords } from './text/work-words.ts'
import { deskWords } from './text/desk-words.ts'

/** Largest amount a person hands over for change. */
const MOST_GIVEN_YEN = 9_999_999

/** Largest line of the bank. */
const MOST_BANK_YEN = 999_999_999

export const nothingForm = {}
export const cashForm = { given: wholeNumberField({ label: deskWords.given, hint: deskWords.givenHint, min: 0, max: MOST_GIVEN_YEN }) }

const piecesFields = Object.fromEntries(
  PIECES.map((value) => [pieceName(value), wholeNumberField({ label: deskWords.counted, min: 0, max: MOST_PIECES, isRequired: false })]),
) as Record<string, Field<number | null>>

export const openTillForm = { ...piecesFields }
export const closeTillForm = { ...piecesFields, note: textField({ label: deskWords.tillNote, hint: deskWords.tillNoteHint, max: PAYMENT_LIMITS.reasonCharacters, isRequired: false }) }

const reason = textField({ label: workWords.reason, hint: workWords.reasonHint, max: PAYMENT_LIMITS.reasonCharacters })
const answers = [{ value: 'approve', label: workWords.approve }, { value: 'refuse', label: workWords.refuse }] as const

export const refundForm = {
  transaction: hiddenField({ max: 300, isRequired: false }),
  yen: wholeNumberField({ label: workWords.refundYen, min: 1, max: PAYMENT_LIMITS.yen }),
  reason,
}
export const decisionForm = {
  answer: choiceField({ label: workWords.approve, choices: answers }),
  reason: textField({ label: workWords.reason, max: PAYMENT_LIMITS.reasonCharacters, isRequired: false }),
}
export const accountForm = { account: textField({ label: workWords.account, hint: workWords.accountHint, max: 200 }) }
export const transferForm = { on: dateField({ label: workWords.transferredOn }) }
export const reasonForm = { reason }
export const renewForm = { dueOn: dateField({ label: workWords.newDueOn, hint: workWords.renewHint }), reason }
export const settleForm = { note: textField({ label: workWords.note, hint: workWords.reasonHint, max: PAYMENT_LIMITS.reasonCharacters }) }

export const bankForm = {
  way: choiceField({ label: payWords.way, choices: WAYS.map((value) => ({ value, label: payWords[`way-${value}`] })) }),
  creditedOn: dateField({ label: matchWords.creditedOn }),
  yen: wholeNumberField({ label: payWords.amount, min: -MOST_BANK_YEN, max: MOST_BANK_YEN }),
  description: textField({ label: matchWords.description, max: 200 }),
}
export const closeDayForm = { note: textField({ label: matchWords.closeNote, max: PAYMENT_LIMITS.reasonCharacters, isRequired: false }) }

export function pieceName(value: number): string {
  return `pieces-${value}`
}

