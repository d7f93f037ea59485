import { Fault } from '#kernel/faults/faults.ts'
import { fillIn, type FormProblems, type Typed, type ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts, planSubject, projectSubject } from '../facts.ts'
import { CHOICE_PREFIX, editFieldsOf, formOf, SHEET_LIMITS, type EditField, type sheetForm } from '../forms.ts'
import type { PlanDocument } from '../model.ts'
import { showConflict } from '../pages/sheet-conflict.ts'
import { loadCircumstances } from '../pages/sheet-circumstances.ts'
import { showSheetOf } from '../pages/sheet-page.ts'
import type { RoundRefusal } from '../rules/rounds.ts'
import { listChangesSince } from '../store/changes.ts'
import { fieldText, withFieldText } from '../store/document-fields.ts'
import { saveDocument } from '../store/save-document.ts'
import { roundWords } from '../text/round-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { findReferenceFaults } from './check-references.ts'
import { compareEdit, type ComparedField } from './edit-comparison.ts'
import { getHeldVisit, revisionOf, type StaffVisit } from './staff-visit.ts'
import type { Writing } from './writing.ts'

type SheetVisit = Submission<ValuesOf<typeof sheetForm>>

/** Saves a project's sheet; a sheet that somebody else saved meanwhile comes back with the difference. */
export function saveSheet(visit: SheetVisit): Promise<Answer> {
  return saveEdit(visit, visit.params.project ?? '')
}

/** Saves the texts and indicators of the whole plan. */
export function saveCover(visit: SheetVisit): Promise<Answer> {
  return saveEdit(visit, null)
}

/** A form without its hidden fields did not come from our pages. */
export async function refuseSheet(): Promise<Answer> {
  throw new Fault('bad-request', 'the form lacks its year or revision')
}

async function saveEdit(visit: SheetVisit, projectKey: string | null): Promise<Answer> {
  const found = await getHeldVisit(visit, visit.values)
  const { document } = found.present
  if (projectKey !== null && !document.projects.some(({ key }) => key === projectKey)) throw new Fault('not-found', 'there is no such project')
  const writing = found.writing(projectKey)
  if (!writing.decision.ok) return refuse(visit, found, projectKey, writing.decision.reason)
  const all = editFieldsOf(document, projectKey)
  const fields = all.filter(({ address }) => writing.fieldDecision(address.field).ok)
  if (isTypedInto(document, all.filter((field) => !fields.includes(field)), visit.typed)) return refuse(visit, found, projectKey, 'field-not-open')
  const correction = correctionIn(visit, writing)
  if (correction === null) return showAgain(visit, found, projectKey, { correction: { phrase: roundWords.commentNeeded } })
  const filled = fillIn(formOf(fields), visit.typed)
  if (!filled.ok) return showAgain(visit, found, projectKey, filled.problems)
  const since = await listChangesSince(visit.tx, found.plan.key, { projectKey, year: found.year, revision: Number(visit.values.revision) || 0 })
  const chosen = chosenIn(visit.typed)
  const comparison = compareEdit(document, fields, filled.values as Readonly<Record<string, string>>, since)
  const wanted = [...comparison.mine, ...comparison.both.filter(({ edit }) => chosen.get(edit.name) !== 'theirs')]
  const faults = await findReferenceFaults(visit.tx, document, wanted)
  if (Object.keys(faults).length > 0) return showAgain(visit, found, projectKey, faults)
  const open = comparison.both.filter(({ edit }) => chosen.get(edit.name) === undefined)
  // Who comes second sees what the first one did, even where they did not touch the same field.
  const isSeen = since.length === 0 || isSeenIn(visit.typed, revisionOf(found, projectKey))
  if (open.length > 0 || !isSeen) return showConflict(visit, found, projectKey, { comparison, chosen, since, isAskedAgain: visit.typed.seen !== undefined })
  const taken = comparison.both.filter(({ edit }) => chosen.get(edit.name) === 'mine')
  return keepEdit(visit, found, projectKey, [...comparison.mine, ...taken], correction)
}

/** Everything as it was typed, with the reasons beside it and all that helps to put it right. */
async function showAgain(visit: SheetVisit, found: StaffVisit, projectKey: string | null, problems: FormProblems): Promise<Answer> {
  const known = await loadCircumstances(visit, found, projectKey)
  return showSheetOf(visit, found, projectKey, { ...known, typed: visit.typed, problems, revision: visit.values.revision })
}

/** What was typed is shown beside the reason, so that it is not lost; a sheet of strangers is not opened at all. */
function refuse(visit: SheetVisit, found: StaffVisit, projectKey: string | null, reason: RoundRefusal): Answer {
  if (reason === 'not-yours') throw new Fault('forbidden', 'the project belongs to another unit')
  return showSheetOf(visit, found, projectKey, { typed: visit.typed, refusal: reason })
}

/** Did somebody write into fields that are not open? A page from before the round may still have had them. */
function isTypedInto(document: PlanDocument, closed: readonly EditField[], typed: Typed): boolean {
  return closed.some(({ name, address }) => {
    const text = typed[name]
    return typeof text === 'string' && text.replaceAll('\r\n', '\n') !== fieldText(document, address)?.replaceAll('\r\n', '\n')
  })
}

/** The reason that a correction after the end of a round needs; empty where none is needed, null where it is missing. */
function correctionIn({ typed }: SheetVisit, { isCorrection }: Writing): string | null {
  if (!isCorrection) return ''
  const reason = typeof typed.correction === 'string' ? typed.correction.trim().slice(0, SHEET_LIMITS.reason) : ''
  return reason === '' ? null : reason
}

async function keepEdit(
  visit: SheetVisit,
  found: StaffVisit,
  projectKey: string | null,
  changed: readonly ComparedField[],
  correction: string,
): Promise<Answer> {
  const { plan, year, links, present } = found
  const path = links.sheet(projectKey, year)
  if (changed.length === 0) return redirect(path, { notice: staffWords.nothingToSave })
  const document = changed.reduce((edited, { edit, typed }) => withFieldText(edited, edit.address, typed), present.document)
  const { changes } = await saveDocument(visit.tx, {
    planKey: plan.key, document, ...(correction === '' ? { cause: 'edit' } : { cause: 'correction', reference: correction }),
  })
  const subject = projectKey === null ? planSubject(plan.key) : projectSubject(plan.key, projectKey)
  visit.tx.publish(facts.sheetEdited, subject, { plan: plan.key, year, project: projectKey, fields: changes.map(({ field }) => field) })
  return redirect(path, { notice: staffWords.saved })
}

function chosenIn(typed: Typed): ReadonlyMap<string, 'mine' | 'theirs'> {
  const chosen = new Map<string, 'mine' | 'theirs'>()
  for (const [name, value] of Object.entries(typed)) {
    if (name.startsWith(CHOICE_PREFIX) && (value === 'mine' || value === 'theirs')) chosen.set(name.slice(CHOICE_PREFIX.length), value)
  }
  return chosen
}

/** Has the editor been shown the sheet as it is now? The page of differences says which revision it showed. */
function isSeenIn(typed: Typed, revision: number): boolean {
  return typed.seen === String(revision)
}
