import { sql } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'

/** The notice whose id begins with these 12 hexadecimal digits; undefined where none does, or more than one. */
export async function findNoticeByPrefix(tx: Tx, prefix: string): Promise<string | undefined> {
  const head = `${prefix.slice(0, 8)}-${prefix.slice(8, 12)}`
  const found = await tx.list(statement(sql<{ id: string }>`
    select id from notices.notice where id between ${`${head}-0000-0000-000000000000`}::uuid and ${`${head}-ffff-ffff-ffffffffffff`}::uuid limit 2`))
  return found.length === 1 ? found[0]?.id : undefined
}
