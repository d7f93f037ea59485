import { LANGUAGES, partsOf, type Language } from '#kernel/text/text.ts'
import type { Slots, TemplateLine } from '../model.ts'
import { sayValue } from './slot-values.ts'

/** Title and sentences in four languages: the same facts in each, or it is not composed at all. */
export interface Composed {
  readonly lines: readonly Readonly<Record<Language, string>>[]
  /** Slots whose lines were left out, because their value is missing or cannot be said in all four languages. */
  readonly missing: readonly string[]
}

/**
 * Fills a template's slots. A line whose slot cannot be said in every language is left out of every language where the
 * template allows it; where it does not, nothing is composed and the next template of the chain is tried.
 */
export function composeLines(lines: readonly TemplateLine[], slots: Slots, today: Temporal.PlainDate): Composed | undefined {
  const values = new SaidSlots(slots, today)
  const said: Readonly<Record<Language, string>>[] = []
  const missing = new Set<string>()
  for (const { text, isOptional } of lines) {
    const lacking = [...new Set(LANGUAGES.flatMap((language) => slotsIn(text[language])))].filter((slot) => values.find(slot) === null)
    if (lacking.length === 0) said.push(inLanguages((language) => filled(text[language], (slot) => values.find(slot)?.[language] ?? '')))
    else if (!isOptional) return undefined
    for (const slot of lacking) missing.add(slot)
  }
  return said.length === 0 ? undefined : { lines: said, missing: [...missing] }
}

/** Names of the slots in a text, each as often as it stands there. */
export function slotsIn(text: string): string[] {
  return partsOf(text).flatMap((part) => (part.kind === 'placeholder' ? [part.name] : []))
}

/** Each slot is said once, in all languages or in none. */
class SaidSlots {
  readonly #slots: Slots
  readonly #today: Temporal.PlainDate
  readonly #said = new Map<string, Readonly<Record<Language, string>> | null>()

  constructor(slots: Slots, today: Temporal.PlainDate) {
    this.#slots = slots
    this.#today = today
  }

  find(slot: string): Readonly<Record<Language, string>> | null {
    const known = this.#said.get(slot)
    if (known !== undefined) return known
    const value = Object.hasOwn(this.#slots, slot) ? this.#slots[slot] : undefined
    const words = value === undefined ? [null] : LANGUAGES.map((language) => sayValue(value, language, this.#today))
    const said = words.includes(null) ? null : inLanguages((language) => words[LANGUAGES.indexOf(language)] as string)
    this.#said.set(slot, said)
    return said
  }
}

function filled(text: string, valueOf: (slot: string) => string): string {
  return partsOf(text).map((part) => (part.kind === 'text' ? part.text : part.kind === 'ruby' ? `{${part.base}|${part.reading}}` : valueOf(part.name))).join('')
}

function inLanguages(of: (language: Language) => string): Record<Language, string> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, of(language)])) as Record<Language, string>
}
