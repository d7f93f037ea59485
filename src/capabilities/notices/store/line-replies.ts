import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

export interface LineReply {
  readonly id: string
  readonly userId: string
  readonly replyToken: string
}

/** An event that is delivered twice is kept once. */
export async function keepLineReply(tx: Tx, { id, userId, replyToken }: LineReply): Promise<void> {
  const row = { id, user_id: userId, reply_token: replyToken, received_at: tx.now }
  await tx.run(notices.insertInto('notices.line_reply').values(row).onConflict((conflict) => conflict.doNothing()))
}

/** Takes the oldest answers that are owed, so that no other process gives them too; each is given once or never. */
export async function takeLineReplies(tx: Tx, limit: number): Promise<LineReply[]> {
  const waiting = await tx.list(
    notices
      .selectFrom('notices.line_reply')
      .select(['id', 'user_id as userId', 'reply_token as replyToken'])
      .where('done_at', 'is', null)
      .orderBy('received_at')
      .limit(limit)
      .forUpdate()
      .skipLocked(),
  )
  const done = { done_at: tx.now, reply_token: '' }
  if (waiting.length > 0) await tx.run(notices.updateTable('notices.line_reply').set(done).where('id', 'in', waiting.map(({ id }) => id)))
  return waiting
}

export function eraseLineReplies(tx: Tx, before: Temporal.Instant): Promise<number> {
  return tx.run(notices.deleteFrom('notices.line_reply').where('received_at', '<', before))
}
