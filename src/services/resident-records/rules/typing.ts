import { parseDate } from '#kernel/values/era.ts'
import { ARTICLES, type Finding, type FindingCode } from './findings.ts'

/** Longest text of a field, in UTF-16 units: room for long names with variation selectors. */
export const LONGEST = { name: 200, address: 300, note: 1_000, word: 60 } as const

interface DayTerms {
  readonly isRequired?: boolean
  /** The rule that asks for it. */
  readonly article?: string
}

interface TextTerms extends DayTerms {
  readonly longest?: number
}

/** Reads the fields of an entry's form one by one and collects what is wrong with them. Nothing typed is altered. */
export class Typing {
  readonly typed: Readonly<Record<string, string>>
  readonly today: Temporal.PlainDate
  readonly refusals: Finding[] = []
  readonly warnings: Finding[] = []

  constructor(typed: Readonly<Record<string, string>>, today: Temporal.PlainDate) {
    this.typed = typed
    this.today = today
  }

  text(field: string, { isRequired = false, longest = LONGEST.name, article = ARTICLES.content }: TextTerms = {}): string {
    const text = this.typed[field] ?? ''
    if (text.trim() === '') {
      if (isRequired) this.refuse(field, 'missing', article)
      return ''
    }
    if (text !== text.trim()) this.refuse(field, 'edge-spaces', article)
    if (text.length > longest) this.refuse(field, 'too-long', article, { most: longest })
    return text
  }

  /** A day in any era or calendar that people write; null where there is none, or none that can be read. */
  day(field: string, { isRequired = false, article = ARTICLES.content }: DayTerms = {}): Temporal.PlainDate | null {
    const text = this.typed[field] ?? ''
    if (text.trim() === '') {
      if (isRequired) this.refuse(field, 'missing', article)
      return null
    }
    const read = parseDate(text)
    if (read.ok) return read.value
    this.refuse(field, 'no-such-day', article)
    return null
  }

  choice<const Value extends string>(field: string, values: readonly Value[], fallback?: Value): Value | null {
    const text = this.typed[field] ?? ''
    if (text === '' && fallback !== undefined) return fallback
    const found = values.find((value) => value === text)
    if (found === undefined) this.refuse(field, text === '' ? 'missing' : 'not-a-choice', ARTICLES.content)
    return found ?? null
  }

  flag(field: string): boolean {
    return (this.typed[field] ?? '') !== ''
  }

  /** Ids behind a prefix whose box is ticked: `who.<id>`. */
  ticked(prefix: string): string[] {
    return Object.keys(this.typed).filter((field) => field.startsWith(`${prefix}.`) && this.flag(field)).map((field) => field.slice(prefix.length + 1))
  }

  refuse(field: string, code: FindingCode, article: string, values?: Finding['values']): void {
    this.refusals.push({ field, code, article, ...(values === undefined ? {} : { values }) })
  }

  warn(field: string, code: FindingCode, article: string, values?: Finding['values']): void {
    this.warnings.push({ field, code, article, ...(values === undefined ? {} : { values }) })
  }
}
