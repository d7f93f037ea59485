import type { Resident } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Visit } from '#kernel/web/visit.ts'

/** Who is signed in, on a page whose entry has seen to it. */
export function residentOf({ actor, session }: Pick<Visit, 'actor' | 'session'>): Resident & { readonly sessionId: string } {
  if (actor.resident === null || session === null) throw new Fault('sign-in-required', '', { door: '/my/sign-in' })
  return { ...actor.resident, sessionId: session.id }
}
