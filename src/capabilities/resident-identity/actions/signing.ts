import { redirect, type Answer } from '#kernel/web/answers.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { fetchSignature, announceSignature } from '../card/signature-api.ts'
import { noFlow, type CardFlow } from '../card/flow.ts'
import { isSignatureOver } from '../card/signature-check.ts'
import { cardSettings, type CardSettings } from '../card/settings.ts'
import { facts } from '../facts.ts'
import { accountSubject, BASIS } from '../model.ts'
import { showCardRefused } from '../pages/card-refused.ts'
import { listCards } from '../store/cards.ts'
import { findSignature, keepSignature, refuseSignature, type AskedSignature } from '../store/signatures.ts'
import { leaveForCard } from './card-leaving.ts'
import { residentOf } from './resident.ts'

/** Tells the provider what is to be signed, and leads the browser there. */
export async function leaveToSign(visit: Visit): Promise<Answer> {
  const asked = await ownSignature(visit)
  if (asked.signedAt !== null) return redirect(asked.returnTo)
  const settings = await cardSettings(visit)
  if (settings === null || settings.signatureApi === '') return showCardRefused(visit, 'unreachable', asked.returnTo)
  // Announced twice is announced once: who goes back and presses again signs the same document.
  await announceSignature(settings, asked.id, asked.documentHash).catch(() => {})
  return leaveForCard(visit, { returnTo: asked.returnTo, signatureId: asked.id })
}

/** A document of this account that still waits, or was signed; everybody else's does not exist. */
export async function ownSignature(visit: Visit): Promise<AskedSignature> {
  const { accountId } = residentOf(visit)
  const id = visit.params['id'] ?? ''
  const asked = await visit.database.read('resident-identity', visit.actor, (tx) => findSignature(tx, id))
  if (asked === undefined || asked.accountId !== accountId) throw new Fault('not-found')
  return asked
}

/** The signature counts when the same person's card made it over the same hash; otherwise the document stays unsigned. */
export async function finishSigning(visit: Visit, settings: CardSettings, flow: CardFlow & { signatureId: string }, subject: string): Promise<Answer> {
  const fetched = await fetchSignature(settings, flow.signatureId).catch(() => null)
  const outcome = await visit.database.act('resident-identity', visit.actor, async (tx) => {
    const asked = await findSignature(tx, flow.signatureId)
    if (asked === undefined || asked.accountId !== visit.actor.resident?.accountId) return 'not-proven'
    const isTheirs = (await listCards(tx, asked.accountId)).some((card) => card.provider === settings.issuer && card.subject === subject)
    const isSound = fetched !== null && isSignatureOver(asked.documentHash, fetched.signature, fetched.certificate)
    if (fetched === null || !isTheirs || !isSound) {
      await refuseSignature(tx, asked.id, isTheirs ? 'unsound' : 'another-person')
      return 'not-proven'
    }
    if ((await keepSignature(tx, asked.id, fetched)) === 0) return 'too-late'
    await tx.note({ act: 'sign with card', subject: accountSubject(asked.accountId), basis: BASIS })
    tx.publish(facts.documentSigned, accountSubject(asked.accountId), { service: asked.forService })
    return 'signed'
  })
  return outcome === 'signed' ? redirect(flow.returnTo, { cookies: [noFlow] }) : showCardRefused(visit, outcome, flow.returnTo)
}
