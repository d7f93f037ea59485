/**
 * Which characters a font can draw, read from its `cmap` table (OpenType 1.9, "cmap", format 12: segmented coverage).
 * Asked before typesetting, because both PDF standards forbid a page on which a character shows as an empty box.
 */
export class FontCoverage {
  private readonly starts: Uint32Array
  private readonly ends: Uint32Array

  /** `font` is a whole TrueType file. Throws RangeError when it holds no format 12 table. */
  constructor(font: Buffer) {
    const at = coverageTableOf(font)
    const count = font.readUInt32BE(at + 12)
    this.starts = new Uint32Array(count)
    this.ends = new Uint32Array(count)
    for (let index = 0; index < count; index++) {
      this.starts[index] = font.readUInt32BE(at + 16 + index * 12)
      this.ends[index] = font.readUInt32BE(at + 20 + index * 12)
    }
  }

  draws(codePoint: number): boolean {
    let low = 0
    let high = this.starts.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      if (codePoint < (this.starts[middle] as number)) high = middle - 1
      else if (codePoint > (this.ends[middle] as number)) low = middle + 1
      else return true
    }
    return false
  }
}

/** Characters that leave no mark of their own, so no font needs to hold them: line ends, joiners, selectors. */
export function isInvisible(codePoint: number): boolean {
  return codePoint === 0x0a || /\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(codePoint))
}

const SEGMENTED_COVERAGE = 12

function coverageTableOf(font: Buffer): number {
  const tables = font.readUInt16BE(4)
  for (let index = 0; index < tables; index++) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === 'cmap') return segmentedIn(font, font.readUInt32BE(record + 8))
  }
  throw new RangeError('The font has no cmap table')
}

function segmentedIn(font: Buffer, cmap: number): number {
  const encodings = font.readUInt16BE(cmap + 2)
  for (let index = 0; index < encodings; index++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4)
    if (font.readUInt16BE(table) === SEGMENTED_COVERAGE) return table
  }
  throw new RangeError('The font has no cmap of format 12')
}
