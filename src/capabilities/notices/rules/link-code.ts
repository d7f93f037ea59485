import type { Seal } from '#kernel/secrets/seal.ts'
import { CONFIRM_HOURS } from './retention.ts'

const CONTEXT = 'line link'

/** The link that the LINE account answers with: it carries the friend's id where nobody can read or alter it. */
export function lineLink(seal: Seal, userId: string, now: Temporal.Instant): string {
  const until = now.add({ hours: CONFIRM_HOURS }).epochMilliseconds
  return `/notices/line/${seal.close(`${userId} ${until}`, CONTEXT)}`
}

/** Whose link it is; undefined for one that is too old or was not made here. */
export function readLineCode(seal: Seal, code: string, now: Temporal.Instant): string | undefined {
  const [userId, until] = seal.open(code, CONTEXT)?.split(' ') ?? []
  return userId === undefined || Number(until) <= now.epochMilliseconds ? undefined : userId
}
