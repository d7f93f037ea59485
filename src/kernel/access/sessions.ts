import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { prepared, queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { systemActor, type Staff } from './actor.ts'
import { hashOfSecret, kindOfSecret, newSecret } from './session-secret.ts'

/** A session ends after this long without use, and after a working day and a half in any case. */
export const IDLE_MINUTES = 60
export const LONGEST_HOURS = 12
/** Last use is written at most this often: a page view must not cost a write. */
const SEEN_EVERY_SECONDS = 60

const kernel = queriesOver<KernelTables>()

export interface Session {
  readonly id: string
  readonly person: Staff
  readonly language: string
}

export interface SessionLine {
  readonly id: string
  readonly createdAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
  readonly device: string
  readonly method: string
}

/** Opens a session and returns the secret for the cookie; the database keeps only its hash. */
export async function openSession(tx: Tx, personId: string, terms: { device: string; method: string }): Promise<{ id: string; secret: string }> {
  const secret = newSecret('staff')
  const id = randomUUID()
  const row = {
    id,
    token_hash: hashOfSecret(secret),
    person_id: personId,
    created_at: tx.now,
    seen_at: tx.now,
    expires_at: tx.now.add({ hours: LONGEST_HOURS }),
    device: terms.device.slice(0, 300),
    method: terms.method,
  }
  await tx.within('kernel', () => tx.run(kernel.insertInto('kernel.session').values(row)))
  return { id, secret }
}

/** The session behind a cookie, with the duties that hold today; undefined when it is unknown, idle or over. */
export async function findSession(database: CityDatabase, secret: string): Promise<Session | undefined> {
  if (kindOfSecret(secret) !== 'staff') return undefined
  const row = await database.read('kernel', systemActor, (tx) => {
    const idleSince = tx.now.subtract({ minutes: IDLE_MINUTES })
    return tx.find(sessionQuery({ tokenHash: hashOfSecret(secret), now: tx.now, idleSince, today: tx.today }))
  })
  if (row === undefined) return undefined
  const { id, language, personId, login, name, unitCode, duties } = row
  if (database.clock.now().since(row.seenAt).total('seconds') > SEEN_EVERY_SECONDS) await markSeen(database, id)
  return { id, language, person: { id: personId, login, name, unitCode, duties } }
}

function markSeen(database: CityDatabase, sessionId: string): Promise<number> {
  return database.asKernel((tx) => tx.run(kernel.updateTable('kernel.session').set({ seen_at: tx.now }).where('id', '=', sessionId)))
}

interface SessionSearch {
  readonly tokenHash: Buffer
  readonly now: Temporal.Instant
  readonly idleSince: Temporal.Instant
  readonly today: Temporal.PlainDate
}

const sessionQuery = prepared(({ tokenHash, now, idleSince, today }: SessionSearch) =>
  kernel
    .selectFrom('kernel.session as session')
    .innerJoin('kernel.person as person', 'person.id', 'session.person_id')
    .select([
      'session.id',
      'session.seen_at as seenAt',
      'person.id as personId',
      'person.login',
      'person.name',
      'person.language',
      'person.unit_code as unitCode',
      sql<string[]>`array(select duty from kernel.duty d where d.person_id = person.id and d.valid_from <= ${today}::date
        and (d.valid_to is null or d.valid_to >= ${today}::date))`.as('duties'),
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('session.seen_at', '>', idleSince)
    .where('person.is_active', '=', true),
)

/** The person's sessions that are still good, the one used last first. */
export function listSessions(tx: Tx, personId: string): Promise<SessionLine[]> {
  const query = kernel
    .selectFrom('kernel.session')
    .select(['id', 'created_at as createdAt', 'seen_at as seenAt', 'device', 'method'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', tx.now)
    .where('seen_at', '>', tx.now.subtract({ minutes: IDLE_MINUTES }))
    .orderBy('seen_at', 'desc')
  return tx.within('kernel', () => tx.list(query))
}

/** Ends one of the person's own sessions; returns how many ended, 0 when it was over or another's. */
export function closeSession(tx: Tx, personId: string, sessionId: string): Promise<number> {
  if (!isUuid(sessionId)) return Promise.resolve(0)
  const query = kernel.deleteFrom('kernel.session').where('id', '=', sessionId).where('person_id', '=', personId)
  return tx.within('kernel', () => tx.run(query))
}

/** Signs the person out on every device but one. Returns how many sessions ended. */
export function closeOtherSessions(tx: Tx, personId: string, keptId: string): Promise<number> {
  const query = kernel.deleteFrom('kernel.session').where('person_id', '=', personId).where('id', '!=', keptId)
  return tx.within('kernel', () => tx.run(query))
}

/** Signs the person out everywhere, on this device too. Returns how many sessions ended. */
export function closeAllSessions(tx: Tx, personId: string): Promise<number> {
  return tx.within('kernel', () => tx.run(kernel.deleteFrom('kernel.session').where('person_id', '=', personId)))
}

/** Takes away what nobody can use any more. Returns how many sessions went. */
export function removeEndedSessions(tx: Tx): Promise<number> {
  const idleSince = tx.now.subtract({ minutes: IDLE_MINUTES })
  const query = kernel
    .deleteFrom('kernel.session')
    .where((session) => session.or([session('expires_at', '<=', tx.now), session('seen_at', '<=', idleSince)]))
  return tx.within('kernel', () => tx.run(query))
}
