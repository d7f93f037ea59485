import { createHash, generateKeyPair, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { assertNever } from '#kernel/values/assert-never.ts'
import { bitString, boolean, explicit, generalizedTime, implicitOctets, integer, none, octets, oid, sequence, setOf, unsigned, utf8 } from '../cms/der.ts'
import { OIDS } from '../cms/object-identifiers.ts'
import type { CertificateRole } from '../model.ts'
import { ALGORITHMS, type AlgorithmName } from './algorithms.ts'

export interface MadeCertificate {
  readonly certificate: X509Certificate
  readonly key: KeyObject
}

export interface CertificateWish {
  readonly role: CertificateRole
  readonly algorithm: AlgorithmName
  readonly subject: DistinguishedName
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** Null for a root, which signs itself. */
  readonly issuer: Issuer | null
}

export interface DistinguishedName {
  readonly organisation: string
  readonly commonName: string
}

export interface Issuer extends MadeCertificate {
  readonly algorithm: AlgorithmName
  readonly subject: DistinguishedName
}

/** RFC 5280 section 4.1.2.2 allows 20 octets; 16 random ones are never given twice. */
const SERIAL_BYTES = 16
const VERSION_3 = 2

/** Makes a key pair and the certificate for it (RFC 5280), signed by the issuer. */
export async function makeCertificate(wish: CertificateWish): Promise<MadeCertificate> {
  const { publicKey, privateKey } = await makeKeys(wish.algorithm)
  const { issuer } = wish
  const [issuingKey, issuingAlgorithm] = issuer === null ? [privateKey, wish.algorithm] : [issuer.key, issuer.algorithm]
  const { signatureOid, hasNull, digest } = ALGORITHMS[issuingAlgorithm]
  const algorithm = sequence(oid(signatureOid), ...(hasNull ? [none()] : []))
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const toBeSigned = sequence(
    explicit(0, integer(VERSION_3)),
    unsigned(serialNumber()),
    algorithm,
    nameOf(issuer === null ? wish.subject : issuer.subject),
    sequence(generalizedTime(wish.from), generalizedTime(wish.to)),
    nameOf(wish.subject),
    spki,
    explicit(3, sequence(...extensionsOf(wish, keyIdentifier(spki)))),
  )
  const certificate = new X509Certificate(sequence(toBeSigned, algorithm, bitString(sign(digest, toBeSigned, issuingKey))))
  return { certificate, key: privateKey }
}

const generate = promisify(generateKeyPair)

function makeKeys(name: AlgorithmName): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  const { key } = ALGORITHMS[name]
  return key.kind === 'rsa' ? generate('rsa', { modulusLength: key.bits }) : generate('ec', { namedCurve: key.curve })
}

/** Positive, and without zeros at its head, so that its bytes are already DER. */
function serialNumber(): Buffer {
  const bytes = randomBytes(SERIAL_BYTES)
  bytes[0] = ((bytes[0] as number) & 0x7f) | 0x40
  return bytes
}

function nameOf({ organisation, commonName }: DistinguishedName): Buffer {
  // Country is a PrintableString of two letters (RFC 5280 appendix A.1).
  const parts = [[COUNTRY, printable('JP')], [ORGANISATION, utf8(organisation)], [COMMON_NAME, utf8(commonName)]] as const
  return sequence(...parts.map(([type, value]) => setOf(sequence(oid(type), value))))
}

const COUNTRY = '2.5.4.6'
const ORGANISATION = '2.5.4.10'
const COMMON_NAME = '2.5.4.3'

function printable(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x13, text.length]), Buffer.from(text, 'latin1')])
}

/** RFC 5280 section 4.2.1.2, method 1: the digest of the key itself, here of its whole description, which does as well. */
function keyIdentifier(spki: Buffer): Buffer {
  return createHash('sha256').update(spki).digest().subarray(0, 20)
}

function extensionsOf({ role, issuer }: CertificateWish, ownKey: Buffer): Buffer[] {
  const issuerKey = issuer === null ? ownKey : keyIdentifier(issuer.certificate.publicKey.export({ format: 'der', type: 'spki' }))
  const identifiers = [extension('2.5.29.14', octets(ownKey)), extension('2.5.29.35', sequence(implicitOctets(0, issuerKey)))]
  switch (role) {
    case 'root':
      return [...identifiers, critical(BASIC_CONSTRAINTS, sequence(boolean(true), integer(0))), critical(KEY_USAGE, usage(0x06, 1))]
    case 'signer':
      return [...identifiers, critical(BASIC_CONSTRAINTS, sequence()), critical(KEY_USAGE, usage(0xc0, 6)), extension(EXTENDED_KEY_USAGE, sequence(oid(OIDS.documentSigning)))]
    case 'time-stamper':
      // RFC 3161 section 2.3: this use alone, and critical.
      return [...identifiers, critical(BASIC_CONSTRAINTS, sequence()), critical(KEY_USAGE, usage(0xc0, 6)), critical(EXTENDED_KEY_USAGE, sequence(oid(OIDS.timeStamping)))]
    default:
      return assertNever(role)
  }
}

const BASIC_CONSTRAINTS = '2.5.29.19'
const KEY_USAGE = '2.5.29.15'
const EXTENDED_KEY_USAGE = '2.5.29.37'

/** 0x06: may sign certificates and lists of revoked ones; 0xc0: digital signature and non-repudiation. */
function usage(bits: number, unused: number): Buffer {
  return bitString(Buffer.from([bits]), unused)
}

function extension(type: string, value: Buffer): Buffer {
  return sequence(oid(type), octets(value))
}

function critical(type: string, value: Buffer): Buffer {
  return sequence(oid(type), boolean(true), octets(value))
}
