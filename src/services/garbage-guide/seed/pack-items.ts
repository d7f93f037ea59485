import type { Danger, Item, WasteClass, Way } from '../model.ts'
import { keyIn, readingIn, wordingIn } from './pack-frame.ts'
import { wrong, type PackRow } from './pack-rows.ts'

/** Columns that only the first row of a thing fills in. */
const OWN_COLUMNS = ['name', 'reading', 'aliases', 'nameYasashii', 'nameEn', 'namePt', 'danger'] as const

interface Known {
  readonly classes: readonly WasteClass[]
  readonly dangers: readonly Danger[]
}

/** One row for each way; a second way of a thing repeats its key and leaves the columns of its name blank. */
export function itemsIn(rows: readonly PackRow[], known: Known): Item[] {
  const places = new Map<string, string>()
  const items: Item[] = []
  for (const row of rows) {
    const key = keyIn(row)
    const last = items.at(-1)
    const isFurther = row.text('name') === ''
    if (isFurther && last?.key !== key) wrong(row.at, 'name', `is blank, but the row above is not of ${key}`)
    if (isFurther && last !== undefined) {
      refuseRepeated(row)
      items[items.length - 1] = { ...last, ways: [...last.ways, wayIn(row, known)] }
      continue
    }
    const earlier = places.get(key)
    if (earlier !== undefined) wrong(row.at, 'key', `${key} stands in ${earlier} already`)
    places.set(key, row.at)
    items.push(itemIn(key, row, known))
  }
  return items
}

function itemIn(key: string, row: PackRow, known: Known): Item {
  const danger = row.text('danger')
  if (danger !== '' && !known.dangers.some((one) => one.key === danger)) wrong(row.at, 'danger', `dangers.csv has no ${danger}`)
  return {
    key,
    name: wordingIn(row, 'name', 'filled'),
    reading: readingIn(row, 'reading'),
    aliases: row.text('aliases').split(';').map((alias) => alias.trim()).filter(Boolean),
    ways: [wayIn(row, known)],
    dangerKey: danger === '' ? null : danger,
  }
}

function wayIn(row: PackRow, { classes }: Known): Way {
  const classKey = row.filled('class')
  if (!classes.some(({ key }) => key === classKey)) wrong(row.at, 'class', `classes.csv has no ${classKey}`)
  return { classKey, size: wholeOrBlank(row, 'size'), note: wholeOrBlank(row, 'note') }
}

/** All four languages or none: a note that only some can read leaves the others in danger. */
function wholeOrBlank(row: PackRow, column: string): Way['size'] {
  return wordingIn(row, column, row.text(column) === '' && row.text(`${column}En`) === '' ? 'text' : 'filled')
}

function refuseRepeated(row: PackRow): void {
  const filled = OWN_COLUMNS.find((column) => row.text(column) !== '')
  if (filled !== undefined) wrong(row.at, filled, 'stands in the first row of the thing; leave it blank here')
}
