import type { SlotValue, Slots } from '#capabilities/phrasebook/phrasebook.ts'
import type { Town } from '#capabilities/notices/model.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { AlertTopic } from '../model.ts'
import { phraseWords as words } from '../text/alert-words.ts'

/** An occasion of the phrasebook that alerts begin from. */
export interface PhraseChoice {
  readonly key: string
  readonly title: Phrase<never>
  readonly topic: AlertTopic
}

export const ALERT_PHRASES: readonly PhraseChoice[] = [
  { key: 'missing-person', title: words.missingPerson, topic: 'missing' },
  { key: 'suspicious-person', title: words.suspiciousPerson, topic: 'crime' },
  { key: 'bear-sighting', title: words.bearSighting, topic: 'wildlife' },
  { key: 'scam-calls', title: words.scamCalls, topic: 'crime' },
]

export const SCHOOL_PHRASES: readonly { readonly key: string; readonly title: Phrase<never> }[] = [
  { key: 'school.closed', title: words.schoolClosed },
  { key: 'school.early-dismissal', title: words.earlyDismissal },
  { key: 'suspicious-person', title: words.suspiciousPerson },
  { key: 'bear-sighting', title: words.bearSighting },
]

/** What is known for the slots of a phrase, as it was typed. */
export interface KnownForSlots {
  readonly towns: readonly Town[]
  readonly place: string
  readonly placeKana: string
  readonly placeRomaji: string
  /** `19:30` of today in Japan. */
  readonly time: string
}

/** The values of the slots. A place without its reading and its name in the alphabet stays out: it could not be said in four languages. */
export function slotsOf({ towns, place, placeKana, placeRomaji, time }: KnownForSlots, today: Temporal.PlainDate): Slots {
  const slots: Record<string, SlotValue> = {}
  if (towns.length > 0) slots.towns = { kind: 'names', names: towns.map(({ label }) => label) }
  const isSpeakable = [place, placeKana, placeRomaji].every((text) => text.trim() !== '' && !/[{}|\p{Cc}]/u.test(text))
  if (isSpeakable) {
    const ja = `{${place.trim()}|${placeKana.trim()}}`
    slots.place = { kind: 'name', name: { ja, 'ja-x-yasashii': ja, en: placeRomaji.trim(), pt: placeRomaji.trim() } }
  }
  const at = timeIn(time, today)
  if (at !== undefined) slots.time = { kind: 'time', at }
  return slots
}

function timeIn(text: string, today: Temporal.PlainDate): Temporal.Instant | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.normalize('NFKC').trim())
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  if (match === null || hour > 23 || minute > 59) return undefined
  return today.toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: { hour, minute } }).toInstant()
}

/** Slots on their way through a form. */
export function writtenSlots(slots: Slots): string {
  return JSON.stringify(slots)
}

/** Empty where the text is not what `writtenSlots` wrote: then nothing counts as the phrase's own words. */
export function readSlots(text: string): Slots {
  try {
    const raw: unknown = text === '' ? {} : JSON.parse(text)
    if (typeof raw !== 'object' || raw === null) return {}
    return Object.fromEntries(Object.entries(raw as Record<string, { kind?: string; at?: string }>).flatMap(([name, value]) => slotIn(name, value)))
  } catch {
    return {}
  }
}

function slotIn(name: string, value: { readonly kind?: string; readonly at?: string }): [string, SlotValue][] {
  if (value.kind === 'time') return [[name, { kind: 'time', at: Temporal.Instant.from(value.at ?? '') }]]
  return value.kind === 'name' || value.kind === 'names' || value.kind === 'number' ? [[name, value as SlotValue]] : []
}
