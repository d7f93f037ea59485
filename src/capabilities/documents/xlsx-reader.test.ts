import { strToU8, zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  readXlsx,
  textOf,
  valueAt,
  XLSX_LIMITS,
  type CellValue,
  type ReadSheet,
  type XlsxLimits,
} from './xlsx-reader.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

/** The parts of a small workbook as other programs write them; each test replaces what it is about. */
function parts(changes: Readonly<Record<string, string | Uint8Array>> = {}, relations = OFFICE): Zippable {
  const texts: Record<string, string | Uint8Array> = {
    '_rels/.rels':
      `<Relationships><Relationship Id="r1" Type="${relations}/officeDocument" ` +
      'Target="/xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `<Relationships><Relationship Id="a" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="b" Type="${relations}/styles" Target="styles.xml"/>` +
      `<Relationship Id="c" Type="${relations}/sharedStrings" Target="../xl/sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts>' +
      '<numFmt numFmtId="180" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
      '<numFmt numFmtId="181" formatCode="[Red]0.00E+00&quot;days&quot;\\d"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="180"/><xf numFmtId="181"/><xf numFmtId="22"/>' +
      '</cellXfs></styleSheet>',
    'xl/sharedStrings.xml':
      '<sst><si><t>普通</t></si><si><r><t>濃</t></r><r><t xml:space="preserve"> 淡</t></r></si>' +
      '<si><t>亀山</t><rPh sb="0" eb="2"><t>カメヤマ</t></rPh><phoneticPr fontId="1"/></si></sst>',
    'xl/worksheets/sheet1.xml': sheet(''),
    ...changes,
  }
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
  )
}

const sheet = (rows: string, after = ''): string => `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`
const sheetPart = (rows: string, after = ''): Record<string, string> => ({
  'xl/worksheets/sheet1.xml': sheet(rows, after),
})

async function firstSheet(changes: Record<string, string>, relations = OFFICE): Promise<ReadSheet> {
  const reading = await readXlsx(zipSync(parts(changes, relations)))
  if (!reading.ok) throw new Error(`${reading.reason}: ${reading.detail}`)
  return reading.sheets[0] as ReadSheet
}

async function cellOf(xml: string): Promise<CellValue | null> {
  return valueAt(await firstSheet(sheetPart(`<row r="1">${xml}</row>`)), 1, 1)
}

const date = (text: string): CellValue => ({ kind: 'date', date: Temporal.PlainDate.from(text) })

describe('a cell', () => {
  it.each<[string, string, CellValue | null]>([
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', { kind: 'text', text: '普通' }],
    ['rich text', '<c r="A1" t="s"><v>1</v></c>', { kind: 'text', text: '濃 淡' }],
    ['a text with readings', '<c r="A1" t="s"><v>2</v></c>', { kind: 'text', text: '亀山' }],
    [
      'an inline text with readings',
      '<c r="A1" t="inlineStr"><is><r><t>鈴</t></r><r><t>鹿</t></r><rPh sb="0" eb="1"><t>スズ</t></rPh></is></c>',
      { kind: 'text', text: '鈴鹿' },
    ],
    [
      'an escaped character',
      '<c r="A1" t="str"><v>a_x000D_b_x005F_x000D_</v></c>',
      { kind: 'text', text: 'a\rb_x000D_' },
    ],
    ['marked-up text', '<c r="A1" t="str"><v><![CDATA[<b>]]>&amp;&#x4e80;</v></c>', { kind: 'text', text: '<b>&亀' }],
    ['a number', '<c r="A1"><v>1.5E3</v></c>', { kind: 'number', number: 1500 }],
    ['true', '<c r="A1" t="b"><v>1</v></c>', { kind: 'boolean', isTrue: true }],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', { kind: 'error', code: '#REF!' }],
    ['a day', '<c r="A1" s="1"><v>44652</v></c>', date('2022-04-01')],
    ['a day of an era', '<c r="A1" s="2"><v>43586</v></c>', date('2019-05-01')],
    ['no day', '<c r="A1" s="3"><v>44652</v></c>', { kind: 'number', number: 44652 }],
    ['the first of 1900', '<c r="A1" s="1"><v>1</v></c>', date('1900-01-01')],
    ['29 February 1900, which never was', '<c r="A1" s="1"><v>60</v></c>', { kind: 'number', number: 60 }],
    ['1 March 1900', '<c r="A1" s="1"><v>61</v></c>', date('1900-03-01')],
    [
      'a moment',
      '<c r="A1" s="4"><v>44652.75</v></c>',
      { kind: 'date-time', dateTime: Temporal.PlainDateTime.from('2022-04-01T18:00') },
    ],
    ['a moment just before midnight', '<c r="A1" s="4"><v>44651.999999</v></c>', date('2022-04-01')],
    ['a time', '<c r="A1" s="4"><v>0.375</v></c>', { kind: 'time', time: Temporal.PlainTime.from('09:00') }],
    ['a day no calendar has', '<c r="A1" s="1"><v>99999999</v></c>', { kind: 'number', number: 99_999_999 }],
    ['a day in ISO form', '<c r="A1" t="d"><v>2022-04-01</v></c>', date('2022-04-01')],
    ['nothing', '<c r="A1" s="1"/>', null],
    ['an empty text', '<c r="A1" t="inlineStr"><is><t/></is></c>', null],
  ])('that holds %s', async (_, xml, value) => {
    expect(await cellOf(xml)).toEqual(value)
  })

  it('counts days from 1904 where the workbook does', async () => {
    const changes = {
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="表" r:id="a"/></sheets></workbook>',
      ...sheetPart('<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>43190</v></c></row>'),
    }
    const read = await firstSheet(changes)
    expect([valueAt(read, 1, 1), valueAt(read, 1, 2)]).toEqual([date('1904-01-01'), date('2022-04-01')])
  })

  it('with a formula gives the formula and what was seen last, and works nothing out', async () => {
    const read = await firstSheet(
      sheetPart(
        '<row r="1"><c r="A1"><f>1+1</f><v>3</v></c>' +
          '<c r="B1" t="str"><f t="shared" si="0" ref="B1:B2">A1&amp;"x"</f><v>3x</v></c></row>' +
          '<row r="2"><c r="A2"><f>NOW()</f></c><c r="B2" t="str"><f t="shared" si="0"/><v>y</v></c></row>',
      ),
    )
    expect(valueAt(read, 1, 1)).toEqual({ kind: 'formula', formula: '1+1', cached: { kind: 'number', number: 3 } })
    expect(valueAt(read, 1, 2)).toEqual({ kind: 'formula', formula: 'A1&"x"', cached: { kind: 'text', text: '3x' } })
    expect(valueAt(read, 2, 1)).toEqual({ kind: 'formula', formula: 'NOW()', cached: null })
    expect(valueAt(read, 2, 2)).toMatchObject({ formula: 'A1&"x"' })
    expect(textOf(valueAt(read, 1, 1))).toBeNull()
  })
})

describe('a sheet', () => {
  it('may leave out addresses', async () => {
    const read = await firstSheet(
      sheetPart('<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>'),
    )
    expect([...read.cells].map(([row, cells]) => [row, [...cells.keys()]])).toEqual([
      [1, [1, 2]],
      [5, [3, 4]],
    ])
  })

  it('keeps its merged areas', async () => {
    const read = await firstSheet(
      sheetPart('', '<mergeCells><mergeCell ref="B2:A1"/><mergeCell ref="AA10"/></mergeCells>'),
    )
    expect(read.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 2 },
      { top: 10, left: 27, bottom: 10, right: 27 },
    ])
  })

  it('may be written with prefixes, strictly, and in UTF-16', async () => {
    const xml =
      '\ufeff<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="u"><x:sheetData>' +
      '<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const bytes = new Uint8Array(Buffer.from(xml, 'utf16le'))
    const reading = await readXlsx(zipSync(parts({ 'xl/worksheets/sheet1.xml': bytes }, STRICT)))
    expect(reading.ok && valueAt(reading.sheets[0] as ReadSheet, 1, 1)).toEqual({ kind: 'number', number: 7 })
  })
})

const ole = (name: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]),
  )
const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'

/** A zip whose headers say that each part is small. */
function withLyingHeaders(bytes: Uint8Array): Uint8Array {
  const lying = Buffer.from(bytes)
  for (let at = lying.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = lying.indexOf('PK\x01\x02', at + 4, 'latin1'))
    lying.writeUInt32LE(100, at + 24)
  return lying
}

const bomb = (): Zippable => parts({ 'xl/worksheets/sheet1.xml': new Uint8Array(12e6).fill(0x20) })

describe('a file that is refused', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'empty-file'],
    ['a text', () => strToU8('a,b'), 'not-a-workbook'],
    ['a PDF', () => strToU8('%PDF-1.7'), 'not-a-workbook'],
    ['a password', () => ole('EncryptedPackage'), 'password-protected'],
    ['Excel 97', () => ole('Workbook'), 'old-excel-format'],
    ['half a file', () => zipSync(parts(sheetPart(cell))).subarray(0, 500), 'damaged'],
    ['another zip', () => zipSync({ 'a.txt': strToU8('a') }), 'not-a-workbook'],
    ['a letter', () => zipSync(parts({ 'xl/workbook.xml': '<document/>' })), 'not-a-workbook'],
    ['a missing part', () => zipSync(parts({ 'xl/_rels/workbook.xml.rels': '<Relationships/>' })), 'damaged'],
    ['a macro', () => zipSync(parts({ 'xl/vbaProject.bin': 'x' })), 'macros'],
    ['an old macro sheet', () => zipSync(parts({ 'xl/macrosheets/sheet1.xml': 'x' })), 'macros'],
    [
      'a link to another file',
      () => zipSync(parts({ 'xl/externalLinks/externalLink1.xml': '<externalLink/>' })),
      'external-links',
    ],
    ['a connection', () => zipSync(parts({ 'xl/connections.xml': '<connections/>' })), 'external-links'],
    ['a file within', () => zipSync(parts({ 'xl/embeddings/oleObject1.bin': 'x' })), 'embedded-objects'],
    [
      'entities',
      () => zipSync(parts({ 'xl/sharedStrings.xml': '<!DOCTYPE s [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>' })),
      'document-type-declaration',
    ],
    [
      'an unknown entity',
      () => zipSync(parts({ 'xl/sharedStrings.xml': '<sst><si><t>&a;</t></si></sst>' })),
      'damaged',
    ],
    ['broken XML', () => zipSync(parts(sheetPart('<row><c></row>'))), 'damaged'],
    [
      'bytes that are no UTF-8',
      () => zipSync(parts({ 'xl/worksheets/sheet1.xml': new Uint8Array([0x3c, 0x61, 0xff, 0x3e]) })),
      'damaged',
    ],
    ['a nest', () => zipSync(parts(sheetPart('<a>'.repeat(100) + '</a>'.repeat(100)))), 'damaged'],
    ['a bomb', () => zipSync(bomb()), 'compressed-too-much'],
    ['a bomb whose headers lie', () => withLyingHeaders(zipSync(bomb())), 'damaged'],
    [
      'a thousand parts',
      () => zipSync(parts(Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`p${index}`, ''])))),
      'too-many-parts',
    ],
    [
      'two sheets of one address',
      () => zipSync(parts(sheetPart('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'))),
      'damaged',
    ],
  ])('because it is or holds %s', async (_, make, reason) => {
    expect(await readXlsx(make())).toMatchObject({ ok: false, reason })
  })

  it('is refused when a byte was changed, which the checksum shows', async () => {
    const bytes = zipSync(parts(sheetPart(cell)), { level: 0 })
    const at = Buffer.from(bytes).indexOf('<t>x</t>')
    bytes[at + 3] = 0x79
    expect(await readXlsx(bytes)).toMatchObject({
      ok: false,
      reason: 'damaged',
      detail: expect.stringContaining('checksum'),
    })
  })

  it.each<[string, Partial<XlsxLimits>, string, object]>([
    ['the file', { fileMegabytes: 0.0001 }, 'too-large', {}],
    ['one part', { partMegabytes: 0.0001 }, 'too-large', {}],
    ['all parts', { totalMegabytes: 0.0005 }, 'too-large', {}],
    ['the sheets', { sheets: 0 }, 'too-many-parts', {}],
    ['the cells', { cells: 2 }, 'too-many-cells', { at: { sheet: '表', row: 2, column: 1 } }],
    ['a cell', { cellCharacters: 3 }, 'cell-too-long', { at: { sheet: '表', row: 1, column: 2 } }],
  ])('when it passes the limit of %s', async (_, limits, reason, more) => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>長い文</t><t>章</t></is></c></row>' +
      '<row r="2"><c r="A2"><v>1</v></c></row>'
    const bytes = zipSync(parts(sheetPart(rows)))
    expect(await readXlsx(bytes, { ...XLSX_LIMITS, ...limits })).toMatchObject({ ok: false, reason, ...more })
  })

  it('never throws, whatever bytes of a sound file are changed', async () => {
    const sound = zipSync(parts(sheetPart(cell)))
    for (let at = 0; at < sound.length; at += 7) {
      const bytes = sound.slice()
      bytes[at] = (bytes[at] as number) ^ 0x55
      expect(typeof (await readXlsx(bytes)).ok).toBe('boolean')
    }
  })
})
