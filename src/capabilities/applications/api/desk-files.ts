import { writeCsv } from '#capabilities/documents/csv.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import { DESK_BASIS } from '../model.ts'
import { wishOf } from '../pages/desk.ts'
import { deskProcedures, namesOf } from '../pages/desk-visit.ts'
import { STATE_WORDS } from '../pages/shown-parts.ts'
import { listDesk } from '../store/desk.ts'
import { deskWords } from '../text/desk-words.ts'
import { filingWords } from '../text/filing-words.ts'
import { words } from '../text/resident-words.ts'

/** The pile on the screen as a workbook or CSV; taking it along is noted like looking at it. */
export function showDeskFile(format: 'xlsx' | 'csv') {
  return async (visit: Visit): Promise<Answer> => {
    const { tx, voice, actor } = visit
    const own = await deskProcedures(visit)
    const lines = await listDesk(tx, { ...wishOf(visit, own).wish, limit: APPLICATION_LIMITS.exportRows })
    const names = await namesOf(tx, lines.map(({ claimedBy }) => claimedBy))
    await tx.note({ act: 'export applications', subject: `unit:${actor.person?.unitCode ?? ''}`, basis: DESK_BASIS })
    const titles = new Map(own.map(({ definition }) => [definition.key, voice.plain(definition.title)]))
    const head = [words.number, filingWords.applicant, deskWords.procedure, filingWords.receivedAt, deskWords.due, deskWords.state, deskWords.holder].map((phrase) => voice.plain(phrase))
    const rows = lines.map((line) => [
      line.number, line.applicantName, titles.get(line.procedure) ?? '', minuteOf(line.submittedAt), line.dueOn?.toString() ?? '', voice.plain(STATE_WORDS[line.state]),
      line.claimedBy === null ? '' : (names.get(line.claimedBy) ?? ''),
    ])
    return format === 'csv' ? csvOf([head, ...rows]) : workbookOf(head, rows, tx.now)
  }
}

function csvOf(rows: readonly (readonly string[])[]): Answer {
  const made = writeCsv(rows, { encoding: 'utf-8-bom', missingCharacters: 'refuse' })
  if (!made.ok) throw new Fault('broken', `the list cannot be written: ${made.reason}`)
  return fileAnswer(Buffer.from(made.bytes), 'text/csv; charset=utf-8', 'applications.csv')
}

function workbookOf(head: readonly string[], rows: readonly (readonly string[])[], createdAt: Temporal.Instant): Answer {
  const made = writeXlsx({
    properties: { title: 'applications', creator: 'Tsunagu', createdAt },
    sheets: [{
      name: 'applications', columns: head.map(() => ({ width: 20 })), frozen: { rows: 1, columns: 1 },
      rows: [{ cells: head.map((value) => ({ value, style: { isBold: true } })) }, ...rows.map((cells) => ({ cells: cells.map((value) => ({ value })) }))],
    }],
  })
  if (!made.ok) throw new Fault('broken', `the list cannot be written: ${made.reason}`)
  return fileAnswer(Buffer.from(made.bytes), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'applications.xlsx')
}
