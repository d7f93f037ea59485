import { open } from 'node:fs/promises'
import { damaged, errorWhileReading } from './errors.ts'
import { LIMITS } from './limits.ts'
import { parseManifest, type ArchiveManifest, type ArchivedTable } from './manifest.ts'
import { decompressed } from './rows.ts'
import { SectionReader } from './sections.ts'

/** An archive being read from front to back. */
export class OpenArchive {
  readonly manifest: ArchiveManifest
  readonly #reader: SectionReader
  readonly #file: string

  constructor(manifest: ArchiveManifest, reader: SectionReader, file: string) {
    this.manifest = manifest
    this.#reader = reader
    this.#file = file
  }

  /** The digest of everything read so far; once `eachTable` is through, of the whole archive. */
  get digest(): Buffer {
    return this.#reader.digest
  }

  /** Hands over each table with its rows in COPY's text format. All must be consumed; `take` resolves to how many. */
  async eachTable(take: (table: ArchivedTable, rows: AsyncIterable<Buffer>) => Promise<number>): Promise<void> {
    for (const table of this.manifest.tables) {
      const header = await this.#reader.next()
      const name = `${table.schema}.${table.name}`
      if (header?.kind !== 'table' || header.schema !== table.schema || header.name !== table.name) {
        throw damaged(this.#file, `table ${name} is not where it should be`)
      }
      const rows = await take(table, this.#rowsOf(name))
      if (rows !== table.rows) throw damaged(this.#file, `table ${name} has ${rows} rows instead of ${table.rows}`)
    }
    if ((await this.#reader.next()) !== null) throw damaged(this.#file, 'it holds more tables than it says')
  }

  async *#rowsOf(table: string): AsyncGenerator<Buffer, void, undefined> {
    try {
      yield* decompressed(this.#reader.pieces())
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('ZSTD_')) {
        throw damaged(this.#file, `table ${table} cannot be decompressed`, error)
      }
      throw error
    }
  }
}

/** Opens an archive, reads its manifest and lets `work` read on. The file stays open only so long. */
export async function withArchive<Result>(
  file: string,
  work: (archive: OpenArchive) => Promise<Result>,
): Promise<Result> {
  try {
    const handle = await open(file)
    try {
      const reader = new SectionReader(handle, file)
      return await work(new OpenArchive(await readManifestSection(reader, file), reader, file))
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw errorWhileReading(error, file)
  }
}

async function readManifestSection(reader: SectionReader, file: string): Promise<ArchiveManifest> {
  const header = await reader.next()
  if (header?.kind !== 'manifest') throw damaged(file, 'it does not begin with its manifest')
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of reader.pieces()) {
    bytes += piece.length
    if (bytes > LIMITS.manifestBytes) throw damaged(file, 'its manifest is too long')
    pieces.push(piece)
  }
  return parseManifest(Buffer.concat(pieces), file)
}
