import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { AttemptOutcome, Claimed, ProofMethod } from '../model.ts'
import type { Failures } from '../rules/lockout.ts'
import type { StaffIdentityTables } from '../tables.ts'

const staff = queriesOver<StaffIdentityTables>()

/**
 * Lets attempts for one name pass one after the other until the transaction ends: a hundred guesses sent at once would
 * otherwise all see an account without failures.
 */
export async function waitForTurn(tx: Tx, claimed: Claimed): Promise<void> {
  const key = claimed.personId ?? claimed.loginMac.toString('base64url')
  await tx.list({
    compile: () =>
      ({
        sql: 'select pg_advisory_xact_lock(hashtextextended($1, 7253))',
        parameters: [`staff-identity ${key}`],
      }) as never,
  })
}

/** Failures in a row: since the last success or pardon. */
export async function failuresOf(tx: Tx, claimed: Claimed): Promise<Failures> {
  const last = attemptsFor(claimed)
    .select(sql<number>`coalesce(max(entry), 0)`.as('entry'))
    .where('outcome', 'in', ['accepted', 'cleared'])
  const row = await tx.get(
    attemptsFor(claimed)
      .select([sql<number>`count(*)`.as('count'), sql<Temporal.Instant | null>`max(at)`.as('lastAt')])
      .where('outcome', '=', 'refused')
      .where('entry', '>', last),
  )
  return row
}

function attemptsFor(claimed: Claimed) {
  const attempts = staff.selectFrom('staff_identity.attempt')
  return claimed.personId === null
    ? attempts.where('login_mac', '=', claimed.loginMac)
    : attempts.where('person_id', '=', claimed.personId)
}

/** How many attempts from an address failed or came too soon since a moment, whomever they were for. */
export async function countFailuresFrom(tx: Tx, address: string, since: Temporal.Instant): Promise<number> {
  const row = await tx.get(
    staff
      .selectFrom('staff_identity.attempt')
      .select(sql<number>`count(*)`.as('count'))
      .where('address', '=', address)
      .where('at', '>', since)
      .where('outcome', 'in', ['refused', 'waiting']),
  )
  return row.count
}

export interface Attempt {
  readonly claimed: Claimed
  readonly address: string
  readonly method: ProofMethod
  readonly outcome: AttemptOutcome
}

export async function addAttempt(tx: Tx, { claimed, address, method, outcome }: Attempt): Promise<void> {
  const row = { at: tx.now, person_id: claimed.personId, login_mac: claimed.loginMac, address, method, outcome }
  await tx.run(staff.insertInto('staff_identity.attempt').values(row))
}

/** When each of these people last got in. */
export async function lastSignIns(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx.list(
    staff
      .selectFrom('staff_identity.attempt')
      .select(['person_id as personId', sql<Temporal.Instant>`max(at)`.as('at')])
      .where('person_id', 'in', [...personIds])
      .where('outcome', '=', 'accepted')
      .groupBy('person_id'),
  )
  return new Map(rows.map((row) => [String(row.personId), row.at]))
}

/** Forgets attempts older than a year; the database keeps younger ones whatever it is told. Returns how many went. */
export async function forgetAttempts(tx: Tx, daysKept: number): Promise<number> {
  const rows = await tx.list<{ gone: number }>({
    compile: () => ({ sql: 'select staff_identity.forget_attempts($1) as gone', parameters: [daysKept] }) as never,
  })
  return rows[0]?.gone ?? 0
}
