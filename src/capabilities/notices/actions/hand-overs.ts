import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { actorId } from '../activitypub/city-actor.ts'
import { fediverseStandIn } from '../activitypub/stand-in.ts'
import type { retryForm } from '../forms/hand-overs.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import { tryAgainNow } from '../store/hand-overs.ts'
import { handOverWords as words } from '../text/hand-over-words.ts'

const LIST = '/staff/notices/hand-overs'

/** Puts a hand-over first in line, also one that was given up or held back. */
export async function retryHandOver({ tx, values }: Submission<ValuesOf<typeof retryForm>>): Promise<Answer> {
  const id = Number(values.handOver)
  const isTried = Number.isSafeInteger(id) && (await tryAgainNow(tx, id))
  return redirect(LIST, { notice: isTried ? words.retried : words.notRetried })
}

/** Lets somebody on the stand-in follow the city, by the same messages that a real server would send. */
export async function followFromStandIn({ city, database, seal }: Submission<unknown>): Promise<Answer> {
  const standIn = await fediverseStandIn({ database, seal })
  const isFollowing = await standIn.follow('hanako', actorId(portalOrigin(city))).then(({ status }) => status === 202, () => false)
  return redirect(LIST, { notice: isFollowing ? words.followed : words.notFollowed })
}
