import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { CERTIFICATE_LIMITS, type Applicant, type CertificateKind, type CertificateRequest, type Option, type Refusal, type Step, type Trouble, type Way } from '../model.ts'
import type { CertificatesTables } from '../tables.ts'

export const certificates = queriesOver<CertificatesTables>()

export interface NewRequest {
  readonly id: string
  readonly requestKey: string
  readonly kind: CertificateKind
  readonly way: Way
  readonly subjectId: string
  readonly people: readonly string[]
  readonly options: readonly Option[]
  readonly accountId: string | null
  readonly ownPersonId: string | null
  readonly applicant: Applicant | null
  readonly reduction: string
  readonly origin: string
}

/** False when the number of the request was used before: no number is ever taken twice. */
export async function keepRequest(tx: Tx, wish: NewRequest): Promise<boolean> {
  const { id, kind, way, origin, reduction } = wish
  const row = {
    id, kind, way, origin, reduction, request_key: wish.requestKey, subject_id: wish.subjectId, people: [...wish.people], options: [...wish.options],
    account_id: wish.accountId, own_person_id: wish.ownPersonId, applicant: wish.applicant, requested_by: tx.actor.id, requested_at: tx.now,
  }
  const kept = await tx.run(certificates.insertInto('certificates.request').values(row).onConflict((conflict) => conflict.column('request_key').doNothing()))
  if (kept === 1) await keepStep(tx, id, 'requested')
  return kept === 1
}

export async function keepStep(tx: Tx, requestId: string, step: Step, detail = ''): Promise<void> {
  await tx.run(certificates.insertInto('certificates.step').values({ request_id: requestId, step, at: tx.now, by: tx.actor.id, detail }))
}

const requests = certificates
  .selectFrom('certificates.request')
  .select([
    'id', 'request_key as requestKey', 'subject_id as subjectId', 'people', 'account_id as accountId', 'own_person_id as ownPersonId', 'reduction', 'origin', 'requested_at as requestedAt',
    'paid_at as paidAt', 'issued_at as issuedAt', 'printed_at as printedAt', 'settled_at as settledAt', 'ended_at as endedAt', 'missing_sorts as missingSorts',
  ])
  .select((row) => [
    row.ref('kind').$castTo<CertificateKind>().as('kind'), row.ref('way').$castTo<Way>().as('way'), row.ref('options').$castTo<Option[]>().as('options'),
    row.ref('applicant').$castTo<Applicant | null>().as('applicant'), row.ref('ended_because').$castTo<Refusal | null>().as('endedBecause'), row.ref('trouble').$castTo<Trouble | null>().as('trouble'),
  ])

/** An id that is none is nobody's. */
export async function findRequest(tx: Tx, id: string): Promise<CertificateRequest | undefined> {
  return isUuid(id) ? tx.find(requests.where('id', '=', id)) : undefined
}

/** The same, and nobody else changes it until this transaction ends. */
export async function holdRequest(tx: Tx, id: string): Promise<CertificateRequest | undefined> {
  return isUuid(id) ? tx.find(requests.where('id', '=', id).forUpdate()) : undefined
}

export function listOfAccount(tx: Tx, accountId: string): Promise<CertificateRequest[]> {
  return tx.list(requests.where('account_id', '=', accountId).orderBy('requested_at', 'desc').limit(CERTIFICATE_LIMITS.requestsShown))
}

export interface DeskWish {
  /** Only those that somebody must look at. */
  readonly isTroubled: boolean
}

export function listForDesk(tx: Tx, { isTroubled }: DeskWish): Promise<CertificateRequest[]> {
  const query = requests.orderBy('requested_at', 'desc').limit(CERTIFICATE_LIMITS.requestsShown)
  return tx.list(isTroubled ? query.where('trouble', 'is not', null).where('ended_at', 'is', null).where('issued_at', 'is', null) : query)
}

/** Requests that wait for their paper: what was paid online, and nothing holds. Not those that another process has claimed. */
export function listDue(tx: Tx, limit: number): Promise<{ id: string }[]> {
  return tx.list(
    certificates
      .selectFrom('certificates.request')
      .select('id')
      .where('issued_at', 'is', null)
      .where('ended_at', 'is', null)
      .where('way', '=', 'online')
      .where('paid_at', 'is not', null)
      .where((row) => row.or([row('trouble', 'is', null), row('trouble', 'in', ['no-time-stamp', 'press-unavailable'])]))
      .where((row) => row.or([row('claimed_until', 'is', null), row('claimed_until', '<', sql<Temporal.Instant>`clock_timestamp()`)]))
      .orderBy('paid_at')
      .limit(limit),
  )
}

/** One process at a time makes a paper; false when another is at it, or it is made or ended already. */
export async function claim(tx: Tx, id: string): Promise<boolean> {
  const until = sql<Temporal.Instant>`clock_timestamp() + make_interval(secs => ${CERTIFICATE_LIMITS.claimSeconds}::float8)`
  const claimed = await tx.run(
    certificates
      .updateTable('certificates.request')
      .set({ claimed_until: until })
      .where('id', '=', id)
      .where('issued_at', 'is', null)
      .where('ended_at', 'is', null)
      .where((row) => row.or([row('claimed_until', 'is', null), row('claimed_until', '<', sql<Temporal.Instant>`clock_timestamp()`)])),
  )
  return claimed === 1
}

export interface RequestChange {
  readonly paid_at?: Temporal.Instant | null
  readonly issued_at?: Temporal.Instant
  readonly printed_at?: Temporal.Instant
  readonly settled_at?: Temporal.Instant
  readonly ended_at?: Temporal.Instant
  readonly ended_because?: Refusal
  readonly trouble?: Trouble | null
  readonly missing_sorts?: string[]
  readonly claimed_until?: Temporal.Instant | null
}

export async function changeRequest(tx: Tx, id: string, change: RequestChange): Promise<void> {
  await tx.run(certificates.updateTable('certificates.request').set(change).where('id', '=', id))
}

/** Paid ones whose money is not yet known to be there. */
export function listUnsettled(tx: Tx): Promise<CertificateRequest[]> {
  return tx.list(requests.where('paid_at', 'is not', null).where('settled_at', 'is', null).where('way', '<>', 'kiosk').orderBy('paid_at').limit(UNSETTLED_A_NIGHT))
}

const UNSETTLED_A_NIGHT = 5_000

/** How many ended or were issued, by kind, way and reason, since an instant. */
export function countOutcomes(tx: Tx, since: Temporal.Instant): Promise<{ kind: CertificateKind; way: Way; reason: Refusal | null; count: number }[]> {
  return tx.list(
    certificates
      .selectFrom('certificates.request')
      .select((row) => [row.ref('kind').$castTo<CertificateKind>().as('kind'), row.ref('way').$castTo<Way>().as('way'), row.ref('ended_because').$castTo<Refusal | null>().as('reason'), row.fn.countAll<number>().as('count')])
      .where('requested_at', '>=', since)
      .where((row) => row.or([row('issued_at', 'is not', null), row('ended_at', 'is not', null)]))
      .groupBy(['kind', 'way', 'ended_because'])
      .orderBy('kind').orderBy('way').orderBy('ended_because'),
  )
}
