import { createHash, verify, X509Certificate } from 'node:crypto'
import { DIGESTS, SIGNATURES } from '../authority/algorithms.ts'
import { octetsOf, oidOf, parse, partsOf, rawOf, underTag, type Part } from './asn1.ts'
import { frameOf } from './frame.ts'
import { OIDS } from './object-identifiers.ts'

/** A signed message that says of itself what it must; whether its certificate is to be trusted is another question. */
export interface SignedMessage {
  readonly signer: X509Certificate
  /** Those that came along, the signer's own left out. */
  readonly others: readonly X509Certificate[]
  readonly content: Buffer | null
  readonly value: Buffer
  readonly timeStampToken: Buffer | null
}

export type MessageReading =
  | { readonly ok: true; readonly message: SignedMessage }
  /** `content-altered`: the signature holds, but for another content. */
  | { readonly ok: false; readonly reason: 'signature-broken' | 'content-altered' }

class BrokenMessage extends Error {}

/**
 * Reads and checks a CMS message with one signer (RFC 5652 section 5.6): the digest of its content, the certificate that
 * it names as its own (RFC 5035), the signature over its attributes. `detached` is the content where the message does
 * not hold it.
 */
export function readMessage(bytes: Buffer, contentType: string, detached: readonly Uint8Array[] | null): MessageReading {
  try {
    return read(bytes, contentType, detached)
  } catch {
    // Whatever a stranger's bytes make the parser throw, it is the same to whoever asks: this is no signature.
    return { ok: false, reason: 'signature-broken' }
  }
}

function read(bytes: Buffer, contentType: string, detached: readonly Uint8Array[] | null): MessageReading {
  const { encapsulated, certificates, entry } = outlineOf(bytes)
  const [encapsulatedType, encapsulatedContent] = partsOf(encapsulated)
  if (oidOf(encapsulatedType) !== contentType) throw new BrokenMessage('another kind of content')
  const content = octetsOf(partsOf(encapsulatedContent)[0])
  const signer = certificates.find((certificate) => isNamedBy(entry.identifier, certificate))
  if (signer === undefined) throw new BrokenMessage('the certificate of the signer is missing')
  const attributes = attributesIn(entry.signed)
  const digest = DIGESTS.get(entry.digestAlgorithm)
  if (digest === undefined || oidOf(attributes.get(OIDS.contentType)) !== contentType) throw new BrokenMessage('its attributes do not fit')
  if (!signsFor(attributes, signer) || !isSignedBy(entry, signer, digest)) throw new BrokenMessage('the signature does not hold')
  const said = octetsOf(attributes.get(OIDS.messageDigest))
  const hash = createHash(digest)
  for (const piece of detached ?? (content === null ? [] : [content])) hash.update(piece)
  if (said === null || !said.equals(hash.digest())) return { ok: false, reason: 'content-altered' }
  const token = attributesIn(entry.unsigned).get(OIDS.timeStampToken)
  const others = certificates.filter((certificate) => certificate !== signer)
  return { ok: true, message: { signer, others, content, value: entry.value, timeStampToken: token === undefined ? null : rawOf(token) } }
}

/** What one signer says (SignerInfo, section 5.3). */
interface SignerEntry {
  /** Issuer and serial number of the certificate. */
  readonly identifier: Part | undefined
  readonly digestAlgorithm: string
  readonly signed: Part
  readonly signatureAlgorithm: string
  readonly value: Buffer
  readonly unsigned: Part | undefined
}

interface Outline {
  readonly encapsulated: Part | undefined
  readonly certificates: readonly X509Certificate[]
  readonly entry: SignerEntry
}

/** ContentInfo → SignedData (sections 3 and 5.1). */
function outlineOf(bytes: Buffer): Outline {
  const [type, wrapped] = partsOf(parse(bytes))
  if (oidOf(type) !== OIDS.signedData) throw new BrokenMessage('no signed data')
  const parts = partsOf(partsOf(wrapped)[0])
  const [entry, second] = partsOf(parts.at(-1))
  if (entry === undefined || second !== undefined) throw new BrokenMessage('not one signer')
  return { encapsulated: parts[2], certificates: partsOf(underTag(parts, 0)).map((one) => new X509Certificate(rawOf(one))), entry: entryOf(entry) }
}

function entryOf(entry: Part): SignerEntry {
  const parts = partsOf(entry)
  const [, identifier, digestAlgorithm, signed, signatureAlgorithm, value] = parts
  const octets = octetsOf(value)
  if (signed === undefined || underTag(parts, 0) !== signed || octets === null) throw new BrokenMessage('an entry without attributes or signature')
  return {
    identifier, signed, value: octets, unsigned: underTag(parts, 1),
    digestAlgorithm: oidOf(partsOf(digestAlgorithm)[0]) ?? '', signatureAlgorithm: oidOf(partsOf(signatureAlgorithm)[0]) ?? '',
  }
}

function isNamedBy(identifier: Part | undefined, certificate: X509Certificate): boolean {
  const [issuer, serialNumber] = partsOf(identifier)
  if (issuer === undefined || serialNumber === undefined) return false
  const frame = frameOf(certificate.raw)
  return frame.serialNumber.equals(rawOf(serialNumber)) && frame.issuer.equals(rawOf(issuer))
}

/** The first value of each attribute, by its type. */
function attributesIn(attributes: Part | undefined): ReadonlyMap<string, Part> {
  const values = new Map<string, Part>()
  for (const attribute of partsOf(attributes)) {
    const [type, set] = partsOf(attribute)
    const [value] = partsOf(set)
    if (value !== undefined) values.set(oidOf(type) ?? '', value)
  }
  return values
}

/** The first ESSCertIDv2 names the signer's certificate by its digest, SHA-256 where no other is named. */
function signsFor(attributes: ReadonlyMap<string, Part>, signer: X509Certificate): boolean {
  const [first, second] = partsOf(partsOf(partsOf(attributes.get(OIDS.signingCertificateV2))[0])[0])
  const isNamed = partsOf(first).length > 0
  const digest = isNamed ? DIGESTS.get(oidOf(partsOf(first)[0]) ?? '') : 'sha256'
  const fingerprint = octetsOf(isNamed ? second : first)
  return digest !== undefined && fingerprint !== null && createHash(digest).update(signer.raw).digest().equals(fingerprint)
}

const SET_TAG = 0x31

function isSignedBy({ signatureAlgorithm, signed, value }: SignerEntry, signer: X509Certificate, digest: string): boolean {
  const fixed = SIGNATURES.get(signatureAlgorithm)
  if (fixed === undefined || (fixed !== null && fixed !== digest)) return false
  // What was signed is the SET OF; in the message the same bytes stand under the tag [0] (section 5.4).
  const attributes = rawOf(signed)
  attributes[0] = SET_TAG
  return verify(digest, attributes, signer.publicKey, value)
}
