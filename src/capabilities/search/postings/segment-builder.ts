import { BigramCounts } from './bigram-counts.ts'
import { bigram, LINE_FEED } from './pair-positions.ts'
import { Segment } from './segment.ts'

/** A document as the index takes it in: texts are folded, lines of the title are its names. */
export interface IndexedDocument {
  readonly id: number
  readonly kind: number
  readonly audience: number
  readonly foldedTitle: string
  readonly foldedText: string
}

const FIRST_CHARACTERS = 1 << 12
const FIRST_DOCUMENTS = 1 << 6
/** Characters between two places where building can be interrupted; some 0.3 ms. */
const STRIDE = 1 << 13

/**
 * Lays documents behind each other into one text and counts its pairs of characters as they come; `finish` then sorts
 * all positions by pair. Two passes, no object per posting: some 50 million positions take a few seconds.
 */
export class SegmentBuilder {
  private corpus = new Uint16Array(FIRST_CHARACTERS)
  private length = 1
  private documents = 0
  private ids = new Float64Array(FIRST_DOCUMENTS)
  private kinds = new Uint16Array(FIRST_DOCUMENTS)
  private audiences = new Uint16Array(FIRST_DOCUMENTS)
  private starts = new Uint32Array(FIRST_DOCUMENTS)
  private titleEnds = new Uint32Array(FIRST_DOCUMENTS)
  private readonly counts = new BigramCounts()

  constructor() {
    this.corpus[0] = LINE_FEED
  }

  get size(): number {
    return this.documents
  }

  /** Documents come in the order of their ids. */
  add({ id, kind, audience, foldedTitle, foldedText }: IndexedDocument): void {
    this.makeRoom(foldedTitle.length + foldedText.length + 2)
    const { documents } = this
    this.ids[documents] = id
    this.kinds[documents] = kind
    this.audiences[documents] = audience
    this.starts[documents] = this.length
    this.append(foldedTitle)
    this.titleEnds[documents] = this.length
    this.append(foldedText)
    this.documents++
  }

  /** Yields at every place where other work may go on; nothing may be added meanwhile. */
  *finish(): Generator<undefined, Segment> {
    const { corpus, length, documents, counts } = this
    const { keys, offsets } = counts.layOut()
    yield
    const positions = new Uint32Array(offsets[keys.length] ?? 0)
    for (let from = 0; from < length; from += STRIDE) {
      this.scatter(positions, from, Math.min(length, from + STRIDE))
      yield
    }
    return new Segment({
      corpus: cut(corpus, length), keys, offsets, positions,
      ids: cut(this.ids, documents), kinds: cut(this.kinds, documents), audiences: cut(this.audiences, documents),
      starts: this.startsAndEnd(), titleEnds: cut(this.titleEnds, documents),
    })
  }

  private startsAndEnd(): Uint32Array {
    const starts = cut(this.starts, this.documents + 1)
    starts[this.documents] = this.length
    return starts
  }

  private append(text: string): void {
    const { corpus, counts } = this
    let place = this.length
    let before = LINE_FEED
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (before !== LINE_FEED) counts.add(bigram(before, code))
      corpus[place++] = code
      before = code
    }
    // The last character of a line is paired with its end, so that every character stands in a pair.
    if (before !== LINE_FEED) counts.add(bigram(before, LINE_FEED))
    corpus[place++] = LINE_FEED
    this.length = place
  }

  private scatter(positions: Uint32Array, from: number, to: number): void {
    const { corpus, counts } = this
    for (let place = from; place < to; place++) {
      const code = corpus[place] as number
      if (code !== LINE_FEED) positions[counts.take(bigram(code, corpus[place + 1] as number))] = place
    }
  }

  private makeRoom(characters: number): void {
    const needed = this.length + characters
    if (needed > this.corpus.length) this.corpus = grown(this.corpus, Math.max(needed, this.corpus.length * 2))
    if (this.documents < this.ids.length) return
    const places = this.ids.length * 2
    this.ids = grown(this.ids, places)
    this.kinds = grown(this.kinds, places)
    this.audiences = grown(this.audiences, places)
    this.starts = grown(this.starts, places)
    this.titleEnds = grown(this.titleEnds, places)
  }
}

type Numbers = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>

/** The same numbers with more or less room; the old array is given up. */
function grown<Kind extends Numbers>(numbers: Kind, length: number): Kind {
  const make = numbers.constructor as new (buffer: ArrayBuffer) => Kind
  return new make(numbers.buffer.transfer(length * numbers.BYTES_PER_ELEMENT))
}

function cut<Kind extends Numbers>(numbers: Kind, length: number): Kind {
  return grown(numbers, length)
}
