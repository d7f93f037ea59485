import { randomUUID } from 'node:crypto'
import { renderNotice } from '#design/notice/view.ts'
import { fileField, type ValuesOf } from '#kernel/forms/form.ts'
import type { Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { renderEntryForm } from '../pages/entry-form.ts'
import { intakePage } from '../pages/intake.ts'
import { readCertificate, typedFromCertificate } from '../rules/moving-certificate.ts'
import { knownFor } from '../store/known.ts'
import { staffWords as words } from '../text/staff-words.ts'

export const intakeForm = { file: fileField({ label: words.intakeFile, accept: '.json,application/json' }) }

/** 特例転入: the former city's data stands in the form; nothing is kept before the counter has looked at it. */
export async function takeInCertificate(visit: Submission<ValuesOf<typeof intakeForm>>): Promise<Answer> {
  const { tx, city, values, voice } = visit
  const read = readCertificate(values.file.bytes)
  if (!read.ok) return intakePage(visit, voice.plain(words.intakeRefused, { place: read.place }))
  const subject = { kind: 'in' as const, draftId: randomUUID(), refersTo: null, source: 'certificate', prepared: '' }
  const typed = typedFromCertificate(read.certificate)
  const known = await knownFor(tx, city, { ...subject, typed })
  const notice = renderNotice({ voice, kind: 'info', title: voice.say(words.checkFilled), isAnnounced: true })
  return renderEntryForm(visit, { subject, known, typed, action: '/staff/residents/entries/new', notice })
}

export async function askFileAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return intakePage(visit, visit.voice.plain(words.intakeRefused, { place: '–' }))
}
