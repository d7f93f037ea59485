import { renderNotice } from '#design/notice/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import type { Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { randomUUID } from 'node:crypto'
import { workFacts } from '../facts.ts'
import type { preparedForm } from '../forms/entry-form.ts'
import { renderEntryForm } from '../pages/entry-form.ts'
import { showPreparedAgain } from '../pages/prepared.ts'
import { foldedNumber } from '../rules/prepared-numbers.ts'
import { knownFor } from '../store/known.ts'
import { openPreparation, usePreparation } from '../store/prepared.ts'
import { staffWords as words } from '../text/staff-words.ts'

/** The counter opens what somebody prepared at home: the form, filled in, to be checked together with them. */
export async function openPrepared(visit: Submission<ValuesOf<typeof preparedForm>>): Promise<Answer> {
  const { tx, city, seal, values, voice } = visit
  const folded = foldedNumber(values.number)
  const prepared = folded === null ? undefined : await openPreparation(tx, seal.mac(folded))
  if (prepared === undefined) return showPreparedAgain(visit, voice.say(words.preparedUnknown))
  tx.publish(workFacts.preparedOpened, prepared.id, { kind: prepared.kind })
  const subject = { kind: prepared.kind, draftId: randomUUID(), refersTo: null, source: 'pre-notification', prepared: values.number }
  const known = await knownFor(tx, city, { ...subject, typed: prepared.typed })
  const notice = renderNotice({ voice, kind: 'info', title: voice.say(words.checkFilled), isAnnounced: true })
  return renderEntryForm(visit, { subject, known, typed: prepared.typed, action: '/staff/residents/entries/new', notice })
}

/** What was prepared and became a draft is not needed any more. */
export async function usePrepared(tx: Tx, seal: Seal, number: string, entryId: string): Promise<void> {
  const folded = foldedNumber(number)
  if (folded !== null) await usePreparation(tx, seal.mac(folded), entryId)
}
