import { createHash } from 'node:crypto'
import type { Applied, FileReading, ImportCount, ImportedFile, Importer, ImportRefusal, ReadFile } from '#capabilities/imports/importer.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { takeAgentFile } from '../actions/agent-file.ts'
import { readAgentFile, type AgentFile } from '../rules/agent-file.ts'
import { isAgentFileKnown, isAgentRecordKnown } from '../store/agent-files.ts'
import { findSlip } from '../store/slips.ts'
import { importWords } from '../text/import-words.ts'
import { readSheet } from './read-sheet.ts'

interface BroughtFile {
  readonly name: string
  readonly sha256: string
  readonly file: AgentFile
}

/** Takes in what the collecting agent of the convenience stores sends: whole, or not at all. */
export const agentFileImporter: Importer<BroughtFile> = {
  name: 'payments-agent-file',
  title: importWords.agentTitle,
  hint: importWords.agentHint,
  duty: 'cashier',
  accept: '.csv,.txt',
  read,
  preview: (tx, { document }) => previewOf(tx, document),
  apply,
}

async function read(_tx: Tx, { fileName, bytes }: ImportedFile): Promise<ReadFile<BroughtFile>> {
  const sheet = await readSheet(bytes)
  if (!sheet.ok) return sheet
  const reading = readAgentFile(sheet.rows)
  if (!reading.ok) return { ok: false, phrase: importWords[reading.reason], values: { line: reading.line, read: reading.read } }
  const { file } = reading
  return {
    ok: true,
    document: { name: fileName, sha256: createHash('sha256').update(bytes).digest('hex'), file },
    questions: [],
    counts: [
      { name: 'records', label: importWords.records, count: file.records.length },
      { name: 'yen', label: importWords.yen, count: file.totalYen },
    ],
  }
}

async function previewOf(tx: Tx, { file, sha256 }: BroughtFile): Promise<readonly ImportCount[]> {
  if (await isAgentFileKnown(tx, Buffer.from(sha256, 'hex'))) return [{ name: 'new', label: importWords.newRecords, count: 0 }]
  let [news, unknown] = [0, 0]
  for (const record of file.records) {
    if (!(await isAgentRecordKnown(tx, file.stage, record))) news++
    if ((await findSlip(tx, record.digits)) === undefined) unknown++
  }
  return [{ name: 'new', label: importWords.newRecords, count: news }, { name: 'unknown', label: importWords.unknownRecords, count: unknown }]
}

async function apply(tx: Tx, { document }: FileReading<BroughtFile>): Promise<Applied | ImportRefusal> {
  const changes = await takeAgentFile(tx, { name: document.name, sha256: Buffer.from(document.sha256, 'hex') }, document.file)
  return { path: '/staff/payments/slips', changes }
}
