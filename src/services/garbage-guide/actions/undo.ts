import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { batchForm, changeForm } from '../forms.ts'
import { listFrameBatch } from '../store/frame.ts'
import { loadGuide } from '../store/guide.ts'
import { changeItems, findChange, holdGuide, isSame, listBatch, type KeptChange } from '../store/items.ts'
import { frameWords } from '../text/frame-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { undoFrame } from './undo-frame.ts'
import type { Tx } from '#kernel/database/transaction.ts'

/** Puts back what stood before one change, unless the item was changed again since. */
export async function undoChange({ tx, values, params }: Submission<ValuesOf<typeof changeForm>>): Promise<Answer> {
  await holdGuide(tx)
  const change = /^\d{1,15}$/.test(values.change) ? await findChange(tx, Number(values.change)) : undefined
  if (change === undefined || change.key !== params.key) throw new Fault('not-found', 'there is no such change')
  return redirect(`/staff/garbage/items/${change.key}/history`, { notice: await undoItems(tx, [change], String(change.id)) })
}

/** Puts back everything that was changed together, e.g. by an import: all of it, or nothing where one was changed since. */
export async function undoBatch({ tx, values, city }: Submission<ValuesOf<typeof batchForm>>): Promise<Answer> {
  if (!/^[0-9a-f-]{36}$/.test(values.batch)) throw new Fault('not-found', 'there is no such batch')
  await holdGuide(tx)
  const [changes, frame] = [await listBatch(tx, values.batch), await listFrameBatch(tx, values.batch)]
  if (changes.length + frame.length === 0) throw new Fault('not-found', 'there is no such batch')
  const notice = frame.length > 0 ? await undoFrame(tx, city, frame, values.batch) : await undoItems(tx, changes, values.batch)
  return redirect('/staff/garbage/history', { notice })
}

/** Puts back all of it or nothing; returns what to tell. */
async function undoItems(tx: Tx, changes: readonly KeptChange[], reference: string): Promise<Phrase<never>> {
  const { items, classes, dangers } = await loadGuide(tx)
  const present = new Map(items.map((item) => [item.key, item]))
  if (changes.some(({ key, after }) => !isSame(present.get(key) ?? null, after))) return staffWords.changedSince
  const known = { classes: new Set(classes.map(({ key }) => key)), dangers: new Set(dangers.map(({ key }) => key)) }
  const isGone = changes.some(({ before }) => before !== null
    && (before.ways.some(({ classKey }) => !known.classes.has(classKey)) || (before.dangerKey !== null && !known.dangers.has(before.dangerKey))))
  if (isGone) return frameWords.goneUndo
  await changeItems(tx, new Map(changes.map(({ key, before }) => [key, before])), { cause: 'undo', reference })
  return staffWords.undone
}
