/**
 * What a font can draw, read from its own tables (OpenType 1.9): `cmap` format 12 (segmented coverage) for characters,
 * format 14 for variation sequences. Asked before typesetting: a typesetter that lacks a sequence silently draws the
 * plain character, which in a name is another one.
 */
export class FontFile {
  /** The family by which a typesetter asks for it. */
  readonly family: string
  private readonly starts: Uint32Array
  private readonly ends: Uint32Array
  /** By selector: the characters that it makes another glyph of, or says are drawn as they are. */
  private readonly sequences: ReadonlyMap<number, ReadonlySet<number>>

  /** `bytes` is a whole TrueType or OpenType file. Throws RangeError when a table that is needed is not in it. */
  constructor(bytes: Buffer) {
    this.family = familyIn(bytes, tableOf(bytes, 'name'))
    const cmap = tableOf(bytes, 'cmap')
    const segments = subtableOf(bytes, cmap, SEGMENTED_COVERAGE)
    if (segments === null) throw new RangeError(`The font ${this.family} has no cmap of format 12`)
    const count = bytes.readUInt32BE(segments + 12)
    this.starts = Uint32Array.from({ length: count }, (_, index) => bytes.readUInt32BE(segments + 16 + index * 12))
    this.ends = Uint32Array.from({ length: count }, (_, index) => bytes.readUInt32BE(segments + 20 + index * 12))
    const variations = subtableOf(bytes, cmap, VARIATION_SEQUENCES)
    this.sequences = variations === null ? new Map() : sequencesIn(bytes, variations)
  }

  /** One sort: a character, or a character with its variation selector. */
  draws(sort: string): boolean {
    const character = sort.codePointAt(0) as number
    const selector = sort.codePointAt(character > 0xffff ? 2 : 1)
    if (selector === undefined || isPresentation(selector)) return this.drawsPlain(character)
    return this.sequences.get(selector)?.has(character) === true
  }

  private drawsPlain(character: number): boolean {
    let low = 0
    let high = this.starts.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      if (character < (this.starts[middle] as number)) high = middle - 1
      else if (character > (this.ends[middle] as number)) low = middle + 1
      else return true
    }
    return false
  }
}

const SEGMENTED_COVERAGE = 12
const VARIATION_SEQUENCES = 14

/** U+FE0E and U+FE0F wish for text or for emoji; they tell no two characters apart. */
function isPresentation(selector: number): boolean {
  return selector === 0xfe0e || selector === 0xfe0f
}

function tableOf(bytes: Buffer, tag: string): number {
  const tables = bytes.readUInt16BE(4)
  for (let index = 0; index < tables; index++) {
    const record = 12 + index * 16
    if (bytes.toString('latin1', record, record + 4) === tag) return bytes.readUInt32BE(record + 8)
  }
  throw new RangeError(`The font has no ${tag} table`)
}

function subtableOf(bytes: Buffer, cmap: number, format: number): number | null {
  const encodings = bytes.readUInt16BE(cmap + 2)
  for (let index = 0; index < encodings; index++) {
    const table = cmap + bytes.readUInt32BE(cmap + 4 + index * 8 + 4)
    if (bytes.readUInt16BE(table) === format) return table
  }
  return null
}

function sequencesIn(bytes: Buffer, table: number): Map<number, Set<number>> {
  const result = new Map<number, Set<number>>()
  const selectors = bytes.readUInt32BE(table + 6)
  for (let index = 0; index < selectors; index++) {
    const record = table + 10 + index * 11
    const characters = new Set<number>()
    const plain = bytes.readUInt32BE(record + 3)
    const other = bytes.readUInt32BE(record + 7)
    if (plain !== 0) addPlain(bytes, table + plain, characters)
    if (other !== 0) addOther(bytes, table + other, characters)
    result.set(bytes.readUIntBE(record, 3), characters)
  }
  return result
}

/** "Default UVS": ranges of characters whose usual glyph is the one meant. */
function addPlain(bytes: Buffer, table: number, characters: Set<number>): void {
  const ranges = bytes.readUInt32BE(table)
  for (let index = 0; index < ranges; index++) {
    const start = bytes.readUIntBE(table + 4 + index * 4, 3)
    const further = bytes.readUInt8(table + 7 + index * 4)
    for (let character = start; character <= start + further; character++) characters.add(character)
  }
}

/** "Non-default UVS": characters with a glyph of their own under this selector. */
function addOther(bytes: Buffer, table: number, characters: Set<number>): void {
  const mappings = bytes.readUInt32BE(table)
  for (let index = 0; index < mappings; index++) characters.add(bytes.readUIntBE(table + 4 + index * 5, 3))
}

const WINDOWS = 3
const ENGLISH = 0x409
const FAMILY = 1
const TYPOGRAPHIC_FAMILY = 16

/** The English family; the typographic one, where there is one, holds more than four styles together. */
function familyIn(bytes: Buffer, table: number): string {
  const names = bytes.readUInt16BE(table + 2)
  const texts = table + bytes.readUInt16BE(table + 4)
  const found = new Map<number, string>()
  for (let index = 0; index < names; index++) {
    const [platform, , language, name, length, offset] = Array.from({ length: 6 }, (_, field) => bytes.readUInt16BE(table + 6 + index * 12 + field * 2)) as [number, number, number, number, number, number]
    if (platform !== WINDOWS || language !== ENGLISH) continue
    found.set(name, Buffer.from(bytes.subarray(texts + offset, texts + offset + length)).swap16().toString('utf16le'))
  }
  const family = found.get(TYPOGRAPHIC_FAMILY) ?? found.get(FAMILY)
  if (family === undefined) throw new RangeError('The font has no English family name')
  return family
}
