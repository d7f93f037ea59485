import type {
  Applied, FileReading, GivenAnswer, ImportCount, ImportedFile, Importer, ImportQuestion, ImportRefusal, ReadFile,
} from '#capabilities/imports/importer.ts'
import { listDistricts } from '#capabilities/notices/notices.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import { columnsIn, type ShelterColumns } from '../rules/shelter-columns.ts'
import { mergedShelters, type MergedShelters } from '../rules/shelter-merge.ts'
import { readShelterRows, type CellFinding, type ShelterReading, type ShelterSheet } from '../rules/shelter-rows.ts'
import { holdShelterList, keepShelterList } from '../store/shelter-list.ts'
import { listShelters } from '../store/shelters.ts'
import { CELL_WORDS, shelterImportWords as words } from '../text/shelter-import-words.ts'
import { readShelterSheet } from './shelter-sheet.ts'

export interface ShelterDocument {
  readonly fileName: string
  readonly rows: ShelterSheet
}

/**
 * Takes in the city's shelters: our own export, the municipal standard's 指定緊急避難場所一覧, or the Geospatial Information
 * Authority's two lists. What a list is of the kind of and does not have is taken off; the page before shows how many.
 */
export const shelterImporter: Importer<ShelterDocument> = {
  name: 'disaster-shelters',
  title: words.title,
  hint: words.hint,
  duty: 'disaster-officer',
  accept: '.csv,.tsv,.txt,.xlsx,.geojson,.json',
  kinds: { cell: words.oddCell, row: words.rowLeftOut },
  read,
  preview: async (tx, reading, answers) => {
    const { merged, sheet } = await worked(tx, reading, answers)
    return countsOf(merged, sheet)
  },
  apply,
}

async function read(_tx: Tx, file: ImportedFile): Promise<ReadFile<ShelterDocument>> {
  const sheet = await readShelterSheet(file.bytes)
  if (!sheet.ok) return sheet
  const found = columnsOf(sheet.rows)
  if (!found.ok) return { ok: false, phrase: words.noHeading, values: { heading: found.missing } }
  const reading = readShelterRows(sheet.rows, found.headingRow, found.columns)
  if (reading.drafts.length === 0 && reading.findings.length === 0) return { ok: false, phrase: words.noRows, values: {} }
  return {
    ok: true,
    document: { fileName: file.fileName, rows: sheet.rows },
    questions: reading.findings.map((finding) => questionOf(finding, sheet.rows[found.headingRow] ?? [])),
    counts: [
      { name: 'rows', label: words.rows, count: sheet.rows.length - found.headingRow - 1 },
      { name: 'shelters', label: words.places, count: reading.drafts.length },
    ],
  }
}

type SheetColumns = { readonly ok: true; readonly headingRow: number; readonly columns: ShelterColumns } | { readonly ok: false; readonly missing: string }

function columnsOf(rows: ShelterSheet): SheetColumns {
  const headingRow = Math.max(0, rows.findIndex((row) => row.some((cell) => (cell ?? '').trim() !== '')))
  const found = columnsIn(rows[headingRow] ?? [])
  return found.ok ? { ok: true, headingRow, columns: found.columns } : found
}

function questionOf({ row, column, read: text, problem, leavesRowOut }: CellFinding, headings: readonly (string | null)[]): ImportQuestion {
  return {
    id: `cell ${row} ${column} ${problem}`, row: String(row), line: row, column: headings[column - 1] ?? '', kind: leavesRowOut ? 'row' : 'cell',
    read: text, proposed: '', alternatives: [], reason: { phrase: CELL_WORDS[problem], values: { read: text } },
  }
}

interface Worked {
  readonly merged: MergedShelters
  readonly sheet: ShelterReading
}

/** The file read once more with the corrected cells in it, and worked into the list as it stands now. */
async function worked(tx: Tx, { document }: FileReading<ShelterDocument>, answers: readonly GivenAnswer[]): Promise<Worked> {
  const rows = document.rows.map((row) => [...row])
  for (const answer of answers) {
    const [, row = '', column = ''] = answer.questionId.split(' ')
    const cells = rows[Number(row) - 1]
    if (answer.kind !== 'edit' || cells === undefined) continue
    while (cells.length < Number(column)) cells.push('')
    cells[Number(column) - 1] = answer.value
  }
  const found = columnsOf(rows)
  if (!found.ok) throw new RangeError(`the headings were there when the file was read: ${found.missing}`)
  const sheet = readShelterRows(rows, found.headingRow, found.columns)
  const towns = (await listDistricts(tx)).flatMap((district) => district.towns.map(({ name }) => name))
  return { sheet, merged: mergedShelters(await listShelters(tx), sheet.drafts, found.columns, towns) }
}

function countsOf({ added, changed, same, gone, withoutTown }: MergedShelters, { leftOut, drafts }: ShelterReading): readonly ImportCount[] {
  return [
    { name: 'newShelters', label: words.added, count: added },
    { name: 'changedShelters', label: words.changed, count: changed },
    { name: 'unchangedShelters', label: words.same, count: same },
    { name: 'goneShelters', label: words.gone, count: gone.length },
    { name: 'leftOutRows', label: words.leftOut, count: leftOut },
    { name: 'withoutTown', label: words.withoutTown, count: withoutTown },
    { name: 'forFlood', label: words.forFlood, count: drafts.filter(({ hazards }) => hazards.includes('flood')).length },
  ]
}

async function apply(tx: Tx, reading: FileReading<ShelterDocument>, answers: readonly GivenAnswer[]): Promise<Applied | ImportRefusal> {
  await holdShelterList(tx)
  const { merged, sheet } = await worked(tx, reading, answers)
  if (sheet.drafts.length === 0) return { ok: false, phrase: words.noRows, values: {} }
  const changes = await keepShelterList(tx, merged.shelters, 'import')
  tx.publish(facts.sheltersListed, 'import', { shelters: merged.shelters.length, changes: changes.length })
  return { path: '/staff/disaster/shelters', changes: changes.length }
}
