export const CERTIFICATE_KINDS = ['resident-copy', 'record-certificate', 'seal-certificate'] as const
/** 住民票の写し, 住民票記載事項証明書, 印鑑登録証明書. */
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number]

export const WAYS = ['online', 'counter', 'kiosk'] as const
export type Way = (typeof WAYS)[number]

/** Items that stand on the paper only when they were chosen (住民基本台帳法第12条第5項, 事務処理要領第2-4). */
export const OPTIONS = ['relationship', 'domicile', 'resident-code', 'individual-number'] as const
export type Option = (typeof OPTIONS)[number]

/** Why nothing is issued. A closed set: each has its sentence and its way out in text/, and is counted. */
export const REFUSALS = [
  'closed', 'register-unavailable', 'not-registered', 'moved-out', 'deceased', 'removed', 'stopped', 'household-not-whole', 'not-in-household',
  'number-not-allowed', 'reason-missing', 'no-seal', 'name-changed', 'minor', 'withdrawn', 'print-failed', 'unpaid',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** What keeps a request waiting though nothing speaks against it: somebody or something must come first. */
export const TROUBLES = ['characters-missing', 'no-time-stamp', 'press-unavailable', 'proof-failed'] as const
export type Trouble = (typeof TROUBLES)[number]

/** Who comes to the counter (住民基本台帳法第12条・第12条の2・第12条の3). */
export const APPLICANT_KINDS = ['self', 'household', 'proxy', 'official', 'third-party'] as const
export type ApplicantKind = (typeof APPLICANT_KINDS)[number]

export const IDENTITY_DOCUMENTS = ['number-card', 'driving-licence', 'passport', 'residence-card', 'two-others'] as const
export type IdentityDocument = (typeof IDENTITY_DOCUMENTS)[number]

export interface Applicant {
  readonly kind: ApplicantKind
  readonly name: string
  readonly document: IdentityDocument
  /** Required of officials and third parties; empty otherwise. */
  readonly reason: string
}

/** A request and its four facts: paid, issued, printed, settled. None of them follows from another. */
export interface CertificateRequest {
  readonly id: string
  readonly requestKey: string
  readonly kind: CertificateKind
  readonly way: Way
  readonly subjectId: string
  /** Empty for everybody in the household. */
  readonly people: readonly string[]
  readonly options: readonly Option[]
  readonly accountId: string | null
  readonly ownPersonId: string | null
  readonly applicant: Applicant | null
  /** Key of the reduction of the fee; empty for the whole fee. */
  readonly reduction: string
  readonly origin: string
  readonly requestedAt: Temporal.Instant
  readonly paidAt: Temporal.Instant | null
  readonly issuedAt: Temporal.Instant | null
  readonly printedAt: Temporal.Instant | null
  readonly settledAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  readonly endedBecause: Refusal | null
  readonly trouble: Trouble | null
  readonly missingSorts: readonly string[]
}

export const STEPS = ['requested', 'paid', 'issued', 'printed', 'print-failed', 'settled', 'ended', 'recalled', 'trouble'] as const
export type Step = (typeof STEPS)[number]

export const STOP_REASONS = ['lost-card', 'own-wish', 'office'] as const
export type StopReason = (typeof STOP_REASONS)[number]

/** What stands on a paper: titles and values as they are printed, in their order. */
export interface PaperContent {
  readonly title: string
  readonly sections: readonly PaperSection[]
  /** The sentence by which the mayor certifies it. */
  readonly certified: string
  readonly seal: { readonly png: Buffer; readonly widthTenths: number; readonly heightTenths: number } | null
}

export interface PaperSection {
  readonly rows: readonly (readonly [label: string, value: string])[]
}

export const CERTIFICATE_LIMITS = {
  /** People on one paper. */
  people: 30,
  reasonCharacters: 300,
  nameCharacters: 100,
  /** A file that was fetched, or never was, is kept so long. */
  keepFileDays: 7,
  /** A process that died in the middle of a paper is given up after so long. */
  claimSeconds: 60,
  /** Papers that one process makes at once. */
  papersAtOnce: 8,
  requestsShown: 50,
} as const
