const FIRST_PLACES = 1 << 10

/**
 * How often each pair of characters occurs: a hash table in two flat arrays (open addressing, at most half full), because
 * a Map of a million entries that is asked a hundred million times would be most of the time that building takes.
 */
export class BigramCounts {
  private keys = new Uint32Array(FIRST_PLACES)
  /** While adding: how many. After `layOut`: the place for the next position of the pair. */
  private values = new Uint32Array(FIRST_PLACES)
  private size = 0

  /** No pair has the number 0: the first character is never U+0000. */
  add(key: number): void {
    const place = this.placeOf(key)
    if (this.keys[place] === 0) {
      this.keys[place] = key
      this.values[place] = 1
      if (++this.size * 2 > this.keys.length) this.grow()
      return
    }
    this.values[place] = (this.values[place] as number) + 1
  }

  /** The pairs in their order, and where the positions of each begin; from then on `take` gives the places out. */
  layOut(): { readonly keys: Uint32Array; readonly offsets: Uint32Array } {
    const keys = this.keys.filter((key) => key !== 0).sort()
    const offsets = new Uint32Array(keys.length + 1)
    let offset = 0
    for (let index = 0; index < keys.length; index++) {
      const place = this.placeOf(keys[index] as number)
      const count = this.values[place] as number
      this.values[place] = offset
      offsets[index] = offset
      offset += count
    }
    offsets[keys.length] = offset
    return { keys, offsets }
  }

  take(key: number): number {
    const place = this.placeOf(key)
    const next = this.values[place] as number
    this.values[place] = next + 1
    return next
  }

  private placeOf(key: number): number {
    const { keys } = this
    const mask = keys.length - 1
    // Fibonacci hashing: the upper bits of the product are the well mixed ones.
    let place = (Math.imul(key, 0x9e3779b1) >>> 8) & mask
    for (;;) {
      const found = keys[place]
      if (found === key || found === 0) return place
      place = (place + 1) & mask
    }
  }

  private grow(): void {
    const { keys, values } = this
    this.keys = new Uint32Array(keys.length * 2)
    this.values = new Uint32Array(keys.length * 2)
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as number
      if (key === 0) continue
      const place = this.placeOf(key)
      this.keys[place] = key
      this.values[place] = values[index] as number
    }
  }
}
