import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { XlsxRefusal } from './refusal.ts'

export interface ZipLimits {
  readonly entries: number
  readonly partMegabytes: number
  readonly totalMegabytes: number
  /** How many times larger than the file all that comes out of it may be, counted from the first megabyte. */
  readonly ratio: number
}

const MEGABYTE = 1e6
const STORED = 0
const DEFLATED = 8

/**
 * A zip file whose parts are read one after the other. Sizes are counted while inflating: what the headers say is
 * what the sender says. Overlapping parts, the trick of the worst bombs, run into the same count.
 */
export class Archive {
  private readonly zip: ZipFile
  private readonly entries: ReadonlyMap<string, Entry>
  private readonly limits: ZipLimits
  private readonly fileBytes: number
  private inflatedBytes = 0

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ZipLimits, fileBytes: number) {
    this.zip = zip
    this.entries = entries
    this.limits = limits
    this.fileBytes = fileBytes
  }

  /** Throws XlsxRefusal. */
  static async open(bytes: Uint8Array, limits: ZipLimits): Promise<Archive> {
    try {
      const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        lazyEntries: true,
      })
      if (zip.entryCount > limits.entries) throw new XlsxRefusal('too-many-parts', `${zip.entryCount} parts`)
      return new Archive(zip, await entriesOf(zip, limits), limits, bytes.byteLength)
    } catch (thrown) {
      throw refusalOf(thrown)
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()]
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /** The bytes of one part, in pieces. Throws XlsxRefusal when it is missing, damaged or grows past a limit. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name)
    if (entry === undefined) throw new XlsxRefusal('damaged', `${name} is missing`)
    let partBytes = 0
    let checksum = 0
    try {
      for await (const piece of await this.zip.openReadStreamPromise(entry)) {
        const bytes = piece as Uint8Array
        partBytes += bytes.byteLength
        checksum = crc32(bytes, checksum)
        this.count(name, partBytes, bytes.byteLength)
        yield bytes
      }
    } catch (thrown) {
      throw refusalOf(thrown)
    }
    if (checksum !== entry.crc32) throw new XlsxRefusal('damaged', `${name} has another checksum`)
  }

  private count(name: string, partBytes: number, pieceBytes: number): void {
    this.inflatedBytes += pieceBytes
    if (partBytes > this.limits.partMegabytes * MEGABYTE) throw new XlsxRefusal('too-large', `${name} inflates too far`)
    if (this.inflatedBytes > this.limits.totalMegabytes * MEGABYTE)
      throw new XlsxRefusal('too-large', 'it inflates too far')
    if (this.inflatedBytes > MEGABYTE && this.inflatedBytes > this.fileBytes * this.limits.ratio) {
      throw new XlsxRefusal('compressed-too-much', `more than ${this.limits.ratio} times its size`)
    }
  }
}

async function entriesOf(zip: ZipFile, limits: ZipLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    const { fileName } = entry
    // Two parts of one name show one content to a checker and another to a reader.
    if (entries.has(fileName)) throw new XlsxRefusal('damaged', `${fileName} stands twice`)
    if (entry.isEncrypted()) throw new XlsxRefusal('password-protected', fileName)
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
      throw new XlsxRefusal('damaged', `${fileName} is compressed in an unknown way`)
    }
    entries.set(fileName, entry)
    if (entries.size > limits.entries) throw new XlsxRefusal('too-many-parts')
  }
  return entries
}

function refusalOf(thrown: unknown): XlsxRefusal {
  if (thrown instanceof XlsxRefusal) return thrown
  return new XlsxRefusal('damaged', thrown instanceof Error ? thrown.message : String(thrown))
}
