import type { Applied, FileReading, ImportCount, ImportedFile, Importer, ImportRefusal, ReadFile } from '#capabilities/imports/importer.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { changeFees } from '../actions/change-fees.ts'
import { compareFees, readFeeTable, type FeeProblem, type WantedRate } from '../rules/fee-table.ts'
import { listRates } from '../store/rates.ts'
import { feeWords } from '../text/fee-words.ts'
import { namedRows, readSheet } from './read-sheet.ts'

/** Rows by column as they stood: days and amounts are read again when they are applied. */
type Rows = readonly Readonly<Record<string, string>>[]

/** Takes in the table of fees: what is new or differs is appended, the past stays. */
export const feeImporter: Importer<Rows> = {
  name: 'payments-fees',
  title: feeWords.title,
  hint: feeWords.hint,
  duty: 'payments-approver',
  accept: '.xlsx,.csv',
  read,
  preview: async (tx, { document }) => previewOf(tx, wantedIn(document)),
  apply,
}

async function read(tx: Tx, { bytes }: ImportedFile): Promise<ReadFile<Rows>> {
  const sheet = await readSheet(bytes)
  if (!sheet.ok) return sheet
  const rows = namedRows(sheet.rows)
  const reading = readFeeTable(rows)
  if (!reading.ok) return refusal(reading.problem)
  const compared = compareFees(await listRates(tx), reading.rates, tx.today)
  if (!compared.ok) return refusal(compared.problem)
  return { ok: true, document: rows, questions: [], counts: [{ name: 'rows', label: feeWords.rows, count: rows.length }, ...countsOf(compared.changes)] }
}

function refusal({ row, column, reason, read: text }: FeeProblem): ImportRefusal {
  return { ok: false, phrase: feeWords[reason], values: { row, column, read: text } }
}

function wantedIn(rows: Rows): readonly WantedRate[] {
  const reading = readFeeTable(rows)
  return reading.ok ? reading.rates : []
}

async function previewOf(tx: Tx, wanted: readonly WantedRate[]): Promise<readonly ImportCount[]> {
  const compared = compareFees(await listRates(tx), wanted, tx.today)
  return compared.ok ? countsOf(compared.changes) : []
}

function countsOf({ added, changed, unchanged }: { readonly added: readonly unknown[]; readonly changed: readonly unknown[]; readonly unchanged: number }): ImportCount[] {
  return [
    { name: 'added', label: feeWords.added, count: added.length },
    { name: 'changed', label: feeWords.changed, count: changed.length },
    { name: 'unchanged', label: feeWords.same, count: unchanged },
  ]
}

async function apply(tx: Tx, { document }: FileReading<Rows>): Promise<Applied | ImportRefusal> {
  const reading = readFeeTable(document)
  if (!reading.ok) return refusal(reading.problem)
  const changed = await changeFees(tx, reading.rates)
  return changed.ok ? { path: '/staff/payments/fees', changes: changed.changes } : refusal(changed.problem)
}
