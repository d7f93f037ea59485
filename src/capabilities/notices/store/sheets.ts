import { sql } from 'kysely'
import { manyRowsOf, statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { PersonalChannelKey } from '../model.ts'
import type { NoticesTables } from '../tables.ts'

/** Seconds after which a holder that wrote nothing down is taken to be dead. A living one writes three times as often. */
export const LEASE_SECONDS = 6

/** What `results` says of each contact of a sheet. */
export const RESULT = { waits: 0, handed: 1, refused: 2, later: 3 } as const

/** The lane of everybody whose receiver has no limit of its own. */
export const OPEN_LANE = '*'

/** Whose sheets they are. A drill's lie apart, since another line carries them. */
export interface Route {
  readonly channel: PersonalChannelKey
  readonly isDrill: boolean
}

export interface SheetDraft {
  readonly lane: string
  readonly level: number
  readonly contacts: readonly string[]
  readonly dueAt: Temporal.Instant
  readonly attempts: number
}

/** `firstNumber` and those after it must have been reserved for these sheets. */
export async function writeSheets(tx: Tx, noticeId: string, route: Route, firstNumber: number, drafts: readonly SheetDraft[]): Promise<void> {
  await manyRowsOf<NoticesTables>().insertRows(tx, 'notices.sheet', drafts.map(({ lane, level, contacts, dueAt, attempts }, index) => ({
    notice_id: noticeId, channel: route.channel, number: firstNumber + index, lane, level, is_drill: route.isDrill,
    contacts: [...contacts], results: contacts.map(() => RESULT.waits), state: 'waiting', attempts, due_at: dueAt.toString() as never,
  })))
}

export interface Sheet {
  readonly noticeId: string
  readonly number: number
  readonly lane: string
  readonly level: number
  readonly contacts: readonly string[]
  readonly results: readonly number[]
  /** How often it was taken, this time included. */
  readonly attempts: number
}

export interface TakingWish extends Route {
  /** Which process takes them. */
  readonly holder: string
  readonly most: number
}

/** Takes sheets that are due from the open lane, the gravest notice's first; no other process gets the same ones. */
export function takeSheets(tx: Tx, { channel, isDrill, holder, most }: TakingWish): Promise<Sheet[]> {
  return tx.list(statement(sql<Sheet>`
    with due as (
      select notice_id, number from notices.sheet
       where channel = ${channel} and is_drill = ${isDrill} and lane = ${OPEN_LANE} and state = 'waiting' and due_at <= ${tx.now}
       order by level desc, due_at, number limit ${most} for update skip locked
    )
    update notices.sheet sheet set ${held(holder)}
      from due where sheet.channel = ${channel} and sheet.notice_id = due.notice_id and sheet.number = due.number
    returning ${SHEET}`))
}

/**
 * Takes the next sheet of a lane with a limit, when it is the lane's turn, and says when its turn comes again: after as
 * long as its messages take at that many a minute. The lane's row keeps all processes to it.
 */
export async function takeFromLane(tx: Tx, { channel, isDrill, holder }: TakingWish, lane: string, messagesAMinute: number): Promise<Sheet[]> {
  return tx.list(statement(sql<Sheet>`
    with turn as (
      select channel from notices.lane where channel = ${channel} and lane = ${lane} and next_at <= clock_timestamp() for update skip locked
    ), due as (
      select notice_id, number, cardinality(contacts) as messages from notices.sheet
       where channel = (select channel from turn) and is_drill = ${isDrill} and lane = ${lane} and state = 'waiting' and due_at <= ${tx.now}
       order by level desc, due_at, number limit 1 for update skip locked
    ), later as (
      update notices.lane set next_at = clock_timestamp() + make_interval(secs => due.messages * 60.0 / ${messagesAMinute}::float8)
        from due where lane.channel = ${channel} and lane.lane = ${lane}
    )
    update notices.sheet sheet set ${held(holder)}
      from due where sheet.channel = ${channel} and sheet.notice_id = due.notice_id and sheet.number = due.number
    returning ${SHEET}`))
}

/** Lanes that a city set limits for; each has its row before anything is taken from it. */
export async function keepLanes(tx: Tx, channel: PersonalChannelKey, lanes: readonly string[]): Promise<void> {
  await tx.run(statement(sql`
    insert into notices.lane (channel, lane, next_at) select ${channel}, lane, '2000-01-01' from unnest(${[...lanes]}::text[]) lane on conflict do nothing`))
}

const SHEET = sql`sheet.notice_id as "noticeId", sheet.number, sheet.lane, sheet.level, sheet.contacts, sheet.results, sheet.attempts`

function held(holder: string) {
  return sql`state = 'held', holder = ${holder}, held_until = ${leaseEnd()}, attempts = sheet.attempts + 1`
}

/** By the database's clock, which all processes share, whatever their own ones say. */
function leaseEnd() {
  return sql`clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}::float8)`
}

/** Gives sheets back whose holders are dead: what they had not written down is handed over again. Returns how many. */
export function freeSheetsOfTheDead(tx: Tx): Promise<number> {
  return tx.run(statement(sql`
    update notices.sheet set state = 'waiting', holder = null, held_until = null where state = 'held' and held_until < clock_timestamp()`))
}

/** How a sheet stands when its holder writes it down. */
export interface SheetState {
  readonly noticeId: string
  readonly channel: PersonalChannelKey
  readonly number: number
  readonly results: readonly number[]
  readonly state: 'held' | 'waiting' | 'done'
  readonly handedAt: Temporal.Instant | null
  readonly lastError: string | null
}

export interface WrittenState {
  readonly noticeId: string
  readonly channel: PersonalChannelKey
  readonly number: number
  /** What stood there until now: what differs from it is new, however often the same is written. */
  readonly before: readonly number[]
}

/**
 * Writes many sheets' states down and holds those that stay held for another lease. Sheets that are no longer the
 * holder's are left alone and missing from the answer. Expects them in one order everywhere (notice, channel, number).
 */
export function writeStates(tx: Tx, holder: string, states: readonly SheetState[]): Promise<WrittenState[]> {
  const column = <Value>(of: (state: SheetState) => Value) => states.map(of)
  return tx.list(statement(sql<WrittenState>`
    with given as (
      select * from unnest(
        ${column((sheet) => sheet.noticeId)}::uuid[], ${column((sheet) => sheet.channel)}::text[], ${column((sheet) => sheet.number)}::int[],
        ${column((sheet) => `{${sheet.results.join(',')}}`)}::text[], ${column((sheet) => sheet.state)}::text[],
        ${column((sheet) => sheet.handedAt?.toString() ?? null)}::text[], ${column((sheet) => sheet.lastError)}::text[]
      ) as given(notice_id, channel, number, results, state, handed_at, last_error)
    ), present as (
      select sheet.notice_id, sheet.channel, sheet.number, sheet.results from notices.sheet join given using (notice_id, channel, number)
       where sheet.holder = ${holder} and sheet.state = 'held' order by sheet.notice_id, sheet.channel, sheet.number for update of sheet
    )
    update notices.sheet sheet
       set results = given.results::smallint[], state = given.state, handed_at = coalesce(given.handed_at::timestamptz, sheet.handed_at),
           last_error = coalesce(given.last_error, sheet.last_error), holder = case when given.state = 'held' then sheet.holder end,
           held_until = case when given.state = 'held' then ${leaseEnd()} end
      from given join present using (notice_id, channel, number)
     where sheet.notice_id = given.notice_id and sheet.channel = given.channel and sheet.number = given.number
    returning sheet.notice_id as "noticeId", sheet.channel, sheet.number, present.results as before`))
}

/** Sheets of broadcasts that ended before this. */
export async function eraseSheets(tx: Tx, endedBefore: Temporal.Instant): Promise<void> {
  await tx.run(statement(sql`
    delete from notices.sheet sheet using notices.broadcast broadcast
     where broadcast.notice_id = sheet.notice_id and broadcast.channel = sheet.channel and broadcast.state = 'ended' and broadcast.ended_at < ${endedBefore}`))
}
