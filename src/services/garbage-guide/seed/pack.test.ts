import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cityIn } from '#kernel/city/city.ts'
import { ASAHI, KAMEYAMA } from '../../../testing.ts'
import { readGuidePack } from './pack.ts'

describe.each([['kameyama', KAMEYAMA, 600], ['asahi', ASAHI, 30]])('the guide of %s', (_, folder, fewest) => {
  const pack = readGuidePack(cityIn(folder))!

  test('is read whole', () => {
    expect(pack.items.length).toBeGreaterThanOrEqual(fewest)
    expect(pack.districts.length).toBeGreaterThanOrEqual(3)
  })

  test('has a class for every way and a use for every class', () => {
    const used = new Set(pack.items.flatMap(({ ways }) => ways.map(({ classKey }) => classKey)))
    expect(pack.classes.map(({ key }) => key).filter((key) => !used.has(key))).toEqual([])
  })

  test('names in every language what the other languages name', () => {
    const half = pack.items.filter(({ name }) => Object.values(name).some((word) => word === ''))
    expect(half.map(({ key }) => key)).toEqual([])
  })
})

describe('a mistake in a file is named with its file, row and column', () => {
  let folder: string
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'tsunagu-garbage-')), 'asahi')
    cpSync(ASAHI, folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test.each([
    ['a pale colour', 'classes.csv', '#b3261e', '#ffcccc', 'garbage/classes.csv row 2, column colour: #ffcccc has a contrast of'],
    ['a class that is neither', 'classes.csv', '#b3261e,true', '#b3261e,yes', 'row 2, column isCollected: “yes” is neither true nor false'],
    ['a class twice', 'classes.csv', 'unburnable,', 'burnable,', 'row 3, column key: burnable stands in an earlier row already'],
    ['a day that is none', 'districts.csv', '月 木', '月 水9', 'garbage/districts.csv row 2, column burnable: “水9”: a month has weeks 1 to 5'],
    ['a town nobody knows', 'districts.csv', '大字縄生', '大字縄', 'column towns: The city has no town 大字縄;'],
    ['a town left out', 'districts.csv', '大字縄生;', '', 'column towns: no district holds 大字縄生'],
    ['a town in two districts', 'districts.csv', '向陽台一丁目;', '大字縄生;向陽台一丁目;', 'column towns: 大字縄生 stands in 小向・縄生地区 already'],
    ['a centre nobody knows', 'districts.csv', ',clean,', ',dirty,', 'column centre: There is no centre dirty'],
    ['a rest that ends before it begins', 'centres.csv', '2026-12-31,2027-01-03', '2026-12-31,2026-01-03', 'row 2, column restTo: This lies before the first day'],
    ['a rule nobody knows', 'centres.csv', 'next-week', 'sometimes', 'column onHoliday: “sometimes” is none of collect, drop'],
    ['a day of no calendar', 'centres.csv', '2026-12-31', '2026-12-32', 'column restFrom: “2026-12-32” is no day'],
    ['an item in no class', 'items.csv', ',unburnable,', ',unknown,', 'garbage/items.csv row 2, column class: classes.csv has no unknown'],
    ['a reading in kanji', 'items.csv', '傘,かさ', '傘,傘', 'row 2, column reading: “傘” is not hiragana only'],
    ['a danger nobody knows', 'items.csv', ',lithium', ',lithiums', 'column danger: dangers.csv has no lithiums'],
    ['a further way that belongs to nothing', 'items.csv', 'pan,,,,,,', 'pen,,,,,,', 'column name: is blank, but the row above is not of pen'],
    ['a note in one language only', 'items.csv', 'ひもで まいて ください。', '', 'row 2, column noteYasashii: is blank'],
    ['a missing column', 'items.csv', 'key,name,reading', 'key,name,read', 'the column reading is missing'],
  ])('%s', (_, file, from, to, words) => {
    const path = join(folder, 'garbage', file)
    const before = readFileSync(path, 'utf8')
    const after = before.replace(from, to)
    expect(after, 'the mistake must really be there').not.toBe(before)
    writeFileSync(path, after)
    expect(() => readGuidePack(cityIn(folder))).toThrow(words)
  })

  test('a city without a guide has none', () => {
    rmSync(join(folder, 'garbage'), { recursive: true })
    expect(readGuidePack(cityIn(folder))).toBeUndefined()
  })
})
