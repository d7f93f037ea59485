/**
 * How keys are made and what they sign with. A row of a table and never a constant in the code: the next generation of
 * cards brings other algorithms, and what was signed with old ones must still be verified then. Identifiers: RFC 8017
 * appendix C, RFC 5758.
 */
export interface SignatureAlgorithm {
  readonly key: { readonly kind: 'rsa'; readonly bits: number } | { readonly kind: 'ec'; readonly curve: string }
  /** Node's name of the digest. */
  readonly digest: string
  readonly digestOid: string
  readonly signatureOid: string
  /** RSA's identifier carries a NULL, that of ECDSA nothing. */
  readonly hasNull: boolean
}

const sha256 = '2.16.840.1.101.3.4.2.1'
const sha384 = '2.16.840.1.101.3.4.2.2'
const rsa = { digest: 'sha256', digestOid: sha256, signatureOid: '1.2.840.113549.1.1.11', hasNull: true }

export const ALGORITHMS = {
  'rsa-2048-sha256': { key: { kind: 'rsa', bits: 2048 }, ...rsa },
  'rsa-3072-sha256': { key: { kind: 'rsa', bits: 3072 }, ...rsa },
  'ecdsa-p256-sha256': { key: { kind: 'ec', curve: 'P-256' }, digest: 'sha256', digestOid: sha256, signatureOid: '1.2.840.10045.4.3.2', hasNull: false },
  'ecdsa-p384-sha384': { key: { kind: 'ec', curve: 'P-384' }, digest: 'sha384', digestOid: sha384, signatureOid: '1.2.840.10045.4.3.3', hasNull: false },
} as const satisfies Record<string, SignatureAlgorithm>

export type AlgorithmName = keyof typeof ALGORITHMS
export const ALGORITHM_NAMES = Object.keys(ALGORITHMS) as AlgorithmName[]

/** Digests that a signature we verify may be made with; SHA-1 and older ones prove nothing any more (CRYPTREC list). */
export const DIGESTS: ReadonlyMap<string, string> = new Map([
  [sha256, 'sha256'], [sha384, 'sha384'], ['2.16.840.1.101.3.4.2.3', 'sha512'],
])

/** Signatures that we verify, with the digest that the identifier fixes; null where the digest is named apart. */
export const SIGNATURES: ReadonlyMap<string, string | null> = new Map([
  ['1.2.840.113549.1.1.1', null], ['1.2.840.113549.1.1.11', 'sha256'], ['1.2.840.113549.1.1.12', 'sha384'], ['1.2.840.113549.1.1.13', 'sha512'],
  ['1.2.840.10045.4.3.2', 'sha256'], ['1.2.840.10045.4.3.3', 'sha384'], ['1.2.840.10045.4.3.4', 'sha512'],
])
