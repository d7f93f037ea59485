import { may, personMeant } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { openSealedId, sealId } from '#kernel/secrets/sealed-id.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { givenFor } from '../actions/given.ts'
import type { Application, Given } from '../model.ts'
import type { Procedure, ProcedureVersion } from '../procedure.ts'
import { findProcedure } from '../rules/desks.ts'
import { versionNamed } from '../rules/seasons.ts'
import { findApplication, lockApplication } from '../store/applications.ts'

/** A draft in the hands of whoever fills it in. */
export interface DraftVisit {
  readonly owner: string
  readonly definition: Procedure
  readonly version: ProcedureVersion
  readonly application: Application
  readonly given: Given
  /** `/apply/<procedure>/<draft>`, under which its pages lie. */
  readonly base: string
}

/** The address of a draft is as good as a key, and of an account's draft the account is asked for as well. */
export function draftPath(seal: Seal, procedure: string, id: string): string {
  return `/apply/${procedure}/${sealId(seal, 'draft', id)}`
}

export type DraftArrival = { readonly kind: 'draft'; readonly draft: DraftVisit } | { readonly kind: 'filed'; readonly application: Application }

/** The draft that an address names, for whom it belongs to; to everybody else it does not exist. */
export async function arriveAtDraft(visit: Visit, terms: { isLocked?: boolean } = {}): Promise<DraftArrival> {
  const { tx, params, directory, seal } = visit
  const id = openSealedId(seal, 'draft', params.draft ?? '')
  const application = id === undefined ? undefined : await (terms.isLocked === true ? lockApplication : findApplication)(tx, id)
  const owned = findProcedure(directory.parts, params.procedure ?? '')
  const version = owned === undefined || application === undefined ? undefined : versionNamed(owned.definition, application.version)
  if (application === undefined || owned === undefined || version === undefined || application.procedure !== owned.definition.key) throw new Fault('not-found', 'there is no such draft')
  assertMayFill(visit, application)
  if (application.state !== 'draft') return { kind: 'filed', application }
  const given = await givenFor(visit, application.personId, application.answers)
  return { kind: 'draft', draft: { owner: owned.owner, definition: owned.definition, version, application, given, base: draftPath(seal, application.procedure, application.id) } }
}

function assertMayFill({ actor }: Visit, { channel, accountId, personId }: Application): void {
  // Paper is typed in by whoever has the desk; a colleague may finish it.
  if (channel === 'paper') {
    if (!may(actor, 'applications-clerk')) throw new Fault(actor.person === null ? 'sign-in-required' : 'forbidden')
    return
  }
  if (accountId === null) return
  if (actor.resident === null) throw new Fault('sign-in-required', '', { door: '/my/sign-in' })
  const isTheirs = actor.resident.accountId === accountId && personMeant(actor) === personId
  if (!isTheirs) throw new Fault('not-found', 'the draft belongs to another account or another person')
}
