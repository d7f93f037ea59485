/** Why bytes are not taken for a telegram. What was refused is kept, so that staff can look at it. */
export const REFUSAL_REASONS = [
  'empty', 'too-large', 'encoding', 'document-type', 'not-well-formed', 'too-deep', 'too-many-elements', 'unknown-root', 'missing', 'bad-value',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

export interface Refusal {
  readonly ok: false
  readonly reason: RefusalReason
  /** Line and column, or the element: `Report/Head/ReportDateTime`. */
  readonly place: string
  /** What the program saw there; never shown to residents. */
  readonly detail: string
}

/** Carries a refusal out of the parser's callbacks. */
export class TelegramRefused extends Error {
  readonly refusal: Refusal

  constructor(reason: RefusalReason, place: string, detail: string) {
    super(`${reason} at ${place}: ${detail}`)
    this.refusal = { ok: false, reason, place, detail: detail.slice(0, 300) }
  }
}
