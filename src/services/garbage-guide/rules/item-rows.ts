import { LANGUAGES } from '#kernel/text/text.ts'
import type { Language } from '#kernel/text/text.ts'
import { isReading, toFullWidthKana, toHiragana } from '#kernel/values/kana.ts'
import { foldForComparison } from '#kernel/values/text-forms.ts'
import type { Item, Wording } from '../model.ts'
import {
  findColumns,
  OWN_COLUMNS,
  type HeadingRefusal,
  type SheetColumns,
  type SheetForm,
  type SheetRows,
} from './item-columns.ts'
import { readCells, type CellFinding, type DraftWay, type ItemCells, type KnownWords } from './item-cells.ts'

/** What a sheet says of one thing. What it leaves out is missing here and listed in `gaps`; nothing is invented. */
export interface ItemDraft {
  /** Rows of the sheet it was read from, counted from 1. */
  readonly rows: readonly number[]
  /** As given; null where the sheet has none. */
  readonly key: string | null
  readonly name: Partial<Wording> & { readonly ja: string }
  /** Hiragana, or null. */
  readonly reading: string | null
  readonly aliases: readonly string[]
  readonly ways: readonly DraftWay[]
  readonly dangerKey: string | null
  readonly gaps: readonly ItemGap[]
}

export type ItemGap = 'key' | 'reading' | `${'name' | 'size' | 'note'}-${Exclude<Language, 'ja'>}`

export type SheetRefusal = HeadingRefusal | 'no-rows' | 'too-many-rows' | 'too-many-columns'

export type ItemRowsReading =
  | {
      readonly ok: true
      readonly form: SheetForm
      /** The headings as the sheet has them, for messages about its cells. */
      readonly headings: readonly string[]
      /** Where the sheet keeps what, counted from 0. */
      readonly columns: SheetColumns['columns']
      readonly drafts: readonly ItemDraft[]
      readonly findings: readonly CellFinding[]
    }
  /** Row and column counted from 1. */
  | {
      readonly ok: false
      readonly reason: SheetRefusal
      readonly row: number
      readonly column: number
      readonly read: string
    }

/** A city has some hundred things, a big one a few thousand. */
export const ITEM_SHEET_LIMITS = { rows: 20_000, columns: 200 } as const

/**
 * Reads a spreadsheet of staff or an open data file. A row of which any cell is wrong gives no draft but findings that
 * say where, what was read and what to write instead; the other rows are read all the same. Blank rows are left out.
 */
export function readItemRows(rows: SheetRows, known: KnownWords): ItemRowsReading {
  if (rows.length > ITEM_SHEET_LIMITS.rows) return refusedAt('too-many-rows', rows.length, 1)
  const wide = rows.findIndex((row) => row.length > ITEM_SHEET_LIMITS.columns)
  if (wide >= 0) return refusedAt('too-many-columns', wide + 1, ITEM_SHEET_LIMITS.columns + 1)
  if (!rows.some((row) => row.some((cell) => cell === null || cell.trim() !== ''))) return refusedAt('no-rows', 1, 1)
  const columns = findColumns(rows)
  if (!columns.ok) return columns
  const { cells, findings } = readCells(rows, columns.value, known)
  const joined = joinWays(cells, columns.value)
  return {
    ok: true,
    form: columns.value.form,
    headings: columns.value.headings,
    columns: columns.value.columns,
    drafts: joined.drafts,
    findings: [...findings, ...joined.findings].sort((one, other) => one.row - other.row || one.column - other.column),
  }
}

function refusedAt(reason: SheetRefusal, row: number, column: number): ItemRowsReading {
  return { ok: false, reason, row, column, read: '' }
}

interface DraftInWork extends ItemCells {
  readonly rows: number[]
  readonly ways: DraftWay[]
}

/**
 * Several rows of one thing become its ways: in our own sheets by the key repeated, elsewhere by the same name with
 * another class. The same name with the same class is one row too many.
 */
function joinWays(cells: readonly ItemCells[], { form, columns }: SheetColumns) {
  const byKey = new Map<string, DraftInWork>()
  const byName = new Map<string, DraftInWork>()
  const findings: CellFinding[] = []
  const all: DraftInWork[] = []
  for (const row of cells) {
    const [sameKey, sameName] = [byKey.get(row.key ?? ''), byName.get(nameFold(row))]
    const problem = wayProblem(row, form, sameKey, sameName)
    const column = columns.get(sameKey ? 'key' : 'name') ?? 0
    const read = sameKey ? (row.key ?? '') : (row.name.ja ?? '')
    const earlier = sameKey ?? sameName
    const finding = { row: row.row, column: column + 1, read, proposed: null, sameAsRow: earlier?.row ?? null }
    if (problem !== null) findings.push({ ...finding, weight: problem === 'second-way' ? 'notice' : 'error', problem })
    if (problem !== null && problem !== 'second-way') continue
    if (earlier) {
      earlier.rows.push(row.row)
      earlier.ways.push(row.way)
      continue
    }
    const draft: DraftInWork = { ...row, rows: [row.row], ways: [row.way] }
    if (row.key !== null) byKey.set(row.key, draft)
    byName.set(nameFold(row), draft)
    all.push(draft)
  }
  return { drafts: all.map(draftOf), findings }
}

function wayProblem(
  row: ItemCells,
  form: SheetForm,
  sameKey?: DraftInWork,
  sameName?: DraftInWork,
): CellFinding['problem'] | null {
  if (sameKey && row.name.ja !== undefined && nameFold(sameKey) !== nameFold(row)) return 'key-twice'
  const earlier = sameKey ?? sameName
  if (!earlier) return row.name.ja === undefined ? 'no-name' : null
  const isSaid = earlier.ways.some(
    ({ classKey, size }) => classKey === row.way.classKey && (size.ja ?? '') === (row.way.size.ja ?? ''),
  )
  if (isSaid) return 'said-before'
  if (sameKey) return null
  return form === 'own' ? 'name-twice' : 'second-way'
}

function nameFold({ name }: Pick<ItemCells, 'name'>): string {
  return name.ja === undefined ? '' : foldForComparison(name.ja)
}

const OTHER_LANGUAGES = ['ja-x-yasashii', 'en', 'pt'] as const

function draftOf({ rows, key, name, reading, aliases, ways, dangerKey }: DraftInWork): ItemDraft {
  const missingIn = (part: 'name' | 'size' | 'note', wording: Partial<Wording>): ItemGap[] =>
    wording.ja === undefined
      ? []
      : OTHER_LANGUAGES.filter((each) => wording[each] === undefined).map((each) => `${part}-${each}` as const)
  const gaps: ItemGap[] = [
    ...(key === null ? ['key' as const] : []),
    ...(reading === null ? ['reading' as const] : []),
    ...missingIn('name', name),
    ...ways.flatMap(({ size, note }) => [...missingIn('size', size), ...missingIn('note', note)]),
  ]
  const named = { ...name, ja: name.ja ?? '' }
  return { rows, key, name: named, reading, aliases, ways, dangerKey, gaps: [...new Set(gaps)] }
}

/**
 * The draft as an item. Key and reading must be there, from the sheet or from `given`; a language that the sheet leaves
 * out says the Japanese words until staff translate them, as `gaps` tells. Null while key or reading is missing.
 */
export function itemOf(
  draft: ItemDraft,
  given: { readonly key?: string; readonly reading?: string } = {},
): Item | null {
  const [key, reading] = [draft.key ?? given.key, draft.reading ?? given.reading]
  if (key === undefined || reading === undefined) return null
  const { name, aliases, ways, dangerKey } = draft
  const filledWays = ways.map(({ classKey, size, note }) => ({ classKey, size: filled(size), note: filled(note) }))
  return { key, name: filled(name), reading, aliases, ways: filledWays, dangerKey }
}

/**
 * The reading of a name that is kana throughout, what stands in brackets left out (タオル（布製） is たおる); null for every
 * other name. To be proposed to staff, who know better.
 */
export function proposedReading(name: string): string | null {
  const plain = toHiragana(toFullWidthKana(name.replace(/[(（][^()（）]*[)）]/g, ''))).replace(/[・\s]/g, '')
  return isReading(plain) ? plain : null
}

/** A language that nobody wrote says it in Japanese. */
function filled(written: Partial<Wording>): Wording {
  const japanese = written.ja ?? ''
  return Object.fromEntries(LANGUAGES.map((language) => [language, written[language] ?? japanese])) as Wording
}

/** Items as rows of our own columns, heading first: what staff download, alter and give back. */
export function ownRows(items: readonly Item[]): readonly (readonly string[])[] {
  const rows = items.flatMap(({ key, name, reading, aliases, ways, dangerKey }) =>
    ways.map(({ classKey, size, note }, index) => {
      const isFirst = index === 0
      const named = isFirst ? [name.ja, reading, aliases.join(';'), ...others(name)] : ['', '', '', '', '', '']
      const danger = isFirst ? (dangerKey ?? '') : ''
      return [key, ...named, classKey, size.ja, ...others(size), note.ja, ...others(note), danger]
    }),
  )
  return [OWN_COLUMNS, ...rows]
}

function others(wording: Wording): readonly string[] {
  return OTHER_LANGUAGES.map((language) => wording[language])
}
