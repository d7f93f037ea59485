import { readingSortKey } from '#kernel/values/kana.ts'
import type { Centre, District, Item, WasteClass } from '../model.ts'
import { printedName } from './ways-of-rows.ts'

/**
 * The five files of 5374 (github.com/codeforkanazawa-org/5374, folder data), the form in which many cities give their
 * collection days to others. They know Japanese only, a class per name, and rests that move everything by a week.
 */
export const FIVE_THREE_SEVEN_FOUR_FILES = [
  'area_days.csv',
  'center.csv',
  'description.csv',
  'remarks.csv',
  'target.csv',
] as const
export type FiveThreeSevenFourFile = (typeof FIVE_THREE_SEVEN_FOUR_FILES)[number]

export type Rows = readonly (readonly string[])[]

/** A remark that a schedule points to as `*1`. */
export interface Remark {
  readonly number: number
  readonly text: string
}

export interface GarbageRules {
  readonly classes: readonly WasteClass[]
  readonly items: readonly Item[]
  readonly districts: readonly District[]
  readonly centres: readonly Centre[]
  readonly remarks: readonly Remark[]
}

/** The files as rows with their headings, to be written with `writeCsv` of capability documents. */
export function writeFiveThreeSevenFour(rules: GarbageRules): Readonly<Record<FiveThreeSevenFourFile, Rows>> {
  const { classes, centres } = rules
  const collected = classes.filter(({ isCollected }) => isCollected)
  const centreNames = new Map(centres.map(({ key, name }) => [key, name.ja]))
  return {
    'area_days.csv': [
      ['地名', 'センター', ...collected.map(({ name }) => name.ja)],
      ...rules.districts.map(({ name, centreKey, days }) => [
        name.ja,
        centreNames.get(centreKey ?? '') ?? '',
        ...collected.map(({ key }) => days[key] ?? ''),
      ]),
    ],
    'center.csv': [['名称', '休止開始日', '休止終了日'], ...centres.flatMap(restRows)],
    'description.csv': [
      ['label', 'sublabel', 'description', 'styles', 'bgcolor'],
      ...collected.map(({ name, how, colour }) => [name.ja, '', how.ja, '', colour]),
    ],
    'remarks.csv': [['ID', '注意事項'], ...rules.remarks.map(({ number, text }) => [String(number), text])],
    'target.csv': [['label', 'name', 'notice', 'furigana'], ...targetRows(rules)],
  }
}

function restRows({ name, rests }: Centre): Rows {
  if (rests.length === 0) return [[name.ja, '', '']]
  return rests.map(({ from, to }) => [name.ja, printDay(from), printDay(to)])
}

function printDay(day: Temporal.PlainDate): string {
  return day.toString().replaceAll('-', '/')
}

function targetRows({ items, classes }: GarbageRules): Rows {
  const classNames = new Map(classes.map(({ key, name }) => [key, name.ja]))
  return items.flatMap((item) =>
    item.ways.map((way) => [
      classNames.get(way.classKey) ?? way.classKey,
      printedName(item, way),
      way.note.ja,
      // The letter of the index under which its pages list a thing: か for がびょう.
      readingSortKey(item.reading).charAt(0),
    ]),
  )
}
