import { Fault } from '#kernel/faults/faults.ts'
import { fillIn, type FormProblems, type Typed, type ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts, planSubject, projectSubject } from '../facts.ts'
import { CHOICE_PREFIX, editFieldsOf, formOf, type sheetForm } from '../forms.ts'
import { showConflict } from '../pages/sheet-conflict.ts'
import { showSheetOf } from '../pages/sheet-page.ts'
import { listChangesSince } from '../store/changes.ts'
import { withFieldText } from '../store/document-fields.ts'
import { saveDocument } from '../store/save-document.ts'
import { staffWords } from '../text/staff-words.ts'
import { compareEdit, type ComparedField } from './edit-comparison.ts'
import { assertMayEdit, getHeldVisit, revisionOf, type StaffVisit } from './staff-visit.ts'

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
  assertMayEdit(found, projectKey)
  const fields = editFieldsOf(document, projectKey)
  const filled = fillIn(formOf(fields), visit.typed)
  if (!filled.ok) return showAgain(visit, found, projectKey, filled.problems)
  const since = await listChangesSince(visit.tx, found.plan.key, { projectKey, year: found.year, revision: Number(visit.values.revision) || 0 })
  const chosen = chosenIn(visit.typed)
  const comparison = compareEdit(document, fields, filled.values as Readonly<Record<string, string>>, since)
  const open = comparison.both.filter(({ edit }) => chosen.get(edit.name) === undefined)
  // Who comes second sees what the first one did, even where they did not touch the same field.
  const isSeen = since.length === 0 || isSeenIn(visit.typed, revisionOf(found, projectKey))
  if (open.length > 0 || !isSeen) return showConflict(visit, found, projectKey, { comparison, chosen, since, isAskedAgain: visit.typed.seen !== undefined })
  const taken = comparison.both.filter(({ edit }) => chosen.get(edit.name) === 'mine')
  return keepEdit(visit, found, projectKey, [...comparison.mine, ...taken])
}

function showAgain(visit: SheetVisit, found: StaffVisit, projectKey: string | null, problems: FormProblems): Answer {
  return showSheetOf(visit, found, projectKey, { typed: visit.typed, problems, revision: visit.values.revision })
}

async function keepEdit(visit: SheetVisit, found: StaffVisit, projectKey: string | null, changed: readonly ComparedField[]): Promise<Answer> {
  const { plan, year, links, present } = found
  const path = links.sheet(projectKey, year)
  if (changed.length === 0) return redirect(path, { notice: staffWords.nothingToSave })
  const document = changed.reduce((edited, { edit, typed }) => withFieldText(edited, edit.address, typed), present.document)
  const { changes } = await saveDocument(visit.tx, { planKey: plan.key, document, cause: 'edit' })
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
