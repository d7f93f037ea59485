import { createHash, verify, X509Certificate } from 'node:crypto'
import { ObjectIdentifier, OctetString, Sequence, type BaseBlock } from 'asn1js'
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignedAndUnsignedAttributes, type SignerInfo } from 'pkijs'
import { DIGESTS, SIGNATURES } from '../authority/algorithms.ts'
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
  const info = ContentInfo.fromBER(new Uint8Array(bytes))
  if (info.contentType !== OIDS.signedData) throw new BrokenMessage('no signed data')
  const data = new SignedData({ schema: info.content })
  const [signerInfo, second] = data.signerInfos
  if (signerInfo === undefined || second !== undefined) throw new BrokenMessage('not one signer')
  if (data.encapContentInfo.eContentType !== contentType) throw new BrokenMessage('another kind of content')
  const content = contentIn(data)
  const pieces = detached ?? (content === null ? [] : [content])
  const certificates = certificatesIn(data)
  const signer = certificates.find((certificate) => isNamedBy(signerInfo, certificate))
  if (signer === undefined) throw new BrokenMessage('the certificate of the signer is missing')
  const attributes = attributesOf(signerInfo.signedAttrs)
  const digest = DIGESTS.get(signerInfo.digestAlgorithm.algorithmId)
  if (digest === undefined || identifierIn(attributes, OIDS.contentType) !== contentType) throw new BrokenMessage('its attributes do not fit')
  if (!signsFor(attributes, signer) || !isSignedBy(signerInfo, signer, digest)) throw new BrokenMessage('the signature does not hold')
  const said = octetsIn(attributes, OIDS.messageDigest)
  const found = pieces.reduce((hash, piece) => hash.update(piece), createHash(digest)).digest()
  if (said === null || !said.equals(found)) return { ok: false, reason: 'content-altered' }
  const token = attributesOf(signerInfo.unsignedAttrs).get(OIDS.timeStampToken)
  return {
    ok: true,
    message: {
      signer, content,
      others: certificates.filter((certificate) => certificate !== signer),
      value: Buffer.from(signerInfo.signature.valueBlock.valueHexView),
      timeStampToken: token === undefined ? null : Buffer.from(token.valueBeforeDecodeView),
    },
  }
}

function contentIn(data: SignedData): Buffer | null {
  const content = data.encapContentInfo.eContent
  return content === undefined ? null : Buffer.from(content.getValue())
}

function certificatesIn(data: SignedData): X509Certificate[] {
  return (data.certificates ?? []).flatMap((one) => (one instanceof Certificate ? [new X509Certificate(Buffer.from(one.toSchema().toBER()))] : []))
}

function isNamedBy({ sid }: SignerInfo, certificate: X509Certificate): boolean {
  if (!(sid instanceof IssuerAndSerialNumber)) return false
  const frame = frameOf(certificate.raw)
  return frame.serialNumber.equals(Buffer.from(sid.serialNumber.toBER())) && frame.issuer.equals(Buffer.from(sid.issuer.toSchema().toBER()))
}

/** The first value of each attribute, by its type. */
function attributesOf(attributes: SignedAndUnsignedAttributes | undefined): ReadonlyMap<string, BaseBlock> {
  return new Map((attributes?.attributes ?? []).flatMap(({ type, values }) => (values[0] === undefined ? [] : [[type, values[0] as BaseBlock] as const])))
}

function identifierIn(attributes: ReadonlyMap<string, BaseBlock>, type: string): string | null {
  const value = attributes.get(type)
  return value instanceof ObjectIdentifier ? value.getValue() : null
}

function octetsIn(attributes: ReadonlyMap<string, BaseBlock>, type: string): Buffer | null {
  const value = attributes.get(type)
  return value instanceof OctetString ? Buffer.from(value.valueBlock.valueHexView) : null
}

/** The first ESSCertIDv2 names the signer's certificate by its digest, SHA-256 where no other is named. */
function signsFor(attributes: ReadonlyMap<string, BaseBlock>, signer: X509Certificate): boolean {
  const named = firstOf(firstOf(attributes.get(OIDS.signingCertificateV2)))
  const parts = named instanceof Sequence ? (named.valueBlock.value as BaseBlock[]) : []
  const [first] = parts
  const algorithm = first instanceof Sequence ? firstOf(first) : undefined
  const digest = algorithm === undefined ? 'sha256' : algorithm instanceof ObjectIdentifier ? DIGESTS.get(algorithm.getValue()) : undefined
  const fingerprint = parts.find((part) => part instanceof OctetString)
  if (digest === undefined || !(fingerprint instanceof OctetString)) return false
  return createHash(digest).update(signer.raw).digest().equals(Buffer.from(fingerprint.valueBlock.valueHexView))
}

function firstOf(block: BaseBlock | undefined): BaseBlock | undefined {
  return block instanceof Sequence ? (block.valueBlock.value as BaseBlock[])[0] : undefined
}

function isSignedBy({ signatureAlgorithm, signature, signedAttrs }: SignerInfo, signer: X509Certificate, digest: string): boolean {
  const fixed = SIGNATURES.get(signatureAlgorithm.algorithmId)
  if (fixed === undefined || signedAttrs === undefined || (fixed !== null && fixed !== digest)) return false
  return verify(digest, Buffer.from(signedAttrs.encodedValue), signer.publicKey, Buffer.from(signature.valueBlock.valueHexView))
}
