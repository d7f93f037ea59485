import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'

/**
 * Files and items in which the register leaves for another system and comes back without loss. The form is that of the
 * 基本データリスト (UTF-8, RFC 4180, an id, a length and codes for every item); the ids are this program's own, and nobody has
 * tested it against the published lists, so it claims no conformance.
 */
export const STANDARD_LAYOUT = {
  version: '2026-11',
  since: Temporal.PlainDate.from('2026-11-01'),
  likeness: 'データ要件・連携要件 全体版 10.1 (2026-03-18) の基本データリストの形式にならう',
  conformance: '適合を表明するものではない (no conformance is claimed)',
} as const

export type ItemType = 'key' | 'keys' | 'text' | 'number' | 'date' | 'instant' | 'flag' | 'json'

export interface StandardItem {
  readonly id: string
  readonly name: string
  readonly column: string
  readonly type: ItemType
  /** Most characters. */
  readonly length: number
  readonly isRequired: boolean
  /** Our word → code in the file; null where the item has no codes. */
  readonly codes: ReadonlyMap<string, string> | null
  /** File in whose first item the value must stand. */
  readonly refersTo: string | null
  readonly isKey: boolean
}

export interface StandardFile {
  /** Three digits; the file's name is these and `.csv`. */
  readonly number: string
  readonly table: string
  readonly items: readonly StandardItem[]
  /** What happened to something may have happened twice in one instant. */
  readonly hasUniqueKeys: boolean
}

/** In the order in which they are taken in: what is referred to comes first. */
export const STANDARD_FILES: readonly StandardFile[] = read(join(import.meta.dirname, '..', 'api', 'standard-set-layout.csv'))

/** Describes the set: layout, city, and rows and fingerprint of each file. */
export const SET_FILE = '000.csv'

function read(path: string): StandardFile[] {
  const rows = parseCsv(readFileSync(path), { columns: true, bom: true }) as Readonly<Record<string, string>>[]
  return [...Map.groupBy(rows, (row) => row.file ?? '')].map(([number, own]) => ({
    number, table: own[0]?.table ?? '', items: own.map(itemOf), hasUniqueKeys: !(own[0]?.table ?? '').endsWith('_step'),
  }))
}

function itemOf(row: Readonly<Record<string, string>>): StandardItem {
  const pairs = (row.codes ?? '').split(';').filter((pair) => pair !== '').map((pair) => pair.split('=') as [string, string])
  return {
    id: row.itemId ?? '', name: row.item ?? '', column: row.column ?? '', type: row.type as ItemType, length: Number(row.length), isRequired: row.isRequired === '1',
    codes: pairs.length === 0 ? null : new Map(pairs), refersTo: row.refersTo || null, isKey: row.isKey === '1',
  }
}
