import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import type { Contact, PersonalChannelKey } from '../model.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

/** Those of these contacts that are still written to: who left or was stopped since the sheet was written is missing. */
export async function findAddressees(tx: Tx, ids: readonly string[]): Promise<Map<string, Contact>> {
  const rows = await tx.list(
    notices
      .selectFrom('notices.contact')
      .select(['id', 'channel', 'address', 'keys', 'language'])
      .where((contact) => contact('id', '=', contact.fn.any(contact.val([...ids]))))
      .where('state', '=', 'active'),
  )
  return new Map(rows.map((row) => [row.id, {
    ...row, channel: row.channel as PersonalChannelKey, language: row.language as Language, keys: row.keys as Contact['keys'],
  }]))
}
