import { renderField } from '#design/field/view.ts'
import { renderColumns } from '#design/layout/view.ts'
import type { FieldProps } from '#design/field/model.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { RELATIONSHIPS, type Registration } from '../model.ts'
import type { Finding } from '../rules/findings.ts'
import type { Known } from '../rules/known.ts'
import type { TypedEntry } from '../store/entries.ts'
import { fieldWords, PERSON_LABELS } from '../text/field-words.ts'
import { FINDING_WORDS } from '../text/finding-words.ts'
import { formWords } from '../text/form-words.ts'

interface TextTerms {
  readonly hint?: Phrase<never>
  readonly isRequired?: boolean
  readonly width?: 'short' | 'medium' | 'full'
  readonly fallback?: string
  readonly isLong?: boolean
}

const FORM_LABELS: Readonly<Record<string, Phrase<never>>> = {
  occurredOn: formWords.occurredOn, notifiedOn: formWords.notifiedOn, notifier: formWords.notifier, note: formWords.note, joins: formWords.joins, act: formWords.act, cause: formWords.causeHeading,
  relationsChecked: fieldWords.relationship, relation: fieldWords.relationship, number: fieldWords.addresseeNumber, person: fieldWords.name, where: formWords.fromWhere, previousHead: formWords.previousHead,
}

/** Relationships of relations that are met every day; others are kept as they stand. */
const COMPOSED = ['子の子', '妻の子', '夫の子', '子の妻', '子の夫', '妻の父', '妻の母', '夫の父', '夫の母', '父の母', '母の母', '兄の妻', '弟の妻', '兄の子', '弟の子', '姉の子', '妹の子', '父の妻', '母の夫']

/** The fields of an entry's form, each with what was typed into it and what is wrong with it. */
export class EntryFields {
  readonly voice: Voice
  readonly known: Known
  readonly typed: TypedEntry
  private readonly refusals: readonly Finding[]

  constructor(voice: Voice, known: Known, typed: TypedEntry, refusals: readonly Finding[]) {
    this.voice = voice
    this.known = known
    this.typed = typed
    this.refusals = refusals
  }

  text(name: string, label: Phrase<never>, { hint, isRequired = false, width, fallback = '', isLong = false }: TextTerms = {}): Html {
    const frame = { ...this.frame(name, this.voice.say(label), fallback), isRequired, ...(hint === undefined ? {} : { hint: this.voice.say(hint) }) }
    return isLong ? this.field({ ...frame, kind: 'textarea', rows: 3 }) : this.field({ ...frame, kind: 'text', ...(width === undefined ? {} : { width }) })
  }

  select(name: string, label: HtmlValue, choices: readonly { readonly value: string; readonly label: string }[], { isRequired = true, fallback = '', emptyLabel }: { isRequired?: boolean; fallback?: string; emptyLabel?: string } = {}): Html {
    return this.field({ ...this.frame(name, label, fallback), kind: 'select', choices, isRequired, ...(emptyLabel === undefined ? {} : { emptyLabel }) })
  }

  choice(name: string, label: Phrase<never>, choices: Readonly<Record<string, Phrase<never>>>, fallback = ''): Html {
    const options = Object.entries(choices).map(([value, phrase]) => ({ value, label: this.voice.say(phrase) }))
    return this.field({ ...this.frame(name, this.voice.say(label), fallback), kind: 'radios', choices: options, isRequired: true, isInline: options.length < 4 })
  }

  tick(name: string, label: HtmlValue, isTicked = false): Html {
    const { error } = this.frame(name, label, '')
    // A box that was sent unticked is not sent at all; whether the form was sent, its first field tells.
    const isChecked = this.typed.occurredOn === undefined ? isTicked : (this.typed[name] ?? '') !== ''
    return this.field({ name, label, kind: 'checkbox', isChecked, isRequired: false, ...(error === undefined ? {} : { error }) })
  }

  /** What somebody is to the head, chosen from what is usual; what stands there and is not usual stays to be chosen. */
  relation(name: string, label: HtmlValue, fallback: string): Html {
    const value = this.typed[name] ?? fallback
    const usual = [...Object.values(RELATIONSHIPS), ...COMPOSED]
    const words = value === '' || usual.includes(value) ? usual : [value, ...usual]
    return this.select(name, label, words.map((word) => ({ value: word, label: word })), { fallback })
  }

  /** What a field is called in the list of what is wrong: whose it is, and which. */
  labelOf(name: string): HtmlValue {
    const [, index, own] = /^arrival(\d)\.(\w+)$/.exec(name) ?? []
    const label = PERSON_LABELS[(own ?? name.replace(/^set\./, '')) as keyof Registration] ?? FORM_LABELS[own ?? name]
    const [, group, id] = /^(who|relation)\.(.+)$/.exec(name) ?? []
    const whose = this.known.people.get(id ?? '')?.registration.name ?? ''
    if (group === 'who') return whose
    if (group !== undefined) return html`${whose} · ${this.voice.say(fieldWords.relationship)}`
    return html`${index === undefined ? nothing : html`${this.voice.say(formWords.person, { number: Number(index) + 1 })} · `}${label ? this.voice.say(label) : name}`
  }

  /** Two by two; on a phone below each other. */
  pairs(parts: readonly Html[]): Html {
    return renderColumns({ kind: 'halves', parts })
  }

  private field(props: FieldProps): Html {
    return renderField({ ...props, voice: this.voice })
  }

  private frame(name: string, label: HtmlValue, fallback: string) {
    const wrong = this.refusals.filter(({ field }) => field === name)
    const error = wrong.map(({ code, values }) => this.voice.plain(FINDING_WORDS[code], values)).join(' ')
    return { name, label, value: this.typed[name] ?? fallback, ...(wrong.length === 0 ? {} : { error }) }
  }
}
