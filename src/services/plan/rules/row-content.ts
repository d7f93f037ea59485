import { traitsOf } from '#capabilities/imports/reading/profiles.ts'
import { isWrapped } from '#capabilities/imports/reading/wrapping.ts'
import type { FiscalYearNumber, Owner } from '../model.ts'
import { type ColumnKey, TEXT_COLUMNS, type TextColumn } from './columns.ts'
import type { Entry } from './entry.ts'
import type { FieldPath } from './fields.ts'
import type { Doubts } from './question.ts'
import type { ReadingContext } from './reading-context.ts'
import { readRowMarks } from './row-marks.ts'
import { readRowOwners } from './row-owners.ts'
import { type CellPlace, placeOfSlot, readCellText } from './row-text.ts'
import type { Slot } from './rows.ts'
import type { CopyMarks } from './year-line.ts'

/** A value of one row; `isGiven` is false where the row says nothing and another listing may speak for it. */
export interface Given<Value> {
  readonly value: Value
  readonly isGiven: boolean
  readonly slot: Slot | null
}

export interface YearValue {
  readonly planned: Given<string | null>
  readonly note: Given<string>
}

/** A column that a row lacks: asked about once it is known whether another listing fills it. */
export interface Absence {
  readonly key: ColumnKey
  readonly how: 'lost' | 'blank' | 'mark'
  readonly place: CellPlace
  /** Nothing is missing unless another listing fills it: sections without groups leave the column blank. */
  readonly isExpected?: boolean
}

/** What one row says about its project. */
export interface RowContent {
  readonly entry: Entry
  readonly name: Given<string>
  readonly texts: Readonly<Record<TextColumn, Given<string>>>
  readonly years: ReadonlyMap<FiscalYearNumber, YearValue>
  readonly achievement: Given<string | null>
  readonly owners: Given<readonly Owner[]>
  readonly absences: readonly Absence[]
}

export function textField(projectKey: string, key: TextColumn): FieldPath {
  return key === 'purpose' || key === 'outline'
    ? `projects/${projectKey}/${key}`
    : `projects/${projectKey}/sheet/${key}`
}

/** Reads the cells of one row, asks about each that is odd, and notes what the row lacks. */
export function readRowContent(
  entry: Entry,
  projectKey: string,
  copy: CopyMarks | null,
  context: ReadingContext,
): RowContent {
  const absences: Absence[] = []
  const name = readName(entry, projectKey, context, absences)
  const texts = readTexts(entry, projectKey, context, absences)
  const marks = readRowMarks(entry, projectKey, copy, context, absences)
  const owners = readRowOwners(entry, projectKey, context, absences)
  doubtRow(entry, absences, context)
  return { entry, name, texts, ...marks, owners, absences }
}

function readName(entry: Entry, projectKey: string, context: ReadingContext, absences: Absence[]): Given<string> {
  const slot = entry.row.slots.get('name')
  const field = `projects/${projectKey}/name` as const
  if (!slot) return { value: entry.name, isGiven: entry.name !== '', slot: null }
  const place = placeOfSlot(slot, entry.row.raw.line, entry.number, field)
  if (entry.name === '') {
    absences.push({ key: 'name', how: slot.state === 'lost' ? 'lost' : 'blank', place })
    return { value: '', isGiven: false, slot }
  }
  const text = readCellText(slot, place, 'name', context.doubts)
  if (/[①-⑳].*[①-⑳]/su.test(text)) context.doubts.add({ ...place, kind: 'numbered-parts' })
  return { value: entry.name, isGiven: true, slot }
}

function readTexts(
  entry: Entry,
  projectKey: string,
  context: ReadingContext,
  absences: Absence[],
): Record<TextColumn, Given<string>> {
  const slots = TEXT_COLUMNS.map((key) => entry.row.slots.get(key))
  const isWrappedRow = slots.filter((slot) => slot && isWrapped(slot.text)).length >= 2
  const texts = TEXT_COLUMNS.map((key, index) => {
    const slot = slots[index]
    if (!slot) return [key, { value: '', isGiven: false, slot: null }] as const
    return [key, readText(entry, key, slot, textField(projectKey, key), isWrappedRow, context, absences)] as const
  })
  return Object.fromEntries(texts) as Record<TextColumn, Given<string>>
}

function readText(
  entry: Entry,
  key: TextColumn,
  slot: Slot,
  field: FieldPath,
  isWrappedRow: boolean,
  context: ReadingContext,
  absences: Absence[],
): Given<string> {
  const place = placeOfSlot(slot, entry.row.raw.line, entry.number, field)
  const { kind } = traitsOf(slot.text, context.vocabulary)
  if (slot.text === '') {
    absences.push({ key, how: slot.state === 'lost' ? 'lost' : 'blank', place })
    return { value: '', isGiven: false, slot }
  }
  if (kind === 'mark') {
    absences.push({ key, how: 'mark', place })
    return { value: '', isGiven: false, slot }
  }
  const value = readCellText(slot, place, isWrappedRow ? 'wrapped-prose' : 'prose', context.doubts)
  if (isLikeYearText(value, context) && !slot.isStrange) context.doubts.add({ ...place, kind: 'unlike-column' })
  return { value, isGiven: value !== '', slot }
}

const LONGEST_YEAR_TEXT = 20

/** A few words of the legend (継続、更新の検討) where sentences stand otherwise: perhaps texts of the years. */
function isLikeYearText(text: string, { vocabulary }: ReadingContext): boolean {
  if (text.length > LONGEST_YEAR_TEXT || text.includes('。')) return false
  return [...vocabulary.legendWords].some((word) => word.length > 1 && text.includes(word))
}

/** What is odd about the row as a whole: torn over lines, glued, cut off, shifted, with cells left over. */
function doubtRow(entry: Entry, absences: readonly Absence[], { doubts }: ReadingContext): void {
  const { raw, slots, extras } = entry.row
  const place = { line: raw.line, row: entry.number, column: '行' }
  if (raw.origin === 'several-lines') {
    const read = raw.cells.map(({ raw: text }) => text).join(' | ')
    const seams = raw.cells
      .filter(({ refs }) => new Set(refs.map(({ line }) => line)).size > 1)
      .flatMap(({ refs }) => refs)
    doubts.add({
      ...place,
      kind: 'row-over-lines',
      read,
      proposed: '',
      values: { lines: String(raw.lineCount) },
      cells: seams,
    })
  }
  if (raw.origin === 'glued') doubts.add({ ...place, kind: 'glued-rows', read: entry.number, proposed: '' })
  for (const { raw: read, refs } of extras)
    doubts.add({ ...place, column: '余ったセル', kind: 'extra-cell', read, proposed: '', cells: refs })
  doubtCut(entry, absences, doubts)
  const shifted = [...slots.values()].filter(({ state, text }) => state === 'shifted' && text !== '')
  const isExplained = [...slots].some(([key, { state }]) => state === 'lost' || key.startsWith('note:'))
  const first = shifted[0]
  if (!first || isExplained) return
  const cells = shifted.flatMap((slot) => slot.cells.flatMap(({ refs }) => refs))
  doubts.add({
    ...place,
    column: first.column.heading,
    kind: 'displaced-cells',
    read: first.text,
    proposed: first.text,
    cells,
  })
}

const COLUMNS_OF_A_CUT = 4

/** A row whose last columns are all missing broke off: the last text may have lost its end. */
function doubtCut(entry: Entry, absences: readonly Absence[], doubts: Doubts): void {
  const { columns } = entry.row.raw.table
  const lastPresent = columns.findLastIndex(({ key }) => entry.row.slots.get(key)?.text)
  const slot = entry.row.slots.get(columns[lastPresent]?.key as ColumnKey)
  if (!slot || columns.length - 1 - lastPresent < COLUMNS_OF_A_CUT) return
  if (!absences.some(({ how }) => how === 'lost')) return
  const place = placeOfSlot(slot, entry.row.raw.line, entry.number, `listings/${entry.number}/number`)
  const { field: _, ...rest } = place
  doubts.add({ ...rest, kind: 'cut-row', proposed: slot.text })
}
