import { LINE_FEED } from './pair-positions.ts'

/** Where each character stands in the word, as bits; one word after the other uses it, because 256 kB for each would cost more. */
const PLACES = new Uint32Array(0x10000)

/**
 * How many characters must be changed, left out or added until a word stands somewhere in a text: the bit-parallel
 * algorithm of Myers (Journal of the ACM 46, 1999), which takes one step a character. Words of at most 31 characters.
 */
export class Similarity {
  private readonly word: string

  constructor(word: string) {
    this.word = word
    for (let index = 0; index < word.length; index++) {
      const code = word.charCodeAt(index)
      PLACES[code] = (PLACES[code] as number) | (1 << index)
    }
  }

  /** Makes room for the next word. */
  end(): void {
    for (let index = 0; index < this.word.length; index++) PLACES[this.word.charCodeAt(index)] = 0
  }

  /** The best place between the two positions; no match goes over the end of a line. */
  fewestErrors(corpus: Uint16Array, from: number, to: number): number {
    const last = 1 << (this.word.length - 1)
    let fewest = this.word.length
    let errors = fewest
    let rises = -1
    let falls = 0
    for (let place = from; place < to; place++) {
      const code = corpus[place] as number
      if (code === LINE_FEED) {
        errors = this.word.length
        rises = -1
        falls = 0
        continue
      }
      const equal = PLACES[code] as number
      const vertical = equal | falls
      const diagonal = (((equal & rises) + rises) ^ rises) | equal
      let up = falls | ~(diagonal | rises)
      let down = rises & diagonal
      if ((up & last) !== 0) errors++
      else if ((down & last) !== 0) errors--
      up <<= 1
      down <<= 1
      rises = down | ~(vertical | up)
      falls = up & vertical
      if (errors < fewest) fewest = errors
    }
    return fewest
  }
}
