/**
 * The register is the fold of what was entered. For each person and household the patches of all applied entries are laid
 * over one another in the order of the days from which they hold, on the same day in the order of their editions. So an
 * entry of today that reaches back to last month leaves alone what a later day has said about the same field, a second
 * entry of one day stands on the first, and an entry that is taken back leaves what would stand there without it.
 */
export interface Patched<State> {
  readonly entryId: string
  /** The subject's edition that the change made: its order among changes of one day. */
  readonly edition: number
  readonly validFrom: Temporal.PlainDate
  readonly patch: Partial<State>
}

/** What holds from a day up to another, which no longer belongs to it; null: until further notice. */
export interface Span<State> {
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate | null
  readonly state: State
  /** The entry that last shaped it. */
  readonly entryId: string
}

/** The spans in their order, without gaps. Throws where a subject begins with less than all of its fields: that is no register. */
export function timelineOf<State extends object>(changes: readonly Patched<State>[], fields: readonly (keyof State)[]): Span<State>[] {
  const starts: Omit<Span<State>, 'validTo'>[] = []
  let state: State | null = null
  for (const { entryId, validFrom, patch } of changes.toSorted(inOrder)) {
    if (Object.keys(patch).length === 0) continue
    const next: Partial<State> = { ...state, ...patch }
    if (!isWhole(next, fields)) throw new RangeError(`the entry ${entryId} changes what has not begun on ${validFrom.toString()}`)
    state = next
    if (starts.at(-1)?.validFrom.equals(validFrom)) starts.pop()
    starts.push({ validFrom, state, entryId })
  }
  return starts.map((start, index) => ({ ...start, validTo: starts[index + 1]?.validFrom ?? null }))
}

/** Do two spans say the same for the same days, by the same entry? */
export function isSameSpan<State extends object>(a: Span<State>, b: Span<State>, fields: readonly (keyof State)[]): boolean {
  return a.entryId === b.entryId && isSameDay(a.validFrom, b.validFrom) && isSameDay(a.validTo, b.validTo) && changedFields(a.state, b.state, fields).length === 0
}

/** Names of the fields in which two states differ, in the order of `fields`. */
export function changedFields<State extends object>(before: State, after: State, fields: readonly (keyof State)[]): (keyof State)[] {
  return fields.filter((field) => before[field] !== after[field] && String(before[field]) !== String(after[field]))
}

function inOrder(a: Patched<unknown>, b: Patched<unknown>): number {
  return Temporal.PlainDate.compare(a.validFrom, b.validFrom) || a.edition - b.edition
}

function isWhole<State extends object>(state: Partial<State>, fields: readonly (keyof State)[]): state is State {
  return fields.every((field) => state[field] !== undefined)
}

function isSameDay(a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): boolean {
  return a === null || b === null ? a === b : a.equals(b)
}
