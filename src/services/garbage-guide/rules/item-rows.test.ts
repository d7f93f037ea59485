import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { municipalityCode } from '#kernel/values/municipality-code.ts'
import type { Danger, Item, WasteClass, Wording } from '../model.ts'
import type { KnownWords } from './item-cells.ts'
import { OWN_COLUMNS, type SheetRows } from './item-columns.ts'
import { INVENTED_CLASSES, MANY_INVENTED_ITEMS } from './invented-items.ts'
import { itemOf, ITEM_SHEET_LIMITS, ownRows, proposedReading, readItemRows } from './item-rows.ts'
import { NATIONAL_COLUMNS, nationalRows } from './national-standard.ts'

function wording(ja: string, yasashii = ja, en = ja, pt = ja): Wording {
  return { ja, 'ja-x-yasashii': yasashii, en, pt }
}

const CLASSES: readonly WasteClass[] = [
  ['burnable', '燃やすごみ', 'Burnable waste'],
  ['bulky', '粗大ごみ', 'Bulky waste'],
  ['paper', '紙・布', 'Paper and cloth'],
].map(([key = '', ja = '', en = '']) => ({ ...(INVENTED_CLASSES[0] as WasteClass), key, name: wording(ja, ja, en) }))
const DANGERS: readonly Danger[] = [{ key: 'blade', title: wording('刃物に注意'), body: wording('包む') }]
const KNOWN: KnownWords = { classes: CLASSES, dangers: DANGERS }

function read(rows: SheetRows, known = KNOWN) {
  const reading = readItemRows(rows, known)
  if (!reading.ok) throw new Error(reading.reason)
  return reading
}

const problemsOf = (rows: SheetRows) =>
  read(rows).findings.map(({ weight, row, column, problem, proposed }) => [weight, row, column, problem, proposed])

describe('our own columns', () => {
  const UMBRELLA: Item = {
    key: 'umbrella',
    name: wording('傘', 'かさ', 'umbrella', 'guarda-chuva'),
    reading: 'かさ',
    aliases: ['日傘', 'ひがさ'],
    ways: [
      {
        classKey: 'burnable',
        size: wording('30cm未満', '30センチより みじかい', 'under 30 cm', 'menos de 30 cm'),
        note: wording('', '', '', ''),
      },
      {
        classKey: 'bulky',
        size: wording('30cm以上', '30センチ いじょう', '30 cm or more', '30 cm ou mais'),
        note: wording('持ち込む\n要予約', 'もっていく', 'Bring it', 'Traga'),
      },
    ],
    dangerKey: 'blade',
  }

  test('an item of two ways is two rows, and is read back', () => {
    const rows = ownRows([UMBRELLA])
    expect(rows.map((row) => row[1])).toEqual(['name', '傘', ''])
    const { form, drafts, findings } = read(rows)
    expect([form, findings]).toEqual(['own', []])
    expect(drafts.map((draft) => itemOf(draft))).toEqual([UMBRELLA])
    expect(drafts[0]).toMatchObject({ rows: [2, 3], gaps: [] })
  })

  test('650 items are read back', () => {
    const { drafts, findings } = read(ownRows(MANY_INVENTED_ITEMS), { classes: INVENTED_CLASSES, dangers: [] })
    expect(findings).toEqual([])
    expect(drafts.map((draft) => itemOf(draft))).toEqual(MANY_INVENTED_ITEMS)
  })

  test('whatever the texts are, what is read without a finding is written as it was', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('', '同上', '傘', 'burnable', '#REF!', '紙・布', 'かさ', '\n'),
    )
    const row = fc.array(text, { minLength: OWN_COLUMNS.length, maxLength: OWN_COLUMNS.length })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const { drafts, findings } = read([[...OWN_COLUMNS], ...rows])
        const wrong = new Set(findings.filter(({ weight }) => weight === 'error').map(({ row }) => row))
        const taken = new Set(drafts.flatMap(({ rows }) => rows))
        const left = rows.flatMap((cells, index) => (cells.every((cell) => cell.trim() === '') ? [] : [index + 2]))
        const told = new Set(findings.map(({ row }) => row))
        expect(left.filter((number) => !taken.has(number) && !told.has(number))).toEqual([])
        expect([...taken].filter((number) => wrong.has(number))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('columns of the national standard', () => {
  const code = municipalityCode('242101')

  test('one row for each way, size in the name', () => {
    const ways = [
      { classKey: 'burnable', size: wording(''), note: wording('切る') },
      { classKey: 'bulky', size: wording('1m以上'), note: wording('') },
    ]
    const item: Item = { key: 'rope', name: wording('ロープ'), reading: 'ろーぷ', aliases: [], ways, dangerKey: null }
    expect(nationalRows([item], CLASSES, code)).toEqual([
      [...NATIONAL_COLUMNS],
      ['242101', 'rope', 'ロープ', '燃やすごみ', '切る'],
      ['242101', 'rope-2', 'ロープ（1m以上）', '粗大ごみ', ''],
    ])
    expect(() => nationalRows([item], [], code)).toThrow('unknown-class')
  })

  test('rows are read, and what they lack is told', () => {
    const { form, drafts, findings } = read([[...NATIONAL_COLUMNS], ['242101', '7', 'ロープ', '燃やすごみ', '切る']])
    expect([form, findings]).toEqual(['national', []])
    expect(drafts).toMatchObject([
      {
        key: '7',
        name: { ja: 'ロープ' },
        reading: null,
        gaps: ['reading', 'name-ja-x-yasashii', 'name-en', 'name-pt', 'note-ja-x-yasashii', 'note-en', 'note-pt'],
      },
    ])
    expect(itemOf(drafts[0]!)).toBe(null)
    expect(itemOf(drafts[0]!, { reading: 'ろーぷ' })).toMatchObject({
      key: '7',
      reading: 'ろーぷ',
      name: wording('ロープ'),
    })
  })
})

describe('sheets of others', () => {
  test.each([
    [
      'a title and a date above the headings',
      [['分別一覧'], ['令和8年4月1日'], ['品目', '分別区分', '備考'], ['傘', '粗大ごみ', '']],
    ],
    [
      'other headings, full-width and in brackets',
      [
        ['Ｎｏ．', '品名（50音順）', '種類', '出し方のポイント'],
        ['1', '傘', '粗大ごみ', ''],
      ],
    ],
    [
      'keys and other languages as classes',
      [
        ['#property', 'name', 'classification', 'note'],
        ['1', '傘', 'Bulky Waste', ''],
      ],
    ],
    [
      'headings again on every page',
      [
        ['品目', '分別区分'],
        ['品目', '分別区分'],
        ['傘', '粗大ごみ'],
      ],
    ],
    [
      'blank rows and rows with a number only',
      [
        ['番号', '品目', '分別'],
        ['1', '', ''],
        ['', '', ''],
        ['2', '傘', '粗大ごみ'],
      ],
    ],
  ])('%s', (_, rows) => {
    const { form, drafts, findings } = read(rows)
    expect([form, drafts.map(({ name, ways }) => [name.ja, ways[0]?.classKey])]).toEqual(['other', [['傘', 'bulky']]])
    expect(findings.filter(({ weight }) => weight === 'error')).toEqual([])
  })

  const HEADINGS = ['ID', '品目', 'フリガナ', '分別区分', '備考']
  const sheet = (...rows: (string | null)[][]) => [HEADINGS, ...rows]
  test.each([
    ['a formula', ['1', null, '', '燃やすごみ', ''], ['error', 2, 2, 'formula', null]],
    ['an error of the spreadsheet', ['1', '#REF!', '', '燃やすごみ', ''], ['error', 2, 2, 'spreadsheet-error', null]],
    ['lost characters', ['1', '傘\ufffd', '', '燃やすごみ', ''], ['error', 2, 2, 'undecodable', null]],
    ['control characters', ['1', '傘\u0007', '', '燃やすごみ', ''], ['error', 2, 2, 'control-character', null]],
    ['a name over two lines', ['1', '傘\n雨傘', '', '燃やすごみ', ''], ['error', 2, 2, 'line-break', null]],
    ['a name without end', ['1', '傘'.repeat(101), '', '燃やすごみ', ''], ['error', 2, 2, 'too-long', null]],
    ['no name', ['1', '', '', '燃やすごみ', ''], ['error', 2, 2, 'no-name', null]],
    ['no class', ['1', '傘', '', ' ', ''], ['error', 2, 4, 'no-class', null]],
    ['a class with a sign missing', ['1', '傘', '', '紙布', ''], ['error', 2, 4, 'unknown-class', '紙・布']],
    ['a class with a slip', ['1', '傘', '', '租大ごみ', ''], ['error', 2, 4, 'unknown-class', '粗大ごみ']],
    ['two classes at once', ['1', '傘', '', '燃やすごみ、粗大ごみ', ''], ['error', 2, 4, 'unknown-class', null]],
    ['a reading in kanji', ['1', '傘', '雨傘', '燃やすごみ', ''], ['error', 2, 3, 'not-kana', null]],
    ['a wrong number', ['１', '傘', '', '燃やすごみ', ''], ['error', 2, 1, 'wrong-key', '1']],
    ['blanks around a name', ['1', '　傘 ', '', '燃やすごみ', ''], ['notice', 2, 2, 'trimmed', null]],
    ['a reading in katakana', ['1', '傘', 'ｱﾏｶﾞｻ', '燃やすごみ', ''], ['notice', 2, 3, 'reading-converted', null]],
    ['a letter for a reading', ['1', '雨傘', 'あ', '燃やすごみ', ''], ['notice', 2, 3, 'only-initial', null]],
  ])('%s is found at its cell', (_, row, finding) => {
    expect(problemsOf(sheet(row))).toEqual([finding])
    const { drafts } = read(sheet(row, ['2', '机', '', '粗大ごみ', '']))
    expect(drafts.map(({ name }) => name.ja).includes('机')).toBe(true)
    expect(drafts.length).toBe(finding[0] === 'error' ? 1 : 2)
  })

  test('ditto marks, an unknown column, the same thing again', () => {
    const headings = ['品目', '分別区分', '写真']
    expect(
      problemsOf([
        headings,
        ['机', '粗大ごみ', ''],
        ['棚', '〃', ''],
        ['机', '粗大ごみ', ''],
        ['机', '燃やすごみ', ''],
      ]),
    ).toEqual([
      ['notice', 1, 3, 'unknown-column', null],
      ['error', 3, 2, 'ditto-mark', '粗大ごみ'],
      ['error', 4, 1, 'said-before', null],
      ['notice', 5, 1, 'second-way', null],
    ])
  })

  test('in our own columns a name may not come under two keys, nor a key under two names', () => {
    const headings = ['key', 'name', 'reading', 'class']
    expect(
      problemsOf([
        headings,
        ['a', '机', 'つくえ', 'bulky'],
        ['b', '机', 'つくえ', 'burnable'],
        ['a', '棚', 'たな', 'bulky'],
      ]),
    ).toEqual([
      ['error', 3, 2, 'name-twice', null],
      ['error', 4, 1, 'key-twice', null],
    ])
  })

  test('a class in words of their own is read once staff said which it is', () => {
    const rows = [
      ['品目', '分別区分'],
      ['机', '臨時'],
      ['棚', '臨時'],
    ]
    expect(read(rows).drafts).toEqual([])
    const answered = read(rows, { ...KNOWN, classNames: new Map([['臨時', 'bulky']]) })
    expect(answered.drafts.map(({ ways }) => ways[0]?.classKey)).toEqual(['bulky', 'bulky'])
  })

  test.each([
    ['nothing at all', [], 'no-rows'],
    ['blank cells', [['', ' '], ['']], 'no-rows'],
    [
      'no column of classes',
      [
        ['品目', '備考'],
        ['傘', ''],
      ],
      'no-heading',
    ],
    [
      'two columns of names',
      [
        ['品目', '品名', '分別'],
        ['傘', '', ''],
      ],
      'heading-twice',
    ],
    ['rows without end', Array.from({ length: ITEM_SHEET_LIMITS.rows + 1 }, () => ['x']), 'too-many-rows'],
    ['a row without end', [Array.from({ length: ITEM_SHEET_LIMITS.columns + 1 }, () => 'x')], 'too-many-columns'],
  ])('%s is refused', (_, rows, reason) => {
    expect(readItemRows(rows, KNOWN)).toMatchObject({ ok: false, reason })
  })

  test('a name in kana proposes its reading', () => {
    expect(['タオル（布製）', 'ﾌﾗｲﾊﾟﾝ', 'やかん・なべ', '傘', 'CD'].map(proposedReading)).toEqual([
      'たおる',
      'ふらいぱん',
      'やかんなべ',
      null,
      null,
    ])
  })
})
