import { isMailAddress } from '#capabilities/mail/mail.ts'
import { readCsv } from '#capabilities/documents/csv.ts'
import { readXlsx, textOf, type ReadSheet } from '#capabilities/documents/xlsx-reader.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { importForm, trialForm } from '../forms/school-forms.ts'
import type { SchoolClass } from '../model.ts'
import { showImportForm, showProblems } from '../pages/import-pages.ts'
import { keptSchool, LIST_BASIS, schoolPath } from '../pages/school-visit.ts'
import { readClassSheet, SHEET_COLUMNS } from '../rules/class-sheet.ts'
import { schoolYearOf } from '../rules/school-year.ts'
import { ensureClass } from '../store/schools.ts'
import { findTrial, keepTrial, removeTrial } from '../store/trials.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { invite } from './guardians.ts'
import { knownPlaces } from './known-places.ts'

/** Reads a class list and shows what would happen; nobody is invited yet. */
export async function readList(visit: Submission<ValuesOf<typeof importForm>>): Promise<Answer> {
  const school = await keptSchool(visit)
  const { tx, values } = visit
  await tx.note({ act: 'read a class list', subject: `school:${school.key}`, basis: LIST_BASIS })
  const table = await tableIn(values.file.bytes)
  if (table === undefined) return showImportForm(visit, school, { typed: {}, problems: { file: { phrase: words.unreadable } } })
  const reading = readClassSheet(table, school.kind, isMailAddress)
  if (!reading.ok) {
    const problem = reading.column === null ? { phrase: words.tooManyRows } : { phrase: words.noHeading, values: { column: SHEET_COLUMNS[reading.column][0] } }
    return showImportForm(visit, school, { typed: {}, problems: { file: problem } })
  }
  if (reading.problems.length > 0) return showProblems(visit, school, reading.problems)
  const id = await keepTrial(tx, { schoolKey: school.key, schoolYear: schoolYearOf(tx.today), fileName: values.file.fileName.slice(0, 200), rows: reading.rows })
  return redirect(schoolPath(school, `/import/${id}`))
}

export async function askFileAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showImportForm(visit, await keptSchool(visit), visit)
}

/** Invites whom the list names and who is not there yet. Who is, stays as they are. */
export async function applyList(visit: Submission<ValuesOf<typeof trialForm>>): Promise<Answer> {
  const school = await keptSchool(visit)
  const { tx } = visit
  const trial = await findTrial(tx, visit.params.trial ?? '', school.key)
  if (trial === undefined || !(await removeTrial(tx, trial.id))) return redirect(schoolPath(school, '/import'), { notice: words.trialGone })
  await tx.note({ act: 'take in a class list', subject: `school:${school.key}`, basis: LIST_BASIS })
  const known = await knownPlaces(tx, school, trial.schoolYear)
  for (const row of trial.rows.filter((one) => !known.has(one))) {
    const one: SchoolClass = await ensureClass(tx, { schoolKey: school.key, schoolYear: trial.schoolYear, grade: row.grade, name: row.className })
    await invite(visit, school, one, { classId: one.id, childLabel: row.childLabel, role: row.role, language: row.language, invitedAddress: row.address })
  }
  return redirect(schoolPath(school), { notice: words.applied })
}

/** Rows of the first visible sheet, or of a CSV; what the file is, its content decides. */
async function tableIn(bytes: Buffer): Promise<readonly (readonly (string | null)[])[] | undefined> {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) {
    const read = readCsv(bytes)
    return read.ok ? read.rows : undefined
  }
  const workbook = await readXlsx(bytes)
  const sheet = workbook.ok ? workbook.sheets.find(({ visibility }) => visibility === 'visible') : undefined
  return sheet === undefined ? undefined : rowsOf(sheet)
}

function rowsOf({ cells }: ReadSheet): (string | null)[][] {
  const last = Math.max(0, ...cells.keys())
  return Array.from({ length: last }, (_, index) => {
    const row = cells.get(index + 1)
    return row === undefined ? [] : Array.from({ length: Math.max(0, ...row.keys()) }, (_unused, column) => textOf(row.get(column + 1) ?? null))
  })
}
