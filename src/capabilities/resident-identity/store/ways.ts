import type { Tx } from '#kernel/database/transaction.ts'
import type { CardWay, Mailbox, ResidentPasskey } from '../model.ts'
import { listCards } from './cards.ts'
import { listMailboxes } from './mailboxes.ts'
import { listPasskeys } from './passkeys.ts'

export type Way =
  | { readonly kind: 'card'; readonly card: CardWay }
  | { readonly kind: 'mail'; readonly mailbox: Mailbox }
  | { readonly kind: 'passkey'; readonly passkey: ResidentPasskey }

/** Everything by which one comes into an account, the surest first. */
export async function waysOf(tx: Tx, accountId: string): Promise<Way[]> {
  return [
    ...(await listCards(tx, accountId)).map((card): Way => ({ kind: 'card', card })),
    ...(await listPasskeys(tx, accountId)).map((passkey): Way => ({ kind: 'passkey', passkey })),
    ...(await listMailboxes(tx, accountId)).map((mailbox): Way => ({ kind: 'mail', mailbox })),
  ]
}
