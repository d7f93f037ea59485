import { choiceField, hiddenField, longTextField, optionalDateField, textField } from '#kernel/forms/form.ts'
import { PROTECTION_CATEGORIES, PROTECTION_SCOPES, REQUESTERS } from '../rules/protection.ts'
import { protectionWords as words } from '../text/protection-words.ts'

export const applicationForm = {
  category: choiceField({ label: words.category, choices: PROTECTION_CATEGORIES.map((value) => ({ value, label: words[value] })) }),
  scope: choiceField({ label: words.scope, choices: PROTECTION_SCOPES.map((value) => ({ value, label: words[value] })) }),
  requester: choiceField({ label: words.requester, choices: REQUESTERS.map((value) => ({ value, label: words[value] })) }),
  requesterName: textField({ label: words.requesterName, isRequired: false }),
  requesterProof: textField({ label: words.requesterProof }),
  against: textField({ label: words.against }),
  opinionFrom: textField({ label: words.opinionFrom, hint: words.opinionHint, isRequired: false }),
  opinionOn: optionalDateField({ label: words.opinionOn }),
  note: longTextField({ label: words.note, max: 2_000, isRequired: false }),
  extends: hiddenField({ isRequired: false }),
}

export const approveForm = { seen: hiddenField() }
export const protectionReasonForm = { reason: longTextField({ label: words.reason, max: 1_000 }) }
export const refusalForm = {
  askedBy: textField({ label: words.askedBy }),
  askedFor: textField({ label: words.askedFor }),
  answer: longTextField({ label: words.answer, max: 1_000 }),
}
