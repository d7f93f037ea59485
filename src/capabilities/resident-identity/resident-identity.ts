import { sendMail } from '#capabilities/mail/mail.ts'
import type { Letter } from '#capabilities/mail/mail.ts'
import { findResident } from '#kernel/access/residents.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Voice } from '#kernel/text/text.ts'
import { isLanguage } from '#kernel/web/readers.ts'
import { ADDRESS_CONTEXT } from './rules/mail-address.ts'
import { listMailboxes } from './store/mailboxes.ts'

/**
 * Writes to every mailbox of an account, in the language that its owner chose; the caller learns no address. Returns how many
 * letters will leave: 0 for an account without a mailbox, or one that was closed. The purpose begins with the caller's name.
 */
export async function writeToResident(tx: Tx, accountId: string, compose: (voice: Voice) => Omit<Letter, 'to'>): Promise<number> {
  const account = await findResident(tx, accountId)
  if (account === undefined || !account.isOpen) return 0
  const addresses = await tx.within('resident-identity', async () => {
    const seal = tx.sealOf('resident-identity')
    return (await listMailboxes(tx, accountId)).flatMap(({ sealedAddress }) => seal.open(sealedAddress, ADDRESS_CONTEXT) ?? [])
  })
  const language = isLanguage(account.language) ? account.language : 'ja'
  const letter = compose(new Voice({ language, hasFurigana: false, textSize: 'standard' }))
  for (const to of addresses) await sendMail(tx, { ...letter, to })
  return addresses.length
}
