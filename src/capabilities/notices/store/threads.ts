import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Query, Tx } from '#kernel/database/transaction.ts'
import type { NoticeKind } from '../model.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

/** A notice as its followers and forerunners know it. */
export interface ThreadNotice {
  readonly id: string
  readonly kind: NoticeKind
  readonly issuedAt: Temporal.Instant
}

/** The first notice of an event and everything that updated or cancelled it, in the order of issue. */
export type Thread = readonly ThreadNotice[]

/** The whole thread of each of these notices, by the notice's id; also with what has expired since. */
export async function listThreads(tx: Tx, ids: readonly string[]): Promise<Map<string, Thread>> {
  const threads = new Map<string, ThreadNotice[]>()
  if (ids.length === 0) return threads
  const rows = await tx.list(threadsOf(ids))
  for (const { of, ...notice } of rows) {
    const known = threads.get(of)
    if (known === undefined) threads.set(of, [notice])
    else known.push(notice)
  }
  return threads
}

/**
 * Up to the first, and from there down to all; what is a drill, or went to lists, is another thread, whatever it refers to.
 * References only lead back in time, so both walks end.
 */
function threadsOf(ids: readonly string[]): Query<ThreadNotice & { of: string }> {
  const query = sql<ThreadNotice & { of: string }>`
    with recursive up(of, id, refers_to, is_drill, is_public) as (
      select id, id, refers_to, is_drill, is_public from notices.notice where id = any(${[...ids]}::uuid[])
      union
      select up.of, n.id, n.refers_to, n.is_drill, n.is_public
      from up join notices.notice n on n.id = up.refers_to and n.is_drill = up.is_drill and n.is_public = up.is_public
    ), first as (
      select * from up where not exists (select from up above where above.of = up.of and above.id = up.refers_to)
    ), down(root, id, depth, is_drill, is_public) as (
      select id, id, 0, is_drill, is_public from first
      union
      select down.root, n.id, down.depth + 1, n.is_drill, n.is_public
      from down join notices.notice n on n.refers_to = down.id and n.is_drill = down.is_drill and n.is_public = down.is_public
    )
    select first.of, n.id, n.kind, n.issued_at as "issuedAt"
    from first join down on down.root = first.id join notices.notice n on n.id = down.id
    order by n.issued_at, down.depth, n.id`
  return { compile: () => query.compile(notices) }
}
