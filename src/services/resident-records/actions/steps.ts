import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { workFacts } from '../facts.ts'
import type { reasonForm, stepForm, withdrawForm } from '../forms/entry-form.ts'
import { showConflict } from '../pages/conflict.ts'
import { showEntryWith } from '../pages/entry.ts'
import { DESK, entryPath } from '../pages/staff-frame.ts'
import { mayApprove } from '../rules/four-eyes.ts'
import { drawUp } from '../rules/draw-up.ts'
import { movedOnSince } from '../store/applying.ts'
import { approveEntry, findEntry, sendBackEntry, submitEntry, withdrawEntry, type Entry } from '../store/entries.ts'
import { knownFor } from '../store/known.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { enterIntoRegister } from './enter.ts'

type Step = Submission<ValuesOf<typeof stepForm>>

/** To the second person. It is drawn up once more: what no longer holds, or what others have moved on, stays with the drafter. */
export async function submitToReview(visit: Step): Promise<Answer> {
  const { tx, city } = visit
  const entry = await entryMeant(visit, 'draft')
  const moved = await movedOnSince(tx, entry.plan)
  if (moved.length > 0) return showConflict(visit, entry, moved)
  const { draftId, ...rest } = { draftId: entry.id, kind: entry.kind, typed: entry.typed, refersTo: entry.refersTo }
  const drawn = drawUp(entry.kind, entry.typed, await knownFor(tx, city, { draftId, ...rest }))
  if (drawn.refusals.length > 0 || !await submitEntry(tx, entry)) return showEntryWith(visit, entry, words.notYet)
  tx.publish(workFacts.submitted, entry.id, { kind: entry.kind, source: entry.source })
  return redirect(entryPath(entry.id), { notice: words.submitted })
}

/**
 * 決裁 by the second person. It enters the register at once, or on its day. Where another entry for the same people or
 * household came first, nothing happens and both are shown (409).
 */
export async function approve(visit: Step): Promise<Answer> {
  const { tx } = visit
  const entry = await entryMeant(visit, 'review')
  if (!mayApprove(tx.actor.id, entry)) return showEntryWith(visit, entry, words.ownEntry)
  const moved = await movedOnSince(tx, entry.plan)
  if (moved.length > 0) return showConflict(visit, entry, moved)
  if (!await approveEntry(tx, entry)) return showEntryWith(visit, entry, words.overtaken)
  if (entry.applyOn !== null && Temporal.PlainDate.compare(entry.applyOn, tx.today) > 0) return redirect(entryPath(entry.id), { notice: words.approvedForLater })
  const applied = await enterIntoRegister(tx, entry)
  if (applied.kind === 'conflict') throw new Fault('conflict', 'the held people and households moved on')
  return redirect(entryPath(entry.id), { notice: words.applied })
}

export async function sendBack(visit: Submission<ValuesOf<typeof reasonForm>>): Promise<Answer> {
  const { tx, values } = visit
  const entry = await entryMeant(visit, 'review', 'approved')
  if (!await sendBackEntry(tx, entry, values.reason)) return showEntryWith(visit, entry, words.overtaken)
  tx.publish(workFacts.sentBack, entry.id, { kind: entry.kind, source: entry.source })
  return redirect(DESK, { notice: words.sentBack })
}

export async function withdraw(visit: Submission<ValuesOf<typeof withdrawForm>>): Promise<Answer> {
  const { tx, values } = visit
  const entry = await entryMeant(visit, 'draft')
  if (!await withdrawEntry(tx, entry, values.reason)) return showEntryWith(visit, entry, words.overtaken)
  return redirect(DESK, { notice: words.withdrawn })
}

/** The entry of the page, as its form saw it; one that has moved on meanwhile is shown as it is now. */
async function entryMeant(visit: Step | Submission<ValuesOf<typeof reasonForm>>, ...statuses: readonly Entry['status'][]): Promise<Entry> {
  const entry = await findVisible(visit.tx, visit)
  const isAsSeen = statuses.includes(entry.status) && String(entry.edition) === visit.values.seen
  if (!isAsSeen) throw new Fault('conflict', 'the entry has moved on since the page was shown')
  return entry
}

async function findVisible(tx: Tx, { params }: Pick<Visit, 'params'>): Promise<Entry> {
  const entry = isUuid(params.id ?? '') ? await findEntry(tx, params.id ?? '') : undefined
  if (entry === undefined) throw new Fault('not-found', 'there is no such entry')
  return entry
}

/** The frame was refused: a reason was missing, or the form is not ours. */
export async function showStepAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showEntryWith(visit, await findVisible(visit.tx, visit), words.reasonNeeded)
}
