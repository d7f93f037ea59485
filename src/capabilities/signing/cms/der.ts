/** Writing DER (ITU-T X.690 section 10): each function gives the whole encoding of one value. */
export function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts)
}

/** SET OF: the encodings stand in ascending order (section 11.6). */
export function setOf(...parts: readonly Buffer[]): Buffer {
  return tagged(0x31, ...parts.toSorted(Buffer.compare))
}

/** A tag of the context that replaces the value's own. The parts are what the value holds, without its frame. */
export function implicit(number: number, ...parts: readonly Buffer[]): Buffer {
  return tagged(0xa0 | number, ...parts)
}

/** A tag of the context around a whole value. */
export function explicit(number: number, value: Buffer): Buffer {
  return tagged(0xa0 | number, value)
}

/** An OCTET STRING under a tag of the context: the tag replaces its own. */
export function implicitOctets(number: number, bytes: Uint8Array): Buffer {
  return tagged(0x80 | number, bytes)
}

export function bitString(bytes: Uint8Array, unusedBits = 0): Buffer {
  return tagged(0x03, Buffer.from([unusedBits]), bytes)
}

export function octets(bytes: Uint8Array): Buffer {
  return tagged(0x04, bytes)
}

export function boolean(value: boolean): Buffer {
  return tagged(0x01, Buffer.from([value ? 0xff : 0]))
}

export function none(): Buffer {
  return tagged(0x05)
}

/** A whole number that is not negative. */
export function integer(value: number | bigint): Buffer {
  const digits = value.toString(16)
  return unsigned(Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex'))
}

/** The same from its bytes; a leading zero keeps it from being read as negative. */
export function unsigned(bytes: Uint8Array): Buffer {
  const first = bytes[0] ?? 0
  return first >= 0x80 ? tagged(0x02, Buffer.from([0]), bytes) : tagged(0x02, bytes)
}

export function utf8(text: string): Buffer {
  return tagged(0x0c, Buffer.from(text))
}

/** To the second, in UTC, as DER wants it (section 11.7). */
export function generalizedTime(instant: Temporal.Instant): Buffer {
  const [seconds = ''] = instant.toString().split(/[.Z]/)
  return tagged(0x18, Buffer.from(`${seconds.replaceAll(/[-:T]/g, '')}Z`))
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(inSevenBits)]))
}

function inSevenBits(value: number): number[] {
  const groups = [value & 0x7f]
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left & 0x7f) | 0x80)
  return groups
}

function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body])
}

function lengthOf(bytes: number): number[] {
  if (bytes < 0x80) return [bytes]
  const octetsOfLength: number[] = []
  for (let left = bytes; left > 0; left >>= 8) octetsOfLength.unshift(left & 0xff)
  return [0x80 | octetsOfLength.length, ...octetsOfLength]
}
