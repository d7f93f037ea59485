import { randomUUID } from 'node:crypto'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { standInAddress } from '#kernel/outside/stand-in-desk.ts'
import { openKey, trustOf } from './authority/city-authority.ts'
import type { Trust } from './authority/trust.ts'
import { OIDS } from './cms/object-identifiers.ts'
import { digestFor, signContent, type SigningKey } from './cms/sign-message.ts'
import type { PdfVerification, SignResult, SignTerms } from './model.ts'
import { prepareSignature } from './paper/place-signature.ts'
import { verifyPaper } from './paper/verify-paper.ts'
import { keepSignature } from './store.ts'
import { askForStamp } from './time-stamps/authority-client.ts'
import { TIME_STAMP_PREFIX } from './time-stamps/stand-in.ts'

export type { PdfVerification, SignResult, SignTerms } from './model.ts'

/** From where one signs; a `Visit` is such a place. */
export interface SigningPlace {
  readonly tx: Tx
  readonly city: City
  readonly standInOrigin: string | null
}

/**
 * Signs a PDF of our press in the name of the city hall (PAdES baseline, ETSI EN 319 142-1) with a time stamp. Where none
 * can be had the terms decide. The stamp is asked for over HTTP while the transaction is open: whoever signs many
 * papers takes `openSigner` and signs between two transactions. Throws PdfFormatError for a PDF of another make.
 */
export async function signPdf(place: SigningPlace, bytes: Uint8Array, terms: SignTerms): Promise<SignResult> {
  const signer = await openSigner(place)
  const signed = await signer.sign(bytes, terms)
  if (signed.ok) await noteSignature(place.tx, signed)
  return signed
}

/** The city hall's key and trust as they stand in this transaction; signs outside of it, and may sign many papers. */
export async function openSigner({ tx, city, standInOrigin }: SigningPlace): Promise<PaperSigner> {
  const { key, trust } = await tx.within('signing', async () => ({ key: await openKey(tx, city, 'signer'), trust: await trustOf(tx, city) }))
  return new PaperSigner({ key, trust, stampAddress: stampAddressOf({ city, standInOrigin }), now: tx.now })
}

export type StampState = { readonly answers: true; readonly isStandIn: boolean } | { readonly answers: false; readonly detail: string }

/** Asks the time-stamp authority for one stamp that is thrown away: is it there, and would its stamps hold? */
export async function stampState({ tx, city, standInOrigin }: SigningPlace): Promise<StampState> {
  const address = stampAddressOf({ city, standInOrigin })
  if (address === null) return { answers: false, detail: 'no time-stamp authority is set up' }
  const trust = await tx.within('signing', () => trustOf(tx, city))
  const stamp = await askForStamp(address, Buffer.from(randomUUID()), trust, tx.now)
  return stamp.ok ? { answers: true, isStandIn: !process.env['TSA_URL'] } : { answers: false, detail: stamp.detail }
}

function stampAddressOf(place: Pick<SigningPlace, 'city' | 'standInOrigin'>): string | null {
  return process.env['TSA_URL'] || standInAddress(place, TIME_STAMP_PREFIX)
}

/** Counts a signature; belongs into the transaction that makes the paper one of the city's. */
export async function noteSignature(tx: Tx, { level, certificateId }: SignResult & { ok: true }): Promise<void> {
  const { service } = tx
  await tx.within('signing', () => keepSignature(tx, { id: randomUUID(), service, level, certificateId }))
}

/** Whether a paper is what it says it is: whole, signed by whom this city believes, at a time that is known. Throws nothing. */
export async function verifyPdf({ tx, city }: Pick<SigningPlace, 'tx' | 'city'>, bytes: Buffer): Promise<PdfVerification> {
  const trust = await tx.within('signing', () => trustOf(tx, city))
  return verifyPaper(bytes, trust, tx.now)
}

interface SignerTerms {
  readonly key: SigningKey & { readonly certificateId: string | null }
  readonly trust: Trust
  /** Null where the city has no time-stamp authority. */
  readonly stampAddress: string | null
  readonly now: Temporal.Instant
}

export class PaperSigner {
  private readonly terms: SignerTerms

  constructor(terms: SignerTerms) {
    this.terms = terms
  }

  /** True where it is the city's own test authority that signs: such a paper proves how it works and nothing else. */
  get isTest(): boolean {
    return this.terms.key.certificateId !== null
  }

  async sign(bytes: Uint8Array, { reason, withoutTimeStamp }: SignTerms): Promise<SignResult> {
    const { key, trust, stampAddress, now } = this.terms
    const paper = prepareSignature(bytes, { reason, name: nameOf(key), at: now })
    const digest = digestFor(key, [paper.before, paper.after])
    const signature = signContent(key, { contentType: OIDS.data, content: null, digest })
    const stamp = stampAddress === null ? ({ ok: false, detail: 'no time-stamp authority is set up' } as const) : await askForStamp(stampAddress, signature.value, trust, now)
    const { certificateId } = key
    if (stamp.ok) return { ok: true, bytes: paper.withSignature(signature.encode(stamp.token)), level: 'B-T', certificateId }
    if (withoutTimeStamp === 'refuse') return { ok: false, reason: 'no-time-stamp', detail: stamp.detail }
    return { ok: true, bytes: paper.withSignature(signature.encode()), level: 'B-B', certificateId }
  }
}

function nameOf({ certificate }: SigningKey): string {
  return /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject
}
