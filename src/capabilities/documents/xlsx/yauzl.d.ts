/** The part of yauzl 3 that zip.ts uses; the package brings no types of its own. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export interface Entry {
    readonly fileName: string
    readonly compressedSize: number
    readonly uncompressedSize: number
    readonly compressionMethod: number
    readonly crc32: number
    isEncrypted(): boolean
  }

  export interface ZipFile {
    readonly entryCount: number
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
    close(): void
  }

  export interface OpenOptions {
    readonly lazyEntries?: boolean
    readonly decodeStrings?: boolean
    readonly validateEntrySizes?: boolean
    readonly strictFileNames?: boolean
  }

  export function fromBufferPromise(buffer: Buffer, options?: OpenOptions): Promise<ZipFile>
}
