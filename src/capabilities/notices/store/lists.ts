import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

/** Who is on it already stays; returns how many are new. */
export function insertMembers(tx: Tx, list: string, contactIds: readonly string[]): Promise<number> {
  return tx.run(statement(sql`insert into notices.list_member (list, contact_id, added_at)
    select ${list}, c.id, ${tx.now} from unnest(${[...contactIds]}::uuid[]) c(id) on conflict do nothing`))
}

/** Returns how many were on it. */
export function deleteMembers(tx: Tx, list: string, contactIds: readonly string[]): Promise<number> {
  return tx.run(notices.deleteFrom('notices.list_member').where('list', '=', list).where(sql<boolean>`contact_id = any(${[...contactIds]}::uuid[])`))
}

/** Takes off it whoever is not among them. */
export function deleteOthers(tx: Tx, list: string, contactIds: readonly string[]): Promise<number> {
  return tx.run(notices.deleteFrom('notices.list_member').where('list', '=', list).where(sql<boolean>`contact_id <> all(${[...contactIds]}::uuid[])`))
}

export async function listMemberIds(tx: Tx, list: string): Promise<string[]> {
  const rows = await tx.list(notices.selectFrom('notices.list_member').select('contact_id').where('list', '=', list).orderBy('added_at').orderBy('contact_id'))
  return rows.map((row) => row.contact_id)
}

export async function listsOf(tx: Tx, contactId: string): Promise<string[]> {
  const rows = await tx.list(notices.selectFrom('notices.list_member').select('list').where('contact_id', '=', contactId).orderBy('list'))
  return rows.map((row) => row.list)
}
