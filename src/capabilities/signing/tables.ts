// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface SigningTables {
  'signing.certificate': CertificateTable
  'signing.signature': SignatureTable
}

export interface CertificateTable {
  /** internal: identity */
  id: string
  /** internal: root, signer or time-stamper */
  role: string
  /** internal: with which it signs, e.g. rsa-2048-sha256 */
  algorithm: string
  /** public: X.509, DER */
  certificate: Buffer
  /** public: as the certificate says it, in hexadecimal */
  serial_number: string
  /** sensitive: PKCS #8, sealed with the keys of this part */
  sealed_key: string
  /** public: from when it is valid */
  valid_from: Temporal.Instant
  /** public: until when it is valid */
  valid_to: Temporal.Instant
  /** internal: which of them certified it; null for a root */
  issuer_id: string | null
  /** internal: when */
  made_at: Temporal.Instant
  /** public: since when nothing that it signed counts; null while it stands */
  revoked_at: Temporal.Instant | null
  /** internal: why, in a sentence */
  revoked_because: Generated<string>
}

export interface SignatureTable {
  /** internal: identity */
  id: string
  /** internal: for which service */
  service: string
  /** internal: B-T with a time stamp, B-B without */
  level: string
  /** internal: with which certificate; null for one of the city's settings */
  certificate_id: string | null
  /** internal: when */
  signed_at: Temporal.Instant
}
