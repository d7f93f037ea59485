/** A report of a city this size is some 200 kB. */
const MOST_REPORTS = 8

/** What this process has read and may use again, under names that never come to mean something else. */
export class HeldValues<Value> {
  /** The one used last stands at the end. */
  private readonly held = new Map<string, Value>()
  private readonly most: number

  /** `most` is how many are held; as many as there may be large reports unless the values are small. */
  constructor(most = MOST_REPORTS) {
    this.most = most
  }

  async get(name: string, read: () => Promise<Value>): Promise<Value> {
    const value = this.held.has(name) ? (this.held.get(name) as Value) : await read()
    this.held.delete(name)
    if (value !== undefined) this.held.set(name, value)
    for (const oldest of this.held.keys()) {
      if (this.held.size <= this.most) break
      this.held.delete(oldest)
    }
    return value
  }
}

/** What is found in a value that never changes, found once for as long as the value is held. */
export function foundOnce<Value extends object, Found>(find: (value: Value) => Found): (value: Value) => Found {
  const known = new WeakMap<Value, { readonly found: Found }>()
  return (value) => {
    const kept = known.get(value) ?? { found: find(value) }
    known.set(value, kept)
    return kept.found
  }
}
