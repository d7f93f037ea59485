import { hiddenField, type Typed } from '#kernel/forms/form.ts'
import { typedEntryIn } from './entry-form.ts'
import { MOVE_FIELDS, PERSON_FIELDS_AT_HOME } from '../rules/moving-at-home.ts'
import { MOST_ARRIVALS } from '../rules/arrivals.ts'
import type { TypedEntry } from '../store/entries.ts'

/** The wizard carries its answers along from page to page; its fields are read by rules/moving-at-home.ts. */
export const movingForm = { step: hiddenField({ max: 10 }) }

const OWN: ReadonlySet<string> = new Set([...MOVE_FIELDS, 'arrivals', ...Array.from({ length: MOST_ARRIVALS }, (_, index) => PERSON_FIELDS_AT_HOME.map((field) => `arrival${index}.${field}`)).flat()])

/** Only what people are asked at home; nothing that the counter alone may say. */
export function typedAtHome(typed: Typed): TypedEntry {
  return Object.fromEntries(Object.entries(typedEntryIn(typed)).filter(([name]) => OWN.has(name)))
}
