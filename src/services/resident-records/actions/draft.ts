import { Fault } from '#kernel/faults/faults.ts'
import { renderNotice } from '#design/notice/view.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { typedEntryIn, type editEntryForm, type newEntryForm } from '../forms/entry-form.ts'
import { ENTRY_SOURCES, type EntrySource } from '../model.ts'
import { drawUp } from '../rules/draw-up.ts'
import { renderEntryForm, type FormSubject, type FormTerms } from '../pages/entry-form.ts'
import { entryPath } from '../pages/staff-frame.ts'
import { findEntry, insertEntry, saveDraft, type Entry } from '../store/entries.ts'
import { knownFor } from '../store/known.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { usePrepared } from './prepared.ts'

/** Keeps a new draft. What stands in its way is shown with everything typed; it may be kept for later all the same. */
export async function keepNewEntry(visit: Submission<ValuesOf<typeof newEntryForm>>): Promise<Answer> {
  const { tx, city, values } = visit
  const subject = subjectOf(values)
  const typed = typedEntryIn(visit.typed)
  const known = await knownFor(tx, city, { ...subject, typed })
  const terms: FormTerms = { subject, known, typed, action: '/staff/residents/entries/new' }
  if (isForAnotherPerson(typed)) return renderEntryForm(visit, terms)
  const drawn = drawUp(subject.kind, typed, known)
  if (drawn.refusals.length > 0 && visit.typed.keep !== 'yes') return renderEntryForm(visit, { ...terms, drawn })
  // A form sent twice is answered once by the kernel; the same draft from two windows is one draft all the same.
  if (await findEntry(tx, subject.draftId) === undefined) {
    await insertEntry(tx, { id: subject.draftId, kind: subject.kind, source: sourceOf(subject.source), refersTo: subject.refersTo, ...contentOf(drawn), typed })
    await usePrepared(tx, visit.seal, subject.prepared, subject.draftId)
  }
  return redirect(entryPath(subject.draftId), { notice: drawn.refusals.length > 0 ? words.keptUnfinished : words.kept })
}

/** The kernel refused the frame of the form, not its fields: it did not come from our page. */
export async function refuseFrame(): Promise<never> {
  throw new Fault('bad-request', 'the form lacks what frames it')
}

export async function keepEditedEntry(visit: Submission<ValuesOf<typeof editEntryForm>>): Promise<Answer> {
  const { tx, city, values } = visit
  const entry = await draftMeant(visit)
  const typed = typedEntryIn(visit.typed)
  const subject: FormSubject = { kind: entry.kind, draftId: entry.id, refersTo: entry.refersTo, source: entry.source, prepared: '' }
  const known = await knownFor(tx, city, { ...subject, typed })
  const terms: FormTerms = { subject, known, typed, action: `${entryPath(entry.id)}/edit`, seen: Number(values.seen) }
  if (isForAnotherPerson(typed)) return renderEntryForm(visit, terms)
  const drawn = drawUp(entry.kind, typed, known)
  if (drawn.refusals.length > 0 && visit.typed.keep !== 'yes') return renderEntryForm(visit, { ...terms, drawn })
  const isSaved = await saveDraft(tx, entry.id, Number(values.seen), { ...contentOf(drawn), typed })
  if (isSaved) return redirect(entryPath(entry.id), { notice: drawn.refusals.length > 0 ? words.keptUnfinished : words.kept })
  const notice = renderNotice({ voice: visit.voice, kind: 'warning', title: visit.voice.say(words.overtaken), isAnnounced: true })
  return renderEntryForm(visit, { ...terms, seen: entry.edition, drawn, notice })
}

async function draftMeant({ tx, params }: Pick<Submission<unknown>, 'tx' | 'params'>): Promise<Entry> {
  const entry = isUuid(params.id ?? '') ? await findEntry(tx, params.id ?? '') : undefined
  if (entry === undefined || entry.status !== 'draft') throw new Fault('not-found', 'there is no such draft')
  return entry
}

function subjectOf({ kind, draft, refers, source, prepared }: ValuesOf<typeof newEntryForm>): FormSubject {
  if (!isUuid(draft)) throw new Fault('bad-request', 'a draft needs its own id')
  return { kind, draftId: draft, refersTo: isUuid(refers) ? refers : null, source: sourceOf(source), prepared }
}

function sourceOf(text: string): EntrySource {
  const found = ENTRY_SOURCES.find((source) => source === text)
  return found === undefined || found === 'settlement' ? 'counter' : found
}

/** The button that asks for the fields of one more person sends the form without wanting it checked. */
function isForAnotherPerson(typed: Readonly<Record<string, string>>): boolean {
  return typed.arrivals !== undefined
}

function contentOf({ title, occurredOn, notifiedOn, applyOn, plan }: ReturnType<typeof drawUp>) {
  return { title, occurredOn, notifiedOn, applyOn, plan }
}
