import type { Tx } from '#kernel/database/transaction.ts'
import { CERTIFICATE_LIMITS, type CertificateKind, type Refusal } from '../model.ts'
import { certificates } from './requests.ts'

export interface NewPaper {
  readonly requestId: string
  readonly code: string
  readonly registerVersion: string
  readonly readAt: Temporal.Instant
  readonly pages: number
  readonly sha256: Buffer
  readonly bytes: Buffer
}

/** False when the request has a paper already. The file is sealed: who has the database alone cannot read it. */
export async function keepPaper(tx: Tx, paper: NewPaper): Promise<boolean> {
  const { requestId, code, pages, sha256 } = paper
  const row = { request_id: requestId, code, register_version: paper.registerVersion, read_at: paper.readAt, pages, sha256, issued_at: tx.now, issued_by: tx.actor.id }
  const kept = await tx.run(certificates.insertInto('certificates.paper').values(row).onConflict((conflict) => conflict.column('request_id').doNothing()))
  if (kept === 0) return false
  const sealed = tx.sealOf('certificates').closeBytes(paper.bytes, contextOf(requestId))
  await tx.run(certificates.insertInto('certificates.paper_file').values({ request_id: requestId, sealed, forget_at: tx.now.add({ hours: CERTIFICATE_LIMITS.keepFileDays * 24 }) }))
  return true
}

/** The signed file, while it is kept. */
export async function findFile(tx: Tx, requestId: string): Promise<Buffer | undefined> {
  const row = await tx.find(certificates.selectFrom('certificates.paper_file').select('sealed').where('request_id', '=', requestId).where('forget_at', '>', tx.now))
  return row === undefined ? undefined : tx.sealOf('certificates').openBytes(row.sealed, contextOf(requestId))
}

export function forgetFile(tx: Tx, requestId: string): Promise<number> {
  return tx.run(certificates.deleteFrom('certificates.paper_file').where('request_id', '=', requestId))
}

export function forgetOldFiles(tx: Tx): Promise<number> {
  return tx.run(certificates.deleteFrom('certificates.paper_file').where('forget_at', '<=', tx.now))
}

/** What anyone may learn of a paper whose number they hold; it says no more than the paper itself. */
export interface PaperState {
  readonly kind: CertificateKind
  readonly issuedAt: Temporal.Instant
  readonly pages: number
  readonly endedBecause: Refusal | null
}

export function findByCode(tx: Tx, code: string): Promise<PaperState | undefined> {
  return tx.find(
    certificates
      .selectFrom('certificates.paper as paper')
      .innerJoin('certificates.request as request', 'request.id', 'paper.request_id')
      .select(['paper.issued_at as issuedAt', 'paper.pages'])
      .select((row) => [row.ref('request.kind').$castTo<CertificateKind>().as('kind'), row.ref('request.ended_because').$castTo<Refusal | null>().as('endedBecause')])
      .where('paper.code', '=', code),
  )
}

function contextOf(requestId: string): string {
  return `paper ${requestId}`
}
