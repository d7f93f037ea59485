import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from '../../src/capabilities/documents/csv.ts'
import { readXlsx, textOf, valueAt } from '../../src/capabilities/documents/xlsx-reader.ts'
import { municipalityCode } from '../../src/kernel/values/municipality-code.ts'
import type { Item, WasteClass } from '../../src/services/garbage-guide/model.ts'
import { readFiveThreeSevenFour } from '../../src/services/garbage-guide/rules/five-three-seven-four-reading.ts'
import type { SheetRows } from '../../src/services/garbage-guide/rules/item-columns.ts'
import { itemOf, readItemRows } from '../../src/services/garbage-guide/rules/item-rows.ts'
import { NATIONAL_COLUMNS, nationalRows } from '../../src/services/garbage-guide/rules/national-standard.ts'
import { collectionDays, parseSchedule } from '../../src/services/garbage-guide/rules/schedule.ts'
import { buildItemIndex } from '../../src/services/garbage-guide/rules/search.ts'

/**
 * Open data of other cities, where copies lie beside the project: a list of things (CC BY 4.0, 高松市) of 614 rows, which
 * are a heading, 606 things and 7 rows with a number only; its calendar; and the files that 5374 (MPL-2.0) comes with.
 */
const SHARED = join(import.meta.dirname, '../../../shared/data')
const ITEMS = join(SHARED, 'garbage/data_garbage_separation_list_0074.xlsx')
const CALENDAR = join(SHARED, 'takamatsu-opendata/data_garbage_collection_date_0090.xlsx')
const FILES = join(SHARED, 'garbage')
const isThere = [ITEMS, CALENDAR, FILES].every((path) => existsSync(path))
if (!isThere)
  process.stderr.write(`SKIPPED: the open data of cities is not at ${SHARED}; its conformance was not tested.\n`)

async function sheetRows(path: string): Promise<SheetRows> {
  const reading = await readXlsx(readFileSync(path))
  const [sheet] = reading.ok ? reading.sheets : []
  if (!sheet) throw new Error(`${path} could not be read`)
  const width = Math.max(...[...sheet.cells.values()].flatMap((cells) => [...cells.keys()]))
  return Array.from({ length: Math.max(...sheet.cells.keys()) }, (_, row) =>
    Array.from({ length: width }, (_, column) => textOf(valueAt(sheet, row + 1, column + 1))),
  )
}

function csvRows(bytes: Uint8Array): SheetRows {
  const reading = readCsv(bytes)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.rows
}

const csvFile = (name: string) => csvRows(readFileSync(join(FILES, name)))

function classesNamed(names: readonly string[]): readonly WasteClass[] {
  return names.map((ja, index) => {
    const name = { ja, 'ja-x-yasashii': ja, en: ja, pt: ja }
    return { key: `class-${index + 1}`, name, how: name, colour: '#000000', isCollected: true }
  })
}

/** The nine classes that the list itself calls so more than once. */
const CLASSES = classesNamed([
  '破砕ごみ',
  '燃やせるごみ',
  '臨時・粗大ごみ',
  '収集不可',
  '紙・布',
  'プラスチック容器包装',
  '缶・びん・ペットボトル',
  '家電リサイクル法対象品',
  '有害ごみ',
])

/** Nobody reads the names for us here; the search finds them by name. */
function itemsOf(
  rows: SheetRows,
  classes: readonly WasteClass[],
  classNames?: ReadonlyMap<string, string>,
): readonly Item[] {
  const reading = readItemRows(rows, { classes, dangers: [], ...(classNames ? { classNames } : {}) })
  if (!reading.ok) throw new Error(reading.reason)
  return reading.drafts.map((draft) => itemOf(draft, { reading: draft.name.ja }) as Item)
}

describe.skipIf(!isThere)('a real list of 606 things', async () => {
  const rows = isThere ? await sheetRows(ITEMS) : []
  const nationalOf = (cells: readonly (string | null)[]) => ['372013', ...cells.map((cell) => cell ?? '')]
  const given = rows.slice(1).filter((row) => row[1] !== '')

  test('its rows: 614 with the heading, 606 things, 7 numbers without a thing', () => {
    const reading = readItemRows(rows, { classes: CLASSES, dangers: [] })
    const findings = reading.ok ? reading.findings : []
    expect([rows.length, given.length, reading.ok && reading.form, reading.ok && reading.drafts.length]).toEqual([
      614,
      606,
      'other',
      604,
    ])
    expect(findings.filter(({ problem }) => problem === 'only-key').map(({ row }) => row)).toEqual([
      608, 609, 610, 611, 612, 613, 614,
    ])
    expect(
      findings
        .filter(({ weight }) => weight === 'error')
        .map(({ row, column, problem, read, proposed }) => [row, column, problem, read, proposed]),
    ).toEqual([
      [177, 3, 'unknown-class', '破砕、臨時・粗大', null],
      [344, 3, 'unknown-class', '紙布', '紙・布'],
    ])
    expect(findings.length).toBe(9)
  })

  test('once staff said what two words mean, all 606 are read', () => {
    const answers = new Map([
      ['破砕、臨時・粗大', 'class-3'],
      ['紙布', 'class-5'],
    ])
    const items = itemsOf(rows, CLASSES, answers)
    expect(items.map(({ key, name, ways }) => [key, name.ja, ways[0]?.note.ja])).toEqual(
      given.map(([id, name, , note]) => [id, name, note]),
    )
  })

  test('in the columns of the national standard they come back as they were, also through a file', () => {
    const classes = classesNamed([...new Set(given.map((row) => row[2] ?? ''))])
    const exported = nationalRows(itemsOf(rows, classes), classes, municipalityCode('372013'))
    expect(exported).toEqual([NATIONAL_COLUMNS, ...given.map(nationalOf)])
    const file = writeCsv(exported, { encoding: 'utf-8-bom', missingCharacters: 'refuse' })
    if (!file.ok) throw new Error(file.reason)
    const again = csvRows(file.bytes)
    expect(readItemRows(again, { classes, dangers: [] })).toMatchObject({ ok: true, form: 'national', findings: [] })
    expect(nationalRows(itemsOf(again, classes), classes, municipalityCode('372013'))).toEqual(exported)
  })

  test('each is found by its name, and with any one character missing among the first ten', () => {
    const items = itemsOf(rows, CLASSES)
    const index = buildItemIndex(items)
    const missed = items.flatMap((item) => {
      const name = item.name.ja
      const typed = [...name].flatMap((_, at) => (name.length < 4 ? [] : [name.slice(0, at) + name.slice(at + 1)]))
      const isFound = (word: string, limit: number) => index.search(word, { limit }).some((hit) => hit.item === item)
      return [...(isFound(name, 3) ? [] : [name]), ...typed.filter((word) => !isFound(word, 10))]
    })
    expect(missed).toEqual([])
  })
})

describe.skipIf(!isThere)('a real collection calendar', async () => {
  const rows = isThere ? await sheetRows(CALENDAR) : []

  test('its eight areas, days in words, are read in the notation of 5374', () => {
    const { draft, findings } = readFiveThreeSevenFour({ 'area_days.csv': rows })
    expect(findings).toEqual([])
    expect(draft.districts).toHaveLength(8)
    expect(draft.districts.map(({ days }) => Object.values(days).join(','))).toEqual([
      '火 金,月2 月4,木1 木3,木2 木4,水',
      '月 木,金2 金4,火1 火3,火2 火4,水',
      '月 木,金1 金3,火2 火4,火1 火3,水',
      '火 金,月1 月3,木2 木4,木1 木3,水',
      '月 木,火2 火4,金1 金3,金2 金4,水',
      '月 木,火1 火3,金2 金4,金1 金3,水',
      '火 金,木1 木3,月2 月4,月1 月3,水',
      '火 金,木2 木4,月1 月3,月2 月4,水',
    ])
  })

  test('from which its days follow', () => {
    const [first] = readFiveThreeSevenFour({ 'area_days.csv': rows }).draft.districts
    const schedule = parseSchedule(first?.days['crushableGarbage'] ?? '')
    const [from, to] = [Temporal.PlainDate.from('2026-08-01'), Temporal.PlainDate.from('2026-08-31')]
    const days = schedule.ok ? collectionDays(schedule.value, { from, to, rests: [] }) : []
    expect(days.map(({ day }) => day.toString())).toEqual(['2026-08-10', '2026-08-24'])
  })
})

describe.skipIf(!isThere)('the files of 5374', () => {
  test('are read without a finding', () => {
    const { draft, findings } = readFiveThreeSevenFour({
      'area_days.csv': csvFile('area_days.csv'),
      'center.csv': csvFile('center.csv'),
      'description.csv': csvFile('description.csv'),
      'remarks.csv': csvFile('remarks.csv'),
    })
    expect(findings).toEqual([])
    expect(draft.districts).toEqual([
      {
        name: '片町',
        centre: '東部管理センター',
        days: { 燃やすごみ: '月 木', 燃やさないごみ: '水2', 資源: '火1 火3', びん: '水4' },
      },
    ])
    expect(
      draft.centres.map(({ name, rests }) => [
        name,
        rests.map(({ from, to }) => `${from.toString()} ${to.toString()}`),
      ]),
    ).toEqual([
      ['西部管理センター', ['2015-12-29 2016-01-03']],
      ['東部管理センター', ['2015-12-29 2016-01-03']],
    ])
    expect(draft.classes.map(({ colour }) => colour)).toEqual(['#733b96', '#77ae1f', '#ea3b13', '#2dc7aa'])
    expect(draft.remarks.map(({ number }) => number)).toEqual([1, 2])
  })

  test('its things have a letter of the index instead of a reading, and that is told', () => {
    const classes = classesNamed(['燃やさないごみ', '資源', '燃やすごみ', 'びん'])
    const reading = readItemRows(csvFile('target.csv'), { classes, dangers: [] })
    expect(reading).toMatchObject({
      ok: true,
      form: '5374',
      findings: [{ problem: 'only-initial', row: 2, column: 4 }],
    })
    expect(reading.ok && reading.drafts.map(({ reading, gaps }) => [reading, gaps.includes('reading')])).toEqual(
      Array.from({ length: 4 }, () => [null, true]),
    )
  })
})
