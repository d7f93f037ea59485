import type { Applied, FileReading, ImportedFile, Importer, ImportRefusal, ReadFile } from '#capabilities/imports/importer.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { parseYen } from '#kernel/values/yen.ts'
import { WAYS, type Way } from '../model.ts'
import { keepBankCredit } from '../store/match.ts'
import { matchWords } from '../text/match-words.ts'
import { namedRows, readSheet } from './read-sheet.ts'

interface Line {
  readonly creditedOn: string
  readonly coversOn: string
  readonly way: Way
  readonly yen: number
  readonly description: string
}

/** Takes in the bank's credit lines, with the day of collection that each settles. A line that is there already stays one. */
export const bankLineImporter: Importer<readonly Line[]> = {
  name: 'payments-bank-lines',
  title: matchWords.bankTitle,
  hint: matchWords.bankHint,
  duty: 'cashier',
  accept: '.xlsx,.csv',
  read,
  apply,
}

async function read(_tx: Tx, { bytes }: ImportedFile): Promise<ReadFile<readonly Line[]>> {
  const sheet = await readSheet(bytes)
  if (!sheet.ok) return sheet
  const lines: Line[] = []
  for (const [index, cells] of namedRows(sheet.rows).entries()) {
    const line = lineOf(cells)
    if (typeof line === 'string') return { ok: false, phrase: matchWords.wrongCell, values: { row: index + 2, column: line, read: cells[line] ?? '' } }
    lines.push(line)
  }
  return { ok: true, document: lines, questions: [], counts: [{ name: 'lines', label: matchWords.lines, count: lines.length }] }
}

function lineOf(cells: Readonly<Record<string, string>>): Line | string {
  const way = WAYS.find((one) => one === cells['way']?.trim())
  const yen = parseYen(cells['yen'] ?? '')
  for (const column of ['creditedOn', 'coversOn'] as const) if (!isDay(cells[column] ?? '')) return column
  if (way === undefined) return 'way'
  if (!yen.ok) return 'yen'
  return { creditedOn: dayText(cells['creditedOn'] ?? ''), coversOn: dayText(cells['coversOn'] ?? ''), way, yen: yen.value, description: (cells['description'] ?? '').slice(0, 200) }
}

function dayText(text: string): string {
  const [year = '', month = '', day = ''] = text.trim().split(/[-/]/)
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function isDay(text: string): boolean {
  if (!/^\s*\d{4}[-/]\d{1,2}[-/]\d{1,2}\s*$/.test(text)) return false
  try {
    Temporal.PlainDate.from(dayText(text), { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** Equal lines of one file are told apart by their order, so that the same file again adds nothing. */
async function apply(tx: Tx, { document }: FileReading<readonly Line[]>): Promise<Applied | ImportRefusal> {
  const seen = new Map<string, number>()
  let changes = 0
  for (const { creditedOn, coversOn, ...rest } of document) {
    const words = JSON.stringify([creditedOn, coversOn, rest])
    const nth = (seen.get(words) ?? 0) + 1
    seen.set(words, nth)
    if (await keepBankCredit(tx, { creditedOn: Temporal.PlainDate.from(creditedOn), coversOn: Temporal.PlainDate.from(coversOn), ...rest }, nth)) changes++
  }
  return { path: '/staff/payments/match', changes }
}
