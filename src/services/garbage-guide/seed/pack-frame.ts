import type { Language } from '#kernel/text/text.ts'
import type { Centre, Danger, District, WasteClass, Wording } from '../model.ts'
import { REST_RULES, type Rest, type RestRule } from '../rules/rests.ts'
import { parseSchedule } from '../rules/schedule.ts'
import type { WorkingCentre } from '../store/guide.ts'
import { wrong, type PackRow } from './pack-rows.ts'

/** Ending of a column's name for each language, as in all tables of a city. */
const COLUMN_ENDINGS: readonly (readonly [Language, string])[] = [['ja', ''], ['ja-x-yasashii', 'Yasashii'], ['en', 'En'], ['pt', 'Pt']]

/** WCAG 2.2, 1.4.3: text and the sign beside it must be told apart from white paper. */
const LOWEST_CONTRAST = 4.5

export function classesIn(rows: readonly PackRow[]): WasteClass[] {
  refuseTwice(rows)
  return rows.map((row) => ({
    key: keyIn(row),
    name: wordingIn(row, 'name', 'filled'),
    how: wordingIn(row, 'how', 'filled'),
    colour: colourIn(row),
    isCollected: yesOrNo(row, 'isCollected'),
  }))
}

export function dangersIn(rows: readonly PackRow[]): Danger[] {
  refuseTwice(rows)
  return rows.map((row) => ({ key: keyIn(row), title: wordingIn(row, 'title', 'filled'), body: wordingIn(row, 'body', 'filled') }))
}

/** One row for each rest; further rests of a centre repeat its key and leave the name blank. */
export function centresIn(rows: readonly PackRow[]): WorkingCentre[] {
  const byKey = Map.groupBy(rows, keyIn)
  return [...byKey].map(([key, [first, ...further]]) => {
    const row = first as PackRow
    for (const again of further) {
      if (again.text('name') !== '') wrong(again.at, 'name', `the centre ${key} has its name in ${row.at}; leave this one blank`)
    }
    const name: Centre['name'] = wordingIn(row, 'name', 'filled')
    return { key, name, onHoliday: onHolidayIn(row), rests: [row, ...further].flatMap(restIn) }
  })
}

function restIn(row: PackRow): Rest[] {
  if (row.text('restFrom') === '' && row.text('restTo') === '') return []
  const from = dayIn(row, 'restFrom')
  const to = dayIn(row, 'restTo')
  if (Temporal.PlainDate.compare(from, to) > 0) wrong(row.at, 'restTo', 'lies before restFrom')
  const rule = row.text('restRule')
  if (!isRestRule(rule)) wrong(row.at, 'restRule', `“${rule}” is none of ${REST_RULES.join(', ')}`)
  return [{ from, to, rule }]
}

function onHolidayIn(row: PackRow): WorkingCentre['onHoliday'] {
  const rule = row.text('onHoliday')
  return rule === 'collect' || isRestRule(rule) ? rule : wrong(row.at, 'onHoliday', `“${rule}” is none of collect, ${REST_RULES.join(', ')}`)
}

function isRestRule(text: string): text is RestRule {
  return (REST_RULES as readonly string[]).includes(text)
}

interface Frame {
  readonly classes: readonly WasteClass[]
  readonly centres: readonly Centre[]
  /** The city's list of towns; each lies in exactly one district. */
  readonly towns: readonly string[]
}

export function districtsIn(rows: readonly PackRow[], { classes, centres, towns }: Frame): District[] {
  refuseTwice(rows)
  const owners = new Map<string, string>()
  const districts = rows.map((row): District => {
    const centre = row.text('centre')
    if (centre !== '' && !centres.some(({ key }) => key === centre)) wrong(row.at, 'centre', `centres.csv has no ${centre}`)
    return {
      key: keyIn(row),
      name: wordingIn(row, 'name', 'filled'),
      reading: readingIn(row, 'reading'),
      towns: townsIn(row, towns, owners),
      centreKey: centre === '' ? null : centre,
      days: Object.fromEntries(classes.filter(({ isCollected }) => isCollected).map(({ key }) => [key, daysIn(row, key)])),
    }
  })
  const left = towns.filter((town) => !owners.has(town))
  if (left.length > 0) wrong('garbage/districts.csv', 'towns', `no district holds ${left.join('、')}`)
  return districts
}

function townsIn(row: PackRow, known: readonly string[], owners: Map<string, string>): string[] {
  const own = row.filled('towns').split(';').map((town) => town.trim()).filter(Boolean)
  for (const town of own) {
    if (!known.includes(town)) wrong(row.at, 'towns', `towns.csv has no ${town}`)
    const other = owners.get(town)
    if (other !== undefined) wrong(row.at, 'towns', `${town} stands in ${other} already`)
    owners.set(town, row.at)
  }
  return own
}

function daysIn(row: PackRow, classKey: string): string {
  const text = row.filled(classKey)
  const read = parseSchedule(text)
  if (!read.ok) wrong(row.at, classKey, `“${read.part}” is no collection day (${read.reason}); write e.g. 月 木 or 水1 水3 or 土2:4 6 8`)
  return text
}

export function wordingIn(row: PackRow, column: string, take: 'text' | 'filled'): Wording {
  return Object.fromEntries(COLUMN_ENDINGS.map(([language, ending]) => [language, row[take](column + ending)])) as unknown as Wording
}

export function keyIn(row: PackRow): string {
  const key = row.filled('key')
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key) ? key : wrong(row.at, 'key', `“${key}” is not made of small letters, figures and hyphens`)
}

/** Hiragana, with the long mark; what the index of the fifty sounds can place. */
export function readingIn(row: PackRow, column: string): string {
  const reading = row.filled(column)
  return /^[\p{Script=Hiragana}ー・]+$/u.test(reading) ? reading : wrong(row.at, column, `“${reading}” is not hiragana only`)
}

function colourIn(row: PackRow): string {
  const colour = row.filled('colour')
  if (!/^#[0-9a-f]{6}$/.test(colour)) wrong(row.at, 'colour', `“${colour}” is not written as #rrggbb`)
  const contrast = contrastToWhite(colour)
  return contrast >= LOWEST_CONTRAST ? colour : wrong(row.at, 'colour', `${colour} has a contrast of ${contrast.toFixed(1)} to white; ${LOWEST_CONTRAST} or more is needed`)
}

/** WCAG 2.2, “contrast ratio” and “relative luminance”. */
function contrastToWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function dayIn(row: PackRow, column: string): Temporal.PlainDate {
  const text = row.filled(column)
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    // Not a day of the calendar: told below like any other text.
  }
  return wrong(row.at, column, `“${text}” is no day written as YYYY-MM-DD`)
}

function yesOrNo(row: PackRow, column: string): boolean {
  const text = row.filled(column)
  return text === 'true' || (text === 'false' ? false : wrong(row.at, column, `“${text}” is neither true nor false`))
}

function refuseTwice(rows: readonly PackRow[]): void {
  const seen = new Map<string, string>()
  for (const row of rows) {
    const key = keyIn(row)
    const earlier = seen.get(key)
    if (earlier !== undefined) wrong(row.at, 'key', `${key} stands in ${earlier} already`)
    seen.set(key, row.at)
  }
}
