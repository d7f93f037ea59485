import { choiceField, hiddenField, longTextField, textField, type Typed } from '#kernel/forms/form.ts'
import { ENTRY_KINDS, type EntryKind } from '../model.ts'
import { KIND_WORDS } from '../text/entry-words.ts'
import { staffWords as words } from '../text/staff-words.ts'
import type { TypedEntry } from '../store/entries.ts'

/** What frames every entry form; its fields themselves are read by rules/draw-up.ts, whichever way they come. */
export const newEntryForm = { kind: choiceField({ label: words.kind, choices: ENTRY_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })) }), draft: hiddenField(), refers: hiddenField({ isRequired: false }), source: hiddenField({ isRequired: false }), prepared: hiddenField({ isRequired: false }) }
export const editEntryForm = { seen: hiddenField() }
export const stepForm = { seen: hiddenField() }
export const reasonForm = { seen: hiddenField(), reason: longTextField({ label: words.reason, max: 1_000 }) }
export const withdrawForm = { seen: hiddenField(), reason: longTextField({ label: words.reason, max: 1_000, isRequired: false }) }
export const preparedForm = { number: textField({ label: words.preparedNumber, hint: words.preparedNumberHint, max: 20 }) }

/** Fields of an entry's form by name; `arrival0.name` and the like by their pattern. Nothing else that was sent is kept. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'occurredOn', 'notifiedOn', 'notifier', 'notifierKind', 'proof', 'note', 'where', 'previousAddress', 'previousHead', 'town', 'addressNumber', 'building', 'joins', 'household', 'person', 'act', 'cause', 'movedTo',
  'relationsChecked', 'arrivals',
])
const PATTERN = /^(?:arrival\d\.[a-zA-Z]{2,20}|(?:who|relation)\.(?:[0-9a-f-]{36}|arrival\d)|set\.[a-zA-Z]{2,20})$/
/** Most characters of one field, and most fields of one form: far beyond what the rules accept, so that they can say why. */
const LIMITS = { text: 4_000, fields: 400 } as const

export function typedEntryIn(typed: Typed): TypedEntry {
  const own = Object.entries(typed).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && (OWN_FIELDS.has(pair[0]) || PATTERN.test(pair[0])))
  return Object.fromEntries(own.slice(0, LIMITS.fields).map(([name, text]) => [name, text.replaceAll('\r\n', '\n').slice(0, LIMITS.text)]))
}

export function isEntryKind(text: string): text is EntryKind {
  return (ENTRY_KINDS as readonly string[]).includes(text)
}
