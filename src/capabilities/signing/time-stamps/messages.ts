import { randomBytes } from 'node:crypto'
import { fromBER, Integer, Sequence, type BaseBlock } from 'asn1js'
import { PKIStatus, TimeStampReq } from 'pkijs'
import { boolean, generalizedTime, integer, none, octets, oid, sequence, unsigned, utf8 } from '../cms/der.ts'
import { OIDS } from '../cms/object-identifiers.ts'
import { digestFor, signContent, type SigningKey } from '../cms/signed-data.ts'

/** The messages of the Time-Stamp Protocol (RFC 3161). */
export interface TimeStampQuestion {
  readonly digest: Buffer
  readonly digestOid: string
  /** Its answer must bear it: an old answer is none. */
  readonly nonce: Buffer
}

const NONCE_BYTES = 8
/** The nonce stands as a positive number without a leading zero, so that what comes back is byte for byte the same. */
export function newNonce(): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  nonce[0] = ((nonce[0] as number) & 0x7f) | 0x40
  return nonce
}

/** TimeStampReq, section 2.4.1; asks for the certificate to come along. */
export function encodeQuestion({ digest, digestOid, nonce }: TimeStampQuestion): Buffer {
  return sequence(integer(1), imprintOf(digestOid, digest), unsigned(nonce), boolean(true))
}

/** Null for what is no question, or one by a digest that proves nothing any more. */
export function readQuestion(bytes: Buffer): TimeStampQuestion | null {
  try {
    const question = TimeStampReq.fromBER(new Uint8Array(bytes))
    const { hashAlgorithm, hashedMessage } = question.messageImprint
    if (question.nonce === undefined) return null
    return { digest: bytesOf(hashedMessage.valueBlock.valueHexView), digestOid: hashAlgorithm.algorithmId, nonce: bytesOf(question.nonce.valueBlock.valueHexView) }
  } catch {
    return null
  }
}

/** Policy of a stand-in: below the arc of examples (joint-iso-itu-t example), it promises nothing. */
const POLICY = '2.999.3161.1'
const SERIAL_BYTES = 12

/** TimeStampResp with its token, section 2.4.2. */
export function encodeAnswer(stamper: SigningKey, question: TimeStampQuestion, at: Temporal.Instant): Buffer {
  const serial = randomBytes(SERIAL_BYTES)
  serial[0] = ((serial[0] as number) & 0x7f) | 0x40
  const content = sequence(integer(1), oid(POLICY), imprintOf(question.digestOid, question.digest), unsigned(serial), generalizedTime(at), unsigned(question.nonce))
  const { encode } = signContent(stamper, { contentType: OIDS.timeStampInfo, content, digest: digestFor(stamper, [content]) })
  return sequence(sequence(integer(PKIStatus.granted)), encode())
}

/** badRequest of PKIFailureInfo, section 2.4.2, with a sentence. */
export function encodeRefusal(sentence: string): Buffer {
  return sequence(sequence(integer(PKIStatus.rejection), sequence(utf8(sentence))))
}

export type TokenReading = { readonly ok: true; readonly token: Buffer } | { readonly ok: false; readonly problem: string }

/** The token of an answer, byte for byte as it came and not yet looked into. */
export function readAnswer(bytes: Buffer): TokenReading {
  const [status, token] = partsOf(fromBER(new Uint8Array(bytes)).result)
  const [code] = partsOf(status)
  if (!(code instanceof Integer)) return { ok: false, problem: 'its answer is none of RFC 3161' }
  const value = code.valueBlock.valueDec
  const isGranted = value === PKIStatus.granted || value === PKIStatus.grantedWithMods
  if (!isGranted || token === undefined) return { ok: false, problem: `it refused (status ${value})` }
  return { ok: true, token: Buffer.from(token.valueBeforeDecodeView) }
}

function partsOf(block: BaseBlock | undefined): readonly BaseBlock[] {
  return block instanceof Sequence ? (block.valueBlock.value as BaseBlock[]) : []
}

function imprintOf(digestOid: string, digest: Buffer): Buffer {
  return sequence(sequence(oid(digestOid), none()), octets(digest))
}

function bytesOf(view: Uint8Array): Buffer {
  return Buffer.from(view)
}
