import { GOJUON_ROWS, gojuonRowOf, readingSortKey, type GojuonRow } from '#kernel/values/kana.ts'
import type { Item } from '../model.ts'

/** Under which letter of the index a thing stands; 他 for what has no reading in kana. */
export type SoundRow = GojuonRow | '他'
export const SOUND_ROWS: readonly SoundRow[] = [...GOJUON_ROWS, '他']

export interface SoundGroup {
  readonly row: SoundRow
  /** In the order of their readings (JIS X 4061), then of their keys. */
  readonly items: readonly Item[]
}

/** が stands under か, ん under わ, as in every printed index. */
export function rowOf(reading: string): SoundRow {
  return gojuonRowOf(reading) ?? '他'
}

/** The rows that have things, in the order あ か さ …, 他 last. */
export function groupBySound(items: readonly Item[]): readonly SoundGroup[] {
  const sorted = sortByReading(items)
  return SOUND_ROWS.map((row) => ({ row, items: sorted.filter(({ reading }) => rowOf(reading) === row) })).filter(
    ({ items }) => items.length > 0,
  )
}

/** The order of every list of things: by reading, and by key where readings are equal. */
export function sortByReading(items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, sortKey: readingSortKey(item.reading) }))
    .sort((one, other) => compareText(one.sortKey, other.sortKey) || compareText(one.item.key, other.item.key))
    .map(({ item }) => item)
}

/** By code units, so that the order is the same on every machine. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
