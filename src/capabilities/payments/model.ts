import type { Language } from '#kernel/text/text.ts'

/** A name in the four languages, as it comes from the city's folder or from a service; without furigana marks. */
export type Wording = Readonly<Record<Language, string>>

/** One price from one day on. */
export interface Rate {
  readonly id: string
  readonly fee: string
  /** Key of the reduction; empty for the fee itself. */
  readonly reduction: string
  readonly validFrom: Temporal.PlainDate
  /** Last day; null where a later row, or nothing, ends it. */
  readonly validTo: Temporal.PlainDate | null
  /** Whole yen for one; of a reduction: what is paid for one instead. */
  readonly yen: number
  readonly label: Wording
  /** Ordinance and article. */
  readonly source: string
  readonly isInvented: boolean
}

/** The ways that lead money to the city. Payment by a smartphone app of the payer is not among them; see the decision 0025. */
export const WAYS = ['card', 'slip', 'cash'] as const
export type Way = (typeof WAYS)[number]

/** Ways without paper and without a counter: what the plan counts as electronic. */
export function isElectronic(way: Way): boolean {
  return way === 'card'
}

/** What can be said of a request in a word; the fold of its events decides it (rules/fold.ts). */
export const PAYMENT_STATES = ['requested', 'way-chosen', 'authorised', 'failed', 'paid', 'cancelled', 'expired', 'refunded'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

/** Something that happened to a request. Told again it has the same key and counts once. */
export type PaymentEvent = EventFrame & Happening

interface EventFrame {
  readonly key: string
  /** When it happened, as its source says; the order of telling does not matter. */
  readonly at: Temporal.Instant
}

/** `transaction` is the other side's name for one payment: a card session, an agent's number, a till entry. */
export type Happening =
  | { readonly kind: 'requested'; readonly yen: number; readonly dueOn: Temporal.PlainDate; readonly expiresOn: Temporal.PlainDate }
  | { readonly kind: 'renewed'; readonly dueOn: Temporal.PlainDate; readonly expiresOn: Temporal.PlainDate; readonly reason: string }
  | { readonly kind: 'waived' }
  | { readonly kind: 'way-chosen'; readonly way: Way; readonly transaction: string }
  | { readonly kind: 'authorised'; readonly way: Way; readonly transaction: string }
  | { readonly kind: 'paid'; readonly way: Way; readonly transaction: string; readonly yen: number; readonly paidOn: Temporal.PlainDate }
  | { readonly kind: 'confirmed'; readonly transaction: string; readonly cashOn: Temporal.PlainDate }
  | { readonly kind: 'taken-back'; readonly transaction: string; readonly reason: string }
  | { readonly kind: 'failed'; readonly transaction: string; readonly reason: string }
  | { readonly kind: 'cancelled'; readonly reason: string }
  | { readonly kind: 'expired' }
  | { readonly kind: 'reminded' }
  | { readonly kind: 'double-found'; readonly transaction: string; readonly yen: number }
  | { readonly kind: 'refund-asked'; readonly refundId: string; readonly transaction: string; readonly yen: number; readonly reason: string }
  | { readonly kind: 'refund-approved'; readonly refundId: string }
  | { readonly kind: 'refund-refused'; readonly refundId: string; readonly reason: string }
  | { readonly kind: 'refund-failed'; readonly refundId: string; readonly reason: string }
  | { readonly kind: 'refund-paid'; readonly refundId: string; readonly transaction: string; readonly yen: number; readonly paidOn: Temporal.PlainDate }

/** A request as it was asked; what became of it says `Standing`. */
export interface PaymentRequest {
  readonly id: string
  /** Twelve digits, the last one a check digit. */
  readonly number: string
  readonly accessKey: string
  readonly service: string
  readonly reference: string
  readonly title: Wording
  readonly ownerAccount: string | null
  /** As the service gave it, for slips and receipts; may be empty. */
  readonly payerName: string
  readonly amountYen: number
  readonly dueOn: Temporal.PlainDate
  readonly expiresOn: Temporal.PlainDate
  readonly returnPath: string
  readonly requestedAt: Temporal.Instant
  readonly state: PaymentState
  readonly paidYen: number
  readonly surplusYen: number
  readonly refundedYen: number
}

/** Fee × quantity − reduction. */
export interface PaymentLine {
  readonly fee: string
  readonly reduction: string
  readonly rateId: string
  readonly reductionRateId: string | null
  readonly label: Wording
  readonly quantity: number
  readonly unitYen: number
  /** Taken off the whole line. */
  readonly offYen: number
  readonly reason: string
}

export function lineYen({ quantity, unitYen, offYen }: Pick<PaymentLine, 'quantity' | 'unitYen' | 'offYen'>): number {
  return quantity * unitYen - offYen
}

/** Limits of a request, in one place. */
export const PAYMENT_LIMITS = {
  lines: 50,
  quantity: 999,
  /** Six digits stand in the bars of a slip; nothing this city asks for by this way is larger. */
  yen: 999_999,
  /** Days until a request falls due where the service says nothing else, and from then until it can be paid no more. */
  dueDays: 14,
  graceDays: 14,
  reasonCharacters: 300,
  nameCharacters: 60,
} as const
