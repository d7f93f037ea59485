import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { CSV_LIMITS, readCsv, writeCsv, type CsvCell, type CsvWriteOptions } from './csv.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const UTF8: CsvWriteOptions = { encoding: 'utf-8', missingCharacters: 'refuse' }

function written(rows: readonly (readonly CsvCell[])[], options: CsvWriteOptions = UTF8): Uint8Array {
  const result = writeCsv(rows, options)
  if (!result.ok) throw new Error(result.reason)
  return result.bytes
}

const textOf = (cells: readonly CsvCell[]): string => new TextDecoder().decode(written([cells])).replace(/\r\n$/, '')

describe('reading', () => {
  it.each<[string, string, string, string[][]]>([
    [
      'commas and CRLF',
      'a,b\r\n1,2\r\n',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a bare CR',
      'a,b\r1,2\r',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs, with commas in the text',
      'a\tb\n1,5\t2,5\n',
      '\t',
      [
        ['a', 'b'],
        ['1,5', '2,5'],
      ],
    ],
    [
      'semicolons',
      'a;b\n"x,y";2',
      ';',
      [
        ['a', 'b'],
        ['x,y', '2'],
      ],
    ],
    ['quotes, line ends and quotes within', '"a ""b""\n,c",d', ',', [['a "b"\n,c', 'd']]],
    ['rows of different length and empty ones', 'a,b,c\n\nd', ',', [['a', 'b', 'c'], [''], ['d']]],
    ['a single column', 'あ\nい', ',', [['あ'], ['い']]],
    [
      'delimiters that stand only within quotes',
      '"a;b;c",1\n"d;e;f",2',
      ',',
      [
        ['a;b;c', '1'],
        ['d;e;f', '2'],
      ],
    ],
  ])('%s', (_, text, delimiter, rows) => {
    expect(readCsv(bytes(text))).toEqual({ ok: true, rows, encoding: 'utf-8', delimiter })
  })

  it.each([
    ['utf-8', bytes('\ufeff名称,①')],
    ['utf-8', bytes('名称,①')],
    ['cp932', new Uint8Array(iconv.encode('名称,①', 'cp932'))],
    ['utf-16le', new Uint8Array(iconv.encode('名称,①', 'utf-16le', { addBOM: true }))],
    ['utf-16be', new Uint8Array(iconv.encode('名称,①', 'utf-16be', { addBOM: true }))],
  ] as const)('knows %s', (encoding, file) => {
    expect(readCsv(file)).toMatchObject({ ok: true, encoding, rows: [['名称', '①']] })
  })

  it.each([
    ['nothing', new Uint8Array(), { reason: 'empty-file' }],
    ['only a byte order mark', bytes('\ufeff'), { reason: 'empty-file' }],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xff]), { reason: 'not-a-text-file' }],
    ['a text with nul', bytes('a\0b'), { reason: 'not-a-text-file' }],
    [
      'EUC-JP',
      new Uint8Array(iconv.encode('日本語の文章です。', 'euc-jp')).map((byte) => byte | 0x80),
      { reason: 'encoding-unknown' },
    ],
    ['an open quote', bytes('a,b\n1,"x\n'), { reason: 'quote-not-closed', at: { row: 2, column: 2 } }],
    ['a quote in the middle', bytes('a,b\n1,x"y\n'), { reason: 'quote-out-of-place', at: { row: 2, column: 2 } }],
    ['text after a quote', bytes('a,b\n1,2\n"x" y,3'), { reason: 'quote-out-of-place', at: { row: 3, column: 1 } }],
    [
      'a cell too long',
      bytes(`a,${'x'.repeat(CSV_LIMITS.cellCharacters + 1)}`),
      { reason: 'cell-too-long', at: { row: 1, column: 2 } },
    ],
    [
      'too many columns',
      bytes(','.repeat(CSV_LIMITS.columns)),
      { reason: 'too-many-columns', at: { row: 1, column: 1001 } },
    ],
    [
      'too many rows',
      bytes('a\n'.repeat(CSV_LIMITS.rows + 5)),
      { reason: 'too-many-rows', at: { row: 200_001, column: 1 } },
    ],
    ['too many bytes', new Uint8Array(CSV_LIMITS.fileMegabytes * 1e6 + 1), { reason: 'too-large' }],
  ])('refuses %s', (_, file, refusal) => {
    expect(readCsv(file)).toEqual({ ok: false, ...refusal })
  })
})

describe('writing', () => {
  it('ends lines with CRLF and marks UTF-8 where asked', () => {
    expect([...written([['a'], ['b']], { ...UTF8, encoding: 'utf-8-bom' })]).toEqual([
      0xef, 0xbb, 0xbf, 0x61, 13, 10, 0x62, 13, 10,
    ])
  })

  it.each<[CsvCell, string]>([
    ['=1+1', "'=1+1"],
    ['+81 595', "'+81 595"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ["'=1", "''=1"],
    ['-1,234.5', '"-1,234.5"'],
    ['-12%', '-12%'],
    ['-', '-'],
    [-5, '-5'],
    [1e21, '1e+21'],
    [null, ''],
    ["'80年代", "'80年代"],
    [' a', '" a"'],
    ['a"b', '"a""b"'],
  ])('prints %j as %s', (cell, printed) => {
    expect(textOf([cell, 'x'])).toBe(`${printed},x`)
  })

  it('refuses characters that CP932 lacks and says where each stands', () => {
    const rows = [
      ['番号', '氏名'],
      ['①', '𠮷田〜'],
      ['㈱', 'naïve'],
    ]
    const missing = [
      { row: 2, column: 2, character: '𠮷' },
      { row: 2, column: 2, character: '〜' },
      { row: 3, column: 2, character: 'ï' },
    ]
    expect(writeCsv(rows, { encoding: 'cp932', missingCharacters: 'refuse' })).toEqual({
      ok: false,
      reason: 'characters-not-in-encoding',
      missing,
    })
    const result = writeCsv(rows, { encoding: 'cp932', missingCharacters: 'geta' })
    expect(result).toMatchObject({ ok: true, replaced: missing })
    expect(result.ok && readCsv(result.bytes)).toMatchObject({
      encoding: 'cp932',
      rows: [
        ['番号', '氏名'],
        ['①', '〓田〓'],
        ['㈱', 'na〓ve'],
      ],
    })
  })

  it('refuses half a character in UTF-8 too', () => {
    expect(writeCsv([['a\ud800']], UTF8)).toMatchObject({
      ok: false,
      missing: [{ row: 1, column: 1, character: '\ud800' }],
    })
  })
})

describe('what is written and read back', () => {
  const tricky = fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', ' ', '1', '.', '%', 'あ', '\ufeff'),
    maxLength: 8,
  })
  const plain = fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && !text.includes('\0'))
  const table = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
    .chain(([columns, rows]) =>
      fc.array(fc.array(fc.oneof(tricky, plain), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )

  it.each(['utf-8', 'utf-8-bom'] as const)('is the same in %s', (encoding) => {
    fc.assert(
      fc.property(table, (rows) => {
        const reading = readCsv(written(rows, { ...UTF8, encoding }), { delimiter: ',' })
        expect(reading.ok && reading.rows).toEqual(rows)
      }),
    )
  })

  it('is the same in CP932 for what CP932 has', () => {
    const unit = fc.constantFrom(...'あ亜①㈱～ｱ"\',=-@\n\r;\tabc 表ソ能')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit }), fc.string({ unit })), { minLength: 1 }), (rows) => {
        const reading = readCsv(written(rows, { encoding: 'cp932', missingCharacters: 'refuse' }), { delimiter: ',' })
        expect(reading.ok && reading.rows).toEqual(rows)
      }),
    )
  })

  it('never begins a cell that a spreadsheet program would run', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const reading = readCsv(written([[text, 'x']]), { delimiter: ',', formulaGuard: 'keep' })
        const cell = reading.ok ? reading.rows[0]?.[0] : undefined
        expect(cell).not.toMatch(/^[=+@\t\r]/)
        if (cell?.startsWith('-') === true) expect(cell).toMatch(/^-(\d[\d,]*(\.\d+)?%?)?$/)
      }),
    )
  })
})
