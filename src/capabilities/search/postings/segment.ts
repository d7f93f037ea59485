import { LINE_FEED, PairPositions, placeIn, type PairArrays } from './pair-positions.ts'
import { Similarity } from './similarity.ts'

interface SegmentArrays extends PairArrays {
  readonly ids: Float64Array
  readonly kinds: Uint16Array
  readonly audiences: Uint16Array
  readonly starts: Uint32Array
  readonly titleEnds: Uint32Array
}

/** A word in the forms that count as the same, folded: 令和3年4月1日 and the sign of that day. */
export interface SegmentWord {
  readonly forms: readonly string[]
  /** Typing errors that are forgiven; 0 finds the word as it is. */
  readonly errors: number
}

export interface SegmentQuery {
  readonly words: readonly SegmentWord[]
  /** 1 at the number of every audience that asks. */
  readonly audiences: Uint8Array
  /** Told each hit; higher scores are better. */
  readonly hit: (kind: number, id: number, score: number) => void
}

/** Positions are looked up by blocks of so many characters. */
const BLOCK_BITS = 6

/** How well a word fits: anywhere in the text, in a title, at its beginning, the whole of it. */
const IN_TEXT = 1
const IN_TITLE = 3
const BEGINS_TITLE = 4
const IS_TITLE = 6

/**
 * Documents that can be searched, never changed but for being struck out. Every position of every pair of characters is
 * known, and the text stands beside it: a word is where its pairs stand behind each other, so nothing is missed and nothing
 * is found that is not there.
 */
export class Segment {
  private readonly arrays: SegmentArrays
  /** The document that each block of the text begins in. */
  private readonly blocks: Uint32Array
  private readonly isStruckOut: Uint8Array
  private readonly hits: Uint32Array
  private readonly tiers: Uint8Array
  private readonly scores: Float32Array
  private readonly fulfilled: Uint8Array
  private readonly pairs: PairPositions

  constructor(arrays: SegmentArrays) {
    this.arrays = arrays
    const { length } = arrays.ids
    this.pairs = new PairPositions(arrays)
    this.blocks = blocksOf(arrays)
    this.isStruckOut = new Uint8Array(length)
    this.hits = new Uint32Array(length)
    this.tiers = new Uint8Array(length)
    this.scores = new Float32Array(length)
    this.fulfilled = new Uint8Array(length)
  }

  get size(): number {
    return this.arrays.ids.length
  }

  get bytes(): number {
    return Object.values(this.arrays).reduce((total, each) => total + each.byteLength, 0)
  }

  /** The document is elsewhere now, or nowhere. */
  strikeOut(id: number): void {
    const place = placeIn(this.arrays.ids, id)
    if (this.arrays.ids[place] === id) this.isStruckOut[place] = 1
  }

  /** All documents that hold every word and that one of the audiences may know of. */
  search({ words, audiences, hit }: SegmentQuery): void {
    if (words.length > 1) this.scores.fill(0)
    if (words.length > 1) this.fulfilled.fill(0)
    for (const [index, word] of words.entries()) {
      this.hits.fill(0)
      this.tiers.fill(0)
      for (const form of word.forms) {
        if (word.errors > 0) this.markSimilar(form, word.errors)
        else if (form.length === 1) this.markCharacter(form.charCodeAt(0))
        else this.markWord(form)
      }
      const length = word.forms[0]?.length ?? 1
      if (words.length === 1) this.tellAll(length, audiences, hit)
      else if (!this.fulfil(index, length, audiences)) return
    }
    if (words.length > 1) this.tellFulfilled(words.length, hit)
  }

  /** Documents as they were taken in, for making one segment of several. */
  *documents() {
    const { ids, kinds, audiences, starts, titleEnds } = this.arrays
    for (let document = 0; document < ids.length; document++) {
      if (this.isStruckOut[document] === 1) continue
      const [start, titleEnd, end] = [starts[document] as number, titleEnds[document] as number, this.endOf(document)]
      yield {
        id: ids[document] as number, kind: kinds[document] as number, audience: audiences[document] as number,
        foldedTitle: this.textBetween(start, titleEnd - 1), foldedText: this.textBetween(titleEnd, end - 1),
      }
    }
  }

  /** A single word: whatever was marked is a hit. */
  private tellAll(wordLength: number, audiences: Uint8Array, hit: SegmentQuery['hit']): void {
    const { ids, kinds, audiences: audienceOf } = this.arrays
    const { hits, isStruckOut } = this
    for (let document = 0; document < ids.length; document++) {
      if (hits[document] === 0 || isStruckOut[document] === 1 || audiences[audienceOf[document] as number] !== 1) continue
      hit(kinds[document] as number, ids[document] as number, this.worthOf(document, wordLength))
    }
  }

  /** Adds the word's worth to the documents that had all words before it; false when no document is left. */
  private fulfil(index: number, wordLength: number, audiences: Uint8Array): boolean {
    const { ids, audiences: audienceOf } = this.arrays
    const { hits, scores, fulfilled, isStruckOut } = this
    let isAnyLeft = false
    for (let document = 0; document < ids.length; document++) {
      if (hits[document] === 0 || fulfilled[document] !== index) continue
      if (isStruckOut[document] === 1 || audiences[audienceOf[document] as number] !== 1) continue
      scores[document] = (scores[document] as number) + this.worthOf(document, wordLength)
      fulfilled[document] = index + 1
      isAnyLeft = true
    }
    return isAnyLeft
  }

  private tellFulfilled(words: number, hit: SegmentQuery['hit']): void {
    const { ids, kinds } = this.arrays
    for (let document = 0; document < ids.length; document++) {
      if (this.fulfilled[document] === words) hit(kinds[document] as number, ids[document] as number, this.scores[document] as number)
    }
  }

  /** Where the word stands counts first; then how much of the document it is. */
  private worthOf(document: number, wordLength: number): number {
    const density = ((this.hits[document] as number) * wordLength) / (this.endOf(document) - (this.arrays.starts[document] as number))
    return (this.tiers[document] as number) + (density < 0.99 ? density : 0.99)
  }

  private markWord(word: string): void {
    const { starts, titleEnds } = this.arrays
    const { hits, tiers } = this
    const places = this.pairs.placesOf(word)
    let document = -1
    let documentEnd = 0
    let titleEnd = 0
    for (let index = 0; index < places.length; index++) {
      const place = places[index] as number
      if (place >= documentEnd) {
        // Common words stand in nearly every document, rare ones far apart.
        document++
        documentEnd = starts[document + 1] ?? Infinity
        if (place >= documentEnd) {
          document = this.documentAt(place)
          documentEnd = this.endOf(document)
        }
        titleEnd = titleEnds[document] as number
        if (tiers[document] === 0) tiers[document] = IN_TEXT
      }
      hits[document] = (hits[document] as number) + 1
      if (place < titleEnd) this.markTitle(document, place, word.length)
    }
  }

  private markCharacter(code: number): void {
    const { titleEnds } = this.arrays
    const places = this.pairs.placesOfCharacter(code)
    for (let index = 0; index < places.length; index++) {
      const start = places[index] as number
      const document = this.documentAt(start)
      this.hits[document] = (this.hits[document] as number) + 1
      if (start < (titleEnds[document] as number)) this.markTitle(document, start, 1)
      else if (this.tiers[document] === 0) this.tiers[document] = IN_TEXT
    }
  }

  /** Only in titles and readings: in running text something similar stands everywhere. */
  private markSimilar(word: string, most: number): void {
    const { corpus, starts, titleEnds } = this.arrays
    const similarity = new Similarity(word)
    for (let document = 0; document < starts.length; document++) {
      const errors = similarity.fewestErrors(corpus, starts[document] as number, titleEnds[document] as number)
      if (errors > most) continue
      this.hits[document] = 1
      this.tiers[document] = 1 + most - errors
    }
    similarity.end()
  }

  private markTitle(document: number, start: number, length: number): void {
    const { corpus } = this.arrays
    const begins = corpus[start - 1] === LINE_FEED
    const tier = !begins ? IN_TITLE : corpus[start + length] === LINE_FEED ? IS_TITLE : BEGINS_TITLE
    if (tier > (this.tiers[document] as number)) this.tiers[document] = tier
  }

  private documentAt(position: number): number {
    const { starts } = this.arrays
    let document = this.blocks[position >>> BLOCK_BITS] as number
    while (document + 1 < starts.length && (starts[document + 1] as number) <= position) document++
    return document
  }

  private endOf(document: number): number {
    return this.arrays.starts[document + 1] ?? this.arrays.corpus.length
  }

  private textBetween(from: number, to: number): string {
    return UTF_16.decode(this.arrays.corpus.subarray(from, to))
  }
}

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true })

function blocksOf({ corpus, starts }: SegmentArrays): Uint32Array {
  const blocks = new Uint32Array((corpus.length >>> BLOCK_BITS) + 1)
  let document = 0
  for (let block = 0; block < blocks.length; block++) {
    const position = block << BLOCK_BITS
    while (document + 1 < starts.length && (starts[document + 1] as number) <= position) document++
    blocks[block] = document
  }
  return blocks
}
