import { z } from 'zod'
import { isMailAddress } from '#capabilities/mail/mail.ts'
import { choiceField, secretField, textField } from '#kernel/forms/form.ts'
import { LINE_PLAN_KEYS } from '../rules/line-plans.ts'
import { channelWords as words } from '../text/channel-words.ts'

/** Longest texts in characters; LINE's long-lived tokens have some 170. */
const LIMITS = { address: 254, basicId: 60, token: 600 } as const

export const pushContactForm = {
  contact: {
    ...textField({ label: words.pushContact, hint: words.pushContactHint, max: LIMITS.address, isRequired: false, autocomplete: 'email' }),
    shape: z.string().refine((text) => text === '' || isMailAddress(text)),
  },
}

export const lineForm = {
  basicId: textField({ label: words.basicId, max: LIMITS.basicId, pattern: /^@[\w.-]+$/ }),
  plan: choiceField({ label: words.plan, choices: LINE_PLAN_KEYS.map((value) => ({ value, label: words[value] })) }),
  accessToken: secretField({ label: words.accessToken, hint: words.secretHint, min: 20, max: LIMITS.token }),
  channelSecret: secretField({ label: words.channelSecret, hint: words.secretHint, min: 16, max: LIMITS.token }),
}
