// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface MailTables {
  'mail.delivered': DeliveredTable
  'mail.letter': LetterTable
}

export interface DeliveredTable {
  /** internal: which letter */
  letter_id: string
  /** personal: the message as it went over the wire */
  source: string
  /** internal: when */
  received_at: Temporal.Instant
}

export interface LetterTable {
  /** internal: identity, also the Message-ID */
  id: string
  /** internal: which service wrote it */
  service: string
  /** internal: what for, e.g. garbage-guide.answer */
  purpose: string
  /** personal: address, emptied when the letter is out */
  recipient: string
  /** personal: subject line, emptied when the letter is out */
  subject: string
  /** personal: plain text, emptied when the letter is out */
  body: string
  /** internal: when it was written */
  written_at: Temporal.Instant
  /** internal: waiting, sent or refused */
  state: Generated<string>
  /** internal: when it was handed over or refused */
  ended_at: Temporal.Instant | null
  /** internal: what the receiving server said, without addresses */
  answer: Generated<string>
}
