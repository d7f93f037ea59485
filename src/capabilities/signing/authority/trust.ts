import type { X509Certificate } from 'node:crypto'

/** Whom a city believes, and whom no longer. */
export interface Trust {
  readonly anchors: readonly X509Certificate[]
  /** By fingerprint (SHA-256, as node:crypto writes it): since when a certificate is revoked. */
  readonly revokedAt: ReadonlyMap<string, Temporal.Instant>
}

export type Standing = 'good' | 'unknown-issuer' | 'certificate-not-valid-then' | 'certificate-revoked'

const LONGEST_CHAIN = 5

/** How a certificate stood at an instant: every step up to an anchor must be signed, valid and not revoked then. */
export function standingOf(certificate: X509Certificate, others: readonly X509Certificate[], trust: Trust, at: Temporal.Instant): Standing {
  const chain = chainOf(certificate, others, trust.anchors)
  if (chain === null) return 'unknown-issuer'
  if (chain.some((one) => !isValidAt(one, at))) return 'certificate-not-valid-then'
  const isRevoked = chain.some(({ fingerprint256 }) => {
    const since = trust.revokedAt.get(fingerprint256)
    return since !== undefined && Temporal.Instant.compare(since, at) <= 0
  })
  return isRevoked ? 'certificate-revoked' : 'good'
}

/** From the certificate to an anchor, both included. */
function chainOf(certificate: X509Certificate, others: readonly X509Certificate[], anchors: readonly X509Certificate[]): X509Certificate[] | null {
  const chain = [certificate]
  for (let last = certificate; chain.length <= LONGEST_CHAIN; ) {
    if (anchors.some(({ fingerprint256 }) => fingerprint256 === last.fingerprint256)) return chain
    const issuer = [...anchors, ...others].find((other) => other.ca && other.fingerprint256 !== last.fingerprint256 && last.checkIssued(other) && last.verify(other.publicKey))
    if (issuer === undefined) return null
    chain.push(issuer)
    last = issuer
  }
  return null
}

function isValidAt(certificate: X509Certificate, at: Temporal.Instant): boolean {
  const { from, to } = validityOf(certificate)
  return Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, to) <= 0
}

export function validityOf({ validFromDate, validToDate }: X509Certificate): { readonly from: Temporal.Instant; readonly to: Temporal.Instant } {
  return { from: validFromDate.toTemporalInstant(), to: validToDate.toTemporalInstant() }
}
