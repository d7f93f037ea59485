import { createPrivateKey } from 'node:crypto'
import { importPKCS8 } from 'jose'
import { systemActor } from '#kernel/access/actor.ts'
import { standInAddress } from '#kernel/outside/stand-in-desk.ts'
import type { City } from '#kernel/city/city.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findClientKey } from '../store/stand-in.ts'

/** Prefix of the stand-in at the desk of stand-ins. */
export const STAND_IN_PREFIX = 'digital-id'

/** Sealed under this name: the demo's own key. */
export const CLIENT_KEY_CONTEXT = 'client key'

/** With whom the city talks, and as whom. */
export interface CardSettings {
  readonly issuer: string
  /** デジタル認証アプリ takes letters and digits, 255 at most. */
  readonly clientId: string
  readonly key: CryptoKey
  /** How surely the provider shall have proven the person; asked for and then checked. */
  readonly acrValues: string
  /** Base of the interface for signatures; empty where none is configured. */
  readonly signatureApi: string
  /** Only a stand-in speaks http, on this machine. */
  readonly isStandIn: boolean
}

/**
 * Names under which the provider tells the certificate. The public words on デジタル認証アプリ do not say them, so they are
 * settings; these are what the stand-in says.
 */
export interface ClaimNames {
  readonly issuer: string
  readonly serial: string
  readonly previousSerial: string
}

type Variables = Readonly<Record<string, string | undefined>>

export function claimNames(variables: Variables = process.env): ClaimNames {
  return {
    issuer: variables['DIGITAL_ID_ISSUER_CLAIM'] || 'certificate_issuer',
    serial: variables['DIGITAL_ID_SERIAL_CLAIM'] || 'certificate_serial',
    previousSerial: variables['DIGITAL_ID_PREVIOUS_SERIAL_CLAIM'] || 'previous_certificate_serial',
  }
}

/** Whether the real provider is configured, for any city: then no stand-in stands anywhere. */
export function isConfigured(variables: Variables = process.env): boolean {
  return Object.entries(variables).some(([name, value]) => name.startsWith('DIGITAL_ID_ISSUER') && !name.endsWith('_CLAIM') && value)
}

/** The real provider's settings, else the demo's stand-in's; null where the city offers no card. */
export async function cardSettings(visit: Pick<Visit, 'city' | 'database' | 'seal' | 'standInOrigin'>, variables: Variables = process.env): Promise<CardSettings | null> {
  return isConfigured(variables) ? realSettings(visit.city, variables) : standInSettings(visit)
}

async function realSettings(city: City, variables: Variables): Promise<CardSettings | null> {
  // Each city of an installation is a client of its own: DIGITAL_ID_CLIENT_ID_KAMEYAMA goes before DIGITAL_ID_CLIENT_ID.
  const given = (name: string) => variables[`${name}_${city.key.toUpperCase()}`] || variables[name] || ''
  const [issuer, clientId, pem] = [given('DIGITAL_ID_ISSUER'), given('DIGITAL_ID_CLIENT_ID'), given('DIGITAL_ID_PRIVATE_KEY')]
  if (issuer === '' || clientId === '' || pem === '') return null
  return {
    issuer,
    clientId,
    key: await importPKCS8(pem.replaceAll('\\n', '\n'), given('DIGITAL_ID_KEY_ALGORITHM') || algorithmOf(pem.replaceAll('\\n', '\n'))),
    acrValues: given('DIGITAL_ID_ACR_VALUES') || 'aal3 crl',
    signatureApi: given('DIGITAL_ID_SIGNATURE_API'),
    isStandIn: false,
  }
}

/** No algorithm is written down here: today's keys are RSA, the next card's are not. */
function algorithmOf(pem: string): string {
  const { asymmetricKeyType } = createPrivateKey(pem)
  return asymmetricKeyType === 'ec' ? 'ES256' : asymmetricKeyType === 'ed25519' ? 'EdDSA' : 'RS256'
}

async function standInSettings(visit: Pick<Visit, 'city' | 'database' | 'seal' | 'standInOrigin'>): Promise<CardSettings | null> {
  const issuer = standInAddress(visit, STAND_IN_PREFIX)
  if (issuer === null) return null
  const kept = await visit.database.read('resident-identity', systemActor, findClientKey)
  const pem = kept && visit.seal.open(kept.sealedKey, CLIENT_KEY_CONTEXT)
  if (pem === undefined) return null
  const key = await importPKCS8(pem, 'ES256')
  return { issuer, clientId: clientIdOf(visit.city), key, acrValues: 'aal3 crl', signatureApi: `${issuer}/signatures`, isStandIn: true }
}

export function clientIdOf(city: Pick<City, 'key'>): string {
  return `tsunagu${city.key}`
}
