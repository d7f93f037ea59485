import { randomUUID } from 'node:crypto'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { CardWay, Certificate, ProvenCard } from '../model.ts'
import type { ResidentIdentityTables } from '../tables.ts'

const identity = queriesOver<ResidentIdentityTables>()

/** The card that is a way in under this name of the provider. Held, so that two sign-ins at once do not both renew it. */
export function findCardBySubject(tx: Tx, provider: string, subject: string): Promise<CardWay | undefined> {
  return tx.find(cards().where('provider', '=', provider).where('subject', '=', subject).forUpdate())
}

export function findCardByCertificate(tx: Tx, { issuer, serial }: Certificate): Promise<CardWay | undefined> {
  return tx.find(cards().where('certificate_issuer', '=', issuer).where('certificate_serial', '=', serial).forUpdate())
}

export function listCards(tx: Tx, accountId: string): Promise<CardWay[]> {
  return tx.list(cards().where('account_id', '=', accountId).orderBy('linked_at'))
}

function cards() {
  return identity
    .selectFrom('resident_identity.card')
    .select([
      'id',
      'account_id as accountId',
      'provider',
      'subject',
      'certificate_issuer as certificateIssuer',
      'certificate_serial as certificateSerial',
      'linked_at as linkedAt',
      'used_at as usedAt',
    ])
    .where('ended_at', 'is', null)
}

export async function addCard(tx: Tx, accountId: string, { provider, subject, certificate }: ProvenCard): Promise<void> {
  await tx.run(
    identity.insertInto('resident_identity.card').values({
      id: randomUUID(),
      account_id: accountId,
      provider,
      subject,
      certificate_issuer: certificate.issuer,
      certificate_serial: certificate.serial,
      linked_at: tx.now,
      used_at: tx.now,
    }),
  )
}

/** By what an old certificate and a new one were joined. */
export type RenewalLink = 'subject' | 'provider' | 'attributes' | 'clerk'

/** The same card's way with a new certificate; the old serial stays on record. */
export async function renewCard(tx: Tx, card: CardWay, proven: ProvenCard, link: RenewalLink): Promise<void> {
  const { certificate, subject, provider } = proven
  await tx.run(
    identity.insertInto('resident_identity.card_renewal').values({
      card_id: card.id, old_serial: card.certificateSerial, new_serial: certificate.serial, link, renewed_at: tx.now,
    }),
  )
  const row = { provider, subject, certificate_issuer: certificate.issuer, certificate_serial: certificate.serial, used_at: tx.now }
  await tx.run(identity.updateTable('resident_identity.card').set(row).where('id', '=', card.id))
}

export async function rememberCardUse(tx: Tx, id: string): Promise<void> {
  await tx.run(identity.updateTable('resident_identity.card').set({ used_at: tx.now }).where('id', '=', id))
}

/** Returns how many ended: 0 when it is another's or has ended already. */
export function endCard(tx: Tx, accountId: string, id: string): Promise<number> {
  const query = identity.updateTable('resident_identity.card').set({ ended_at: tx.now })
  return tx.run(query.where('account_id', '=', accountId).where('id', '=', id).where('ended_at', 'is', null))
}

export async function endCardsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.run(identity.updateTable('resident_identity.card').set({ ended_at: tx.now }).where('account_id', '=', accountId).where('ended_at', 'is', null))
}

/** Hands a card to another account: when two accounts turn out to be one person's. */
export async function moveCards(tx: Tx, from: string, to: string): Promise<void> {
  await tx.run(identity.updateTable('resident_identity.card').set({ account_id: to }).where('account_id', '=', from).where('ended_at', 'is', null))
}
