import { createHash } from 'node:crypto'

/**
 * Chance that is the same every time: sfc32 (Chris Doty-Humphrey, PractRand), seeded from a text. Whoever draws in another
 * order gets another world, so each circle has a chance of its own.
 */
export class Chance {
  private a: number
  private b: number
  private c: number
  private count = 1

  constructor(seed: string) {
    const bytes = createHash('sha256').update(seed).digest()
    this.a = bytes.readInt32LE(0)
    this.b = bytes.readInt32LE(4)
    this.c = bytes.readInt32LE(8)
    for (let round = 0; round < WARMING_ROUNDS; round++) this.next()
  }

  /** From 0 up to, and without, 1. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.count) | 0
    this.count = (this.count + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }

  isTrue(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** Throws for an empty list. */
  among<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)]
    if (item === undefined) throw new RangeError('there is nothing to choose from')
    return item
  }
}

const WARMING_ROUNDS = 12

/** Draws items in proportion to their weights. */
export class Lottery<Item> {
  private readonly items: readonly Item[]
  private readonly ends: Float64Array

  /** Throws when nothing has a weight above 0. */
  constructor(items: readonly Item[], weightOf: (item: Item) => number) {
    this.items = items
    this.ends = new Float64Array(items.length)
    let end = 0
    for (const [index, item] of items.entries()) this.ends[index] = end += weightOf(item)
    if (!(end > 0)) throw new RangeError('nothing in the lottery has a weight')
  }

  draw(chance: Chance): Item {
    const ticket = chance.next() * (this.ends.at(-1) as number)
    let [low, high] = [0, this.items.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.ends[middle] as number) > ticket) high = middle
      else low = middle + 1
    }
    return this.items[low] as Item
  }
}
