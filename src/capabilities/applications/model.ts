import type { RegisteredHousehold, RegisteredPerson } from '#capabilities/residents/residents.ts'
import type { City } from '#kernel/city/city.ts'
import type { Phrase, PhraseValue } from '#kernel/text/text.ts'
import type { Outcome } from './conditions.ts'

/** What somebody answered, by the field's key. A field that was not asked has no answer. */
export type Answers = Readonly<Record<string, AnswerValue>>
export type AnswerValue = string | number | boolean | readonly string[] | RegisteredAnswer | PersonAnswer | BankAnswer | readonly Answers[]

/** An answer by reference to the register: what stood there, and whether the person said that it is still right. */
export interface RegisteredAnswer {
  readonly kind: 'registered'
  /** Null where the register was not asked: weaker proof, paper. */
  readonly registered: string | null
  readonly isRight: boolean
  /** What the person says instead; empty when the register is right. */
  readonly told: string
}

export interface PersonAnswer {
  readonly kind: 'person'
  /** Key in the register; null for somebody whom the form could only name. */
  readonly personId: string | null
  readonly name: string
  /** YYYY-MM-DD; empty where it is not known. */
  readonly birthDate: string
}

export interface BankAnswer {
  readonly kind: 'bank'
  readonly bank: string
  readonly bankCode: string
  readonly branchCode: string
  readonly type: 'ordinary' | 'current' | 'savings'
  readonly number: string
  readonly holder: string
}

/** What a condition, a requirement or a calculation may look at. */
export interface Given {
  readonly answers: Answers
  /** Whose business it is, as the register knows them; null for who is not matched. */
  readonly person: RegisteredPerson | null
  readonly household: RegisteredHousehold | null
  /** The day of filing; today while it is a draft. */
  readonly on: Temporal.PlainDate
  /** For tables of its folder: rates, limits. */
  readonly city: City
}

/** A sentence with its values, ready for any reader. */
export interface Said {
  readonly phrase: Phrase
  readonly values?: Readonly<Record<string, PhraseValue>>
}

export interface Verdict {
  readonly outcome: Outcome
  readonly because: Said
}

/** A requirement with what became of it, as it is shown and kept. */
export interface WeighedRequirement extends Verdict {
  readonly key: string
  readonly title: Phrase<never>
  readonly article: string
}

/** A line of a calculation: what, how much, why, under which article. */
export interface CalculatedLine {
  readonly label: Said
  readonly amount: string
  readonly because: Said
  readonly article: string
}

/** What was filed as people read it, in four languages: it stays readable when the procedure's program is long gone. */
export interface Sheet {
  readonly pages: readonly { readonly title: Phrase<never>; readonly lines: readonly SheetLine[] }[]
  readonly requirements: readonly WeighedRequirement[]
  readonly calculation: readonly CalculatedLine[]
}

export interface SheetLine {
  /** Key of the field; `children.0.name` within a group. */
  readonly field: string
  readonly label: Phrase<never>
  readonly text: SheetText
  /** What the register said when it was filled in, where the answer refers to it. */
  readonly registered?: string
}

export type SheetText = { readonly plain: string } | { readonly phrases: readonly Phrase<never>[] }

export const STATES = ['draft', 'submitted', 'checking', 'correction-asked', 'corrected', 'proposed', 'approved', 'refused', 'withdrawn'] as const
export type State = (typeof STATES)[number]
export type Channel = 'online' | 'paper' | 'portal'

/** An application as it stands now. What happened to it, its events tell. */
export interface Application {
  readonly id: string
  /** Readable number of the receipt; null while it is a draft. */
  readonly number: string | null
  readonly procedure: string
  readonly version: string
  readonly channel: Channel
  readonly state: State
  readonly accountId: string | null
  /** Whose business it is, as the register's key. */
  readonly personId: string | null
  /** 代理: acts for that person as guardian or proxy. */
  readonly actingAs: 'self' | 'guardian' | 'proxy'
  readonly applicantName: string
  readonly mail: string
  readonly language: string
  readonly answers: Answers
  readonly madeBy: string
  readonly madeAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  readonly submittedAt: Temporal.Instant | null
  readonly dueOn: Temporal.PlainDate | null
  readonly claimedBy: string | null
  readonly stage: string | null
  readonly asked: readonly AskedCorrection[]
  readonly correctBy: Temporal.PlainDate | null
  readonly signature: FiledSignature | null
  readonly decision: Decision | null
  readonly decidedAt: Temporal.Instant | null
  readonly edition: number
}

/** A signature with the card's certificate for signatures over what is filed (電子署名). */
export interface FiledSignature {
  /** As the capability resident-identity knows it. */
  readonly request: string
  /** SHA-256 of the answers and files, in base64url: another answer, or another file, needs another signature. */
  readonly digest: string
  /** Signature and certificate (DER) in base64url, once it is filed. */
  readonly signed: { readonly signature: string; readonly certificate: string; readonly at: string } | null
}

/** One field or document that the officer marked (補正, 行政手続法第7条), with the reason in plain words. */
export interface AskedCorrection {
  /** Key of a field, or `document:` and a slot. */
  readonly field: string
  readonly reason: string
}

export interface Decision {
  readonly outcome: 'approved' | 'refused'
  /** Keys of the version's reasons. */
  readonly reasons: readonly string[]
  readonly note: string
  readonly amountYen: number | null
  readonly proposedBy: string
  readonly confirmedBy: string | null
}

export type EventKind =
  | 'submitted' | 'claimed' | 'handed-over' | 'released' | 'correction-asked' | 'corrected' | 'proposed' | 'sent-back' | 'approved' | 'refused'
  | 'withdrawn' | 'stage-set' | 'message-to-resident' | 'message-from-resident' | 'note' | 'register-differs'

export interface ApplicationEvent {
  readonly entry: number
  readonly at: Temporal.Instant
  readonly by: string
  readonly byName: string
  readonly kind: EventKind
  /** Only staff see it. */
  readonly isInternal: boolean
  readonly text: string
}

/** Under which rule staff look at an application, where the procedure's own basis is not meant. */
export const DESK_BASIS = '個人情報の保護に関する法律第61条第1項・第69条第1項(申請の処理)'

/** The name under which the fee of an application is asked for. */
export function paymentReference(id: string): string {
  return `applications:${id}`
}

/** The owner under which an application's files are kept. */
export function ownerOf(id: string): string {
  return `application:${id}`
}
