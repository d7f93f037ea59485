import { z } from 'zod'
import { isMailAddress } from '#capabilities/mail/mail.ts'
import { choiceField, hiddenField, textField, type Field } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { subscribeWords as words } from '../text/subscribe-words.ts'

/** Longest texts in characters, and most boxes of one question. */
export const SUBSCRIBE_LIMITS = { address: 254, place: 200, box: 100, boxes: 500 } as const

/** Names of the languages in themselves: who cannot read the page finds their own. */
export const LANGUAGE_NAMES = [
  { value: 'ja', label: same('{日本語|にほんご}') },
  { value: 'ja-x-yasashii', label: same('やさしい {日本語|にほんご}') },
  { value: 'en', label: same('English') },
  { value: 'pt', label: same('Português') },
] as const

function same(text: string): Phrase<never> {
  return { ja: text, 'ja-x-yasashii': text, en: text.replace(/\{([^|}]*)\|[^}]*\}/g, '$1'), pt: text.replace(/\{([^|}]*)\|[^}]*\}/g, '$1') }
}

/** What everybody chooses, whichever way it comes; topics and towns are checked against the page that showed them. */
export const choicesForm = {
  topics: boxes(words.topics),
  place: textField({ label: words.place, hint: words.placeHint, max: SUBSCRIBE_LIMITS.place, isRequired: false }),
  towns: boxes(words.towns),
  language: choiceField({ label: words.language, choices: LANGUAGE_NAMES }),
  quietFrom: quietTime(words.quietFrom),
  quietTo: quietTime(words.quietTo),
}

const address = {
  ...textField({ label: words.address, max: SUBSCRIBE_LIMITS.address, autocomplete: 'email' }),
  shape: z.string().transform((text) => text.trim()).refine(isMailAddress),
}

export const mailForm = { address, ...choicesForm }
export const lostForm = { address }

/** Filled in by the script of the page, from what the browser gives it (Push API, `PushSubscription.toJSON`). */
export const pushForm = {
  endpoint: hiddenField({ max: 2_000, isRequired: false }),
  p256dh: hiddenField({ max: 120, isRequired: false }),
  auth: hiddenField({ max: 60, isRequired: false }),
  ...choicesForm,
}

export const languageForm = { language: choicesForm.language }
export const topicForm = { topic: hiddenField({ max: SUBSCRIBE_LIMITS.box }) }
export const emptyForm = {}

function boxes(label: Phrase<never>): Field<string[]> {
  return { kind: 'choices', isRequired: false, label, shape: z.array(z.string().max(SUBSCRIBE_LIMITS.box)).max(SUBSCRIBE_LIMITS.boxes) }
}

/** A time of day such as 22:00, or nothing. */
function quietTime(label: Phrase<never>): Field<string> {
  return textField({ label, max: 5, isRequired: false, pattern: /^(?:[01]\d|2[0-3]):[0-5]\d$/ })
}
