/** The two parts of a certificate by which a message names it, exactly as they stand there (RFC 5280 section 4.1). */
export interface CertificateFrame {
  readonly issuer: Buffer
  readonly serialNumber: Buffer
}

/** `raw` is a certificate that a reader of certificates has accepted; its outline is walked, not checked again. */
export function frameOf(raw: Buffer): CertificateFrame {
  const known = frames.get(raw)
  if (known !== undefined) return known
  const certificate = insideOf(raw, 0)
  const toBeSigned = insideOf(raw, certificate.start)
  // [0] version, serialNumber, signature algorithm, issuer.
  const version = insideOf(raw, toBeSigned.start)
  const hasVersion = raw[toBeSigned.start] === 0xa0
  const serialAt = hasVersion ? version.end : toBeSigned.start
  const serial = insideOf(raw, serialAt)
  const algorithm = insideOf(raw, serial.end)
  const issuer = insideOf(raw, algorithm.end)
  const frame = { serialNumber: raw.subarray(serialAt, serial.end), issuer: raw.subarray(algorithm.end, issuer.end) }
  frames.set(raw, frame)
  return frame
}

const frames = new WeakMap<Buffer, CertificateFrame>()

/** Where the contents of the value at `at` begin and end. */
function insideOf(bytes: Buffer, at: number): { readonly start: number; readonly end: number } {
  const length = bytes[at + 1] as number
  if (length < 0x80) return { start: at + 2, end: at + 2 + length }
  const octetsOfLength = length & 0x7f
  const start = at + 2 + octetsOfLength
  return { start, end: start + bytes.readUIntBE(at + 2, octetsOfLength) }
}
