import { z } from 'zod'
import type { Phrase, PhraseValue } from '#kernel/text/text.ts'
import { words } from './text.ts'

/**
 * A form is defined once: its fields give the labels, the errors, the parsing, the types and the shape for machines.
 * What people typed is kept as they typed it, so that a form with errors comes back whole.
 */
export interface Field<Value = unknown> {
  readonly kind: FieldKind
  readonly label: Phrase<never>
  readonly hint?: Phrase<never>
  readonly isRequired: boolean
  readonly shape: z.ZodType<Value>
  readonly choices?: readonly Choice[]
  readonly maxLength?: number
  /** What the browser may offer to fill in, e.g. `username`. */
  readonly autocomplete?: string
  readonly accept?: string
}

export type FieldKind = 'text' | 'long-text' | 'choice' | 'choices' | 'flag' | 'date' | 'whole-number' | 'secret' | 'file' | 'hidden'

export interface Choice {
  readonly value: string
  readonly label: Phrase<never>
}

export type Form = Readonly<Record<string, Field>>
export type ValuesOf<Fields extends Form> = { readonly [Name in keyof Fields]: z.infer<Fields[Name]['shape']> }

export interface UploadedFile {
  readonly fileName: string
  readonly bytes: Buffer
}

/** What came in for each field, before anything is made of it. */
export type Typed = Readonly<Record<string, string | readonly string[] | UploadedFile>>

export interface Problem {
  readonly phrase: Phrase
  readonly values?: Readonly<Record<string, PhraseValue>>
}
export type FormProblems = Readonly<Record<string, Problem>>

export type Filled<Fields extends Form> =
  | { readonly ok: true; readonly values: ValuesOf<Fields> }
  | { readonly ok: false; readonly problems: FormProblems }

interface FieldTerms {
  readonly label: Phrase<never>
  readonly hint?: Phrase<never>
  readonly autocomplete?: string
}

/** Name of the hidden field that carries the form's own number (see web/form-tokens.ts). */
export const TOKEN_FIELD = 'csrf'

/** Longest text of a single-line field unless the form says otherwise, in characters. */
export const TEXT_LIMIT = 200
export const LONG_TEXT_LIMIT = 10_000

export function textField(terms: FieldTerms & { max?: number; isRequired?: boolean; pattern?: RegExp }): Field<string> {
  const { max = TEXT_LIMIT, isRequired = true, pattern, ...rest } = terms
  const sized = z.string().max(max)
  return { kind: 'text', isRequired, maxLength: max, shape: pattern ? sized.regex(pattern) : sized, ...rest }
}

export function longTextField(terms: FieldTerms & { max?: number; isRequired?: boolean }): Field<string> {
  const { max = LONG_TEXT_LIMIT, isRequired = true, ...rest } = terms
  return { kind: 'long-text', isRequired, maxLength: max, shape: z.string().max(max), ...rest }
}

export function choiceField<const Values extends string>(
  terms: FieldTerms & { choices: readonly { value: Values; label: Phrase<never> }[]; isRequired?: boolean },
): Field<Values> {
  const { choices, isRequired = true, ...rest } = terms
  return { kind: 'choice', isRequired, choices, shape: z.enum(choices.map((choice) => choice.value) as [Values]), ...rest }
}

export function flagField(terms: FieldTerms): Field<boolean> {
  return { kind: 'flag', isRequired: false, shape: z.boolean(), ...terms }
}

export function wholeNumberField(terms: FieldTerms & { min: number; max: number; isRequired?: boolean }): Field<number> {
  const { min, max, isRequired = true, ...rest } = terms
  return { kind: 'whole-number', isRequired, shape: z.int().min(min).max(max), ...rest }
}

/** A calendar day, sent as `YYYY-MM-DD` by the browser's own date box. */
export function dateField(terms: FieldTerms): Field<Temporal.PlainDate> {
  return { kind: 'date', isRequired: true, shape: dayShape, ...terms }
}

/** A day that may be left open; null then. */
export function optionalDateField(terms: FieldTerms): Field<Temporal.PlainDate | null> {
  return { kind: 'date', isRequired: false, shape: dayShape, ...terms }
}

const dayShape = z.iso.date().transform((text) => Temporal.PlainDate.from(text))

export function secretField(terms: FieldTerms & { min?: number; max?: number }): Field<string> {
  const { min = 1, max = 200, ...rest } = terms
  return { kind: 'secret', isRequired: true, maxLength: max, shape: z.string().min(min).max(max), ...rest }
}

export function fileField(terms: FieldTerms & { accept: string; isRequired?: boolean }): Field<UploadedFile> {
  const { isRequired = true, ...rest } = terms
  return { kind: 'file', isRequired, shape: z.custom<UploadedFile>((value) => isUploadedFile(value)), ...rest }
}

export function hiddenField(terms: { max?: number; isRequired?: boolean } = {}): Field<string> {
  const { max = TEXT_LIMIT, isRequired = true } = terms
  return { kind: 'hidden', isRequired, label: words.hidden, shape: z.string().max(max) }
}

export function isUploadedFile(value: unknown): value is UploadedFile {
  return typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes)
}

/** Reads what came in. Line ends become LF; nothing else of a text is altered. */
export function fillIn<Fields extends Form>(form: Fields, typed: Typed): Filled<Fields> {
  const values: Record<string, unknown> = {}
  const problems: Record<string, Problem> = {}
  for (const [name, field] of Object.entries(form)) {
    const raw = rawValueOf(field, typed[name])
    if (raw === undefined) {
      if (field.isRequired) problems[name] = { phrase: field.kind === 'file' ? words.fileRequired : words.required }
      else values[name] = emptyValueOf(field)
      continue
    }
    const read = field.shape.safeParse(raw)
    if (read.success) values[name] = read.data
    else problems[name] = problemOf(field, read.error.issues[0] as z.core.$ZodIssue)
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  return { ok: true, values: values as ValuesOf<Fields> }
}

function rawValueOf(field: Field, typed: Typed[string] | undefined): unknown {
  if (field.kind === 'flag') return typed !== undefined && typed !== ''
  if (field.kind === 'choices') return Array.isArray(typed) ? typed : typed === undefined ? [] : [typed]
  if (isUploadedFile(typed)) return typed.bytes.length === 0 && typed.fileName === '' ? undefined : typed
  const text = Array.isArray(typed) ? typed.at(-1) : typed
  if (text === undefined || text === '') return undefined
  const lines = String(text).replaceAll('\r\n', '\n')
  // A field of blanks only is as empty as an empty one, but a text keeps its blanks.
  if (lines.trim() === '' && field.kind !== 'secret') return undefined
  return field.kind === 'whole-number' ? wholeNumberIn(lines) : lines
}

/** Digits in any width, with or without grouping; anything else stays text and is refused by the shape. */
function wholeNumberIn(text: string): number | string {
  const digits = text.normalize('NFKC').replace(/[,\s]/g, '')
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : text
}

function emptyValueOf(field: Field): unknown {
  if (field.kind === 'file' || field.kind === 'whole-number' || field.kind === 'date') return null
  return ''
}

function problemOf(field: Field, issue: z.core.$ZodIssue): Problem {
  if (issue.code === 'too_big' && issue.origin === 'string') return { phrase: words.tooLong, values: { max: Number(issue.maximum) } }
  if (issue.code === 'too_small' && issue.origin === 'string') return { phrase: words.tooShort, values: { min: Number(issue.minimum) } }
  if (issue.code === 'too_big') return { phrase: words.tooMuch, values: { max: Number(issue.maximum) } }
  if (issue.code === 'too_small') return { phrase: words.tooLittle, values: { min: Number(issue.minimum) } }
  if (field.kind === 'whole-number') return { phrase: words.notANumber }
  if (field.kind === 'date') return { phrase: words.notADay }
  if (field.choices) return { phrase: words.notAChoice }
  return { phrase: words.notReadable }
}
