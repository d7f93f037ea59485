import { z } from 'zod'
import { choiceField, flagField, hiddenField, type Field } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { ALERT_TOPICS, type ALERT_CHANNELS, type AlertTopic } from '../model.ts'
import { alertWords as words } from '../text/alert-words.ts'
import { topicWords } from '../text/service-words.ts'
import { textFields } from './text-fields.ts'

/** More boxes than a city has towns. */
const MOST_TICKED = 300
const LONGEST_VALUE = 100

/** Boxes of which any number may be ticked. */
export function boxesField(label: Phrase<never>): Field<string[]> {
  return { kind: 'choices', label, isRequired: false, shape: z.array(z.string().max(LONGEST_VALUE)).max(MOST_TICKED) }
}

export const TOPIC_WORDS: Readonly<Record<AlertTopic, Phrase<never>>> = {
  crime: topicWords.crime, missing: topicWords.missing, fire: topicWords.fire, wildlife: topicWords.wildlife, events: topicWords.events,
}

export const CHANNEL_WORDS: Readonly<Record<(typeof ALERT_CHANNELS)[number], Phrase<never>>> = {
  mail: words.mail, push: words.push, line: words.line, activitypub: words.activitypub, 'cable-tv': words.cableTv,
}

export const urgencyField = choiceField({ label: words.urgency, choices: [{ value: '0', label: words.ordinary }, { value: '4', label: words.emergency }] })

export const alertForm = {
  phrase: hiddenField({ isRequired: false }),
  slots: hiddenField({ max: 4_000, isRequired: false }),
  topic: choiceField({ label: words.topic, choices: ALERT_TOPICS.map((topic) => ({ value: topic, label: TOPIC_WORDS[topic] })) }),
  urgency: urgencyField,
  isWholeCity: flagField({ label: words.wholeCity }),
  towns: boxesField(words.towns),
  channels: boxesField(words.channels),
  isDrill: flagField({ label: words.drill }),
  ...textFields,
}

/** Buttons whose page says everything else. */
export const pressForm = { pressed: hiddenField({ isRequired: false }) }
