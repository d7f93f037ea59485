import { inflateSync } from 'node:zlib'
import { PdfFormatError, PdfName, PdfReader, PdfReference, PdfWord, type PdfDictionary, type PdfValue } from './pdf/pdf-values.ts'

export { PdfFormatError, PdfName, PdfReader, PdfReference, PdfWord, type PdfDictionary, type PdfValue } from './pdf/pdf-values.ts'

/** No chain of incremental updates of ours is longer; a longer one, or a circle, is refused. */
const MOST_UPDATES = 32
/** A stream that grows beyond this is refused. */
const STREAM_LIMIT_MEGABYTES = 64

/**
 * A PDF as our own press writes it, and as signing extends it: plain objects with tables of cross-references
 * (ISO 32000-2 section 7.5). Files with compressed objects are refused with a PdfFormatError; nothing is repaired.
 */
export class PdfFile {
  readonly bytes: Buffer
  readonly trailer: PdfDictionary
  /** Where the newest table of cross-references begins. */
  readonly tableAt: number
  private readonly offsets = new Map<number, number>()

  constructor(bytes: Buffer) {
    this.bytes = bytes
    this.tableAt = startOfTable(bytes)
    const [trailer, ...older] = [...this.tablesFrom(this.tableAt)]
    if (trailer === undefined || older.length >= MOST_UPDATES) throw new PdfFormatError('the file has too many updates')
    this.trailer = trailer
  }

  /** The first number that no object has. */
  get size(): number {
    return numberIn(this.trailer, 'Size')
  }

  get catalog(): PdfDictionary {
    return this.dictionaryIn(this.trailer, 'Root')
  }

  /** A value, or what it refers to. */
  resolve(value: PdfValue | undefined): PdfValue {
    return value instanceof PdfReference ? this.objectOf(value.number).value : (value ?? null)
  }

  dictionaryIn(dictionary: PdfDictionary, key: string): PdfDictionary {
    const value = this.resolve(dictionary.get(key))
    if (!(value instanceof Map)) throw new PdfFormatError(`/${key} is not a dictionary`)
    return value as PdfDictionary
  }

  referenceIn(dictionary: PdfDictionary, key: string): number {
    const value = dictionary.get(key)
    if (!(value instanceof PdfReference)) throw new PdfFormatError(`/${key} refers to nothing`)
    return value.number
  }

  /** The pages in their order, each with its object's number. */
  pages(): { readonly number: number; readonly page: PdfDictionary }[] {
    const pagesOf = (number: number, depth: number): { number: number; page: PdfDictionary }[] => {
      const node = this.resolve(new PdfReference(number))
      if (!(node instanceof Map) || depth > MOST_UPDATES) throw new PdfFormatError('the tree of pages is broken')
      const kids = this.resolve(node.get('Kids'))
      if (!Array.isArray(kids)) return [{ number, page: node as PdfDictionary }]
      return kids.flatMap((kid: PdfValue) => (kid instanceof PdfReference ? pagesOf(kid.number, depth + 1) : []))
    }
    return pagesOf(this.referenceIn(this.catalog, 'Pages'), 0)
  }

  /** What a stream holds, unpacked where it is packed with Flate. */
  streamOf(value: PdfValue | undefined): Buffer {
    if (!(value instanceof PdfReference)) throw new PdfFormatError('a stream is referred to by nothing')
    const { value: dictionary, endsAt } = this.objectOf(value.number)
    if (!(dictionary instanceof Map)) throw new PdfFormatError(`the object ${value.number} is no stream`)
    const begin = this.bytes.indexOf('stream', endsAt) + 'stream'.length
    const dataAt = begin + (this.bytes[begin] === 13 ? 2 : 1)
    const length = this.resolve(dictionary.get('Length'))
    if (typeof length !== 'number') throw new PdfFormatError('a stream does not say how long it is')
    const data = this.bytes.subarray(dataAt, dataAt + length)
    const filter = dictionary.get('Filter')
    if (filter === undefined) return data
    if (!(filter instanceof PdfName) || filter.name !== 'FlateDecode') throw new PdfFormatError('a stream is packed in another way than Flate')
    return inflateSync(data, { maxOutputLength: STREAM_LIMIT_MEGABYTES * 1e6 })
  }

  private objectOf(number: number): { readonly value: PdfValue; readonly endsAt: number } {
    const offset = this.offsets.get(number)
    if (offset === undefined) return { value: null, endsAt: 0 }
    const reader = new PdfReader(this.bytes, { at: offset })
    const [own] = [reader.read(), reader.read(), reader.read()]
    if (own !== number) throw new PdfFormatError(`the object ${number} is not where the table says`)
    const value = reader.read()
    if (value instanceof PdfWord) throw new PdfFormatError(`the object ${number} holds no value`)
    return { value, endsAt: reader.at }
  }

  /** The trailers from the newest table to the oldest; the newest place of an object counts. */
  private *tablesFrom(newest: number): Generator<PdfDictionary> {
    let at: number | null = newest
    for (let turn = 0; at !== null && turn <= MOST_UPDATES; turn++) {
      const trailer: PdfDictionary = this.readTable(at)
      yield trailer
      const previous: PdfValue | undefined = trailer.get('Prev')
      at = typeof previous === 'number' ? previous : null
    }
  }

  private readTable(at: number): PdfDictionary {
    const reader = new PdfReader(this.bytes, { at })
    const opening = reader.read()
    if (!(opening instanceof PdfWord) || opening.word !== 'xref') throw new PdfFormatError('there is no table of cross-references')
    for (;;) {
      const first = reader.read()
      if (first instanceof PdfWord && first.word === 'trailer') break
      const count = reader.read()
      if (typeof first !== 'number' || typeof count !== 'number') throw new PdfFormatError('the table of cross-references is broken')
      for (let number = first; number < first + count; number++) {
        const [offset, , kind] = [reader.read(), reader.read(), reader.read()]
        if (typeof offset !== 'number' || !(kind instanceof PdfWord)) throw new PdfFormatError('the table of cross-references is broken')
        if (kind.word === 'n' && !this.offsets.has(number)) this.offsets.set(number, offset)
      }
    }
    const trailer = reader.read()
    if (!(trailer instanceof Map)) throw new PdfFormatError('the trailer is no dictionary')
    return trailer as PdfDictionary
  }
}

export function numberIn(dictionary: PdfDictionary, key: string): number {
  const value = dictionary.get(key)
  if (typeof value !== 'number') throw new PdfFormatError(`/${key} is not a number`)
  return value
}

const TAIL_BYTES = 1_024

function startOfTable(bytes: Buffer): number {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - TAIL_BYTES))
  const found = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)
  if (found === null) throw new PdfFormatError('the file does not end as a PDF does')
  return Number(found[1])
}
