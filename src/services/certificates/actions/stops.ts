import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { endStopForm, stopForm } from '../forms.ts'
import { personPath } from '../pages/desk-frame.ts'
import { beginStop, endStop } from '../store/stops.ts'
import { deskWords } from '../text/desk-words.ts'

const BASIS = '住民基本台帳事務処理要領・証明書交付に関する市の規則'

/** 発行停止: holds from the commit of this action, for every way. */
export async function stop({ tx, values }: Submission<ValuesOf<typeof stopForm>>): Promise<Answer> {
  if (!isUuid(values.person)) throw new Fault('not-found')
  await beginStop(tx, values.person, values.reason)
  await tx.note({ act: 'stop issuing', subject: `resident:${values.person}`, basis: BASIS })
  return redirect(personPath(values.person), { notice: deskWords.stopped })
}

export async function resume({ tx, values }: Submission<ValuesOf<typeof endStopForm>>): Promise<Answer> {
  if (!isUuid(values.person) || !isUuid(values.stop)) throw new Fault('not-found')
  if ((await endStop(tx, values.stop)) === 0) throw new Fault('conflict', 'the stop has ended already')
  await tx.note({ act: 'resume issuing', subject: `resident:${values.person}`, basis: BASIS })
  return redirect(personPath(values.person), { notice: deskWords.stopEnded })
}
