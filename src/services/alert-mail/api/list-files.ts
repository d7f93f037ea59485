import { writeCsv } from '#capabilities/documents/csv.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import { findContactById } from '#capabilities/notices/contacts.ts'
import { plainIn } from '#capabilities/notices/wording.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { keptSchool, LIST_BASIS } from '../pages/school-visit.ts'
import { ROLE_NAMES, SHEET_COLUMNS } from '../rules/class-sheet.ts'
import { schoolYearOf } from '../rules/school-year.ts'
import { listGuardians } from '../store/guardians.ts'
import { listClasses } from '../store/schools.ts'

export const FILE_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const
export type FileFormat = keyof typeof FILE_TYPES

/** The school's lists in the columns in which they are taken in again. */
export function showListFile(format: FileFormat) {
  return async (visit: Visit): Promise<Answer> => {
    const { tx } = visit
    const school = await keptSchool(visit)
    await tx.note({ act: 'export class lists', subject: `school:${school.key}`, basis: LIST_BASIS })
    const year = schoolYearOf(tx.today)
    const classes = await listClasses(tx, school.key, year)
    const rows: (string | number)[][] = [Object.values(SHEET_COLUMNS).map((names) => names[0])]
    for (const one of classes) {
      for (const { childLabel, role, contactId, invitedAddress, language } of await listGuardians(tx, [one.id])) {
        const contact = contactId === null ? undefined : await findContactById(tx, contactId)
        // A LINE id or an address of push says nothing to a school, and is not taken in again.
        const address = contactId === null ? (invitedAddress ?? '') : contact?.channel === 'mail' ? contact.address : ''
        rows.push([one.grade, one.name, childLabel, role === null ? '' : ROLE_NAMES[role], address, language])
      }
    }
    return sheetAnswer(rows, { format, title: `${plainIn(school.name.ja, 'ja')} ${year}`, fileName: `${school.key}-${year}`, createdAt: tx.now })
  }
}

interface SheetTerms {
  readonly format: FileFormat
  readonly title: string
  readonly fileName: string
  readonly createdAt: Temporal.Instant
}

/** Rows as a file; the first row holds the headings. */
function sheetAnswer(rows: readonly (readonly (string | number)[])[], { format, title, fileName, createdAt }: SheetTerms): Answer {
  const [head = [], ...body] = rows
  const made = format === 'csv' ? writeCsv(rows, { encoding: 'utf-8-bom', missingCharacters: 'refuse' }) : writeXlsx({
    properties: { title, creator: 'Tsunagu', createdAt },
    sheets: [{
      name: 'list',
      columns: head.map((name) => ({ width: String(name).length > 3 ? 24 : 16 })),
      rows: [{ cells: head.map((value) => ({ value, style: { isBold: true } })) }, ...body.map((cells) => ({ cells: cells.map((value) => ({ value })) }))],
      frozen: { rows: 1, columns: 0 },
    }],
  })
  if (!made.ok) throw new Fault('broken', `the file cannot be written: ${made.reason}`)
  return fileAnswer(Buffer.from(made.bytes), FILE_TYPES[format], `${fileName}.${format}`)
}
