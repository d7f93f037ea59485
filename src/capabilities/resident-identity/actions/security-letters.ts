import type { Tx } from '#kernel/database/transaction.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { writeToResident } from '../resident-identity.ts'
import { letterWords as words } from '../text/letters.ts'

/** Tells an account's owner what was changed about it, so that somebody else's doing does not go unseen. */
export async function tellOwner(tx: Tx, accountId: string, what: keyof typeof TOLD): Promise<void> {
  await writeToResident(tx, accountId, (voice) => ({
    subject: voice.plain(words.subject),
    text: voice.plain(words.body, { what: voice.plain(TOLD[what]) }),
    purpose: 'resident-identity.change',
  }))
}

const TOLD = { 'way-added': words.wayAdded, 'way-removed': words.wayRemoved, 'power-taken': words.powerTaken } as const satisfies Readonly<Record<string, Phrase<never>>>
