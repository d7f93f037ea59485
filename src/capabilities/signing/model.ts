import type { AlgorithmName } from './authority/algorithms.ts'

/** What a certificate of the city is for: to certify the others, to sign papers, to stamp the time. */
export const CERTIFICATE_ROLES = ['root', 'signer', 'time-stamper'] as const
export type CertificateRole = (typeof CERTIFICATE_ROLES)[number]

/** A certificate that the city keeps, without its key. */
export interface KeptCertificate {
  readonly id: string
  readonly role: CertificateRole
  readonly algorithm: AlgorithmName
  /** DER. */
  readonly certificate: Buffer
  readonly serialNumber: string
  readonly validFrom: Temporal.Instant
  readonly validTo: Temporal.Instant
  readonly revokedAt: Temporal.Instant | null
}

/**
 * Baseline levels of ETSI EN 319 142-1: B-T bears a time stamp, B-B does not and proves nothing of the time at which it
 * was made.
 */
export type SignatureLevel = 'B-B' | 'B-T'

export interface SignTerms {
  /** Why, as viewers of PDFs show it: 住民票の写しの交付. */
  readonly reason: string
  /** What becomes of the paper when no time stamp can be had: nothing at all, or it is signed without and says so. */
  readonly withoutTimeStamp: 'refuse' | 'sign'
}

export type SignResult =
  | { readonly ok: true; readonly bytes: Buffer; readonly level: SignatureLevel; readonly certificateId: string | null }
  | { readonly ok: false; readonly reason: 'no-time-stamp'; readonly detail: string }

/** What speaks against a signature, or limits what it proves; a closed set, each with its sentence in text.ts. */
export const SIGNATURE_REASONS = [
  'not-a-pdf', 'no-signature', 'changed-after-signing', 'not-whole', 'signature-broken', 'content-altered', 'unknown-issuer',
  'certificate-not-valid-then', 'certificate-revoked', 'no-time-stamp', 'time-stamp-broken', 'time-stamp-unknown-issuer',
] as const
export type SignatureReason = (typeof SIGNATURE_REASONS)[number]

export interface PdfVerification {
  /** True when the paper is, byte for byte, what the holder of a certificate that this city trusts has signed. */
  readonly isGenuine: boolean
  /** Everything found, in the order in which it was looked for; `no-time-stamp` alone does not make a paper false. */
  readonly reasons: readonly SignatureReason[]
  readonly signer: { readonly name: string; readonly serialNumber: string; readonly validTo: Temporal.Instant } | null
  /** By the time stamp; null without one that holds. */
  readonly signedAt: Temporal.Instant | null
  readonly level: SignatureLevel | null
}
