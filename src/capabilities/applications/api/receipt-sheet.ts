import { readFileSync } from 'node:fs'
import { printPdf } from '#capabilities/documents/pdf.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { momentText } from '#kernel/text/moments.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { arriveAtCase, codeOf } from '../pages/case-visit.ts'
import { dayText } from '../pages/shown-parts.ts'
import { findProcedure } from '../rules/desks.ts'
import { filingWords } from '../text/filing-words.ts'
import { words } from '../text/resident-words.ts'

/** The receipt on paper: number, code, and where to look. It does not say what was answered. */
export async function showReceiptSheet(visit: Visit): Promise<Answer> {
  const { voice, city, directory, client, seal } = visit
  const { application } = await arriveAtCase(visit)
  const definition = findProcedure(directory.parts, application.procedure)?.definition
  const title = voice.plain(filingWords.receiptTitle)
  const printed = await printPdf({
    template: readFileSync(new URL('./receipt-sheet.typ', import.meta.url), 'utf8'),
    content: {
      title,
      procedure: definition === undefined ? application.procedure : voice.plain(definition.title),
      lines: [
        { label: voice.plain(words.number), text: application.number },
        { label: voice.plain(words.code), text: codeOf(seal, application.id) },
        { label: voice.plain(filingWords.receivedAt), text: momentText(voice, application.submittedAt) },
        ...(application.dueOn === null ? [] : [{ label: voice.plain(words.officeDays), text: dayText(voice, application.dueOn) }]),
        { label: voice.plain(words.lookUpTitle), text: `${client.origin}/applications/look-up` },
      ],
      note: voice.plain(words.lookUpLead),
      city: voice.plain(city.displayName),
    },
    title: `${title} ${application.number}`, author: city.name, createdAt: application.submittedAt, standard: 'ua-1', missingCharacters: 'geta',
  })
  if (!printed.ok) throw new Fault('too-large', `the receipt cannot be printed: ${printed.reason}`)
  return fileAnswer(Buffer.from(printed.bytes), 'application/pdf', `${application.number}.pdf`)
}
