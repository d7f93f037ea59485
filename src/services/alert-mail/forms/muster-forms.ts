import { z } from 'zod'
import { isMailAddress } from '#capabilities/mail/mail.ts'
import { choiceField, flagField, hiddenField, textField } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { REASONS, WHENCE, type Rank, type Reason, type Whence } from '../model.ts'
import { musterWords as words } from '../text/muster-words.ts'
import { boxesField } from './alert-forms.ts'

const ONE_LINE = /^[^\p{Cc}]*$/u

export const callForm = {
  classes: boxesField(words.classes),
  reason: textField({ label: words.reason, hint: words.reasonHint, max: 100, pattern: ONE_LINE }),
  place: textField({ label: words.place, max: 60, pattern: ONE_LINE }),
  isDrill: flagField({ label: words.drill }),
}

export const WHENCE_WORDS: Readonly<Record<Whence, Phrase<never>>> = { home: words.home, work: words.work, elsewhere: words.elsewhere }
export const REASON_WORDS: Readonly<Record<Reason, Phrase<never>>> = { hurt: words.hurt, family: words.family, road: words.road, away: words.away, other: words.other }
export const RANK_NAMES: Readonly<Record<Rank, string>> = { director: '部長級', head: '課長級', chief: '係長級', clerk: '一般' }

/** More than half a day is no muster. */
const MOST_MINUTES = 720

/** `minutes:30` or `cannot:road`: the button that was pressed says all. */
export const replyForm = {
  whence: choiceField({ label: words.whence, choices: WHENCE.map((value) => ({ value, label: WHENCE_WORDS[value] })) }),
  answer: { ...hiddenField(), shape: z.string().refine((text) => readReply(text) !== undefined) },
}

export type ReadReply = { readonly kind: 'coming'; readonly minutes: number } | { readonly kind: 'cannot'; readonly reason: Reason }

export function readReply(text: string): ReadReply | undefined {
  const [kind, value = ''] = text.split(':')
  if (kind === 'minutes' && /^\d{1,3}$/.test(value) && Number(value) <= MOST_MINUTES) return { kind: 'coming', minutes: Number(value) }
  const reason = REASONS.find((one) => one === value)
  return kind === 'cannot' && reason !== undefined ? { kind: 'cannot', reason } : undefined
}

export const arrivalForm = { person: hiddenField(), isHere: flagField({ label: words.arrived }) }
export const addMailForm = { address: { ...textField({ label: words.addMail, max: 254, autocomplete: 'email' }), shape: z.string().max(254).refine(isMailAddress) } }
export const addOtherForm = { token: textField({ label: words.token, max: 300 }) }
export const contactForm = { contact: hiddenField() }
