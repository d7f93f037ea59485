import type { Staff } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findConfirmation } from '../store/accounts.ts'

/** Weighty changes ask for a proof no older than this. */
export const CONFIRMED_MINUTES = 10

/** The person who is signed in, and their session. Routes let nobody else in; this says so to the compiler. */
export function insiderOf({ actor, session }: Pick<Visit, 'actor' | 'session'>): { person: Staff; sessionId: string } {
  if (actor.person === null || session === null) throw new Fault('sign-in-required')
  return { person: actor.person, sessionId: session.id }
}

/** Sends whoever proved themselves too long ago to do it again, and back to a page; null when nothing is in the way. */
export async function confirmationFirst(
  visit: Pick<Visit, 'actor' | 'session' | 'tx'>,
  returnTo: string,
): Promise<Answer | null> {
  const { sessionId } = insiderOf(visit)
  const confirmedAt = await findConfirmation(visit.tx, sessionId)
  const oldest = visit.tx.now.subtract({ minutes: CONFIRMED_MINUTES })
  if (confirmedAt !== undefined && Temporal.Instant.compare(confirmedAt, oldest) >= 0) return null
  return redirect(`/account/confirm?${new URLSearchParams({ return: returnTo })}`)
}
