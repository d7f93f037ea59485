import { readCsv } from '#capabilities/documents/csv.ts'
import { DOCUMENT_WORDS } from '#capabilities/documents/text.ts'
import { readXlsx, textOf, type ReadSheet } from '#capabilities/documents/xlsx-reader.ts'
import type { Applied, FileReading, GivenAnswer, ImportCount, ImportedFile, Importer, ImportQuestion, ImportRefusal, ReadFile } from '#capabilities/imports/importer.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isSameWords, propose } from '../actions/propose.ts'
import { BOOK_PATH } from '../pages/names.ts'
import { problemsOf } from '../rules/template-problems.ts'
import { COLUMNS, readTemplateRows, TEXT_COLUMNS, type Column, type ReadTemplate, type RowFinding, type TemplateRow } from '../rules/template-rows.ts'
import { listAllInForce } from '../store/templates.ts'
import { importWords } from '../text/import-words.ts'
import { words } from '../text/phrasebook-words.ts'
import { EASY_WORDS, PROBLEM_WORDS, ROW_WORDS } from '../text/problem-words.ts'

type Cells = readonly (readonly (string | null)[])[]

interface BookDocument {
  readonly fileName: string
  readonly rows: Cells
}

/** Columns that a table cannot do without; `isOptional` may be missing. */
const NEEDED: readonly Column[] = ['key', 'line', 'text', 'textYasashii', 'textEn', 'textPt']

/** Takes in a table of templates as it is written out. What changed waits for approval like any other proposal. */
export const bookImporter: Importer<BookDocument> = {
  name: 'phrasebook',
  title: words.title,
  hint: importWords.hint,
  duty: 'phrasebook-editor',
  accept: '.xlsx,.csv,.tsv,.txt',
  kinds: { row: importWords.wrongRow, words: importWords.wrongWords },
  read: (_tx, file) => read(file),
  preview,
  apply,
}

async function read(file: ImportedFile): Promise<ReadFile<BookDocument>> {
  const sheet = await cellsOf(file.bytes)
  if (!sheet.ok) return sheet
  const table = tableIn(sheet.rows)
  if (!table.ok) return { ok: false, phrase: importWords.noHeadings, values: { columns: table.missing.join(', ') } }
  const { templates, findings } = readTemplateRows(table.rows)
  const columnOf = (column: Column) => table.headings.indexOf(column) + 1
  return {
    ok: true,
    document: { fileName: file.fileName, rows: sheet.rows },
    questions: [...findings.map((finding) => rowQuestion(finding, columnOf)), ...templates.flatMap((template) => wordQuestions(template, columnOf))],
    counts: [
      { name: 'rows', label: importWords.rows, count: table.rows.length },
      { name: 'templates', label: importWords.templates, count: templates.length },
    ],
  }
}

async function cellsOf(bytes: Buffer): Promise<{ readonly ok: true; readonly rows: Cells } | ImportRefusal> {
  // Every workbook is a ZIP archive, and those begin with PK.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const workbook = await readXlsx(bytes)
    if (!workbook.ok) return refusal(DOCUMENT_WORDS[workbook.reason], workbook.at)
    const sheet = workbook.sheets.find(({ visibility }) => visibility === 'visible')
    return { ok: true, rows: sheet === undefined ? [] : rowsOf(sheet) }
  }
  const csv = readCsv(bytes)
  return csv.ok ? { ok: true, rows: csv.rows } : refusal(DOCUMENT_WORDS[csv.reason], csv.at)
}

function rowsOf({ cells }: ReadSheet): (string | null)[][] {
  return Array.from({ length: Math.max(0, ...cells.keys()) }, (_, index) => {
    const row = cells.get(index + 1)
    return Array.from({ length: Math.max(0, ...(row?.keys() ?? [])) }, (_cell, column) => textOf(row?.get(column + 1) ?? null))
  })
}

function refusal(phrase: ImportRefusal['phrase'], at: { readonly row?: number; readonly column?: number } | undefined): ImportRefusal {
  return { ok: false, phrase, values: { row: at?.row ?? 0, column: at?.column ?? 0 } }
}

type Table = { readonly ok: true; readonly headings: readonly string[]; readonly rows: readonly TemplateRow[] } | { readonly ok: false; readonly missing: readonly string[] }

/** The first filled row holds our headings, in any order; blank rows are passed over. */
function tableIn(rows: Cells): Table {
  const first = rows.findIndex((row) => row.some((cell) => (cell ?? '').trim() !== ''))
  const headings = (rows[first] ?? []).map((cell) => (cell ?? '').trim())
  const missing = NEEDED.filter((column) => !headings.includes(column))
  if (missing.length > 0) return { ok: false, missing }
  const read = rows.map((row, index): TemplateRow => ({
    at: index + 1, cells: Object.fromEntries(COLUMNS.map((column) => [column, (row[headings.indexOf(column)] ?? '').trim()])) as Record<Column, string>,
  }))
  return { ok: true, headings, rows: read.slice(first + 1).filter(({ cells }) => Object.values(cells).some((cell) => cell !== '')) }
}

type ColumnOf = (column: Column) => number

function rowQuestion({ at, column, read: text, reason }: RowFinding, columnOf: ColumnOf): ImportQuestion {
  return {
    id: `cell ${at} ${columnOf(column)}`, row: String(at), line: at, column, kind: 'row', read: text, proposed: text, alternatives: [],
    reason: { phrase: ROW_WORDS[reason], values: { read: text } },
  }
}

/** What would keep a template from being approved, once a cell: the first thing that is wrong with it. */
function wordQuestions(template: ReadTemplate, columnOf: ColumnOf): ImportQuestion[] {
  const questions = problemsOf(template).filter(({ weight }) => weight === 'refused').map(({ line, language, kind, read: text }): ImportQuestion => {
    const at = template.rows[line] ?? template.rows[0] ?? 0
    const column = language === null ? 'text' : TEXT_COLUMNS[language]
    const cell = template.lines[line]?.text[language ?? 'ja'] ?? ''
    const phrase = { ...PROBLEM_WORDS, ...EASY_WORDS }[kind]
    return {
      id: `cell ${at} ${columnOf(column)}`, row: `${template.key} ${String(at)}`, line: at, column, kind: 'words', read: cell, proposed: cell, alternatives: [],
      reason: { phrase, values: { read: text } },
    }
  })
  return [...new Map(questions.toReversed().map((question) => [question.id, question])).values()].toReversed()
}

/** The table read once more with the corrected cells in it. */
function answered({ document }: FileReading<BookDocument>, answers: readonly GivenAnswer[]): { readonly templates: readonly ReadTemplate[]; readonly leftOut: number } {
  const rows = document.rows.map((row) => [...row])
  for (const answer of answers) {
    const [, row = '', column = ''] = answer.questionId.split(' ')
    const cells = rows[Number(row) - 1]
    if (answer.kind !== 'edit' || cells === undefined) continue
    while (cells.length < Number(column)) cells.push('')
    cells[Number(column) - 1] = answer.value
  }
  const table = tableIn(rows)
  if (!table.ok) return { templates: [], leftOut: rows.length }
  const { templates } = readTemplateRows(table.rows)
  return { templates, leftOut: table.rows.length - templates.reduce((sum, template) => sum + template.rows.length, 0) }
}

async function preview(tx: Tx, reading: FileReading<BookDocument>, answers: readonly GivenAnswer[]): Promise<readonly ImportCount[]> {
  const { templates, leftOut } = answered(reading, answers)
  const present = new Map((await listAllInForce(tx)).map((template) => [template.key, template.lines]))
  const added = templates.filter(({ key }) => !present.has(key)).length
  const same = templates.filter(({ key, lines }) => isSameWords(lines, present.get(key) ?? [])).length
  return [
    { name: 'newTemplates', label: importWords.added, count: added },
    { name: 'changedTemplates', label: importWords.changed, count: templates.length - added - same },
    { name: 'unchangedTemplates', label: importWords.same, count: same },
    { name: 'leftOutRows', label: importWords.leftOut, count: leftOut },
  ]
}

/** What is as it is in force is left alone; everything else becomes a proposal. */
async function apply(tx: Tx, reading: FileReading<BookDocument>, answers: readonly GivenAnswer[]): Promise<Applied> {
  const present = new Map((await listAllInForce(tx)).map((template) => [template.key, template.lines]))
  let changes = 0
  for (const { key, lines } of answered(reading, answers).templates) {
    if (isSameWords(lines, present.get(key) ?? [])) continue
    const proposed = await propose(tx, { key, lines, cause: 'import', reason: reading.document.fileName })
    if (proposed.ok) changes += 1
  }
  return { path: BOOK_PATH, changes }
}
