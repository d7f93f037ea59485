import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Query, Tx } from '#kernel/database/transaction.ts'
import type { AlgorithmName } from './authority/algorithms.ts'
import type { CertificateRole, KeptCertificate, SignatureLevel } from './model.ts'
import type { SigningTables } from './tables.ts'

const signing = queriesOver<SigningTables>()

export interface SealedCertificate extends KeptCertificate {
  readonly sealedKey: string
}

const certificates = signing
  .selectFrom('signing.certificate')
  .select(['id', 'certificate', 'serial_number as serialNumber', 'valid_from as validFrom', 'valid_to as validTo', 'revoked_at as revokedAt'])
  .select((row) => [row.ref('role').$castTo<CertificateRole>().as('role'), row.ref('algorithm').$castTo<AlgorithmName>().as('algorithm')])

/** The one of a role that is used now: valid, not revoked, and the longest of those. */
export function findCurrent(tx: Tx, role: CertificateRole): Promise<SealedCertificate | undefined> {
  return tx.find(
    certificates
      .select('sealed_key as sealedKey')
      .where('role', '=', role)
      .where('revoked_at', 'is', null)
      .where('valid_from', '<=', tx.now)
      .where('valid_to', '>', tx.now)
      .orderBy('valid_to', 'desc')
      .orderBy('made_at', 'desc')
      .limit(1),
  )
}

/** All that ever were, the newest of each role first: old ones go on verifying. */
export function listCertificates(tx: Tx): Promise<KeptCertificate[]> {
  return tx.list(certificates.orderBy('role').orderBy('made_at', 'desc'))
}

export interface NewCertificate {
  readonly id: string
  readonly role: CertificateRole
  readonly algorithm: AlgorithmName
  readonly certificate: Buffer
  readonly serialNumber: string
  readonly sealedKey: string
  readonly validFrom: Temporal.Instant
  readonly validTo: Temporal.Instant
  readonly issuerId: string | null
}

export async function keepCertificate(tx: Tx, made: NewCertificate): Promise<void> {
  const { id, role, algorithm, certificate } = made
  const row = {
    id, role, algorithm, certificate, serial_number: made.serialNumber, sealed_key: made.sealedKey,
    valid_from: made.validFrom, valid_to: made.validTo, issuer_id: made.issuerId, made_at: tx.now,
  }
  await tx.run(signing.insertInto('signing.certificate').values(row))
}

export function revokeCertificate(tx: Tx, id: string, because: string): Promise<number> {
  const revoked = { revoked_at: tx.now, revoked_because: because }
  return tx.run(signing.updateTable('signing.certificate').set(revoked).where('id', '=', id).where('revoked_at', 'is', null))
}

export function findCertificate(tx: Tx, id: string): Promise<KeptCertificate | undefined> {
  return tx.find(certificates.where('id', '=', id))
}

/** One process at a time makes certificates of a city. */
export async function waitForOthers(tx: Tx): Promise<void> {
  await tx.list(statement(sql`select pg_advisory_xact_lock(hashtext('signing.certificate'))`))
}

export interface NewSignature {
  readonly id: string
  readonly service: string
  readonly level: SignatureLevel
  readonly certificateId: string | null
}

export async function keepSignature(tx: Tx, { id, service, level, certificateId }: NewSignature): Promise<void> {
  await tx.run(signing.insertInto('signing.signature').values({ id, service, level, certificate_id: certificateId, signed_at: tx.now }))
}

export interface SignatureCount {
  readonly service: string
  readonly level: SignatureLevel
  readonly count: number
}

export function countSignatures(tx: Tx, since: Temporal.Instant): Promise<SignatureCount[]> {
  return tx.list(
    signing
      .selectFrom('signing.signature')
      .select((row) => ['service', row.ref('level').$castTo<SignatureLevel>().as('level'), row.fn.countAll<number>().as('count')])
      .where('signed_at', '>=', since)
      .groupBy(['service', 'level'])
      .orderBy('service')
      .orderBy('level'),
  )
}

function statement<Row>(source: ReturnType<typeof sql<Row>>): Query<Row> {
  return { compile: () => source.compile(signing) }
}
