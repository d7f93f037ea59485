import { createHash, type Hash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { ArchiveError, damaged } from './errors.ts'
import { LIMITS } from './limits.ts'

/**
 * The container: one file, written and read from front to back.
 *
 *     archive = "TSUNAGU ARCHIVE 1\n" section* ; the last section is the one of kind "end", and nothing follows it
 *     section = length header piece* 0 digest
 *     header  = JSON in UTF-8 ; what the section holds
 *     piece   = length bytes ; length > 0
 *     length  = 32 bits, big endian; so is the 0
 *     digest  = SHA-256 over the digest before it and all bytes of the section up to here
 *
 * Since each digest continues the one before, the last one vouches for the whole file: sections can neither change nor
 * be left out, doubled or moved.
 */
export type SectionHeader =
  | { readonly kind: 'manifest' }
  | { readonly kind: 'table'; readonly schema: string; readonly name: string }
  | { readonly kind: 'end'; readonly sections: number }

const TITLE = 'TSUNAGU ARCHIVE '
const MAGIC = Buffer.from(`${TITLE}1\n`)
const DIGEST_BYTES = 32
const NO_MORE_PIECES = Buffer.alloc(4)

export class SectionWriter {
  readonly #file: FileHandle
  #digest = createHash('sha256').update(MAGIC).digest()
  #hash: Hash | null = null
  #sections = 0

  constructor(file: FileHandle) {
    this.#file = file
  }

  async begin(header: SectionHeader): Promise<void> {
    if (this.#sections === 0) await writeWhole(this.#file, MAGIC)
    this.#sections++
    this.#hash = createHash('sha256').update(this.#digest)
    await this.#put(Buffer.from(JSON.stringify(header)))
  }

  async piece(bytes: Buffer): Promise<void> {
    if (bytes.length > 0) await this.#put(bytes)
  }

  async end(): Promise<void> {
    const hash = this.#openHash()
    this.#digest = hash.update(NO_MORE_PIECES).digest()
    this.#hash = null
    await writeWhole(this.#file, Buffer.concat([NO_MORE_PIECES, this.#digest]))
  }

  /** Writes the last section; the archive is whole only with it. */
  async finish(): Promise<void> {
    await this.begin({ kind: 'end', sections: this.#sections })
    await this.end()
  }

  async #put(bytes: Buffer): Promise<void> {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    this.#openHash().update(length).update(bytes)
    await writeWhole(this.#file, length)
    await writeWhole(this.#file, bytes)
  }

  #openHash(): Hash {
    if (this.#hash === null) throw new TypeError('A section must begin before it is written')
    return this.#hash
  }
}

/** Reads sections in their order. After each header its pieces must be read to the end: there the digest is checked. */
export class SectionReader {
  readonly #file: FileHandle
  readonly #name: string
  #position = 0
  #digest = createHash('sha256').update(MAGIC).digest()
  #hash: Hash | null = null
  #sections = 0

  constructor(file: FileHandle, name: string) {
    this.#file = file
    this.#name = name
  }

  /** The digest of what was read so far; after the last section, of the whole archive. */
  get digest(): Buffer {
    return this.#digest
  }

  /** The next section's header, or null after the last section, which must also be the end of the file. */
  async next(): Promise<SectionHeader | null> {
    if (this.#sections === 0) await this.#readMagic()
    this.#hash = createHash('sha256').update(this.#digest)
    const bytes = await this.#take(LIMITS.headerBytes)
    if (bytes === null) throw damaged(this.#name, 'a section has no heading')
    const header = this.#parse(bytes)
    if (header.kind !== 'end') {
      this.#sections++
      return header
    }
    for await (const piece of this.pieces()) throw damaged(this.#name, `${piece.length} bytes where nothing should be`)
    if (header.sections !== this.#sections) throw damaged(this.#name, 'sections are missing')
    const { bytesRead } = await this.#file.read(Buffer.alloc(1), 0, 1, this.#position)
    if (bytesRead > 0) throw damaged(this.#name, 'something follows its end')
    return null
  }

  async *pieces(): AsyncGenerator<Buffer, void, undefined> {
    for (;;) {
      const piece = await this.#take(LIMITS.longestPieceBytes)
      if (piece === null) break
      yield piece
    }
    const stated = await this.#exactly(DIGEST_BYTES)
    this.#digest = this.#hash?.digest() ?? Buffer.alloc(0)
    if (!stated.equals(this.#digest)) throw damaged(this.#name, 'a checksum does not agree')
  }

  async #readMagic(): Promise<void> {
    const { bytesRead, buffer } = await this.#file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0)
    const found = buffer.subarray(0, bytesRead)
    this.#position = MAGIC.length
    if (found.equals(MAGIC)) return
    if (found.toString('latin1').startsWith(TITLE)) {
      throw new ArchiveError(
        'other-format',
        `The backup ${this.#name} has a newer format than this tsunagu reads: use the release that made it.`,
      )
    }
    throw new ArchiveError('not-an-archive', `${this.#name} is no backup made by tsunagu: choose another file.`)
  }

  #parse(bytes: Buffer): SectionHeader {
    try {
      const header = JSON.parse(bytes.toString()) as Partial<Record<string, unknown>> | null
      if (header?.['kind'] === 'manifest') return { kind: 'manifest' }
      const { kind, schema, name, sections } = header ?? {}
      if (kind === 'table' && typeof schema === 'string' && typeof name === 'string') return { kind, schema, name }
      if (kind === 'end' && typeof sections === 'number') return { kind, sections }
    } catch (error) {
      throw damaged(this.#name, 'a heading cannot be read', error)
    }
    throw damaged(this.#name, 'a heading is unknown')
  }

  /** A length and as many bytes; null where the length is 0. */
  async #take(limit: number): Promise<Buffer | null> {
    const prefix = await this.#exactly(4)
    this.#hash?.update(prefix)
    const length = prefix.readUInt32BE()
    if (length === 0) return null
    if (length > limit) throw damaged(this.#name, 'a length is impossible')
    const bytes = await this.#exactly(length)
    this.#hash?.update(bytes)
    return bytes
  }

  async #exactly(length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(length)
    for (let filled = 0; filled < length; ) {
      const { bytesRead } = await this.#file.read(bytes, filled, length - filled, this.#position)
      if (bytesRead === 0) throw damaged(this.#name, 'it ends too early')
      filled += bytesRead
      this.#position += bytesRead
    }
    return bytes
  }
}

async function writeWhole(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written)).bytesWritten
  }
}
