import { sql, type Selectable } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import { statement } from '#kernel/database/rows.ts'
import type { CardSessionTable } from '../tables.ts'
import { payments } from './rows.ts'

export type SessionState = 'open' | 'paid' | 'failed' | 'expired' | 'lost'

/** One try to pay on the provider's page. */
export interface CardSession {
  readonly id: string
  readonly requestId: string
  readonly url: string
  /** The provider's name for the money that moved. */
  readonly intent: string | null
  readonly yen: number
  readonly state: SessionState
  readonly openedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly checks: number
}

export async function keepSession(tx: Tx, session: Pick<CardSession, 'id' | 'requestId' | 'url' | 'yen' | 'expiresAt'>, nextCheckAt: Temporal.Instant): Promise<void> {
  const row = { id: session.id, request_id: session.requestId, url: session.url, yen: session.yen, state: 'open', opened_at: tx.now, expires_at: session.expiresAt, next_check_at: nextCheckAt }
  await tx.run(payments.insertInto('payments.card_session').values(row).onConflict((conflict) => conflict.column('id').doNothing()))
}

export async function findSession(tx: Tx, id: string): Promise<CardSession | undefined> {
  const row = await tx.find(sessions.where('id', '=', id))
  return row && sessionOf(row)
}

export async function listSessionsOf(tx: Tx, requestId: string): Promise<CardSession[]> {
  return (await tx.list(sessions.where('request_id', '=', requestId).orderBy('opened_at'))).map(sessionOf)
}

/** Those that the sweep asks about now. */
export async function listSessionsDue(tx: Tx, limit: number): Promise<CardSession[]> {
  return (await tx.list(sessions.where('next_check_at', '<=', tx.now).orderBy('next_check_at').limit(limit))).map(sessionOf)
}

export interface SessionEnd {
  readonly state: Exclude<SessionState, 'open'>
  readonly intent: string | null
  readonly by: 'webhook' | 'sweep'
}

/** Money outranks everything that was known of the session before; nothing outranks money. */
export async function endSession(tx: Tx, id: string, { state, intent, by }: SessionEnd): Promise<void> {
  const row = { state, next_check_at: null, ended_by: by, ...(intent === null ? {} : { intent }) }
  await tx.run(payments.updateTable('payments.card_session').set(row).where('id', '=', id).where('state', state === 'paid' ? '!=' : '=', state === 'paid' ? 'paid' : 'open'))
}

export async function checkLater(tx: Tx, id: string, at: Temporal.Instant, isCounted: boolean): Promise<void> {
  const counted = isCounted ? sql`checks + 1` : sql`checks`
  await tx.run(statement(sql`update payments.card_session set next_check_at = ${at}, checks = ${counted} where id = ${id} and state = 'open'`))
}

/** Open ones of requests that nobody can pay any more are asked about now, and closed. */
export async function hurryOrphans(tx: Tx): Promise<void> {
  await tx.run(statement(sql`
    update payments.card_session s set next_check_at = ${tx.now} from payments.request r
     where r.id = s.request_id and s.state = 'open' and s.next_check_at > ${tx.now} and r.state in ('paid', 'cancelled', 'expired', 'refunded') and s.checks < 3`))
}

const sessions = payments.selectFrom('payments.card_session').select(['id', 'request_id', 'url', 'intent', 'yen', 'state', 'opened_at', 'expires_at', 'checks'])

function sessionOf(row: Pick<Selectable<CardSessionTable>, 'id' | 'request_id' | 'url' | 'intent' | 'yen' | 'state' | 'opened_at' | 'expires_at' | 'checks'>): CardSession {
  return {
    id: row.id, requestId: row.request_id, url: row.url, intent: row.intent, yen: row.yen, state: row.state as SessionState,
    openedAt: row.opened_at, expiresAt: row.expires_at, checks: row.checks,
  }
}
