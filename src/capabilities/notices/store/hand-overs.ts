import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { HandOverKey, Level, Notice } from '../model.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

/** A holder that says nothing for so long is dead; a receiver gets less time than this to answer. */
const HOLD_SECONDS = 120

export type HandOverState = 'waiting' | 'held' | 'taken' | 'given-up' | 'withheld'

/** One notice on its way to one receiver. */
export interface HandOver {
  readonly id: number
  readonly noticeId: string
  readonly channel: HandOverKey
  readonly target: string
  readonly thread: string
  readonly isDrill: boolean
  readonly attempts: number
  readonly begunAt: Temporal.Instant
  /** The sign of our hold: whoever takes it after us has another. */
  readonly heldUntil: Temporal.Instant
}

export interface NewHandOver {
  readonly channel: HandOverKey
  readonly target: string
  readonly thread: string
  /** Null: it is handed over; else why not, unless a person decides otherwise. */
  readonly withheld: string | null
}

export async function addHandOvers(tx: Tx, { id, level, isDrill }: Notice, news: readonly NewHandOver[]): Promise<void> {
  if (news.length === 0) return
  const rows = news.map(({ channel, target, thread, withheld }) => ({
    notice_id: id, channel, target, thread, level, is_drill: isDrill, state: withheld === null ? 'waiting' : 'withheld',
    answer: withheld, due_at: tx.now, begun_at: tx.now, ended_at: withheld === null ? null : tx.now,
  }))
  await tx.run(notices.insertInto('notices.hand_over').values(rows))
}

/**
 * Takes what is due on a channel, the gravest first. What belongs to one event reaches a receiver in the order in which it
 * was said, so whatever has something of its event still before it waits.
 */
export async function takeHandOvers(tx: Tx, channel: HandOverKey, limit: number): Promise<HandOver[]> {
  const heldUntil = tx.now.add({ seconds: HOLD_SECONDS })
  const due = notices
    .selectFrom('notices.hand_over as own')
    .select('own.id')
    .where('own.channel', '=', channel)
    .where((own) => own.or([
      own.and([own('own.state', '=', 'waiting'), own('own.due_at', '<=', tx.now)]),
      own.and([own('own.state', '=', 'held'), own('own.held_until', '<=', tx.now)]),
    ]))
    .where(sql<boolean>`not exists (
      select from notices.hand_over before
      where before.channel = own.channel and before.target = own.target and before.thread = own.thread and before.id < own.id and before.state in ('waiting', 'held'))`)
    .orderBy('own.level', 'desc')
    .orderBy('own.id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
  const rows = await tx.list(
    notices
      .updateTable('notices.hand_over')
      .set((row) => ({ state: 'held', held_until: heldUntil, attempts: row('attempts', '+', 1) }))
      .where('id', 'in', due)
      .returning(['id', 'notice_id as noticeId', 'channel', 'target', 'thread', 'is_drill as isDrill', 'attempts', 'begun_at as begunAt', 'held_until as heldUntil']),
  )
  return rows.toSorted((one, other) => one.id - other.id) as HandOver[]
}

interface Change {
  readonly state: HandOverState
  readonly answer: string
  readonly due_at?: Temporal.Instant
  readonly ended_at?: Temporal.Instant
  readonly is_uncertain?: boolean
}

/** Writes down what came of a try, unless somebody else took the hand-over meanwhile. True when it was still ours. */
async function change(tx: Tx, { id, heldUntil }: HandOver, set: Change): Promise<boolean> {
  return (await tx.run(notices.updateTable('notices.hand_over').set(set).where('id', '=', id).where('state', '=', 'held').where('held_until', '=', heldUntil))) > 0
}

/** `isUncertain`: the receiver did not say whether it has it. */
export function putBack(tx: Tx, handOver: HandOver, { answer, dueAt, isUncertain }: { answer: string; dueAt: Temporal.Instant; isUncertain: boolean }): Promise<boolean> {
  return change(tx, handOver, { state: 'waiting', answer, due_at: dueAt, ...(isUncertain ? { is_uncertain: true } : {}) })
}

/** What came of a notice on a channel once its last receiver is done with it. */
export interface ChannelEnd {
  readonly wasTaken: boolean
}

/** Ends a hand-over; says what came of the whole channel when it was the last. */
export async function endHandOver(tx: Tx, handOver: HandOver, state: 'taken' | 'given-up' | 'withheld', answer: string): Promise<ChannelEnd | undefined> {
  const { noticeId, channel } = handOver
  // Of two who end the last two at the same moment one waits for the other, so that one of them sees that all are done.
  await tx.run(notices.selectFrom('notices.hand_over_file').select('name').where('notice_id', '=', noticeId).where('channel', '=', channel).forUpdate())
  if (!(await change(tx, handOver, { state, answer, ended_at: tx.now }))) return undefined
  const { open, taken } = await tx.get(
    notices
      .selectFrom('notices.hand_over')
      .select(sql<number>`count(*) filter (where state in ('waiting', 'held'))`.as('open'))
      .select(sql<number>`count(*) filter (where state = 'taken')`.as('taken'))
      .where('notice_id', '=', noticeId)
      .where('channel', '=', channel),
  )
  return open > 0 || state === 'withheld' ? undefined : { wasTaken: taken > 0 }
}

/** Whether something of the event was handed over on this channel, or still may be, when a notice is issued. */
export async function hasForerunner(tx: Tx, channel: HandOverKey, thread: string): Promise<boolean> {
  const rows = onThread(channel, thread).where('state', 'in', ['waiting', 'held', 'taken'])
  return (await tx.find(rows)) !== undefined
}

/**
 * Whether something said before on the same event may have reached people: it was taken, or a try ended without
 * the receiver's word.
 */
export async function mayHaveBeenHeard(tx: Tx, { channel, thread, id }: HandOver): Promise<boolean> {
  const rows = onThread(channel, thread)
    .where('id', '<', id)
    .where((row) => row.or([row('state', '=', 'taken'), row('is_uncertain', '=', true)]))
  return (await tx.find(rows)) !== undefined
}

/** A later word on the same event, on the same channel: what it says replaces this. */
export async function hasSuccessor(tx: Tx, { channel, thread, target, id }: HandOver): Promise<boolean> {
  return (await tx.find(onThread(channel, thread).where('target', '=', target).where('id', '>', id).where('state', '<>', 'withheld'))) !== undefined
}

function onThread(channel: HandOverKey, thread: string) {
  return notices.selectFrom('notices.hand_over').select('id').where('channel', '=', channel).where('thread', '=', thread).limit(1)
}

export interface HandOverFile {
  readonly name: string
  readonly type: string
  readonly body: string
}

export function findFile(tx: Tx, noticeId: string, channel: HandOverKey): Promise<HandOverFile | undefined> {
  return tx.find(notices.selectFrom('notices.hand_over_file').select(['name', 'type', 'body']).where('notice_id', '=', noticeId).where('channel', '=', channel))
}

/** Whoever comes second keeps the first one's file: every try brings the same. */
export async function keepFile(tx: Tx, noticeId: string, channel: HandOverKey, file: HandOverFile): Promise<void> {
  const row = { notice_id: noticeId, channel, ...file, made_at: tx.now }
  await tx.run(notices.insertInto('notices.hand_over_file').values(row).onConflict((conflict) => conflict.doNothing()))
}

/** Puts it first in line again, whatever became of it; false where it was taken, is under way, or never was. */
export async function tryAgainNow(tx: Tx, id: number): Promise<boolean> {
  const set = { state: 'waiting', due_at: tx.now, ended_at: null }
  return (await tx.run(notices.updateTable('notices.hand_over').set(set).where('id', '=', id).where('state', 'in', ['waiting', 'given-up', 'withheld']))) > 0
}

export interface HandOverLine {
  readonly id: number
  readonly noticeId: string
  readonly channel: HandOverKey
  readonly target: string
  readonly level: Level
  readonly isDrill: boolean
  readonly state: HandOverState
  readonly attempts: number
  readonly dueAt: Temporal.Instant
  readonly answer: string | null
  readonly begunAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
}

/** The newest first; of one notice where it is named. */
export async function listHandOvers(tx: Tx, limit: number, noticeId?: string): Promise<HandOverLine[]> {
  const rows = notices
    .selectFrom('notices.hand_over')
    .select(['id', 'notice_id as noticeId', 'channel', 'target', 'level', 'is_drill as isDrill', 'state', 'attempts', 'due_at as dueAt', 'answer', 'begun_at as begunAt', 'ended_at as endedAt'])
    .orderBy('begun_at', 'desc')
    .orderBy('id')
    .limit(limit)
  return (await tx.list(noticeId === undefined ? rows : rows.where('notice_id', '=', noticeId))) as HandOverLine[]
}

/** Receivers of a notice on one channel that are in the same state. */
export interface HandOverCount {
  readonly channel: HandOverKey
  readonly state: HandOverState
  readonly receivers: number
  readonly attempts: number
  readonly begunAt: Temporal.Instant
  /** The earliest of theirs. */
  readonly dueAt: Temporal.Instant
  /** The last of theirs. */
  readonly endedAt: Temporal.Instant | null
  /** The last of theirs. */
  readonly answer: string | null
}

/** A notice's hand-overs without who its receivers are: a few rows, however many follow the city. */
export async function listHandOverCounts(tx: Tx, noticeId: string): Promise<HandOverCount[]> {
  const rows = await tx.list(
    notices
      .selectFrom('notices.hand_over')
      .select(['channel', 'state', sql<number>`count(*)`.as('receivers'), sql<number>`max(attempts)`.as('attempts'), sql<Temporal.Instant>`min(begun_at)`.as('begunAt')])
      .select([sql<Temporal.Instant>`min(due_at)`.as('dueAt'), sql<Temporal.Instant | null>`max(ended_at)`.as('endedAt')])
      .select(sql<string | null>`(array_agg(answer order by id desc) filter (where answer is not null))[1]`.as('answer'))
      .where('notice_id', '=', noticeId)
      .groupBy(['channel', 'state']),
  )
  return rows as HandOverCount[]
}
