import { writeCsv } from '#capabilities/documents/csv.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import { findPersonByLogin } from '#kernel/access/people.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { listRoster } from '../store/duty.ts'
import { listRules } from '../store/response-table.ts'

type Format = 'csv' | 'xlsx'
type DutyTable = 'duty-roster' | 'response-rules'

const TYPES: Readonly<Record<Format, string>> = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' }

/** The whole table with its past and future, in the columns of the city's own file (cities/README.md), so that it can stand there. */
export function showDutyFile(table: DutyTable, format: Format) {
  return async ({ tx }: Visit): Promise<Answer> => {
    const rows = table === 'duty-roster' ? await rosterRows(tx) : await ruleRows(tx)
    const made = format === 'csv' ? writeCsv(rows, { encoding: 'utf-8-bom', missingCharacters: 'refuse' }) : workbookOf(table, rows, tx.now)
    if (!made.ok) throw new Fault('broken', `the ${table} cannot be written: ${made.reason}`)
    return fileAnswer(Buffer.from(made.bytes), TYPES[format], `${table}.${format}`)
  }
}

async function rosterRows(tx: Tx): Promise<string[][]> {
  await tx.note({ act: 'export the duty roster', subject: 'disaster-duty-roster', basis: 'who is asked to confirm evacuation information, and by which address' })
  const rows: string[][] = [['login', 'position', 'mail', 'validFrom', 'validTo', 'note']]
  for (const { login, position, mail, validFrom, validTo } of await listRoster(tx)) {
    rows.push([login, String(position), mail, validFrom.toString(), validTo?.toString() ?? '', (await findPersonByLogin(tx, login))?.name ?? ''])
  }
  return rows
}

async function ruleRows(tx: Tx): Promise<string[][]> {
  const heading = ['hazard', 'level', 'kinds', 'areas', 'orderLevel', 'noticeLevel', 'districts', 'towns', 'callOut', 'musterClass', 'prepared', 'validFrom', 'validTo', 'source']
  const rows = await listRules(tx)
  return [heading, ...rows.map((rule) => [
    rule.hazard, String(rule.level ?? ''), rule.kinds.join(';'), rule.areas.join(';'), String(rule.orderLevel ?? ''), String(rule.noticeLevel ?? ''), '', rule.towns.join(';'),
    rule.callOut, rule.musterClass, rule.isPrepared ? 'true' : '', rule.validFrom.toString(), rule.validTo?.toString() ?? '', rule.source,
  ])]
}

function workbookOf(title: DutyTable, [heading = [], ...rows]: readonly (readonly string[])[], createdAt: Temporal.Instant) {
  return writeXlsx({
    properties: { title, creator: 'Tsunagu', createdAt },
    sheets: [{
      name: title,
      columns: heading.map((name) => ({ width: /towns|source|mail/.test(name) ? 40 : 14 })),
      rows: [{ cells: heading.map((value) => ({ value, style: { isBold: true } })) }, ...rows.map((cells) => ({ cells: cells.map((value) => ({ value })) }))],
      frozen: { rows: 1, columns: 1 },
    }],
  })
}
