import { PdfFile, PdfName, PdfReference, type PdfDictionary, type PdfValue } from '#capabilities/documents/pdf-file.ts'
import { textString, written } from './write-values.ts'

/** Room for the message with certificates and time stamp, in bytes; a chain of real ones takes some ten thousand. */
export const SIGNATURE_ROOM_BYTES = 12_288

export interface SignatureNote {
  readonly reason: string
  /** Who signs, as viewers show it. */
  readonly name: string
  readonly at: Temporal.Instant
}

/** A paper with an empty place for its signature; what is signed is everything before and after that place. */
export interface PreparedPaper {
  readonly before: Buffer
  readonly after: Buffer
  /** The finished paper. Throws RangeError when the message is larger than its place. */
  withSignature(message: Buffer): Buffer
}

/**
 * Appends an invisible signature field as an incremental update (ISO 32000-2 sections 7.5.6, 12.8; PAdES baseline, ETSI
 * EN 319 142-1 section 6). What was there stays byte for byte, so PDF/A and the tags of the paper keep.
 */
export function prepareSignature(bytes: Uint8Array, note: SignatureNote): PreparedPaper {
  const file = new PdfFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const [signature, field] = [file.size, file.size + 1]
  const first = file.pages()[0]
  if (first === undefined) throw new RangeError('A paper without pages cannot be signed')
  const update = new Update(file)
  const rangeAt = update.add(signature, signatureSource(note)) + RANGE_OFFSET
  update.add(field, written(fieldOf(signature, first.number)))
  update.add(first.number, written(withAnnotation(file, first.page, field)))
  update.add(file.referenceIn(file.trailer, 'Root'), written(withForm(file, field)))
  const whole = update.finish(file.size + 2)
  const placeAt = whole.indexOf('/Contents <', rangeAt) + '/Contents '.length
  const placeEnd = placeAt + 2 * SIGNATURE_ROOM_BYTES + 2
  const range = `[0 ${placeAt} ${placeEnd} ${whole.length - placeEnd}]`
  whole.write(range.padEnd(RANGE_LENGTH), rangeAt, 'latin1')
  return {
    before: whole.subarray(0, placeAt),
    after: whole.subarray(placeEnd),
    withSignature: (message) => {
      if (message.length > SIGNATURE_ROOM_BYTES) throw new RangeError(`The signature takes ${message.length} bytes, its place has ${SIGNATURE_ROOM_BYTES}`)
      whole.write(message.toString('hex'), placeAt + 1, 'latin1')
      return whole
    },
  }
}

/** As long as four numbers of ten digits. */
const RANGE_LENGTH = 48
const SIGNATURE_HEAD = '<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange '
const RANGE_OFFSET = SIGNATURE_HEAD.length

function signatureSource({ reason, name, at }: SignatureNote): string {
  const details: PdfDictionary = new Map<string, PdfValue>([['M', Buffer.from(pdfDateOf(at), 'latin1')], ['Reason', textString(reason)], ['Name', textString(name)]])
  const rest = written(details).slice('<<'.length)
  return `${SIGNATURE_HEAD}${' '.repeat(RANGE_LENGTH)} /Contents <${'0'.repeat(2 * SIGNATURE_ROOM_BYTES)}> ${rest}`
}

/** Section 7.9.4; the time of the city's clock, which the time stamp confirms. */
function pdfDateOf(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString({ smallestUnit: 'second' })
  return `D:${local.replaceAll(/[-:T]/g, '')}+09'00'`
}

/** Printed, and locked; of no size and beside the page, so that neither PDF/A nor PDF/UA asks how it looks. */
const PRINT_AND_LOCKED = 132

function fieldOf(signature: number, page: number): PdfDictionary {
  return new Map<string, PdfValue>([
    ['Type', new PdfName('Annot')], ['Subtype', new PdfName('Widget')], ['FT', new PdfName('Sig')],
    ['T', textString(`Signature${signature}`)], ['TU', textString('電子署名')],
    ['V', new PdfReference(signature)], ['P', new PdfReference(page)], ['F', PRINT_AND_LOCKED], ['Rect', [-1, -1, -1, -1]],
  ])
}

function withAnnotation(file: PdfFile, page: PdfDictionary, field: number): PdfDictionary {
  const annotations = file.resolve(page.get('Annots'))
  const all = [...(Array.isArray(annotations) ? (annotations as PdfValue[]) : []), new PdfReference(field)]
  return new Map([...page, ['Annots', all], ['Tabs', new PdfName('S')]])
}

/** SigFlags 3: there are signatures, and what comes later may only be appended (section 12.7.3). */
function withForm(file: PdfFile, field: number): PdfDictionary {
  const form = file.catalog.has('AcroForm') ? file.dictionaryIn(file.catalog, 'AcroForm') : new Map<string, PdfValue>()
  const fields = file.resolve(form.get('Fields'))
  const all = [...(Array.isArray(fields) ? (fields as PdfValue[]) : []), new PdfReference(field)]
  return new Map([...file.catalog, ['AcroForm', new Map<string, PdfValue>([...form, ['Fields', all], ['SigFlags', 3]])]])
}

/** Objects that are appended, and the table and trailer that make a reader find them. */
class Update {
  private readonly file: PdfFile
  private readonly pieces: Buffer[]
  private length: number
  private readonly offsets = new Map<number, number>()

  constructor(file: PdfFile) {
    this.file = file
    this.pieces = [file.bytes, Buffer.from('\n')]
    this.length = file.bytes.length + 1
  }

  /** Returns where the object's value begins. */
  add(number: number, source: string): number {
    this.offsets.set(number, this.length)
    const head = `${number} 0 obj\n`
    const valueAt = this.length + head.length
    this.push(`${head}${source}\nendobj\n`)
    return valueAt
  }

  finish(size: number): Buffer {
    const tableAt = this.length
    const entries = [...this.offsets].toSorted(([one], [other]) => one - other)
    // Every entry has twenty bytes (section 7.5.4).
    const rows = entries.map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
    const kept = [...this.file.trailer].filter(([key]) => key === 'Root' || key === 'Info' || key === 'ID')
    const trailer = new Map<string, PdfValue>([...kept, ['Size', size], ['Prev', this.file.tableAt]])
    this.push(`xref\n${rows.join('')}trailer\n${written(trailer)}\nstartxref\n${tableAt}\n%%EOF\n`)
    return Buffer.concat(this.pieces)
  }

  private push(source: string): void {
    const piece = Buffer.from(source, 'latin1')
    this.pieces.push(piece)
    this.length += piece.length
  }
}
