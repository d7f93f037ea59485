import { randomUUID } from 'node:crypto'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { prepared, queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { systemActor, type Power, type Proof, type Resident } from './actor.ts'
import { hashOfSecret, kindOfSecret, newSecret } from './session-secret.ts'

/** Half an hour without use, twelve hours in any case: NIST SP 800-63B section 4.2.3, as phones and libraries are shared. */
export const RESIDENT_IDLE_MINUTES = 30
export const RESIDENT_LONGEST_HOURS = 12
/** Last use is written at most this often: a page view must not cost a write. */
const SEEN_EVERY_SECONDS = 60
const DEVICE_CHARACTERS = 300

const kernel = queriesOver<KernelTables>()
const NOBODY = { acts_for: null, acts_for_name: null, acts_as: null, acts_until: null }

export interface ResidentSession {
  readonly id: string
  readonly resident: Resident
  readonly language: string
}

export interface ResidentSessionLine {
  readonly id: string
  readonly createdAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
  readonly device: string
  readonly proof: Proof
}

export interface ResidentSessionTerms {
  readonly device: string
  readonly proof: Proof
  /** The session that ends with this one's beginning: a proof that rises gets a new secret, never a better old one. */
  readonly instead?: string | null
}

/** Opens a session and returns the secret for the cookie; the database keeps only its hash. */
export async function openResidentSession(tx: Tx, accountId: string, terms: ResidentSessionTerms): Promise<{ id: string; secret: string }> {
  const secret = newSecret('resident')
  const id = randomUUID()
  const row = {
    id,
    token_hash: hashOfSecret(secret),
    resident_id: accountId,
    created_at: tx.now,
    seen_at: tx.now,
    expires_at: tx.now.add({ hours: RESIDENT_LONGEST_HOURS }),
    device: terms.device.slice(0, DEVICE_CHARACTERS),
    proof: terms.proof,
  }
  const earlier = terms.instead ?? null
  await tx.within('kernel', async () => {
    if (earlier !== null) await tx.run(kernel.deleteFrom('kernel.resident_session').where('id', '=', earlier))
    await tx.run(kernel.insertInto('kernel.resident_session').values(row))
  })
  return { id, secret }
}

/** The session behind a cookie; undefined when it is unknown, idle, over, or the account was closed. */
export async function findResidentSession(database: CityDatabase, secret: string): Promise<ResidentSession | undefined> {
  if (kindOfSecret(secret) !== 'resident') return undefined
  const row = await database.read('kernel', systemActor, (tx) => {
    const idleSince = tx.now.subtract({ minutes: RESIDENT_IDLE_MINUTES })
    return tx.find(sessionQuery({ tokenHash: hashOfSecret(secret), now: tx.now, idleSince }))
  })
  if (row === undefined) return undefined
  const { id, language, accountId, name, personId, proof } = row
  if (database.clock.now().since(row.seenAt).total('seconds') > SEEN_EVERY_SECONDS) await markSeen(database, id)
  const actsFor = powerIn(row, database.clock.today())
  return { id, language, resident: { accountId, name, personId, proof: proof as Proof, actsFor } }
}

/** A power ends with its last day, in the middle of a session too. */
function powerIn(row: PowerColumns, today: Temporal.PlainDate): Power | null {
  const { actsFor, actsForName, actsAs, actsUntil } = row
  if (actsFor === null || actsForName === null || actsAs === null) return null
  if (actsUntil !== null && Temporal.PlainDate.compare(actsUntil, today) < 0) return null
  return { personId: actsFor, name: actsForName, kind: actsAs as Power['kind'], until: actsUntil }
}

interface PowerColumns {
  readonly actsFor: string | null
  readonly actsForName: string | null
  readonly actsAs: string | null
  readonly actsUntil: Temporal.PlainDate | null
}

function markSeen(database: CityDatabase, sessionId: string): Promise<number> {
  return database.asKernel((tx) => tx.run(kernel.updateTable('kernel.resident_session').set({ seen_at: tx.now }).where('id', '=', sessionId)))
}

interface SessionSearch {
  readonly tokenHash: Buffer
  readonly now: Temporal.Instant
  readonly idleSince: Temporal.Instant
}

const sessionQuery = prepared(({ tokenHash, now, idleSince }: SessionSearch) =>
  kernel
    .selectFrom('kernel.resident_session as session')
    .innerJoin('kernel.resident as resident', 'resident.id', 'session.resident_id')
    .select([
      'session.id',
      'session.seen_at as seenAt',
      'session.proof',
      'session.acts_for as actsFor',
      'session.acts_for_name as actsForName',
      'session.acts_as as actsAs',
      'session.acts_until as actsUntil',
      'resident.id as accountId',
      'resident.name',
      'resident.person_id as personId',
      'resident.language',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('session.seen_at', '>', idleSince)
    .where('resident.is_open', '=', true),
)

/** From now on this session is for another person, or with null for the resident again. */
export async function actFor(tx: Tx, sessionId: string, power: Power | null): Promise<void> {
  const row = power === null ? NOBODY : { acts_for: power.personId, acts_for_name: power.name, acts_as: power.kind, acts_until: power.until }
  await tx.within('kernel', () => tx.run(kernel.updateTable('kernel.resident_session').set(row).where('id', '=', sessionId)))
}

/** Whoever acts for this person does so no longer, in all sessions or in one account's. Returns how many were brought back. */
export async function endActingFor(tx: Tx, personId: string, accountId?: string): Promise<number> {
  let query = kernel.updateTable('kernel.resident_session').set(NOBODY).where('acts_for', '=', personId)
  if (accountId !== undefined) query = query.where('resident_id', '=', accountId)
  return tx.within('kernel', () => tx.run(query))
}

/**
 * After the register changed about these people: whoever acts as a guardian for one of them, or is one of them and acts as a
 * guardian, is here for themselves again, and may choose anew what the register then says.
 */
export async function endGuardianshipOf(tx: Tx, people: readonly string[]): Promise<number> {
  if (people.length === 0) return 0
  const residents = kernel.selectFrom('kernel.resident').select('id').where('person_id', 'in', [...people])
  const query = kernel
    .updateTable('kernel.resident_session')
    .set(NOBODY)
    .where('acts_as', '=', 'guardian')
    .where((session) => session.or([session('acts_for', 'in', [...people]), session('resident_id', 'in', residents)]))
  return tx.within('kernel', () => tx.run(query))
}

/** The account's sessions that are still good, the one used last first. */
export function listResidentSessions(tx: Tx, accountId: string): Promise<ResidentSessionLine[]> {
  const query = kernel
    .selectFrom('kernel.resident_session')
    .select(['id', 'created_at as createdAt', 'seen_at as seenAt', 'device', 'proof'])
    .where('resident_id', '=', accountId)
    .where('expires_at', '>', tx.now)
    .where('seen_at', '>', tx.now.subtract({ minutes: RESIDENT_IDLE_MINUTES }))
    .orderBy('seen_at', 'desc')
  return tx.within('kernel', () => tx.list(query)) as Promise<ResidentSessionLine[]>
}

/** Ends one of the account's own sessions; returns how many ended, 0 when it was over or another's. */
export function closeResidentSession(tx: Tx, accountId: string, sessionId: string): Promise<number> {
  if (!isUuid(sessionId)) return Promise.resolve(0)
  const query = kernel.deleteFrom('kernel.resident_session').where('id', '=', sessionId).where('resident_id', '=', accountId)
  return tx.within('kernel', () => tx.run(query))
}

/** Signs the resident out everywhere, on this device too. Returns how many sessions ended. */
export function closeAllResidentSessions(tx: Tx, accountId: string): Promise<number> {
  return tx.within('kernel', () => tx.run(kernel.deleteFrom('kernel.resident_session').where('resident_id', '=', accountId)))
}

/** Takes away what nobody can use any more. Returns how many sessions went. */
export function removeEndedResidentSessions(tx: Tx): Promise<number> {
  const idleSince = tx.now.subtract({ minutes: RESIDENT_IDLE_MINUTES })
  const query = kernel
    .deleteFrom('kernel.resident_session')
    .where((session) => session.or([session('expires_at', '<=', tx.now), session('seen_at', '<=', idleSince)]))
  return tx.within('kernel', () => tx.run(query))
}
