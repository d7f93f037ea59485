import type {
  Applied, FileReading, GivenAnswer, ImportCount, ImportedFile, Importer, ImportQuestion, ImportRefusal, ReadFile,
} from '#capabilities/imports/importer.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Item } from '../model.ts'
import { SHEET_REASONS } from '../rules/cell-reasons.ts'
import type { KnownWords } from '../rules/item-cells.ts'
import { readItemRows } from '../rules/item-rows.ts'
import { listClasses, listDangers, listItems } from '../store/guide.ts'
import { changeItems, holdGuide, isSame } from '../store/items.ts'
import { importWords } from '../text/import-words.ts'
import { answeredSheet, questionsOf, sheetOf, type AnsweredSheet, type SheetDocument } from './answered-sheet.ts'
import { mergedItems, type MergedItems } from './merge-items.ts'
import { readSheet } from './read-sheet.ts'

/** Takes in a list of things: our own export, the national standard, 5374, or a sheet with headings of its own. */
export const itemImporter: Importer<SheetDocument> = {
  name: 'garbage-items',
  title: importWords.title,
  hint: importWords.hint,
  duty: 'garbage-editor',
  accept: '.xlsx,.csv,.tsv,.txt',
  read,
  refuseAnswer,
  preview,
  apply,
}

async function read(tx: Tx, file: ImportedFile): Promise<ReadFile<SheetDocument>> {
  const [sheet, known, items] = [await readSheet(file.bytes), await knownWords(tx), await listItems(tx)]
  if (known.classes.length === 0) return { ok: false, phrase: importWords.noClasses, values: {} }
  if (!sheet.ok) return sheet
  const reading = readItemRows(sheet.rows, known)
  if (!reading.ok) return { ok: false, phrase: SHEET_REASONS[reading.reason], values: { row: reading.row, column: reading.column, read: reading.read } }
  return {
    ok: true,
    document: { fileName: file.fileName, rows: sheet.rows },
    questions: questionsOf(sheet.rows, reading, known, (drafts) => mergedItems(items, { drafts, readings: new Map(), leftOut: 0, ...sheetOf(reading) })),
    counts: [
      { name: 'rows', label: importWords.rows, count: sheet.rows.length },
      { name: 'items', label: importWords.things, count: reading.drafts.length },
    ],
  }
}

function refuseAnswer({ kind }: ImportQuestion, value: string): ImportRefusal | null {
  if (kind !== 'no-reading' || /^[\p{Script=Hiragana}ー・]+$/u.test(value)) return null
  return { ok: false, phrase: importWords.notHiragana, values: {} }
}

async function preview(tx: Tx, reading: FileReading<SheetDocument>, answers: readonly GivenAnswer[]): Promise<readonly ImportCount[]> {
  const { sheet, merged, present } = await workedIn(tx, reading, answers)
  const [added, changed, same] = [0, 1, 2].map((kind) => [...merged.items.values()].filter((item) => kindOf(present.get(item.key), item) === kind).length)
  return [
    { name: 'newItems', label: importWords.added, count: added ?? 0 },
    { name: 'changedItems', label: importWords.changed, count: changed ?? 0 },
    { name: 'unchangedItems', label: importWords.same, count: same ?? 0 },
    { name: 'leftOutRows', label: importWords.leftOut, count: sheet.leftOut + merged.refused + merged.unread.reduce((rows, draft) => rows + draft.rows.length, 0) },
    { name: 'untranslated', label: importWords.untranslated, count: sheet.drafts.filter(({ gaps }) => gaps.some((gap) => gap.startsWith('name-'))).length },
  ]
}

/** 0 new, 1 changed, 2 as it was. */
function kindOf(before: Item | undefined, after: Item): 0 | 1 | 2 {
  return before === undefined ? 0 : isSame(before, after) ? 2 : 1
}

async function apply(tx: Tx, reading: FileReading<SheetDocument>, answers: readonly GivenAnswer[]): Promise<Applied | ImportRefusal> {
  await holdGuide(tx)
  const { merged } = await workedIn(tx, reading, answers)
  const changes = await changeItems(tx, merged.items, { cause: 'import', reference: reading.document.fileName })
  return { path: '/staff/garbage/history', changes: changes.length }
}

async function workedIn(tx: Tx, reading: FileReading<SheetDocument>, answers: readonly GivenAnswer[]): Promise<{
  readonly sheet: AnsweredSheet
  readonly merged: MergedItems
  readonly present: ReadonlyMap<string, Item>
}> {
  const items = await listItems(tx)
  const sheet = answeredSheet(reading, answers, await knownWords(tx))
  return { sheet, merged: mergedItems(items, sheet), present: new Map(items.map((item) => [item.key, item])) }
}

async function knownWords(tx: Tx): Promise<KnownWords> {
  const [classes, dangers] = [await listClasses(tx), await listDangers(tx)]
  return { classes, dangers }
}
