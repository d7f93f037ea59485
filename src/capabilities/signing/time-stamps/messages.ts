import { randomBytes } from 'node:crypto'
import { integerOf, octetsOf, oidOf, parse, partsOf, rawOf } from '../cms/asn1.ts'
import { boolean, generalizedTime, integer, none, octets, oid, sequence, unsigned, utf8 } from '../cms/der.ts'
import { OIDS } from '../cms/object-identifiers.ts'
import { digestFor, signContent, type SigningKey } from '../cms/sign-message.ts'

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

/** Null for what is no question, or none that bears a nonce. */
export function readQuestion(bytes: Buffer): TimeStampQuestion | null {
  try {
    const [, imprint, ...optional] = partsOf(parse(bytes))
    const [algorithm, hashed] = partsOf(imprint)
    const [digestOid, digest] = [oidOf(partsOf(algorithm)[0]), octetsOf(hashed)]
    const nonce = optional.map(integerOf).find((each) => each !== null)
    return digestOid === null || digest === null || nonce === undefined ? null : { digest, digestOid, nonce }
  } catch {
    // Whatever a stranger sends, it is a question or it is none.
    return null
  }
}

/** PKIStatus, section 2.4.2. */
const GRANTED = 0
const GRANTED_WITH_MODS = 1
const REJECTION = 2

/** Policy of a stand-in: below the arc of examples (joint-iso-itu-t example), it promises nothing. */
const POLICY = '2.999.3161.1'
const SERIAL_BYTES = 12

/** TimeStampResp with its token, section 2.4.2. */
export function encodeAnswer(stamper: SigningKey, question: TimeStampQuestion, at: Temporal.Instant): Buffer {
  const serial = randomBytes(SERIAL_BYTES)
  serial[0] = ((serial[0] as number) & 0x7f) | 0x40
  const content = sequence(integer(1), oid(POLICY), imprintOf(question.digestOid, question.digest), unsigned(serial), generalizedTime(at), unsigned(question.nonce))
  const { encode } = signContent(stamper, { contentType: OIDS.timeStampInfo, content, digest: digestFor(stamper, [content]) })
  return sequence(sequence(integer(GRANTED)), encode())
}

/** badRequest of PKIFailureInfo, section 2.4.2, with a sentence. */
export function encodeRefusal(sentence: string): Buffer {
  return sequence(sequence(integer(REJECTION), sequence(utf8(sentence))))
}

export type TokenReading = { readonly ok: true; readonly token: Buffer } | { readonly ok: false; readonly problem: string }

/** The token of an answer, byte for byte as it came and not yet looked into. */
export function readAnswer(bytes: Buffer): TokenReading {
  const [status, token] = partsOf(parse(bytes))
  const code = integerOf(partsOf(status)[0])
  if (code === null) return { ok: false, problem: 'its answer is none of RFC 3161' }
  const value = code.readUIntBE(0, Math.min(code.length, LONGEST_STATUS))
  const isGranted = value === GRANTED || value === GRANTED_WITH_MODS
  if (!isGranted || token === undefined) return { ok: false, problem: `it refused (status ${value})` }
  return { ok: true, token: rawOf(token) }
}

const LONGEST_STATUS = 4

function imprintOf(digestOid: string, digest: Buffer): Buffer {
  return sequence(sequence(oid(digestOid), none()), octets(digest))
}
