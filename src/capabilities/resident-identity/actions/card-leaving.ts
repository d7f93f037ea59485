import { departure, redirect, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { beginAuthorization } from '../card/authorization.ts'
import { flowCookie } from '../card/flow.ts'
import { cardSettings } from '../card/settings.ts'
import type { CardRefusal } from '../model.ts'
import { showCardRefused } from '../pages/card-refused.ts'
import { noteFailure } from './limits.ts'
import { ownOrigin } from './own-address.ts'

/** Where the provider sends people back to; registered with it. */
const CARD_RETURN = '/my/sign-in/card/return'

export async function leaveForCard(visit: Visit, { returnTo, signatureId }: { returnTo: string; signatureId: string | null }): Promise<Answer> {
  const settings = await cardSettings(visit)
  // Where no provider is named, the page of all ways in says that this one is not open yet.
  if (settings === null) return redirect(`/my/sign-in?${new URLSearchParams({ return: returnTo })}`)
  try {
    const redirectUri = `${ownOrigin(visit)}${CARD_RETURN}`
    const { to, flow } = await beginAuthorization(settings, { redirectUri, returnTo, signatureId })
    return departure(to, { cookies: [flowCookie(visit, flow)] })
  } catch {
    // The provider does not say what it is: it is away, which is no fault of ours and none of the person's.
    return refuseCard(visit, 'unreachable', returnTo)
  }
}

/** Counted by its reason; what the person chose themselves is no failure and makes nobody wait. */
export async function refuseCard(visit: Visit, reason: CardRefusal, returnTo: string): Promise<Answer> {
  const isTry = reason !== 'cancelled' && reason !== 'unreachable' && reason !== 'crowded'
  if (isTry) {
    await visit.database.act('resident-identity', visit.actor, (tx) => noteFailure(tx, { way: 'card', what: 'card', reason, network: visit.client.address }))
  }
  return showCardRefused(visit, reason, returnTo)
}
