import { createHash } from 'node:crypto'
import { noteSignature, openSigner, type PaperSigner } from '#capabilities/signing/signing.ts'
import { paymentOf, refundPayment } from '#capabilities/payments/payments.ts'
import type { Actor } from '#kernel/access/actor.ts'
import type { City } from '#kernel/city/city.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { printPaper, saysWhatWasOrdered } from '../api/paper-sheet.ts'
import { facts } from '../facts.ts'
import type { CertificateRequest, Refusal, Trouble } from '../model.ts'
import { drawCode } from '../rules/paper-code.ts'
import { keepPaper } from '../store/papers.ts'
import { changeRequest, claim, findRequest, holdRequest, keepStep } from '../store/requests.ts'
import { stoppedAmong } from '../store/stops.ts'
import { readRegister, type RegisterReading } from './read-register.ts'

/** From where papers are issued. */
export interface IssuingPlace {
  readonly database: CityDatabase
  readonly city: City
  readonly standInOrigin: string | null
}

export type IssueOutcome = 'issued' | 'refused' | 'waits' | 'elsewhere'

const SERVICE = 'certificates'
const REASONS = { 'resident-copy': '住民票の写しの交付', 'record-certificate': '住民票記載事項証明書の交付', 'seal-certificate': '印鑑登録証明書の交付' } as const

/**
 * Makes the one paper of a request, in three steps that each may die without harm: claimed and read in one state of the
 * register; typeset, read back and signed with no transaction open; written down, if nobody did so before and nothing was
 * stopped meanwhile. `actor` is in whose eyes the register is read: what is hidden from them is not on the paper.
 */
export async function issuePaper(place: IssuingPlace, requestId: string, actor: Actor): Promise<IssueOutcome> {
  const { database } = place
  if (!(await database.act(SERVICE, actor, (tx) => claim(tx, requestId)))) return 'elsewhere'
  const read = await database.read(SERVICE, actor, async (tx) => {
    const request = await findRequest(tx, requestId)
    if (request === undefined) return null
    const reading = await readRegister(tx, place.city, request)
    return { request, reading, signer: await openSigner({ ...place, tx }) }
  })
  if (read === null) return 'elsewhere'
  if (!read.reading.ok) return refuse(place, read.request, read.reading.refusal, actor)
  const made = await makePaper(place, read.request, read.reading, read.signer)
  if (!made.ok) return wait(place, read.request, made, actor)
  return database.act(SERVICE, actor, (tx) => writeDown(tx, read.request, made))
}

type MadePaper =
  | { readonly ok: true; readonly bytes: Buffer; readonly pages: number; readonly code: string; readonly signed: Parameters<typeof noteSignature>[1]; readonly reading: RegisterReading & { readonly ok: true } }
  | { readonly ok: false; readonly trouble: Trouble; readonly missing: readonly string[]; readonly detail: string }

async function makePaper(place: IssuingPlace, { kind, origin }: CertificateRequest, reading: RegisterReading & { readonly ok: true }, signer: PaperSigner): Promise<MadePaper> {
  const code = drawCode()
  const { content } = reading
  try {
    const printed = await printPaper({ city: place.city, content, code, origin, readAt: reading.knownAt, isTest: signer.isTest })
    if (!printed.ok) return { ok: false, trouble: 'characters-missing', missing: printed.reason === 'characters-not-in-font' ? printed.characters : [], detail: printed.reason }
    if (!saysWhatWasOrdered(printed.bytes, content, code)) return { ok: false, trouble: 'proof-failed', missing: [], detail: 'the paper does not say what was ordered' }
    const signed = await signer.sign(printed.bytes, { reason: REASONS[kind], withoutTimeStamp: 'refuse' })
    if (!signed.ok) return { ok: false, trouble: 'no-time-stamp', missing: [], detail: signed.detail }
    return { ok: true, bytes: signed.bytes, pages: printed.pageCount, code, signed, reading }
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== 'unavailable') throw thrown
    return { ok: false, trouble: 'press-unavailable', missing: [], detail: thrown.message }
  }
}

async function writeDown(tx: Tx, { id, kind, way, subjectId }: CertificateRequest, { bytes, pages, code, signed, reading }: MadePaper & { readonly ok: true }): Promise<IssueOutcome> {
  const request = await holdRequest(tx, id)
  if (request === undefined || request.issuedAt !== null || request.endedAt !== null) return 'elsewhere'
  if ((await stoppedAmong(tx, [subjectId])).has(subjectId)) return end(tx, request, 'stopped')
  const sha256 = createHash('sha256').update(bytes).digest()
  const isFirst = await keepPaper(tx, { requestId: id, code, registerVersion: reading.registerVersion, readAt: reading.knownAt, pages, sha256, bytes })
  if (!isFirst) return 'elsewhere'
  await changeRequest(tx, id, { issued_at: tx.now, trouble: null, claimed_until: null })
  await keepStep(tx, id, 'issued', sha256.toString('hex'))
  await noteSignature(tx, signed)
  await tx.note({ act: `issue ${kind}`, subject: `resident:${subjectId}`, basis: '住民基本台帳法第12条・印鑑条例' })
  tx.publish(facts.issued, `certificate:${id}`, { kind, way })
  return 'issued'
}

function refuse({ database }: IssuingPlace, { id }: CertificateRequest, refusal: Refusal, actor: Actor): Promise<IssueOutcome> {
  return database.act(SERVICE, actor, async (tx) => {
    const request = await holdRequest(tx, id)
    if (request === undefined || request.issuedAt !== null || request.endedAt !== null) return 'elsewhere'
    return end(tx, request, refusal)
  })
}

/** Ends a request without a paper. Who has paid gets the money back. */
export async function end(tx: Tx, { id, kind, way, paidAt }: CertificateRequest, refusal: Refusal): Promise<IssueOutcome> {
  await changeRequest(tx, id, { ended_at: tx.now, ended_because: refusal, trouble: null, claimed_until: null })
  await keepStep(tx, id, 'ended', refusal)
  tx.publish(facts.refused, `certificate:${id}`, { kind, way, reason: refusal })
  const reference = `certificates:${id}`
  if (paidAt !== null && ((await paymentOf(tx, reference))?.paidYen ?? 0) > 0) await refundPayment(tx, reference, { reason: `証明書を交付できなかったため（${refusal}）` })
  return 'refused'
}

/** Nothing speaks against it, but it cannot be made now: some things pass by themselves, others wait for a clerk. */
function wait({ database }: IssuingPlace, { id, trouble: before }: CertificateRequest, { trouble, missing, detail }: MadePaper & { readonly ok: false }, actor: Actor): Promise<IssueOutcome> {
  return database.act(SERVICE, actor, async (tx): Promise<IssueOutcome> => {
    // The claim stays until it runs out: an authority that is away is not asked again at once.
    const isPassing = trouble === 'no-time-stamp' || trouble === 'press-unavailable'
    await changeRequest(tx, id, { trouble, missing_sorts: [...missing], ...(isPassing ? {} : { claimed_until: null }) })
    if (before !== trouble) await keepStep(tx, id, 'trouble', trouble === 'characters-missing' ? trouble : detail)
    return 'waits'
  })
}
