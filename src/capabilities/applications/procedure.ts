import type { AttachmentRules } from '#capabilities/attachments/model.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { Condition } from './conditions.ts'
import type { Answers, CalculatedLine, Decision, Given, Said, Verdict, WeighedRequirement } from './model.ts'

/**
 * A procedure as a service writes it down: one definition gives the pages to fill in, the checks, the explanation, the
 * desk and the decision. Definitions are values; only judgements, calculations and the effect of a decision are functions.
 */
export interface Procedure {
  /** `service/procedure` in kebab case with a dot between, e.g. `childcare-procedures.allowance-claim`; kept for good. */
  readonly key: string
  readonly title: Phrase<never>
  /** For whom and what for, in one sentence. */
  readonly summary: Phrase<never>
  readonly legalBasis: string
  /** Who may file: everybody with a mail address, whoever signed in, or only who showed a card. */
  readonly mayFile: 'everyone' | 'resident-signed-in' | 'resident-proven'
  /** Unsigned it cannot be sent (電子署名); refused before anything is uploaded. */
  readonly needsSignature?: boolean
  /** May be accepted by the dozen, where nothing has to be weighed. */
  readonly isBulkSafe?: boolean
  /** `MM-DD`; outside of them it is shown with when it opens. All year where nothing is said. */
  readonly seasons?: readonly { readonly from: string; readonly until: string }[]
  /** How long a decided application is kept, from the end of the fiscal year of its decision. */
  readonly retention: { readonly years: number; readonly basis: string }
  /** In the order of their days. A version that was filed on is never edited: a new one begins. */
  readonly versions: readonly [ProcedureVersion, ...ProcedureVersion[]]
  /** What follows from a decision for the service, in the same transaction and under its own role. */
  onDecided?(tx: Tx, application: DecidedApplication): Promise<void>
}

export interface DecidedApplication {
  readonly id: string
  readonly number: string
  readonly procedure: string
  readonly version: string
  readonly personId: string | null
  readonly accountId: string | null
  readonly answers: Answers
  /** Day on which it was filed. */
  readonly filedOn: Temporal.PlainDate
  readonly decision: Decision
}

export interface ProcedureVersion {
  /** e.g. `2024-10`; what a filed application names. */
  readonly version: string
  /** First day. */
  readonly from: Temporal.PlainDate
  readonly pages: readonly [FormPage, ...FormPage[]]
  readonly requirements: readonly Requirement[]
  readonly documents: readonly DocumentSlot[]
  /** Until when it must be filed, and under which article; null where there is no such day. */
  deadline?(given: Given): { readonly until: Temporal.PlainDate; readonly because: Said; readonly article: string } | null
  /** 標準処理期間 (行政手続法第6条), in business days. */
  readonly officeDays: number
  /** 専決: the first row that fits says who decides. The last one fits always. */
  readonly deciders: readonly [DecidingRow, ...DecidingRow[]]
  /** Texts of reasons that a decision may give; a refusal gives at least one (行政手続法第8条). */
  readonly reasons: readonly DecisionReason[]
  /** What only the service's own records can say, e.g. that somebody else receives it already: under the service's role, for the desk. */
  look?(tx: Tx, given: Given): Promise<readonly WeighedRequirement[]>
  /** What it comes to, line by line, where something is computed. */
  calculate?(given: Given): readonly CalculatedLine[]
  /** Yen that are decided about; for the table of deciders and the desk. */
  amountYen?(given: Given): number | null
  /** Key in the city's table of fees; free where nothing is said. */
  readonly fee?: string
  /** How the national portal names this procedure and its fields. */
  readonly portal?: { readonly procedureCode: string; readonly fields: Readonly<Record<string, string>> }
}

export interface Requirement {
  readonly key: string
  readonly title: Phrase<never>
  readonly article: string
  readonly judge: Condition | ((given: Given) => Verdict)
}

export interface DocumentSlot {
  readonly key: string
  readonly title: Phrase<never>
  readonly hint: Phrase<never>
  /** Asked for at all; always where nothing is said. */
  readonly show?: Condition
  readonly isRequired: boolean
  readonly rules: AttachmentRules
}

export interface DecidingRow {
  readonly title: Phrase<never>
  /** Fits up to so many yen. */
  readonly mostYen?: number
  readonly when?: Condition
  readonly duty: string
  /** A second person must confirm what the first proposed. */
  readonly isFourEyes: boolean
}

export interface DecisionReason {
  readonly key: string
  readonly outcome: 'approved' | 'refused'
  readonly text: Phrase<never>
}

export interface FormPage {
  readonly key: string
  readonly title: Phrase<never>
  readonly lead?: Phrase<never>
  readonly fields: readonly ProcedureField[]
}

interface FieldTerms {
  /** Kebab case; kept for good, as answers bear it. */
  readonly key: string
  readonly label: Phrase<never>
  readonly hint?: Phrase<never>
  /** True where nothing is said. */
  readonly isRequired?: boolean
  /** Asked only when this holds; may look at fields that stand before it. */
  readonly show?: Condition
}

export type SingleField =
  | (FieldTerms & { readonly kind: 'text'; readonly max?: number; readonly pattern?: RegExp; readonly input?: 'tel' | 'email' })
  | (FieldTerms & { readonly kind: 'long-text'; readonly max?: number })
  | (FieldTerms & { readonly kind: 'date'; readonly isPast?: boolean })
  | (FieldTerms & { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit?: Phrase<never> })
  | (FieldTerms & { readonly kind: 'money'; readonly max: number })
  | (FieldTerms & { readonly kind: 'choice'; readonly choices: readonly FieldChoice[] })
  | (FieldTerms & { readonly kind: 'choices'; readonly choices: readonly FieldChoice[] })
  | (FieldTerms & { readonly kind: 'yes-no' })
  /** What one confirms by ticking, e.g. that what was written is true; must be ticked where it is required. */
  | (FieldTerms & { readonly kind: 'consent' })
  /** Taken from the register with "is this still right?". */
  | (FieldTerms & { readonly kind: 'registered'; readonly source: RegisteredSource })
  /** Somebody of the household; named where the register does not know whose it is. */
  | (FieldTerms & { readonly kind: 'person'; readonly among: 'household' | 'children' | 'adults' })
  | (FieldTerms & { readonly kind: 'bank' })

export type RegisteredSource = 'name' | 'kana' | 'birth-date' | 'address' | 'postal-code'

export interface FieldChoice {
  readonly value: string
  readonly label: Phrase<never>
}

/** The same questions again and again, e.g. for every child. */
export type GroupField = FieldTerms & { readonly kind: 'group'; readonly itemTitle: Phrase<never>; readonly most: number; readonly fields: readonly SingleField[] }
export type ProcedureField = SingleField | GroupField

/** Writes a procedure down; the compiler checks it here, `assertProcedures` when the city opens. */
export function procedure(definition: Procedure): Procedure {
  return definition
}

declare module '#kernel/service/manifest.ts' {
  interface Manifest {
    /** Procedures that residents may file with this service. */
    readonly procedures?: readonly Procedure[]
  }
}
