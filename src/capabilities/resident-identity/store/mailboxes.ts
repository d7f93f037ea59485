import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Mailbox } from '../model.ts'
import { LIMITS } from '../rules/limits.ts'
import type { ResidentIdentityTables } from '../tables.ts'

const identity = queriesOver<ResidentIdentityTables>()
const SECRET_BYTES = 32

export function listMailboxes(tx: Tx, accountId: string): Promise<Mailbox[]> {
  return tx.list(mailboxes().where('account_id', '=', accountId).orderBy('since'))
}

export function findMailbox(tx: Tx, addressMac: Buffer): Promise<Mailbox | undefined> {
  return tx.find(mailboxes().where('address_mac', '=', addressMac).forUpdate())
}

function mailboxes() {
  return identity
    .selectFrom('resident_identity.mailbox')
    .select(['id', 'account_id as accountId', 'sealed_address as sealedAddress', 'since', 'used_at as usedAt'])
}

/** Returns 0 when the address is some account's already. */
export function addMailbox(tx: Tx, accountId: string, address: { mac: Buffer; sealed: string }): Promise<number> {
  const row = { id: randomUUID(), account_id: accountId, address_mac: address.mac, sealed_address: address.sealed, since: tx.now, used_at: tx.now }
  return tx.run(identity.insertInto('resident_identity.mailbox').values(row).onConflict((conflict) => conflict.doNothing()))
}

export async function rememberMailboxUse(tx: Tx, id: string): Promise<void> {
  await tx.run(identity.updateTable('resident_identity.mailbox').set({ used_at: tx.now }).where('id', '=', id))
}

export function removeMailbox(tx: Tx, accountId: string, id: string): Promise<number> {
  return tx.run(identity.deleteFrom('resident_identity.mailbox').where('account_id', '=', accountId).where('id', '=', id))
}

export async function removeMailboxesOf(tx: Tx, accountId: string): Promise<void> {
  await tx.run(identity.deleteFrom('resident_identity.mailbox').where('account_id', '=', accountId))
}

export interface NewMailLink {
  readonly addressMac: Buffer
  readonly sealedAddress: string
  /** The account that wants the mailbox as a way in; null at sign-in. */
  readonly accountId: string | null
  readonly returnTo: string
  /** The browser's own number: a link that travels on is good for nobody else. */
  readonly browser: string
}

export interface MailLink {
  readonly addressMac: Buffer
  readonly sealedAddress: string
  readonly accountId: string | null
  readonly returnTo: string
}

/** Returns what stands in the link. */
export async function addMailLink(tx: Tx, link: NewMailLink): Promise<string> {
  const token = randomBytes(SECRET_BYTES).toString('base64url')
  await tx.run(
    identity.insertInto('resident_identity.mail_link').values({
      token_hash: hashOf(token),
      browser_hash: hashOf(link.browser),
      address_mac: link.addressMac,
      sealed_address: link.sealedAddress,
      account_id: link.accountId,
      return_to: link.returnTo,
      expires_at: tx.now.add({ minutes: LIMITS.mailLinkMinutes }),
    }),
  )
  return token
}

/** Uses a link up: undefined when it is unknown, was used, has ended, or comes in another browser than the one that asked. */
export async function spendMailLink(tx: Tx, token: string, browser: string): Promise<MailLink | undefined> {
  return tx.find(
    identity
      .updateTable('resident_identity.mail_link')
      .set({ used_at: tx.now })
      .where('token_hash', '=', hashOf(token))
      .where('browser_hash', '=', hashOf(browser))
      .where('used_at', 'is', null)
      .where('expires_at', '>', tx.now)
      .returning(['address_mac as addressMac', 'sealed_address as sealedAddress', 'account_id as accountId', 'return_to as returnTo']),
  )
}

export async function removeOldMailLinks(tx: Tx): Promise<void> {
  await tx.run(identity.deleteFrom('resident_identity.mail_link').where('expires_at', '<=', tx.now))
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
