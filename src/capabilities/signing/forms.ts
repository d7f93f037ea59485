import { choiceField, fileField, hiddenField, textField } from '#kernel/forms/form.ts'
import { CERTIFICATE_ROLES } from './model.ts'
import { roleWords, verifyWords, words } from './text.ts'

/** Longest reason, and the largest paper that is looked at. */
export const SIGNING_LIMITS = { reason: 200, paperMegabytes: 10 } as const

export const renewForm = { role: choiceField({ label: words.role, choices: CERTIFICATE_ROLES.map((value) => ({ value, label: roleWords[value] })) }) }
export const revokeForm = { certificate: hiddenField(), because: textField({ label: words.because, max: SIGNING_LIMITS.reason }) }
export const paperForm = { paper: fileField({ label: verifyWords.file, hint: verifyWords.fileHint, accept: '.pdf,application/pdf' }) }
