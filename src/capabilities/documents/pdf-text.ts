import { PdfFile, PdfFormatError, PdfName, PdfReader, PdfWord, type PdfDictionary, type PdfValue } from './pdf-file.ts'

/**
 * Reads back what a paper of our press says, page by page, letter by letter: by the fonts' tables to Unicode and the
 * replacement texts (ISO 32000-2 sections 9.10 and 14.9.4), as a screen reader does. Pieces follow each other in the
 * order in which they were set, without blanks between them. Throws PdfFormatError for files of another make.
 */
export function readPdfText(bytes: Uint8Array): string[] {
  const file = new PdfFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const known = new Map<PdfValue, CharacterTable>()
  return file.pages().map(({ page }) => textOf(file.streamOf(page.get('Contents')), fontsOf(file, page, known)))
}

/** From the two bytes of a glyph's code to the text that it stands for. */
type CharacterTable = ReadonlyMap<number, string>

function fontsOf(file: PdfFile, page: PdfDictionary, known: Map<PdfValue, CharacterTable>): Map<string, CharacterTable> {
  const resources = file.dictionaryIn(page, 'Resources')
  const fonts = resources.has('Font') ? file.dictionaryIn(resources, 'Font') : new Map<string, PdfValue>()
  return new Map([...fonts.keys()].map((name) => {
    const font = file.dictionaryIn(fonts, name)
    const table = known.get(font) ?? tableIn(file.streamOf(font.get('ToUnicode')).toString('latin1'))
    known.set(font, table)
    return [name, table]
  }))
}

function tableIn(source: string): CharacterTable {
  const table = new Map<number, string>()
  for (const [, block = ''] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      table.set(Number.parseInt(code, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'))
    }
  }
  return table
}

/** What stands in a text that replaces what is drawn; of nested ones the outermost counts. */
interface Reading {
  text: string
  font: CharacterTable | undefined
  readonly marks: (string | null)[]
}

function textOf(content: Buffer, fonts: ReadonlyMap<string, CharacterTable>): string {
  const reader = new PdfReader(content, { hasReferences: false })
  const reading: Reading = { text: '', font: undefined, marks: [] }
  let operands: PdfValue[] = []
  while (!reader.isAtEnd) {
    const read = reader.read()
    if (!(read instanceof PdfWord)) {
      operands.push(read)
      continue
    }
    follow(read.word, operands, reading, fonts)
    operands = []
  }
  return reading.text
}

function follow(operator: string, operands: readonly PdfValue[], reading: Reading, fonts: ReadonlyMap<string, CharacterTable>): void {
  const [first, second] = operands
  if (operator === 'Tf' && first instanceof PdfName) reading.font = fonts.get(first.name)
  else if (operator === 'Tj') add(first, reading)
  else if (operator === 'TJ' && Array.isArray(first)) for (const piece of first as PdfValue[]) add(piece, reading)
  else if (operator === 'BMC' || operator === 'BDC') begin(second, reading)
  else if (operator === 'EMC') reading.marks.pop()
}

function begin(properties: PdfValue | undefined, reading: Reading): void {
  const actual = properties instanceof Map ? properties.get('ActualText') : undefined
  const isReplaced = reading.marks.some((mark) => mark !== null)
  const text = Buffer.isBuffer(actual) ? textStringOf(actual) : null
  if (text !== null && !isReplaced) reading.text += text
  reading.marks.push(text)
}

function add(codes: PdfValue | undefined, reading: Reading): void {
  if (!Buffer.isBuffer(codes) || reading.marks.some((mark) => mark !== null)) return
  if (reading.font === undefined) throw new PdfFormatError('a text is set in no font')
  for (let at = 0; at + 1 < codes.length; at += 2) {
    const text = reading.font.get(codes.readUInt16BE(at))
    if (text === undefined) throw new PdfFormatError('a glyph stands for no character')
    reading.text += text
  }
}

/** Section 7.9.2.2: UTF-16BE after its mark; what has none is left to Latin. */
function textStringOf(bytes: Buffer): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
}
