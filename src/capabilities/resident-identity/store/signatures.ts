import { randomUUID } from 'node:crypto'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { LIMITS } from '../rules/limits.ts'
import type { ResidentIdentityTables } from '../tables.ts'

const identity = queriesOver<ResidentIdentityTables>()

export interface AskedSignature {
  readonly id: string
  readonly accountId: string
  readonly forService: string
  readonly documentHash: Buffer
  readonly title: string
  readonly returnTo: string
  readonly expiresAt: Temporal.Instant
  readonly signedAt: Temporal.Instant | null
  readonly signature: Buffer | null
  readonly certificate: Buffer | null
  readonly refusal: string | null
}

export type NewSignature = Pick<AskedSignature, 'accountId' | 'forService' | 'documentHash' | 'title' | 'returnTo'>

export async function addSignature(tx: Tx, asked: NewSignature): Promise<string> {
  const id = randomUUID()
  await tx.run(
    identity.insertInto('resident_identity.signature').values({
      id, account_id: asked.accountId, for_service: asked.forService, document_hash: asked.documentHash, title: asked.title,
      return_to: asked.returnTo, begun_at: tx.now, expires_at: tx.now.add({ minutes: LIMITS.signatureMinutes }),
    }),
  )
  return id
}

export function findSignature(tx: Tx, id: string): Promise<AskedSignature | undefined> {
  return isUuid(id) ? tx.find(signatures().where('id', '=', id)) : Promise.resolve(undefined)
}

function signatures() {
  return identity
    .selectFrom('resident_identity.signature')
    .select([
      'id',
      'account_id as accountId',
      'for_service as forService',
      'document_hash as documentHash',
      'title',
      'return_to as returnTo',
      'expires_at as expiresAt',
      'signed_at as signedAt',
      'signature',
      'certificate',
      'refusal',
    ])
}

/** Keeps the signature once; 0 when there is one already, or when it came too late. */
export function keepSignature(tx: Tx, id: string, given: { signature: Buffer; certificate: Buffer }): Promise<number> {
  const row = { signed_at: tx.now, signature: given.signature, certificate: given.certificate, refused_at: null, refusal: null }
  return tx.run(
    identity.updateTable('resident_identity.signature').set(row).where('id', '=', id).where('signed_at', 'is', null).where('expires_at', '>', tx.now),
  )
}

export async function refuseSignature(tx: Tx, id: string, refusal: string): Promise<void> {
  const row = { refused_at: tx.now, refusal }
  await tx.run(identity.updateTable('resident_identity.signature').set(row).where('id', '=', id).where('signed_at', 'is', null))
}
