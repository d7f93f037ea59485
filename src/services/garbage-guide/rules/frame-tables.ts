import type { WasteClass } from '../model.ts'
import { DAYS_PREFIX, type Cells } from './frame-cells.ts'
import { wordFold } from './known-words.ts'

/** A row of a table; `at` is where whoever made the table finds it. */
export interface TableCells<Place> {
  readonly at: Place
  readonly cells: Cells
}

/** Columns of districts.csv that are no days. */
const DISTRICT_COLUMNS = ['key', 'name', 'nameYasashii', 'nameEn', 'namePt', 'reading', 'centre', 'towns']

/** What a table of each kind holds, beside a column of days for each class in that of districts. */
export const TABLE_COLUMNS = {
  class: ['key', 'name', 'nameYasashii', 'nameEn', 'namePt', 'how', 'howYasashii', 'howEn', 'howPt', 'colour', 'isCollected'],
  danger: ['key', 'title', 'titleYasashii', 'titleEn', 'titlePt', 'body', 'bodyYasashii', 'bodyEn', 'bodyPt'],
  centre: ['key', 'name', 'nameYasashii', 'nameEn', 'namePt', 'onHoliday', 'restFrom', 'restTo', 'restRule'],
  district: DISTRICT_COLUMNS,
} as const satisfies Record<string, readonly string[]>

/** In the table of districts a class stands as a column of its own, under its key or its Japanese name. */
export function districtCellsIn(row: Cells, classes: readonly WasteClass[]): { readonly cells: Cells; readonly unknown: readonly string[] } {
  const unknown: string[] = []
  const cells = Object.entries(row).flatMap(([column, text]) => {
    if (DISTRICT_COLUMNS.includes(column)) return [[column, text] as const]
    const found = classes.find(({ key, name }) => key === column || wordFold(name.ja) === wordFold(column))
    if (found === undefined) unknown.push(column)
    return found === undefined ? [] : [[`${DAYS_PREFIX}${found.key}`, text] as const]
  })
  return { cells: Object.fromEntries(cells), unknown }
}

/** One row for each rest: further rests of a centre repeat its key and leave its own columns blank. */
export function centreCellsIn<Place>(rows: readonly TableCells<Place>[]): readonly (TableCells<Place> & { readonly places: readonly Place[] })[] {
  const centres = new Map<string, { at: Place; cells: Record<string, string>; places: Place[] }>()
  for (const { at, cells } of rows) {
    const { restFrom = '', restTo = '', restRule = '', ...own } = cells
    const key = (own.key ?? '').trim()
    const known = centres.get(key)
    // A second row with a name is another centre under the same key: left for its reader to refuse.
    const isFurther = known !== undefined && (own.name ?? '').trim() === ''
    const centre = isFurther ? known : { at, cells: { ...own }, places: [] }
    if (!isFurther) centres.set(known === undefined ? key : `${key} ${centres.size}`, centre)
    const index = centre.places.length
    Object.assign(centre.cells, { [`restFrom.${index}`]: restFrom, [`restTo.${index}`]: restTo, [`restRule.${index}`]: restRule })
    centre.places.push(at)
  }
  return [...centres.values()]
}
