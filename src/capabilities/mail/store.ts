import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Letter, LetterLine, LetterState } from './model.ts'
import type { MailTables } from './tables.ts'

const mail = queriesOver<MailTables>()

export async function keepLetter(tx: Tx, id: string, service: string, { to, subject, text, purpose }: Letter): Promise<void> {
  const row = { id, service, purpose, recipient: to, subject, body: text, written_at: tx.now }
  await tx.run(mail.insertInto('mail.letter').values(row))
}

/** A letter that still waits; undefined once it is out. */
export function findWaiting(tx: Tx, id: string): Promise<Letter | undefined> {
  return tx.find(
    mail
      .selectFrom('mail.letter')
      .select(['recipient as to', 'subject', 'body as text', 'purpose'])
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .forUpdate(),
  )
}

/** Notes how it ended, and forgets whom it was for and what it said. */
export async function endLetter(tx: Tx, id: string, state: Exclude<LetterState, 'waiting'>, answer: string): Promise<void> {
  const ended = { state, ended_at: tx.now, answer, recipient: '', subject: '', body: '' }
  await tx.run(mail.updateTable('mail.letter').set(ended).where('id', '=', id))
}

/** What the stand-in received. Sent twice, it is the same message. */
export async function keepDelivered(tx: Tx, letterId: string, source: string): Promise<void> {
  const row = { letter_id: letterId, source, received_at: tx.now }
  await tx.run(mail.insertInto('mail.delivered').values(row).onConflict((conflict) => conflict.doNothing()))
}

export interface LettersWish {
  readonly limit: number
  readonly offset: number
}

/** The newest first. */
export function listLetters(tx: Tx, { limit, offset }: LettersWish): Promise<LetterLine[]> {
  return tx.list(
    mail
      .selectFrom('mail.letter')
      .select(['id', 'service', 'purpose', 'written_at as writtenAt', 'ended_at as endedAt', 'answer'])
      .select((letter) => letter.ref('state').$castTo<LetterState>().as('state'))
      .orderBy('written_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .offset(offset),
  )
}

export function findDelivered(tx: Tx, letterId: string): Promise<{ source: string; receivedAt: Temporal.Instant } | undefined> {
  return tx.find(mail.selectFrom('mail.delivered').select(['source', 'received_at as receivedAt']).where('letter_id', '=', letterId))
}
