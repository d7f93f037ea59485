import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readXlsx, textOf, valueAt, type ReadSheet } from './xlsx-reader.ts'
import {
  sheetNameOf,
  writeXlsx,
  XLSX_CELL_CHARACTERS,
  type CellContent,
  type Sheet,
  type Workbook,
} from './xlsx-writer.ts'

const workbook = (sheets: readonly Partial<Sheet>[]): Workbook => ({
  properties: { title: '<題> & "表"', creator: '総務課', createdAt: Temporal.Instant.from('2022-06-01T00:00:00Z') },
  sheets: sheets.map((sheet, index) => ({ name: `表${index + 1}`, columns: [], rows: [], ...sheet })),
})

const rowsOf = (...rows: readonly (readonly CellContent[])[]): Sheet['rows'] =>
  rows.map((values) => ({ cells: values.map((value) => ({ value })) }))

function bytesOf(book: Workbook): Uint8Array {
  const result = writeXlsx(book)
  if (!result.ok) throw new Error(result.reason)
  return result.bytes
}

function partsOf(book: Workbook): Record<string, string> {
  const parts = unzipSync(bytesOf(book))
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

async function readBack(book: Workbook): Promise<readonly ReadSheet[]> {
  const reading = await readXlsx(bytesOf(book))
  if (!reading.ok) throw new Error(`${reading.reason} ${reading.detail}`)
  return reading.sheets
}

describe('a written workbook', () => {
  it('is the same, byte for byte, when written again', () => {
    const book = workbook([{ rows: rowsOf(['あ', 1]) }])
    expect(bytesOf(book)).toEqual(bytesOf(book))
  })

  it('carries title, author and date', () => {
    const core = partsOf(workbook([{}]))['docProps/core.xml']
    expect(core).toContain('<dc:title>&lt;題&gt; &amp; &quot;表&quot;</dc:title><dc:creator>総務課</dc:creator>')
    expect(core).toContain('2022-06-01T00:00:00Z</dcterms:created>')
  })

  it('prints on A3 across, one page wide, repeating its heading, and keeps rows and columns in sight', () => {
    const parts = partsOf(
      workbook([
        {
          name: "計画'表",
          columns: [{ width: 10, isHidden: true }, { width: 20 }],
          rows: [{ height: 30, isHidden: true, cells: [] }],
          frozen: { rows: 2, columns: 1 },
          print: {
            paper: 'a3',
            orientation: 'landscape',
            titleRows: { from: 1, to: 2 },
            area: { top: 1, left: 2, bottom: 9, right: 28 },
            breaksBefore: [5],
            footer: '&C&P / &N',
          },
        },
      ]),
    )
    const sheet = parts['xl/worksheets/sheet1.xml']
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toContain('<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    expect(sheet).toContain('<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>')
    expect(sheet).toContain('<col min="1" max="1" width="10" customWidth="1" hidden="1"/>')
    expect(sheet).toContain('<row r="1" ht="30" customHeight="1" hidden="1">')
    expect(sheet).toContain('<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>')
    expect(sheet).toContain('<brk id="4" max="16383" man="1"/>')
    const book = parts['xl/workbook.xml']
    expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'計画''表'!$1:$2</definedName>`)
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'計画''表'!$B$1:$AB$9</definedName>`)
  })

  it('draws the borders of every cell beneath a merge and offers choices', () => {
    const area = { top: 1, left: 1, bottom: 2, right: 2 }
    const parts = partsOf(
      workbook([
        {
          rows: [{ cells: [{ value: '見出し', style: { border: 'thin', fillColour: 'E6EDF4' } }] }, { cells: [] }],
          merges: [area],
          choices: [{ areas: [area], texts: ['◎', '"○"'], errorTitle: '記号', error: '選んでください' }],
        },
      ]),
    )
    const sheet = parts['xl/worksheets/sheet1.xml']
    expect(sheet).toContain('<mergeCell ref="A1:B2"/>')
    expect(sheet?.match(/<c r="[AB][12]" s="1"/g)).toHaveLength(4)
    expect(sheet).toContain('sqref="A1:B2"><formula1>&quot;◎,&quot;&quot;○&quot;&quot;&quot;</formula1>')
    expect(parts['xl/styles.xml']).toContain('<fgColor rgb="FFE6EDF4"/>')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=cmd|"/c calc"!A1'])(
    'stores %j as text, never as a formula',
    async (text) => {
      const book = workbook([{ rows: rowsOf([text]) }])
      const sheet = partsOf(book)['xl/worksheets/sheet1.xml']
      expect(sheet).toMatch(/<c r="A1" s="1" t="s"><v>0<\/v><\/c>/)
      expect(sheet).not.toContain('<f>')
      expect(partsOf(book)['xl/styles.xml']).toContain('quotePrefix="1"')
      expect(valueAt((await readBack(book))[0] as ReadSheet, 1, 1)).toEqual({ kind: 'text', text })
    },
  )
})

describe('what is written and read back', () => {
  it('keeps kinds: text, number, boolean, day, moment, nothing', async () => {
    const date = Temporal.PlainDate.from('2022-04-01')
    const dateTime = Temporal.PlainDateTime.from('2021-12-31T23:59:58')
    const [sheet] = await readBack(workbook([{ rows: rowsOf(['12', 12, -0.5, true, date, dateTime, null, '']) }]))
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((column) => valueAt(sheet as ReadSheet, 1, column))).toEqual([
      { kind: 'text', text: '12' },
      { kind: 'number', number: 12 },
      { kind: 'number', number: -0.5 },
      { kind: 'boolean', isTrue: true },
      { kind: 'date', date },
      { kind: 'date-time', dateTime },
      null,
      null,
    ])
  })

  it('shows a day as a day whatever its look says', async () => {
    const date = Temporal.PlainDate.from('2022-04-01')
    const [sheet] = await readBack(
      workbook([
        {
          rows: [
            {
              cells: [
                { value: date, style: { format: 'text' } },
                { value: date, style: { format: 'japanese-date' } },
              ],
            },
          ],
        },
      ]),
    )
    expect([1, 2].map((column) => valueAt(sheet as ReadSheet, 1, column))).toEqual([
      { kind: 'date', date },
      { kind: 'date', date },
    ])
  })

  it('keeps names, visibility and merges of several sheets', async () => {
    const merges = [{ top: 1, left: 2, bottom: 3, right: 4 }]
    const sheets = await readBack(
      workbook([{ merges }, { visibility: 'hidden' }, { visibility: 'very-hidden', name: "a<&>'b" }]),
    )
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['表1', 'visible'],
      ['表2', 'hidden'],
      ["a<&>'b", 'very-hidden'],
    ])
    expect(sheets[0]?.merges).toEqual(merges)
  })

  it('keeps every text, whatever characters it is made of', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({
        unit: fc.constantFrom(
          '_',
          'x',
          '0',
          '0',
          'D',
          'A',
          '\r',
          '\n',
          '\t',
          ' ',
          '<',
          '&',
          ']',
          '>',
          '\ud800',
          '\ufffe',
          '𠮷',
          '\u0000',
        ),
        minLength: 1,
      }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const [sheet] = await readBack(workbook([{ rows: rowsOf(...rows) }]))
          const read = rows.map((row, index) =>
            row.map((_, column) => textOf(valueAt(sheet as ReadSheet, index + 1, column + 1))),
          )
          expect(read).toEqual(rows)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('keeps every number and every day since March 1900', async () => {
    const days = fc
      .integer({ min: 0, max: 2_958_404 })
      .map((count) => Temporal.PlainDate.from('1900-03-01').add({ days: count }))
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(numbers, days), { minLength: 1, maxLength: 8 }), async (rows) => {
        const [sheet] = await readBack(workbook([{ rows: rowsOf(...rows) }]))
        rows.forEach(([number, date], index) => {
          // Minus nought is written as 0: a workbook has only one.
          expect(valueAt(sheet as ReadSheet, index + 1, 1)).toEqual({
            kind: 'number',
            number: number === 0 ? 0 : number,
          })
          expect(valueAt(sheet as ReadSheet, index + 1, 2)).toEqual({ kind: 'date', date })
        })
      }),
      { numRuns: 40 },
    )
  })
})

describe('what a workbook cannot hold', () => {
  it.each([
    ['cell-too-long', 'x'.repeat(XLSX_CELL_CHARACTERS + 1)],
    ['number-not-writable', Number.NaN],
    ['number-not-writable', Number.POSITIVE_INFINITY],
    ['date-not-writable', Temporal.PlainDate.from('1900-02-28')],
    ['date-not-writable', Temporal.PlainDateTime.from('1868-10-23T00:00')],
  ] as const)('is refused by cell: %s', (reason, value) => {
    const result = writeXlsx(workbook([{ rows: rowsOf(['頭'], ['あ', value]) }]))
    expect(result).toEqual({ ok: false, reason, at: { sheet: '表1', row: 2, column: 2 } })
  })

  it.each([
    ['a name too long', [{ name: 'あ'.repeat(32) }]],
    ['a forbidden name', [{ name: 'a/b' }]],
    ['no name', [{ name: '' }]],
    ['one name twice', [{ name: 'Sheet' }, { name: 'sHEET' }]],
    ['nothing to see', [{ visibility: 'hidden' as const }]],
    [
      'overlapping merges',
      [
        {
          merges: [
            { top: 1, left: 1, bottom: 2, right: 2 },
            { top: 2, left: 2, bottom: 3, right: 3 },
          ],
        },
      ],
    ],
    ['a choice with a comma', [{ choices: [{ areas: [], texts: ['a,b'], errorTitle: '', error: '' }] }]],
    ['too many choices', [{ choices: [{ areas: [], texts: ['x'.repeat(256)], errorTitle: '', error: '' }] }]],
  ] as const)('is a mistake of the program: %s', (_, sheets) => {
    expect(() => writeXlsx(workbook(sheets))).toThrow(RangeError)
  })

  it.each([
    ['① 誰もが/使える:[窓口]*?', '① 誰もが 使える  窓口'],
    ["'引用'", '引用'],
    ['あ'.repeat(40), 'あ'.repeat(31)],
    [`${'あ'.repeat(30)}𠮷`, 'あ'.repeat(30)],
  ])('%s becomes the name %s', (text, name) => {
    expect(sheetNameOf(text)).toBe(name)
  })
})
