import { Readable, type Transform } from 'node:stream'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { LIMITS } from './limits.ts'

/** Counts the rows that pass. In COPY's text format every row ends with a line feed, and no other line feed occurs. */
export class RowCounter {
  rows = 0

  async *count(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
    for await (const piece of pieces) {
      for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) this.rows++
      yield piece
    }
  }
}

/** Gathers small pieces to larger ones: the server sends each row by itself. */
export async function* gather(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let gathered: Buffer[] = []
  let bytes = 0
  for await (const piece of pieces) {
    gathered.push(piece)
    bytes += piece.length
    if (bytes < LIMITS.pieceBytes) continue
    yield Buffer.concat(gathered, bytes)
    gathered = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(gathered, bytes)
}

export function compressor(): Transform {
  return createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: LIMITS.compressionLevel } })
}

/** The rows in stored pieces. Rejects when the pieces do or when they are no Zstandard stream. */
export function decompressed(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  return Readable.from(pieces, { objectMode: false }).compose(createZstdDecompress())
}
