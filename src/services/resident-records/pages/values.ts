import type { Sex, Standing } from '#capabilities/residents/residents.ts'
import type { Voice } from '#kernel/text/text.ts'
import { formatJapaneseDate } from '#kernel/values/era.ts'
import type { BirthCertainty, HouseholdRegistration, Registration } from '../model.ts'
import { CERTAINTY_WORDS, fieldWords, SEX_WORDS, STANDING_WORDS } from '../text/field-words.ts'

/** A day as the reader writes it: in eras for Japanese, else by ISO 8601. */
export function dayText(voice: Voice, day: Temporal.PlainDate): string {
  return voice.htmlLang === 'ja' && day.year >= 1873 ? formatJapaneseDate(day) : day.toString()
}

/** Names by the id of people and the number by the id of households, for fields that hold ids. */
export type Named = ReadonlyMap<string, string>

/** One field of a registration as text; an empty one is said to be empty. */
export function personValue(voice: Voice, field: keyof Registration, registration: Registration, named: Named): string {
  const value = registration[field]
  if (field === 'sex') return voice.plain(SEX_WORDS[value as Sex])
  if (field === 'standing') return voice.plain(STANDING_WORDS[value as Standing])
  if (field === 'birthCertainty') return voice.plain(CERTAINTY_WORDS[value as BirthCertainty])
  if (field === 'householdId') return named.get(value as string) ?? ''
  return plainValue(voice, value)
}

export function householdValue(voice: Voice, field: keyof HouseholdRegistration, registration: HouseholdRegistration, named: Named): string {
  const value = registration[field]
  if (field === 'headId') return typeof value === 'string' ? (named.get(value) ?? '') : voice.plain(fieldWords.nothing)
  if (field === 'isDissolved') return voice.plain(value === true ? fieldWords.no : fieldWords.yes)
  return plainValue(voice, value)
}

function plainValue(voice: Voice, value: string | number | boolean | Temporal.PlainDate | null): string {
  if (value instanceof Temporal.PlainDate) return dayText(voice, value)
  return value === null || value === '' ? voice.plain(fieldWords.nothing) : String(value)
}
