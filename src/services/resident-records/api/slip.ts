import { readFileSync } from 'node:fs'
import { printPdf } from '#capabilities/documents/pdf.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { comparedSubjects } from '../pages/comparison.ts'
import { staffNames, VIEW_BASIS } from '../pages/staff-frame.ts'
import { dayText } from '../pages/values.ts'
import { compareEntry } from '../store/comparing.ts'
import { findEntry } from '../store/entries.ts'
import { KIND_WORDS, STATUS_WORDS } from '../text/entry-words.ts'
import { formWords } from '../text/form-words.ts'
import { staffWords as words } from '../text/staff-words.ts'

/** 異動届: the notice on one sheet, as it was taken in, to be checked and signed by who brought it, and kept. */
export async function showSlip({ voice, tx, city, params }: Visit): Promise<Answer> {
  const entry = isUuid(params.id ?? '') ? await findEntry(tx, params.id ?? '') : undefined
  if (entry === undefined) throw new Fault('not-found', 'there is no such entry')
  for (const id of entry.people) await tx.note({ act: 'print slip', subject: `resident:${id}`, basis: VIEW_BASIS })
  const subjects = await comparedSubjects(tx, voice, await compareEntry(tx, entry))
  const names = await staffNames(tx, [entry.draftedBy, entry.reviewedBy])
  const title = `${voice.plain(words.slip)} – ${voice.plain(KIND_WORDS[entry.kind])}`
  const facts: [string, string][] = [
    [voice.plain(words.numberWord), String(entry.number)], [voice.plain(formWords.occurredOn), dayText(voice, entry.occurredOn)], [voice.plain(formWords.notifiedOn), dayText(voice, entry.notifiedOn)],
    [voice.plain(formWords.notifier), entry.typed.notifier ?? ''], [voice.plain(words.state), voice.plain(STATUS_WORDS[entry.status])], [voice.plain(words.drafter), names.get(entry.draftedBy) ?? ''], [voice.plain(words.approver), names.get(entry.reviewedBy ?? '') ?? ''],
  ]
  const printed = await printPdf({
    template: readFileSync(new URL('./slip.typ', import.meta.url), 'utf8'),
    content: {
      title, city: voice.plain(city.displayName), facts, field: voice.plain(words.field), before: voice.plain(words.before), after: voice.plain(words.after),
      subjects: subjects.filter(({ lines }) => lines.length > 0).map((subject) => ({ title: subject.title, lines: subject.lines.map(({ label, before, after }) => [voice.plain(label), before, after]) })),
      signature: voice.plain(words.signature), note: entry.typed.note ?? '', foot: minuteOf(tx.now),
    },
    title, author: city.name, createdAt: tx.now, standard: 'ua-1', missingCharacters: 'geta',
  })
  if (!printed.ok) throw new Fault('too-large', `the slip cannot be printed: ${printed.reason}`)
  return fileAnswer(Buffer.from(printed.bytes), 'application/pdf')
}
