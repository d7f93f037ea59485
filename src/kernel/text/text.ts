import { Html, escapeHtml } from '#kernel/html/html.ts'

/**
 * Every word shown stands in four languages side by side. In the two Japanese ones `{亀山市|かめやまし}` carries a
 * reading, printed as ruby where the reader wants furigana; `{count}` is a placeholder, the same in all four.
 */
export const LANGUAGES = ['ja', 'ja-x-yasashii', 'en', 'pt'] as const
export type Language = (typeof LANGUAGES)[number]

export type Phrase<Placeholder extends string = string> = Readonly<Record<Language, string>> & {
  /** Only carries the placeholders' names to the compiler; never present. */
  readonly placeholders?: Placeholder
}

type PlaceholderIn<Source extends string> = Source extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${string}|${string}` ? never : Inside) | PlaceholderIn<Rest>
  : never

/** Declares the words of a room. The compiler reads the placeholders of each phrase from its Japanese text. */
export function phrases<const Words extends Record<string, Readonly<Record<Language, string>>>>(
  words: Words,
): { readonly [Name in keyof Words]: Phrase<PlaceholderIn<Words[Name]['ja']>> } {
  return words
}

export type PhraseValue = string | number

type ValuesFor<Placeholder extends string> = [Placeholder] extends [never]
  ? []
  : string extends Placeholder
    ? [values?: Readonly<Record<string, PhraseValue>>]
    : [values: Readonly<Record<Placeholder, PhraseValue>>]

/** How a person reads: in which language, with or without readings over the characters, in which text size. */
export interface Reader {
  readonly language: Language
  readonly hasFurigana: boolean
  readonly textSize: TextSize
}

export const TEXT_SIZES = ['standard', 'large', 'largest'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** Speaks to one reader: `say` for page content (with ruby), `plain` for attributes, titles, files and mail. */
export class Voice {
  readonly reader: Reader
  /** BCP 47 tag for `<html lang>`; やさしい日本語 is Japanese to a screen reader. */
  readonly htmlLang: string
  /** The locale that number and date formats follow. */
  readonly locale: string
  private numbers: Intl.NumberFormat | undefined

  constructor(reader: Reader) {
    this.reader = reader
    this.htmlLang = reader.language === 'pt' ? 'pt-BR' : reader.language === 'en' ? 'en' : 'ja'
    this.locale = this.htmlLang === 'ja' ? 'ja-JP' : this.htmlLang === 'en' ? 'en-GB' : 'pt-BR'
  }

  get language(): Language {
    return this.reader.language
  }

  say<Placeholder extends string>(phrase: Phrase<Placeholder>, ...[values]: ValuesFor<Placeholder>): Html {
    const parts = partsOf(phrase[this.reader.language])
    let source = ''
    for (const part of parts) {
      if (part.kind === 'text') source += escapeHtml(part.text)
      else if (part.kind === 'placeholder') source += escapeHtml(this.valueOf(part.name, values))
      else source += this.reader.hasFurigana ? rubyOf(part.base, part.reading) : escapeHtml(part.base)
    }
    return new Html(source)
  }

  plain<Placeholder extends string>(phrase: Phrase<Placeholder>, ...[values]: ValuesFor<Placeholder>): string {
    let text = ''
    for (const part of partsOf(phrase[this.reader.language])) {
      if (part.kind === 'text') text += part.text
      else if (part.kind === 'placeholder') text += this.valueOf(part.name, values)
      else text += part.base
    }
    return text
  }

  /** Text that people wrote: it carries readings as phrases do, but is none, and nothing in it is a placeholder. */
  sayWritten(text: string): Html {
    const parts = text.split(/\{([^{}|]*)\|([^{}|]*)\}/)
    let source = ''
    for (let index = 0; index < parts.length; index += 3) {
      source += escapeHtml(parts[index] ?? '')
      const base = parts[index + 1]
      if (base !== undefined) source += this.reader.hasFurigana ? rubyOf(base, parts[index + 2] ?? '') : escapeHtml(base)
    }
    return new Html(source)
  }

  /** Whole numbers and amounts with the reader's digit grouping. */
  number(value: number): string {
    // Making a format costs some fifty times what using it does.
    this.numbers ??= new Intl.NumberFormat(this.locale)
    return this.numbers.format(value)
  }

  private valueOf(name: string, values: Readonly<Record<string, PhraseValue>> | undefined): string {
    const value = values?.[name]
    if (value === undefined) throw new RangeError(`The phrase needs a value for {${name}}`)
    return typeof value === 'number' ? this.number(value) : value
  }
}

/** Japanese for official documents, files and mail that have no reader of their own. */
export const officialVoice: Voice = new Voice({ language: 'ja', hasFurigana: false, textSize: 'standard' })

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: string }
  | { readonly kind: 'ruby'; readonly base: string; readonly reading: string }

const parsed = new Map<string, readonly Part[]>()

/** The parts of one phrase text. Phrases are a closed set, so each is taken apart once and kept. */
export function partsOf(source: string): readonly Part[] {
  const known = parsed.get(source)
  if (known) return known
  const parts: Part[] = []
  let from = 0
  for (const match of source.matchAll(/\{([^{}]*)\}/g)) {
    if (match.index > from) parts.push({ kind: 'text', text: source.slice(from, match.index) })
    const [base = '', reading] = (match[1] ?? '').split('|')
    parts.push(reading === undefined ? { kind: 'placeholder', name: base } : { kind: 'ruby', base, reading })
    from = match.index + match[0].length
  }
  if (from < source.length) parts.push({ kind: 'text', text: source.slice(from) })
  parsed.set(source, parts)
  return parts
}

function rubyOf(base: string, reading: string): string {
  // <rp> keeps the reading legible where ruby is not drawn (text browsers, some screen readers).
  return `<ruby>${escapeHtml(base)}<rp>(</rp><rt>${escapeHtml(reading)}</rt><rp>)</rp></ruby>`
}
