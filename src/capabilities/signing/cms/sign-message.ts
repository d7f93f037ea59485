import { createHash, sign, type KeyObject, type X509Certificate } from 'node:crypto'
import { ALGORITHMS, type AlgorithmName } from '../authority/algorithms.ts'
import { explicit, implicit, integer, none, octets, oid, sequence, setOf } from './der.ts'
import { OIDS } from './object-identifiers.ts'
import { frameOf } from './frame.ts'

/** Who signs, ready to. */
export interface SigningKey {
  readonly key: KeyObject
  readonly algorithm: AlgorithmName
  readonly certificate: X509Certificate
  /** Certificates that go along, so that a reader finds the way up; the signer's own is not among them. */
  readonly chain: readonly X509Certificate[]
}

export interface SignedContent {
  readonly contentType: string
  /** Null leaves the content out of the message (detached): it is then known by its digest alone. */
  readonly content: Buffer | null
  readonly digest: Buffer
}

export interface Signature {
  readonly value: Buffer
  /** The message (RFC 5652 ContentInfo), with a time stamp over the value when one is handed in. */
  encode(timeStampToken?: Buffer): Buffer
}

export function digestFor(signer: SigningKey, pieces: readonly Uint8Array[]): Buffer {
  const hash = createHash(ALGORITHMS[signer.algorithm].digest)
  for (const piece of pieces) hash.update(piece)
  return hash.digest()
}

/**
 * Signs as CAdES baseline wants it (ETSI EN 319 122-1): content type, digest and the signer's own certificate stand
 * among the signed attributes; the time does not, in a PDF it stands in the signature dictionary.
 */
export function signContent(signer: SigningKey, content: SignedContent): Signature {
  const { digest, digestOid, signatureOid, hasNull } = ALGORITHMS[signer.algorithm]
  const attributes = signedAttributesOf(signer.certificate, content)
  // What is signed is the SET OF; in the message the same bytes stand under the tag [0] (RFC 5652 section 5.4).
  const value = sign(digest, setOf(...attributes), signer.key)
  const digestAlgorithm = sequence(oid(digestOid))
  const frame = frameOf(signer.certificate.raw)
  const encode = (timeStampToken?: Buffer): Buffer => {
    const ownEntry = sequence(
      integer(1),
      sequence(frame.issuer, frame.serialNumber),
      digestAlgorithm,
      implicit(0, ...attributes.toSorted(Buffer.compare)),
      hasNull ? sequence(oid(signatureOid), none()) : sequence(oid(signatureOid)),
      octets(value),
      ...(timeStampToken === undefined ? [] : [implicit(1, attribute(OIDS.timeStampToken, timeStampToken))]),
    )
    const encapsulated = sequence(oid(content.contentType), ...(content.content === null ? [] : [explicit(0, octets(content.content))]))
    const certificates = implicit(0, ...[signer.certificate, ...signer.chain].map(({ raw }) => raw).toSorted(Buffer.compare))
    // Version 3 as soon as the content is something else than plain data (section 5.1).
    const version = integer(content.contentType === OIDS.data ? 1 : 3)
    return sequence(oid(OIDS.signedData), explicit(0, sequence(version, setOf(digestAlgorithm), encapsulated, certificates, setOf(ownEntry))))
  }
  return { value, encode }
}

function signedAttributesOf(certificate: X509Certificate, { contentType, digest }: SignedContent): Buffer[] {
  // SHA-256 is the default of ESSCertIDv2, so its identifier is left out (RFC 5035 section 4).
  const fingerprint = createHash('sha256').update(certificate.raw).digest()
  return [
    attribute(OIDS.contentType, oid(contentType)),
    attribute(OIDS.messageDigest, octets(digest)),
    attribute(OIDS.signingCertificateV2, sequence(sequence(sequence(octets(fingerprint))))),
  ]
}

function attribute(type: string, value: Buffer): Buffer {
  return sequence(oid(type), setOf(value))
}
