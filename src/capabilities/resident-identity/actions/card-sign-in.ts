import { systemActor } from '#kernel/access/actor.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { cardIn, finishAuthorization } from '../card/authorization.ts'
import { flowOf, noFlow } from '../card/flow.ts'
import { cardSettings } from '../card/settings.ts'
import { returnWay } from '../rules/return-way.ts'
import { enterByCard } from './card-entering.ts'
import { leaveForCard, refuseCard } from './card-leaving.ts'
import { isCrowded } from './limits.ts'
import { finishSigning } from './signing.ts'

/** Leads the browser to the provider. Nothing is written: what must be remembered lies sealed in the browser itself. */
export async function beginCardSignIn(visit: Visit): Promise<Answer> {
  return leaveForCard(visit, { returnTo: returnWay(visit.query['return']), signatureId: null })
}

/** Back from the provider. The page is asked for by GET, as OpenID Connect has it; it writes in transactions of its own. */
export async function endCardSignIn(visit: Visit): Promise<Answer> {
  const flow = flowOf(visit)
  if (flow === null) return refuseCard(visit, 'too-late', '/my')
  const { returnTo } = flow
  const settings = await cardSettings(visit)
  // A provider that was changed meanwhile answers for nothing that was begun with the one before.
  if (settings === null || settings.issuer !== flow.issuer) return refuseCard(visit, 'too-late', returnTo)
  if (await visit.database.read('resident-identity', systemActor, (tx) => isCrowded(tx, visit.client.address))) return refuseCard(visit, 'crowded', returnTo)
  const authorized = await finishAuthorization(settings, flow, new URLSearchParams(visit.path.split('?')[1] ?? ''))
  if (!authorized.ok) return refuseCard(visit, authorized.reason, returnTo)
  if (flow.signatureId !== null) return finishSigning(visit, settings, { ...flow, signatureId: flow.signatureId }, authorized.claims.sub)
  const card = cardIn(settings.issuer, authorized.claims)
  if (card === null) return refuseCard(visit, 'not-proven', returnTo)
  const entered = await visit.database.act('resident-identity', visit.actor, (tx) => enterByCard(tx, visit, card))
  if (entered.kind === 'refused') return refuseCard(visit, entered.reason, returnTo)
  return redirect(returnTo, { cookies: [...entered.cookies, noFlow] })
}
