import type { MunicipalityCode } from '#kernel/values/municipality-code.ts'
import { InvalidValue } from '#kernel/values/invalid-value.ts'
import type { Item, WasteClass } from '../model.ts'
import { printedName, wayId } from './ways-of-rows.ts'

/** What every heading of the open data set ごみの分別方法 (自治体標準オープンデータセット) begins with. */
export const NATIONAL_PREFIX = 'ごみの分別方法_'

export const NATIONAL_COLUMNS = [
  `${NATIONAL_PREFIX}全国地方公共団体コード`,
  `${NATIONAL_PREFIX}ID`,
  `${NATIONAL_PREFIX}品目`,
  `${NATIONAL_PREFIX}分別区分`,
  `${NATIONAL_PREFIX}注意点`,
] as const

/**
 * One row for each way of each item, heading first, in the order given. The standard knows one class for each name, so
 * a way for a size is a row of its own, 品目 with the size in brackets and ID with a number. It has no column for
 * readings, other words and other languages. Throws `InvalidValue` for a class that is not among `classes`.
 */
export function nationalRows(
  items: readonly Item[],
  classes: readonly WasteClass[],
  municipality: MunicipalityCode,
): readonly (readonly string[])[] {
  const classNames = new Map(classes.map(({ key, name }) => [key, name.ja]))
  const rows = items.flatMap((item) =>
    item.ways.map((way, index) => {
      const { classKey, note } = way
      const className = classNames.get(classKey)
      if (className === undefined) {
        throw new InvalidValue('item', classKey, 'unknown-class', 'Give all classes that the items are in.')
      }
      return [municipality, wayId(item.key, index), printedName(item, way), className, note.ja]
    }),
  )
  return [NATIONAL_COLUMNS, ...rows]
}
