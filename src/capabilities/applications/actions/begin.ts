import { randomUUID } from 'node:crypto'
import { personMeant } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import { draftPath } from '../pages/draft-visit.ts'
import type { Procedure } from '../procedure.ts'
import { findProcedure } from '../rules/desks.ts'
import { openingOn, versionOn } from '../rules/seasons.ts'
import { countDrafts, keepDraft } from '../store/applications.ts'
import { listPauses } from '../store/desk.ts'
import { words } from '../text/resident-words.ts'

/** Begins a draft for whom the procedure is open, and for whom the session means. */
export async function beginDraft(visit: Visit): Promise<Answer> {
  const { tx, actor, params, directory, seal, voice } = visit
  const definition = findProcedure(directory.parts, params.procedure ?? '')?.definition
  if (definition === undefined) throw new Fault('not-found', 'there is no such procedure')
  assertMayFile(visit, definition)
  const home = `/apply/${definition.key}`
  if (!openingOn(definition, await listPauses(tx, tx.today), tx.today).isOpen) return redirect(home, { notice: words.closed })
  const accountId = actor.resident?.accountId ?? null
  if (accountId !== null && (await countDrafts(tx, accountId)) >= APPLICATION_LIMITS.draftsOfAccount) return redirect('/my/applications', { notice: words.tooManyDrafts })
  const id = randomUUID()
  await keepDraft(tx, {
    id, procedure: definition.key, version: versionOn(definition, tx.today).version, channel: 'online', accountId,
    // Only a card says whose business it is; weaker proof fills in by hand.
    personId: actor.resident?.proof === 'card' ? personMeant(actor) : null,
    actingAs: actor.resident?.actsFor?.kind ?? 'self', mail: '', language: voice.language,
  })
  tx.publish(facts.draftBegun, `application:${id}`, { procedure: definition.key, channel: 'online' })
  return redirect(`${draftPath(seal, definition.key, id)}/1`)
}

function assertMayFile({ actor }: Visit, { mayFile, needsSignature }: Procedure): void {
  // Whoever cannot sign is stopped here, before anything is typed or uploaded.
  const canSign = needsSignature !== true || actor.resident?.proof === 'card'
  const isLetIn = canSign && (mayFile === 'everyone' || (mayFile === 'resident-signed-in' ? actor.resident !== null : actor.resident?.proof === 'card'))
  if (!isLetIn) throw new Fault('sign-in-required', '', { door: mayFile === 'resident-proven' || !canSign ? '/my/sign-in?proof=card' : '/my/sign-in' })
}
