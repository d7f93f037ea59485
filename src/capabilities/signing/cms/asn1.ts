import { Constructed, fromBER, Integer, ObjectIdentifier, OctetString, Sequence, Set as Asn1Set, type BaseBlock } from 'asn1js'

/**
 * Reading what others wrote (ITU-T X.690). Every part keeps the very bytes that it came in: nothing that was signed is
 * encoded anew before it is checked.
 */
export type Part = BaseBlock

/** Throws whatever the parser throws: who reads a stranger's bytes catches everything. */
export function parse(bytes: Buffer): Part {
  return fromBER(new Uint8Array(bytes)).result
}

/** What a sequence, a set or a tag of the context holds; nothing for other values, or where a part is missing. */
export function partsOf(part: Part | undefined): readonly Part[] {
  return part instanceof Sequence || part instanceof Asn1Set || part instanceof Constructed ? part.valueBlock.value : []
}

/** The part under a tag of the context, e.g. `[0] certificates`. */
export function underTag(parts: readonly Part[], number: number): Part | undefined {
  return parts.find(({ idBlock }) => idBlock.tagClass === CONTEXT && idBlock.tagNumber === number)
}

const CONTEXT = 3

/** The whole encoding of a part. */
export function rawOf(part: Part): Buffer {
  return Buffer.from(part.valueBeforeDecodeView)
}

export function oidOf(part: Part | undefined): string | null {
  return part instanceof ObjectIdentifier ? part.getValue() : null
}

export function octetsOf(part: Part | undefined): Buffer | null {
  return part instanceof OctetString ? Buffer.from(part.getValue()) : null
}

/** The bytes of a whole number, as they stand. */
export function integerOf(part: Part | undefined): Buffer | null {
  return part instanceof Integer ? Buffer.from(part.valueBlock.valueHexView) : null
}
