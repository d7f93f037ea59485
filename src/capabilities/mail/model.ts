/** A letter as a service writes it: plain text, in the reader's language. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** What it is for, with the service's name: `garbage-guide.answer`. Counted; never personal. */
  readonly purpose: string
}

export type LetterState = 'waiting' | 'sent' | 'refused'

/** A letter as the staff page lists it: whom it went to is not part of it. */
export interface LetterLine {
  readonly id: string
  readonly service: string
  readonly purpose: string
  readonly state: LetterState
  readonly writtenAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly answer: string
}

/** RFC 5321 section 4.5.3.1: a path of 256 octets with its angle brackets. */
const LONGEST_ADDRESS = 254

/**
 * Whether mail can be sent there. Deliberately plain: what the receiving server takes is its own decision, but nothing
 * that could become a second header or a second recipient passes.
 */
export function isMailAddress(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && /^[^\s<>()[\],;:@"\\]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/i.test(text) && !/\.\./.test(text)
}
