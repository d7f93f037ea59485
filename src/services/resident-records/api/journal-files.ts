import { readFileSync } from 'node:fs'
import { printPdf } from '#capabilities/documents/pdf.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { journalOf, type Journal } from '../pages/journal.ts'
import { dayText } from '../pages/values.ts'
import { KIND_WORDS, STATUS_WORDS } from '../text/entry-words.ts'
import { staffWords as words } from '../text/staff-words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const WIDTHS = [8, 18, 30, 16, 16, 16, 18, 14]

/** The day's entries as a workbook. */
export async function showJournalWorkbook({ voice, tx, query }: Visit): Promise<Answer> {
  const journal = await journalOf(tx, query)
  const made = writeXlsx({
    properties: { title: voice.plain(words.journal), creator: 'Tsunagu', createdAt: tx.now },
    sheets: [{
      name: journal.on.toString(), columns: WIDTHS.map((width) => ({ width })), frozen: { rows: 1, columns: 1 },
      rows: [{ cells: headingsOf(voice).map((value) => ({ value, style: { isBold: true } })) }, ...linesOf(voice, journal).map((cells) => ({ cells: cells.map((value) => ({ value })) }))],
    }],
  })
  if (!made.ok) throw new Fault('broken', `the journal cannot be written: ${made.reason}`)
  return fileAnswer(Buffer.from(made.bytes), XLSX, `journal-${journal.on.toString()}.xlsx`)
}

/** The same on A4, for the file that the section keeps. */
export async function showJournalSheet({ voice, tx, query, city }: Visit): Promise<Answer> {
  const journal = await journalOf(tx, query)
  const title = voice.plain(words.journalOf, { day: dayText(voice, journal.on) })
  const printed = await printPdf({
    template: readFileSync(new URL('./journal.typ', import.meta.url), 'utf8'),
    content: { title, city: voice.plain(city.displayName), headings: headingsOf(voice), lines: linesOf(voice, journal), empty: voice.plain(words.nothingThatDay), foot: minuteOf(tx.now) },
    title, author: city.name, createdAt: tx.now, standard: 'ua-1', missingCharacters: 'geta',
  })
  if (!printed.ok) throw new Fault('too-large', `the journal cannot be printed: ${printed.reason}`)
  return fileAnswer(Buffer.from(printed.bytes), 'application/pdf')
}

function headingsOf(voice: Voice): string[] {
  return [words.numberWord, words.kind, words.about, words.occurred, words.drafter, words.approver, words.enteredAt, words.state].map((label) => voice.plain(label))
}

function linesOf(voice: Voice, { entries, names }: Journal): string[][] {
  return entries.map(({ number, kind, title, occurredOn, draftedBy, reviewedBy, appliedAt, status }) => [
    String(number), voice.plain(KIND_WORDS[kind]), title, dayText(voice, occurredOn), names.get(draftedBy) ?? voice.plain(words.machinery), names.get(reviewedBy ?? '') ?? '',
    appliedAt === null ? '' : minuteOf(appliedAt), voice.plain(STATUS_WORDS[status]),
  ])
}
