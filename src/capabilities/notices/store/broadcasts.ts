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
