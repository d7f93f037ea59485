import type { Notice } from '../model.ts'
import type { Thread } from '../store/threads.ts'

/**
 * Of many notices those that hold now: whatever was updated or cancelled stands back for what came last, also once that
 * has expired, so that a cancelled warning never comes back. The gravest first, then the newest.
 */
export function currentOf(notices: readonly Notice[], threads: ReadonlyMap<string, Thread>): Notice[] {
  return notices
    .filter(({ id }) => (threads.get(id)?.at(-1)?.id ?? id) === id)
    .toSorted((one, other) => other.level - one.level || Temporal.Instant.compare(other.issuedAt, one.issuedAt))
}
