import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { PersonalChannelKey } from '../model.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

/** Begins a notice's way over a personal channel; its contacts are written on sheets after the commit. */
export async function beginBroadcast(tx: Tx, noticeId: string, channel: PersonalChannelKey): Promise<void> {
  const row = { notice_id: noticeId, channel, state: 'writing', begun_at: tx.now }
  await tx.run(notices.insertInto('notices.broadcast').values(row))
}

/** A broadcast that has not ended: what the senders look at first. */
export interface OpenBroadcast {
  readonly noticeId: string
  readonly channel: PersonalChannelKey
  readonly isWritten: boolean
  readonly isDrill: boolean
}

/** The gravest first, then the oldest. */
export async function listOpenBroadcasts(tx: Tx): Promise<OpenBroadcast[]> {
  const rows = await tx.list(
    notices
      .selectFrom('notices.broadcast as broadcast')
      .innerJoin('notices.notice as notice', 'notice.id', 'broadcast.notice_id')
      .select(['notice_id as noticeId', 'channel', 'broadcast.state', 'notice.is_drill as isDrill'])
      .where('broadcast.state', '<>', 'ended')
      .orderBy('notice.level', 'desc')
      .orderBy('begun_at'),
  )
  return rows.map(({ state, channel, ...row }) => ({ ...row, channel: channel as PersonalChannelKey, isWritten: state !== 'writing' }))
}

/** How far the sheets of a broadcast are written. */
export interface WritingPlace {
  readonly writtenUpTo: string | null
  readonly nextNumber: number
  readonly begunAt: Temporal.Instant
}

/** Where the writing of sheets goes on, kept for this transaction; undefined when another process is at it, or it is done. */
export function claimWriting(tx: Tx, noticeId: string, channel: PersonalChannelKey): Promise<WritingPlace | undefined> {
  return tx.find(
    notices
      .selectFrom('notices.broadcast')
      .select(['written_up_to as writtenUpTo', 'next_number as nextNumber', 'begun_at as begunAt'])
      .where('notice_id', '=', noticeId)
      .where('channel', '=', channel)
      .where('state', '=', 'writing')
      .forUpdate()
      .skipLocked(),
  )
}

export interface Stretch {
  readonly contacts: number
  readonly sheets: number
  /** Null when nobody comes after. */
  readonly upTo: string | null
}

/** In the transaction that wrote the stretch's sheets: either both stand, or neither. */
export async function noteStretch(tx: Tx, noticeId: string, channel: PersonalChannelKey, { contacts, sheets, upTo }: Stretch): Promise<void> {
  const moved = upTo === null ? { state: 'sending' } : { written_up_to: upTo }
  await tx.run(
    notices
      .updateTable('notices.broadcast')
      .set((row) => ({ ...moved, planned: row('planned', '+', contacts), next_number: row('next_number', '+', sheets) }))
      .where('notice_id', '=', noticeId)
      .where('channel', '=', channel),
  )
}

/** Numbers for sheets that come later: those of a second try. Returns the first of them. */
export async function reserveNumbers(tx: Tx, noticeId: string, channel: PersonalChannelKey, count: number): Promise<number> {
  const { next } = await tx.get(
    notices
      .updateTable('notices.broadcast')
      .set((row) => ({ next_number: row('next_number', '+', count) }))
      .where('notice_id', '=', noticeId)
      .where('channel', '=', channel)
      .returning('next_number as next'),
  )
  return next - count
}

/** Earlier than this none was. */
export async function noteFirstHanded(tx: Tx, noticeId: string, channel: PersonalChannelKey, at: Temporal.Instant): Promise<void> {
  await tx.run(
    notices
      .updateTable('notices.broadcast')
      .set({ first_handed_at: at })
      .where('notice_id', '=', noticeId)
      .where('channel', '=', channel)
      .where((row) => row.or([row('first_handed_at', 'is', null), row('first_handed_at', '>', at)])),
  )
}

/**
 * Ends a broadcast whose sheets are all done. True for exactly one caller: the row is locked before the sheets are looked
 * at, so that of two processes that finish the last two sheets at once the second one sees the first one's.
 */
export async function endIfDone(tx: Tx, noticeId: string, channel: PersonalChannelKey): Promise<boolean> {
  const own = notices.selectFrom('notices.broadcast').select('state').where('notice_id', '=', noticeId).where('channel', '=', channel)
  const { state } = await tx.get(own.forUpdate())
  if (state !== 'sending') return false
  const open = notices.selectFrom('notices.sheet').select('number').where('notice_id', '=', noticeId).where('channel', '=', channel).where('state', '<>', 'done')
  if ((await tx.find(open.limit(1))) !== undefined) return false
  await tx.run(
    notices.updateTable('notices.broadcast').set({ state: 'ended', ended_at: tx.now }).where('notice_id', '=', noticeId).where('channel', '=', channel),
  )
  return true
}

/** How far a notice has come on one channel. */
export interface BroadcastLine {
  readonly channel: PersonalChannelKey
  readonly state: 'writing' | 'sending' | 'ended'
  readonly planned: number
  readonly handed: number
  readonly refused: number
  readonly within10s: number
  readonly within60s: number
  readonly begunAt: Temporal.Instant
  readonly firstHandedAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
}

export async function listBroadcastLines(tx: Tx, noticeId: string): Promise<BroadcastLine[]> {
  const lines = await tx.list(
    notices
      .selectFrom('notices.broadcast')
      .select(['channel', 'state', 'planned', 'begun_at as begunAt', 'first_handed_at as firstHandedAt', 'ended_at as endedAt'])
      .where('notice_id', '=', noticeId)
      .orderBy('channel'),
  )
  const tallies = await tx.list(
    notices
      .selectFrom('notices.tally')
      .select(['channel', 'handed', 'refused', 'within_10s as within10s', 'within_60s as within60s'])
      .where('notice_id', '=', noticeId),
  )
  return lines.map((line) => {
    const own = tallies.filter(({ channel }) => channel === line.channel)
    const sum = (key: 'handed' | 'refused' | 'within10s' | 'within60s') => own.reduce((total, tally) => total + tally[key], 0)
    const counts = { handed: sum('handed'), refused: sum('refused'), within10s: sum('within10s'), within60s: sum('within60s') }
    return { ...line, ...counts, channel: line.channel as PersonalChannelKey, state: line.state as BroadcastLine['state'] }
  })
}
