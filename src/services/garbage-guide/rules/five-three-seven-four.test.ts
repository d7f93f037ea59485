import { expect, test } from 'vitest'
import type { Centre, District, Wording } from '../model.ts'
import { writeFiveThreeSevenFour, type GarbageRules } from './five-three-seven-four.ts'
import { readFiveThreeSevenFour } from './five-three-seven-four-reading.ts'
import { INVENTED_CLASSES, INVENTED_ITEMS } from './invented-items.ts'
import { readItemRows } from './item-rows.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const wording = (ja: string): Wording => ({ ja, 'ja-x-yasashii': ja, en: ja, pt: ja })

const CENTRES: readonly Centre[] = [
  {
    key: 'west',
    name: wording('西の工場'),
    rests: [
      { from: day('2026-12-29'), to: day('2027-01-03') },
      { from: day('2027-05-03'), to: day('2027-05-05') },
    ],
  },
  { key: 'east', name: wording('東の工場'), rests: [] },
]
const DISTRICTS: readonly District[] = [
  {
    key: 'a',
    name: wording('上町'),
    reading: 'うえまち',
    towns: ['上町'],
    centreKey: 'west',
    days: { burnable: '月 木', pet: '火2 火4 *1' },
  },
  {
    key: 'b',
    name: wording('下町'),
    reading: 'したまち',
    towns: ['下町'],
    centreKey: null,
    days: { burnable: '火 金', hazardous: '金4:4 8 12', bulky: '20261210' },
  },
]
const RULES: GarbageRules = {
  classes: INVENTED_CLASSES,
  items: INVENTED_ITEMS,
  districts: DISTRICTS,
  centres: CENTRES,
  remarks: [{ number: 1, text: '一丁目は翌日' }],
}
const files = writeFiveThreeSevenFour(RULES)

test('what is written is read back, without a finding', () => {
  const { draft, findings } = readFiveThreeSevenFour(files)
  const nameOf = (key: string) => INVENTED_CLASSES.find((each) => each.key === key)?.name.ja ?? ''
  expect(findings).toEqual([])
  expect(draft.remarks).toEqual(RULES.remarks)
  expect(
    draft.centres.map(({ name, rests }) => [name, rests.map(({ from, to }) => `${from.toString()} ${to.toString()}`)]),
  ).toEqual([
    ['西の工場', ['2026-12-29 2027-01-03', '2027-05-03 2027-05-05']],
    ['東の工場', []],
  ])
  expect(draft.districts).toEqual(
    DISTRICTS.map(({ name, centreKey, days }) => ({
      name: name.ja,
      centre: CENTRES.find(({ key }) => key === centreKey)?.name.ja ?? null,
      days: Object.fromEntries(Object.entries(days).map(([key, notation]) => [nameOf(key), notation])),
    })),
  )
  expect(draft.classes.map(({ name }) => name)).not.toContain(nameOf('shop'))
  expect(draft.classes[0]).toEqual({ name: nameOf('pet'), how: '朝8時までに出す', colour: '#1a5fb4' })
})

test('headings, days and letters as 5374 has them', () => {
  expect(files['area_days.csv'][0]?.slice(0, 2)).toEqual(['地名', 'センター'])
  expect(files['center.csv'].slice(0, 2)).toEqual([
    ['名称', '休止開始日', '休止終了日'],
    ['西の工場', '2026/12/29', '2027/01/03'],
  ])
  expect(files['description.csv'][0]).toEqual(['label', 'sublabel', 'description', 'styles', 'bgcolor'])
  expect(files['target.csv'].find(([, name]) => name === '段ボール')).toEqual(['paperの類', '段ボール', '', 'た'])
})

test('the things of target.csv are read by the reader of sheets', () => {
  const reading = readItemRows(files['target.csv'], { classes: INVENTED_CLASSES, dangers: [] })
  expect(reading).toMatchObject({ ok: true, form: '5374' })
  expect(reading.ok && reading.drafts.map(({ name, ways }) => [name.ja, ways[0]?.classKey])).toEqual(
    INVENTED_ITEMS.map(({ name, ways }) => [name.ja, ways[0]?.classKey]),
  )
})

test('each cell that cannot be taken is named, the others are read', () => {
  const { draft, findings } = readFiveThreeSevenFour({
    'area_days.csv': [
      ['地名', 'センター（使わない場合は空白）', 'もえる', 'びん'],
      ['上町', '南の工場', '月 木', '毎日'],
      ['', '', '月', ''],
      ['下町', '', '毎週火・金曜日', '水2 *7'],
      ['下町', '', '月', ''],
      ['中町', '', null, ''],
    ],
    'center.csv': [
      ['名称', '休止開始日', '休止終了日'],
      ['西の工場', '12/29', '2027/02/29'],
      ['東の工場', '2027/1/3', '2026/12/29'],
      ['', '', ''],
    ],
    'description.csv': [['label'], ['もえる', '', '袋で', '', 'red'], ['', '', '説明だけ']],
    'remarks.csv': [
      ['ID', '注意事項'],
      ['一', 'x'],
      ['1', 'y'],
    ],
  })
  expect(findings.map(({ file, row, column, read, problem }) => [file, row, column, read, problem])).toEqual([
    ['remarks.csv', 2, 1, '一', 'not-a-number'],
    ['center.csv', 2, 2, '12/29', 'not-a-day'],
    ['center.csv', 2, 3, '2027/02/29', 'not-a-day'],
    ['center.csv', 3, 3, '2026/12/29', 'ends-before-it-begins'],
    ['description.csv', 2, 5, 'red', 'not-a-colour'],
    ['description.csv', 3, 1, '', 'no-name'],
    ['area_days.csv', 6, 3, '', 'formula'],
    ['area_days.csv', 2, 2, '南の工場', 'unknown-centre'],
    ['area_days.csv', 2, 4, '毎日', 'unreadable-part'],
    ['area_days.csv', 3, 1, '', 'no-name'],
    ['area_days.csv', 4, 4, '水2 *7', 'unknown-remark'],
    ['area_days.csv', 5, 1, '下町', 'said-before'],
  ])
  expect(draft.districts).toEqual([
    { name: '上町', centre: '南の工場', days: { もえる: '月 木' } },
    { name: '下町', centre: null, days: { もえる: '火 金', びん: '水2 *7' } },
    { name: '中町', centre: null, days: {} },
  ])
})

test('a sheet without a column of names is refused, no file at all is an empty draft', () => {
  expect(
    readFiveThreeSevenFour({
      'area_days.csv': [
        ['a', 'b'],
        ['c', '月'],
      ],
    }).findings,
  ).toMatchObject([{ problem: 'no-heading' }])
  expect(readFiveThreeSevenFour({})).toEqual({
    draft: { districts: [], centres: [], classes: [], remarks: [] },
    findings: [],
  })
})
