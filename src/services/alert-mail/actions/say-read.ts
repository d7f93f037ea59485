import { Fault } from '#kernel/faults/faults.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { messageOf } from '../pages/guardian-pages.ts'
import { keepReceipt } from '../store/messages.ts'
import { guardianWords as words } from '../text/guardian-words.ts'

/** «I have read it»: counted once, however often it is pressed. A link that was not made for this message changes nothing. */
export async function sayRead(visit: Visit): Promise<Answer> {
  const { tx, params } = visit
  const { message, contactId, receipt } = await messageOf(visit)
  if (contactId === undefined || receipt === undefined) throw new Fault('not-found', 'this link is not one of ours')
  await keepReceipt(tx, message.id, contactId, tx.now)
  return redirect(`/schools/messages/${message.id}/${params.token}`, { notice: words.thanks })
}
