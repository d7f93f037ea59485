import type { Phrase } from '#kernel/text/text.ts'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { changeForm } from '../forms.ts'
import type { FrameKind } from '../model.ts'
import { framePath } from '../pages/frame-paths.ts'
import { cellsOf, isSameCells } from '../rules/frame-cells.ts'
import { readPart } from '../rules/frame-reading.ts'
import { findPart, pointersTo } from '../rules/frame.ts'
import { changeFrame, findFrameChange, type KeptFrameChange, type WantedPart } from '../store/frame.ts'
import { loadGuide } from '../store/guide.ts'
import { holdGuide } from '../store/items.ts'
import { frameWords } from '../text/frame-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { aroundOf } from './keep-frame.ts'

/** Puts back what stood before one change of a part, unless it was changed again or the rest of the guide forbids it. */
export function undoPart(kind: FrameKind) {
  return async ({ tx, values, params, city }: Submission<ValuesOf<typeof changeForm>>): Promise<Answer> => {
    await holdGuide(tx)
    const change = /^\d{1,15}$/.test(values.change) ? await findFrameChange(tx, Number(values.change)) : undefined
    if (change === undefined || change.kind !== kind || change.key !== params.key) throw new Fault('not-found', 'there is no such change')
    const notice = await undoFrame(tx, city, [change], String(change.id))
    return redirect(`${framePath(kind, change.key)}/history`, { notice })
  }
}

/** Puts back all of it or nothing; returns what to tell. */
export async function undoFrame(tx: Tx, city: City, changes: readonly KeptFrameChange[], reference: string): Promise<Phrase<never>> {
  const guide = await loadGuide(tx)
  const wanted: WantedPart[] = []
  for (const { kind, key, before, after } of changes) {
    const present = findPart(guide, kind, key)
    if (!isSameCells(present && cellsOf(kind, present), after)) return staffWords.changedSince
    if (before === null && pointersTo(guide, kind, key).length > 0) return frameWords.stillUsedUndo
    const read = before === null ? null : readPart(kind, before, aroundOf(guide, city))
    if (read?.ok === false) return frameWords.goneUndo
    wanted.push({ kind, key, part: read === null ? null : read.part })
  }
  await changeFrame(tx, wanted, { cause: 'undo', reference })
  return staffWords.undone
}
