import { createPrivateKey, randomUUID, X509Certificate, type KeyObject } from 'node:crypto'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { SigningKey } from '../cms/sign-message.ts'
import { facts } from '../facts.ts'
import { CERTIFICATE_ROLES, type CertificateRole } from '../model.ts'
import { findCurrent, keepCertificate, listCertificates, waitForOthers, type SealedCertificate } from '../store.ts'
import { officialKeyOf, settingsOf, settledAnchors, type SigningSettings } from './city-settings.ts'
import { makeCertificate, type DistinguishedName, type Issuer } from './make-certificate.ts'
import type { Trust } from './trust.ts'

/** All of this runs under the role of signing: in its jobs and stand-ins, and in its front door by `tx.within`. */

/** Ready to sign in a role: the official certificate of the settings, else the city's own, made when first asked for. */
export async function openKey(tx: Tx, city: City, role: Exclude<CertificateRole, 'root'>): Promise<SigningKey & { readonly certificateId: string | null }> {
  const official = role === 'signer' ? officialKeyOf(settingsOf(city)) : null
  if (official !== null) return { ...official, certificateId: null }
  const kept = (await findCurrent(tx, role)) ?? (await makeMissing(tx, city, role))
  const root = await issuerOf(tx, kept)
  return { key: unsealed(tx, kept), algorithm: kept.algorithm, certificate: parsed(kept.certificate), chain: root, certificateId: kept.id }
}

/** Makes what is missing or ends soon; returns the roles that got a new certificate. */
export async function renewCertificates(tx: Tx, city: City): Promise<CertificateRole[]> {
  await waitForOthers(tx)
  const settings = settingsOf(city)
  const renewed: CertificateRole[] = []
  for (const role of CERTIFICATE_ROLES) {
    const current = await findCurrent(tx, role)
    if (current !== undefined && !endsSoon(current, settings, tx.now)) continue
    await makeNext(tx, city, role)
    renewed.push(role)
  }
  return renewed
}

/** So long before it was made a certificate is valid already: the clock of a time-stamp authority may be behind ours. */
const AHEAD_MINUTES = 10

/** One new certificate of a role, whatever stands; a root only certifies what is made after it. */
export async function makeNext(tx: Tx, city: City, role: CertificateRole): Promise<SealedCertificate> {
  const settings = settingsOf(city)
  const root = role === 'root' ? null : ((await findCurrent(tx, 'root')) ?? (await makeNext(tx, city, 'root')))
  const years = role === 'root' ? settings.rootYears : settings.certificateYears
  const from = wholeSecond(tx.now.subtract({ minutes: AHEAD_MINUTES }))
  const wished = wholeSecond(tx.now.toZonedDateTimeISO('UTC').add({ years }).toInstant())
  const to = root !== null && Temporal.Instant.compare(root.validTo, wished) < 0 ? root.validTo : wished
  const id = randomUUID()
  const { algorithm } = settings
  const made = await makeCertificate({ role, algorithm, subject: subjectOf(city, role), from, to, issuer: root === null ? null : issuing(tx, city, root) })
  const { raw, serialNumber } = made.certificate
  const sealedKey = tx.sealOf('signing').close(made.key.export({ format: 'der', type: 'pkcs8' }).toString('base64'), contextOf(id))
  const kept = { id, role, algorithm, certificate: raw, serialNumber, sealedKey, validFrom: from, validTo: to, issuerId: root?.id ?? null }
  await keepCertificate(tx, kept)
  tx.publish(facts.certificateMade, `certificate:${id}`, { role, serialNumber, validTo: to.toString() })
  return { ...kept, revokedAt: null }
}

/** Whom the city believes: its own roots of all times, those of its settings; and which certificates it has revoked. */
export async function trustOf(tx: Tx, city: City): Promise<Trust> {
  const kept = await listCertificates(tx)
  const roots = kept.filter(({ role }) => role === 'root').map(({ certificate }) => parsed(certificate))
  const revoked = kept.flatMap(({ certificate, revokedAt }) => (revokedAt === null ? [] : [[parsed(certificate).fingerprint256, revokedAt] as const]))
  return { anchors: [...roots, ...settledAnchors(settingsOf(city))], revokedAt: new Map(revoked) }
}

async function makeMissing(tx: Tx, city: City, role: CertificateRole): Promise<SealedCertificate> {
  await waitForOthers(tx)
  return (await findCurrent(tx, role)) ?? makeNext(tx, city, role)
}

/** A root must outlive what it certifies; the others are followed some time before their end. */
function endsSoon({ role, validTo }: SealedCertificate, { certificateYears, renewDaysBefore }: SigningSettings, now: Temporal.Instant): boolean {
  const ahead = now.toZonedDateTimeISO('UTC').add({ years: role === 'root' ? certificateYears : 0, days: renewDaysBefore })
  return Temporal.Instant.compare(validTo, ahead.toInstant()) <= 0
}

const TEST_AUTHORITY = '試験認証局'

/** The name says that it is a test authority: nobody shall take it for a real one. */
function subjectOf(city: City, role: CertificateRole): DistinguishedName {
  const organisation = city.name
  if (role === 'root') return { organisation, commonName: `${organisation}${TEST_AUTHORITY}` }
  return { organisation, commonName: role === 'signer' ? `${organisation}長（${TEST_AUTHORITY}）` : `${organisation}時刻認証（${TEST_AUTHORITY}）` }
}

function issuing(tx: Tx, city: City, root: SealedCertificate): Issuer {
  return { certificate: parsed(root.certificate), key: unsealed(tx, root), algorithm: root.algorithm, subject: subjectOf(city, 'root') }
}

/** The roots that certified it: they go along, so that a reader finds the way up. */
async function issuerOf(tx: Tx, kept: SealedCertificate): Promise<X509Certificate[]> {
  const certificate = parsed(kept.certificate)
  const known = issuers.get(kept.id)
  if (known !== undefined) return [known]
  const roots = (await listCertificates(tx)).filter(({ role }) => role === 'root').map((root) => parsed(root.certificate))
  const issuer = roots.find((root) => certificate.checkIssued(root) && certificate.verify(root.publicKey))
  if (issuer === undefined) return []
  remember(issuers, kept.id, issuer)
  return [issuer]
}

/** Opened keys and read certificates of this process, by identity: opening one for every paper would take longer than signing it. */
const MOST_REMEMBERED = 64
const issuers = new Map<string, X509Certificate>()
const keys = new Map<string, KeyObject>()
const certificates = new Map<string, X509Certificate>()

function remember<Value>(store: Map<string, Value>, key: string, value: Value): Value {
  if (store.size >= MOST_REMEMBERED) store.clear()
  store.set(key, value)
  return value
}

function parsed(der: Buffer): X509Certificate {
  const name = der.toString('latin1')
  return certificates.get(name) ?? remember(certificates, name, new X509Certificate(der))
}

function unsealed(tx: Tx, { id, sealedKey }: Pick<SealedCertificate, 'id' | 'sealedKey'>): KeyObject {
  const known = keys.get(id)
  if (known !== undefined) return known
  const opened = tx.sealOf('signing').open(sealedKey, contextOf(id))
  if (opened === undefined) throw new Fault('unavailable', 'the signing keys were sealed by another installation: bring its secret along, or revoke the certificates and make new ones')
  return remember(keys, id, createPrivateKey({ key: Buffer.from(opened, 'base64'), format: 'der', type: 'pkcs8' }))
}

function contextOf(id: string): string {
  return `certificate ${id}`
}

/** X.509 knows no fractions of a second. */
function wholeSecond(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'second', roundingMode: 'floor' })
}
