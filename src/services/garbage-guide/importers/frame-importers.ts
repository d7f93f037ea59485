import type { Applied, FileReading, GivenAnswer, ImportCount, ImportedFile, Importer, ImportQuestion, ImportRefusal, ReadFile } from '#capabilities/imports/importer.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { FrameKind, Guide } from '../model.ts'
import { cellsOf, isSameCells } from '../rules/frame-cells.ts'
import { findPart } from '../rules/frame.ts'
import { changeFrame } from '../store/frame.ts'
import { loadGuide } from '../store/guide.ts'
import { holdGuide } from '../store/items.ts'
import { FRAME_TITLES } from '../text/frame-words.ts'
import { importWords } from '../text/import-words.ts'
import type { SheetRows } from '../rules/item-columns.ts'
import { readFrameSheet, type FrameFinding, type FrameSheet, type TableKind } from './frame-sheet.ts'
import { readSheet } from './read-sheet.ts'

interface FrameDocument {
  readonly fileName: string
  readonly rows: SheetRows
}

const HINTS: Readonly<Record<TableKind, Phrase<never>>> = {
  class: importWords.classesHint, danger: importWords.dangersHint, centre: importWords.centresHint, district: importWords.districtsHint,
}

/** Takes in a table of classes, dangers, centres or districts as they stand in a city's folder; what it lacks stays. */
function frameImporter(kind: TableKind): Importer<FrameDocument> {
  return {
    name: `garbage-${kind === 'class' ? 'classes' : `${kind}s`}`,
    title: FRAME_TITLES[kind].title,
    hint: HINTS[kind],
    duty: 'garbage-editor',
    accept: '.xlsx,.csv,.tsv,.txt',
    kinds: { cell: importWords.wrongCell },
    read: (tx, file) => read(tx, kind, file),
    preview: async (tx, reading, answers) => countsOf(kind, await loadGuide(tx), answered(kind, reading, answers, await loadGuide(tx))),
    apply: (tx, reading, answers) => apply(tx, kind, reading, answers),
  }
}

export const frameImporters: readonly Importer[] = (['class', 'danger', 'centre', 'district'] as const).map((kind) => frameImporter(kind) as Importer)

async function read(tx: Tx, kind: TableKind, file: ImportedFile): Promise<ReadFile<FrameDocument>> {
  const [sheet, guide] = [await readSheet(file.bytes), await loadGuide(tx)]
  if (!sheet.ok) return sheet
  const reading = readFrameSheet(kind, sheet.rows, guide)
  if (!reading.ok) return { ok: false, phrase: importWords.noHeadings, values: { columns: reading.missing.join(', ') } }
  return {
    ok: true,
    document: { fileName: file.fileName, rows: sheet.rows },
    questions: questionsOf(reading.findings),
    counts: [
      { name: 'rows', label: importWords.rows, count: sheet.rows.length },
      { name: 'parts', label: importWords.parts, count: reading.parts.length },
    ],
  }
}

function questionsOf(findings: readonly FrameFinding[]): ImportQuestion[] {
  const questions = findings.map(({ row, column, heading, read: text, phrase, values }): ImportQuestion => ({
    id: `cell ${row} ${column}`, row: String(row), line: row, column: heading, kind: 'cell', read: text, proposed: '', alternatives: [],
    reason: { phrase, values },
  }))
  return [...new Map(questions.map((question) => [question.id, question])).values()]
}

/** The sheet read once more with the corrected cells in it. */
function answered(kind: TableKind, { document }: FileReading<FrameDocument>, answers: readonly GivenAnswer[], guide: Guide): FrameSheet {
  const rows = document.rows.map((row) => [...row])
  for (const answer of answers) {
    const [, row = '', column = ''] = answer.questionId.split(' ')
    const cells = rows[Number(row) - 1]
    if (answer.kind !== 'edit' || cells === undefined) continue
    while (cells.length < Number(column)) cells.push('')
    cells[Number(column) - 1] = answer.value
  }
  const reading = readFrameSheet(kind, rows, guide)
  return reading.ok ? reading : { ok: true, parts: [], findings: [], leftOut: rows.length }
}

function countsOf(kind: FrameKind, guide: Guide, { parts, leftOut }: FrameSheet): readonly ImportCount[] {
  const added = parts.filter(({ key }) => findPart(guide, kind, key) === null).length
  const same = parts.filter((part) => {
    const present = findPart(guide, kind, part.key)
    return present !== null && isSameCells(cellsOf(kind, present), cellsOf(kind, part))
  }).length
  return [
    { name: 'newParts', label: importWords.partsAdded, count: added },
    { name: 'changedParts', label: importWords.partsChanged, count: parts.length - added - same },
    { name: 'unchangedParts', label: importWords.partsSame, count: same },
    { name: 'leftOutRows', label: importWords.leftOut, count: leftOut },
  ]
}

async function apply(tx: Tx, kind: TableKind, reading: FileReading<FrameDocument>, answers: readonly GivenAnswer[]): Promise<Applied | ImportRefusal> {
  await holdGuide(tx)
  const { parts } = answered(kind, reading, answers, await loadGuide(tx))
  const changes = await changeFrame(tx, parts.map((part) => ({ kind, key: part.key, part })), { cause: 'import', reference: reading.document.fileName })
  return { path: '/staff/garbage/history', changes: changes.length }
}
