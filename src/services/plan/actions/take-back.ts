import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts, planSubject, projectSubject } from '../facts.ts'
import type { takeBackForm } from '../forms.ts'
import type { PlanDocument } from '../model.ts'
import { REFUSAL_WORDS } from '../pages/round-names.ts'
import { findChange, type KeptChange } from '../store/changes.ts'
import { fieldText, scaleOfField, withFieldText, type FieldAddress } from '../store/document-fields.ts'
import { saveDocument } from '../store/save-document.ts'
import { staffWords } from '../text/staff-words.ts'
import { aidWords } from '../text/round-aid-words.ts'
import { assertMayEdit, getHeldVisit, revisionOf, type StaffVisit } from './staff-visit.ts'
import { fieldRefusal } from './writing.ts'

/** Can what stood there before be put back? Titles, branches and listings are changed with the plan's table. */
export function canTakeBack(document: PlanDocument, { projectKey, field, before, year }: KeptChange): boolean {
  if (fieldText(document, { projectKey, field } as FieldAddress) === undefined) return false
  // What was written for another year belongs into that year's sheet.
  if (isOfReport(field) && year !== document.reportYear) return false
  if (field === 'name' && before === '') return false
  if (field === 'owners' && before === '') return false
  const scale = scaleOfField(field)
  return scale === null || before === '' || document.scales[scale].steps.some(({ key }) => key === before)
}

/** What the round says against it: the field is not open, or the round is over and a correction needs a reason. */
export function refusedTakeBack({ writing, year }: StaffVisit, { projectKey, field }: Pick<KeptChange, 'projectKey' | 'field'>): Phrase<never> | null {
  const own = writing(projectKey)
  if (own.isCorrection) return aidWords.takeBackNeedsReason
  const refusal = fieldRefusal(own, field, year)
  return refusal === null ? null : REFUSAL_WORDS[refusal]
}

function isOfReport(field: string): boolean {
  return /^(sheet|sections|indicators)\//.test(field)
}

/** Puts what stood in a field before a change back into it, as a new change. */
export async function takeBack(visit: Submission<ValuesOf<typeof takeBackForm>>): Promise<Answer> {
  const { values, tx } = visit
  const found = await getHeldVisit(visit, values)
  const change = await findChange(tx, found.plan.key, Number(values.change) || 0)
  if (change === undefined || !canTakeBack(found.present.document, change)) throw new Fault('not-found', 'there is no such change')
  const { projectKey, field, before } = change
  if (projectKey !== (visit.params.project ?? null)) throw new Fault('not-found', 'the change belongs to another sheet')
  assertMayEdit(found, projectKey)
  const closed = refusedTakeBack(found, change)
  const history = found.links.sheet(projectKey, found.year, '/history')
  if (closed !== null) return redirect(history, { notice: closed })
  if (values.revision !== String(revisionOf(found, projectKey))) return redirect(history, { notice: staffWords.changedSince })
  const address = { projectKey, field } as FieldAddress
  if (fieldText(found.present.document, address) === before) return redirect(history, { notice: staffWords.already })
  const document = withFieldText(found.present.document, address, before)
  await saveDocument(tx, { planKey: found.plan.key, document, cause: 'taken-back', reference: String(change.id) })
  const subject = projectKey === null ? planSubject(found.plan.key) : projectSubject(found.plan.key, projectKey)
  tx.publish(facts.versionTakenBack, subject, { plan: found.plan.key, year: found.year, project: projectKey, field, change: change.id })
  return redirect(history, { notice: staffWords.takenBack })
}
