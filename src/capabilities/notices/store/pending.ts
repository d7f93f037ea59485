import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import type { Choices } from '../rules/choices.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

export interface Pending extends Choices {
  readonly id: string
  readonly address: string
}

/** `link`: only the link to one's own page was asked for. */
export type PendingPurpose = 'subscribe' | 'link'

export async function keepPending(tx: Tx, purpose: PendingPurpose, { id, address, language, topics, towns, quiet }: Pending): Promise<void> {
  const row = { id, purpose, address, language, topics: [...topics], towns: [...towns], quiet_from: quiet?.from ?? null, quiet_to: quiet?.to ?? null, made_at: tx.now }
  await tx.run(notices.insertInto('notices.pending').values(row))
}

/** How many letters the address was sent since then, for either purpose. */
export async function countPending(tx: Tx, address: string, since: Temporal.Instant): Promise<number> {
  const row = await tx.get(
    notices
      .selectFrom('notices.pending')
      .select((pending) => pending.fn.countAll<number>().as('count'))
      .where((pending) => pending(sql<string>`lower(address)`, '=', sql<string>`lower(${address})`))
      .where('made_at', '>', since),
  )
  return row.count
}

/** A wish that was sent after `since`, also one that was confirmed already. */
export async function findPending(tx: Tx, id: string, since: Temporal.Instant): Promise<Pending | undefined> {
  const row = await tx.find(
    notices
      .selectFrom('notices.pending')
      .select(['id', 'address', 'language', 'topics', 'towns', 'quiet_from', 'quiet_to'])
      .where('id', '=', id)
      .where('purpose', '=', 'subscribe')
      .where('made_at', '>', since),
  )
  if (row === undefined) return undefined
  const { quiet_from: from, quiet_to: to, language, ...rest } = row
  return { ...rest, language: language as Language, quiet: from === null || to === null ? null : { from, to } }
}

/** True for the one who was first. */
export async function usePending(tx: Tx, id: string): Promise<boolean> {
  const used = await tx.run(notices.updateTable('notices.pending').set({ used_at: tx.now }).where('id', '=', id).where('used_at', 'is', null))
  return used === 1
}

export function erasePending(tx: Tx, before: Temporal.Instant): Promise<number> {
  return tx.run(notices.deleteFrom('notices.pending').where('made_at', '<=', before))
}
