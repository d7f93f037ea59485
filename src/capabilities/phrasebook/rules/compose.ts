import { LANGUAGES, partsOf, type Language } from '#kernel/text/text.ts'
import type { MissingSlot, Slots, SlotValue, TemplateLine } from '../model.ts'
import { namesLackingIn, sayValue } from './slot-values.ts'

/** Title and sentences in four languages: the same facts in each, or it is not composed at all. */
export interface Composed {
  readonly lines: readonly Readonly<Record<Language, string>>[]
  /** Slots whose lines were left out, because their value is missing or cannot be said in all four languages. */
  readonly missing: readonly MissingSlot[]
}

/**
 * Fills a template's slots. A line whose slot cannot be said in every language is left out of every language where the
 * template allows it; where it does not, nothing is composed and the next template of the chain is tried.
 */
export function composeLines(lines: readonly TemplateLine[], slots: Slots, today: Temporal.PlainDate): Composed | undefined {
  const values = new SaidSlots(slots, today)
  const said = lines.filter((line) => values.lackingIn(line).length === 0)
  const isCut = lines.some((line) => !line.isOptional && values.lackingIn(line).length > 0)
  if (isCut || said.length === 0) return undefined
  const filledLines = said.map(({ text }) => inLanguages((language) => filled(text[language], (slot) => values.find(slot)?.[language] ?? '')))
  return { lines: filledLines, missing: missingIn(lines, slots, today) }
}

/** The slots of a template that cannot be said in all four languages, each once and with the reason, in the order of the text. */
export function missingIn(lines: readonly TemplateLine[], slots: Slots, today: Temporal.PlainDate): MissingSlot[] {
  const values = new SaidSlots(slots, today)
  return [...new Set(lines.flatMap((line) => values.lackingIn(line)))].map((slot) => values.reasonFor(slot))
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

  /** The slots of a line that cannot be said in all languages. */
  lackingIn({ text }: TemplateLine): string[] {
    return [...new Set(LANGUAGES.flatMap((language) => slotsIn(text[language])))].filter((slot) => this.find(slot) === null)
  }

  reasonFor(slot: string): MissingSlot {
    const value = this.#given(slot)
    const languages = LANGUAGES.filter((language) => value === undefined || sayValue(value, language, this.#today) === null)
    return { slot, languages, names: value === undefined ? [] : namesLackingIn(value, languages) }
  }

  #given(slot: string): SlotValue | undefined {
    return Object.hasOwn(this.#slots, slot) ? this.#slots[slot] : undefined
  }

  find(slot: string): Readonly<Record<Language, string>> | null {
    const known = this.#said.get(slot)
    if (known !== undefined) return known
    const value = this.#given(slot)
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
