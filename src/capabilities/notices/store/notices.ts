import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Audience, CapTerms, ChannelKey, Level, Notice, NoticeKind, NoticeTexts } from '../model.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

export async function keepNotice(tx: Tx, notice: Notice): Promise<void> {
  const { audience, texts, cap } = notice
  await tx.run(
    notices.insertInto('notices.notice').values({
      id: notice.id, origin: notice.origin, topic: notice.topic, level: notice.level, kind: notice.kind, refers_to: notice.refersTo,
      audience, is_public: audience.kind === 'subscribers', texts, is_drill: notice.isDrill,
      channels: [...notice.channels], cap, link: notice.link, issued_at: notice.issuedAt, issued_by: notice.issuedBy,
      confirmed_by: notice.confirmedBy, expires_at: notice.expiresAt,
    }),
  )
}

export async function findNoticeRow(tx: Tx, id: string): Promise<Notice | undefined> {
  const row = await tx.find(noticeRows().where('id', '=', id))
  return row === undefined ? undefined : noticeOf(row)
}

/**
 * Those of these notices whose place another one took for all their readers of a channel: it adds to them, lowers or lifts
 * them. What goes to a list only (a reminder to those who have not answered) takes no place.
 */
export async function findOvertaken(tx: Tx, channel: ChannelKey, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.list(
    notices
      .selectFrom('notices.notice')
      .select('refers_to as overtaken')
      .where((notice) => notice('refers_to', '=', notice.fn.any(notice.val([...ids]))))
      .where('is_public', '=', true)
      .where((notice) => notice(notice.val<string>(channel), '=', notice.fn.any('channels'))),
  )
  return new Set(rows.map(({ overtaken }) => overtaken as string))
}

/** Real notices for subscribers, the newest first; none that has expired by `at`. */
export async function listPublicRows(tx: Tx, at: Temporal.Instant, limit: number): Promise<Notice[]> {
  const rows = await tx.list(
    noticeRows()
      .where('is_public', '=', true)
      .where('is_drill', '=', false)
      .where((notice) => notice.or([notice('expires_at', 'is', null), notice('expires_at', '>', at)]))
      .orderBy('issued_at', 'desc')
      .orderBy('id')
      .limit(limit),
  )
  return rows.map(noticeOf)
}

function noticeRows() {
  return notices
    .selectFrom('notices.notice')
    .select(['id', 'origin', 'topic', 'level', 'kind', 'refers_to as refersTo', 'audience', 'texts', 'is_drill as isDrill', 'channels', 'cap', 'link'])
    .select(['issued_at as issuedAt', 'issued_by as issuedBy', 'confirmed_by as confirmedBy', 'expires_at as expiresAt'])
}

type NoticeRow = ReturnType<typeof noticeRows> extends { execute(): Promise<(infer Row)[]> } ? Row : never

function noticeOf(row: NoticeRow): Notice {
  return {
    ...row,
    level: row.level as Level,
    kind: row.kind as NoticeKind,
    audience: row.audience as Audience,
    texts: row.texts as NoticeTexts,
    cap: row.cap as CapTerms | null,
    channels: row.channels as ChannelKey[],
  }
}
