import { isSameSpan, timelineOf, type Patched, type Span } from './fold.ts'

/** A change with the time during which it stood in the register: for ever, unless its entry was taken back. */
export interface Entered<State> extends Patched<State> {
  readonly enteredAt: Temporal.Instant
  readonly takenBack?: { readonly at: Temporal.Instant; readonly by: string }
}

/** A version: a span, and the time during which the register said so. */
export interface Version<State> extends Span<State> {
  readonly recordedAt: Temporal.Instant
  readonly supersededAt: Temporal.Instant | null
  readonly supersededBy: string | null
}

/** All versions that a subject ever had, as if its entries had come one after the other. */
export function historyOf<State extends object>(changes: readonly Entered<State>[], fields: readonly (keyof State)[]): Version<State>[] {
  const ended: Version<State>[] = []
  let standing: Version<State>[] = []
  for (const { at, by } of turnsOf(changes)) {
    const known = changes.filter((change) => isBy(change.enteredAt, at) && !(change.takenBack !== undefined && isBy(change.takenBack.at, at)))
    const spans = timelineOf(known, fields)
    const kept = standing.filter((version) => spans.some((span) => isSameSpan(version, span, fields)))
    ended.push(...standing.filter((version) => !kept.includes(version)).map((version) => ({ ...version, supersededAt: at, supersededBy: by })))
    const added = spans.filter((span) => !kept.some((version) => isSameSpan(version, span, fields)))
    standing = [...kept, ...added.map((span) => ({ ...span, recordedAt: at, supersededAt: null, supersededBy: null }))]
  }
  return [...ended, ...standing]
}

interface Turn {
  readonly at: Temporal.Instant
  readonly by: string
}

/** The instants at which something was entered or taken back, each once, by whichever entry came last in it. */
function turnsOf(changes: readonly Entered<object>[]): readonly Turn[] {
  const turns = changes.flatMap(({ entryId, enteredAt, takenBack }) => [{ at: enteredAt, by: entryId }, ...(takenBack === undefined ? [] : [takenBack])])
  const inOrder = turns.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  return inOrder.filter((turn, index) => inOrder[index + 1] === undefined || !turn.at.equals((inOrder[index + 1] as Turn).at))
}

function isBy(instant: Temporal.Instant, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(instant, at) <= 0
}
