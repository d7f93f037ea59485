import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { batchForm, changeForm } from '../forms.ts'
import { listItems } from '../store/guide.ts'
import { changeItems, findChange, holdGuide, isSame, listBatch, type KeptChange } from '../store/items.ts'
import { staffWords } from '../text/staff-words.ts'
import type { Tx } from '#kernel/database/transaction.ts'

/** Puts back what stood before one change, unless the item was changed again since. */
export async function undoChange({ tx, values, params }: Submission<ValuesOf<typeof changeForm>>): Promise<Answer> {
  await holdGuide(tx)
  const change = /^\d{1,15}$/.test(values.change) ? await findChange(tx, Number(values.change)) : undefined
  if (change === undefined || change.key !== params.key) throw new Fault('not-found', 'there is no such change')
  const isUndone = await undoAll(tx, [change], String(change.id))
  return redirect(`/staff/garbage/items/${change.key}/history`, { notice: isUndone ? staffWords.undone : staffWords.changedSince })
}

/** Puts back everything that was changed together, e.g. by an import: all of it, or nothing where one was changed since. */
export async function undoBatch({ tx, values }: Submission<ValuesOf<typeof batchForm>>): Promise<Answer> {
  if (!/^[0-9a-f-]{36}$/.test(values.batch)) throw new Fault('not-found', 'there is no such batch')
  await holdGuide(tx)
  const changes = await listBatch(tx, values.batch)
  if (changes.length === 0) throw new Fault('not-found', 'there is no such batch')
  const isUndone = await undoAll(tx, changes, values.batch)
  return redirect('/staff/garbage/history', { notice: isUndone ? staffWords.undone : staffWords.changedSince })
}

async function undoAll(tx: Tx, changes: readonly KeptChange[], reference: string): Promise<boolean> {
  const present = new Map((await listItems(tx)).map((item) => [item.key, item]))
  if (changes.some(({ key, after }) => !isSame(present.get(key) ?? null, after))) return false
  await changeItems(tx, new Map(changes.map(({ key, before }) => [key, before])), { cause: 'undo', reference })
  return true
}
