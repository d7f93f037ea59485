import { LINE_FEED, PairPositions, placeIn, type PairArrays } from './pair-positions.ts'
import type { Ranking } from './ranking.ts'
import { Similarity } from './similarity.ts'

interface SegmentArrays extends PairArrays {
  readonly ids: Float64Array
  readonly kinds: Uint16Array
  readonly audiences: Uint16Array
  /** Where each document begins, and behind the last where it ends: one more than there are documents. */
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
  /** Counts each hit and is offered those good enough; it knows at least the kinds of these documents. */
  readonly ranking: Ranking
}

/** Positions are looked up by blocks of so many characters. */
const BLOCK_BITS = 6

/**
 * How well a word fits, worst first: anywhere in the text; within, at the end of, at the beginning of, or all of a line of
 * titles and readings. The end of a name says what a thing is (乾電池), its middle hardly anything (ガーデンチェア holds
 * でんち). A document's own title, its first line, counts more than its other names.
 */
const IN_TEXT = 1
export const IN_TITLE = 2
const WITHIN_OWN = 3
const ENDS_TITLE = 4
const BEGINS_TITLE = 5
const ENDS_OWN = 6
const BEGINS_OWN = 7
const IS_TITLE = 8
const IS_OWN = 9
/** However much of a title or text a word is, that never counts as much as standing in a better place. */
const MOST_SHARE = 0.99

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
  /** What the best place of a word in each document is worth. */
  private readonly worths: Float32Array
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
    this.worths = new Float32Array(length)
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
  search({ words, audiences, ranking }: SegmentQuery): void {
    const only = words.length === 1 ? plainWordOf(words[0] as SegmentWord) : null
    if (only !== null) return this.tellWord(only, audiences, ranking)
    this.scores.fill(0)
    this.fulfilled.fill(0)
    for (const [index, word] of words.entries()) {
      this.hits.fill(0)
      this.worths.fill(0)
      for (const form of word.forms) {
        if (word.errors > 0) this.markSimilar(form, word.errors)
        else if (form.length === 1) this.markCharacter(form.charCodeAt(0))
        else this.markWord(form)
      }
      if (!this.fulfil(index, word.forms[0]?.length ?? 1, audiences)) return
    }
    this.tellFulfilled(words.length, ranking)
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

  /**
   * A single word in a single form, which is what most people type: its places ascend, so one walk along them counts,
   * weighs and tells each document as it is left behind, and documents without the word are never looked at.
   */
  private tellWord(word: string, audiences: Uint8Array, ranking: Ranking): void {
    const { ids, kinds, audiences: audienceOf, starts, titleEnds } = this.arrays
    const { isStruckOut, blocks } = this
    const { counts, least } = ranking
    const places = this.pairs.placesOf(word)
    const { length } = places
    let index = 0
    while (index < length) {
      const first = places[index] as number
      let document = blocks[first >>> BLOCK_BITS] as number
      while ((starts[document + 1] as number) <= first) document++
      const start = starts[document] as number
      const end = starts[document + 1] as number
      const from = index
      do index++
      while (index < length && (places[index] as number) < end)
      if (isStruckOut[document] === 1 || audiences[audienceOf[document] as number] !== 1) continue
      const kind = kinds[document] as number
      counts[kind] = (counts[kind] as number) + 1
      const isInTitle = first < (titleEnds[document] as number)
      const score = isInTitle ? this.bestInTitles(document, places.subarray(from, index), word.length) : IN_TEXT + shareOf((index - from) * word.length, end - start)
      if (score > (least[kind] as number)) ranking.offer(kind, ids[document] as number, score)
    }
  }

  private bestInTitles(document: number, places: Uint32Array, wordLength: number): number {
    const { starts, titleEnds } = this.arrays
    const titleEnd = titleEnds[document] as number
    let best = 0
    for (let index = 0; index < places.length && (places[index] as number) < titleEnd; index++) {
      best = Math.max(best, this.worthInTitle(starts[document] as number, places[index] as number, wordLength))
    }
    return best
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

  private tellFulfilled(words: number, ranking: Ranking): void {
    const { ids, kinds } = this.arrays
    const { counts, least } = ranking
    for (let document = 0; document < ids.length; document++) {
      if (this.fulfilled[document] !== words) continue
      const kind = kinds[document] as number
      const score = this.scores[document] as number
      counts[kind] = (counts[kind] as number) + 1
      if (score > (least[kind] as number)) ranking.offer(kind, ids[document] as number, score)
    }
  }

  private worthOf(document: number, wordLength: number): number {
    const worth = this.worths[document] as number
    if (worth !== IN_TEXT) return worth
    return worth + shareOf((this.hits[document] as number) * wordLength, this.endOf(document) - (this.arrays.starts[document] as number))
  }

  private markWord(word: string): void {
    const { starts, titleEnds } = this.arrays
    const { hits, worths } = this
    const places = this.pairs.placesOf(word)
    let document = -1
    let documentEnd = 0
    let titleEnd = 0
    for (let index = 0; index < places.length; index++) {
      const place = places[index] as number
      if (place >= documentEnd) {
        // Common words stand in nearly every document, rare ones far apart.
        document++
        documentEnd = starts[document + 1] ?? 0
        if (place >= documentEnd) {
          document = this.documentAt(place)
          documentEnd = this.endOf(document)
        }
        titleEnd = titleEnds[document] as number
        if (worths[document] === 0) worths[document] = IN_TEXT
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
      else if (this.worths[document] === 0) this.worths[document] = IN_TEXT
    }
  }

  /** Only in titles and readings: in running text something similar stands everywhere. */
  private markSimilar(word: string, most: number): void {
    const { corpus, starts, titleEnds } = this.arrays
    const similarity = new Similarity(word)
    for (let document = 0; document < titleEnds.length; document++) {
      const errors = similarity.fewestErrors(corpus, starts[document] as number, titleEnds[document] as number)
      if (errors > most) continue
      this.hits[document] = 1
      this.worths[document] = 1 + most - errors
    }
    similarity.end()
  }

  private markTitle(document: number, start: number, length: number): void {
    const worth = this.worthInTitle(this.arrays.starts[document] as number, start, length)
    if (worth > (this.worths[document] as number)) this.worths[document] = worth
  }

  /** The better the place and the more of the line, the more it is worth; `titles` is where the document's titles begin. */
  private worthInTitle(titles: number, start: number, length: number): number {
    const { corpus } = this.arrays
    let lineStart = start
    while (lineStart > titles && corpus[lineStart - 1] !== LINE_FEED) lineStart--
    const end = start + length
    let lineEnd = end
    while (corpus[lineEnd] !== LINE_FEED) lineEnd++
    const isOwn = lineStart === titles
    return tierOf({ isOwn, begins: lineStart === start, ends: lineEnd === end }) + shareOf(length, lineEnd - lineStart)
  }

  private documentAt(position: number): number {
    const { starts } = this.arrays
    let document = this.blocks[position >>> BLOCK_BITS] as number
    while ((starts[document + 1] as number) <= position) document++
    return document
  }

  private endOf(document: number): number {
    return this.arrays.starts[document + 1] as number
  }

  private textBetween(from: number, to: number): string {
    return UTF_16.decode(this.arrays.corpus.subarray(from, to))
  }
}

/** The word as it is looked for, if it has one form, two characters or more and no errors to forgive. */
function plainWordOf({ forms, errors }: SegmentWord): string | null {
  const [form] = forms
  return form === undefined || forms.length > 1 || form.length === 1 || errors > 0 ? null : form
}

function tierOf({ isOwn, begins, ends }: { readonly isOwn: boolean; readonly begins: boolean; readonly ends: boolean }): number {
  if (begins && ends) return isOwn ? IS_OWN : IS_TITLE
  if (begins) return isOwn ? BEGINS_OWN : BEGINS_TITLE
  if (ends) return isOwn ? ENDS_OWN : ENDS_TITLE
  return isOwn ? WITHIN_OWN : IN_TITLE
}

function shareOf(part: number, whole: number): number {
  const share = part / whole
  return share < MOST_SHARE ? share : MOST_SHARE
}

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true })

function blocksOf({ corpus, starts }: SegmentArrays): Uint32Array {
  const blocks = new Uint32Array((corpus.length >>> BLOCK_BITS) + 1)
  let document = 0
  for (let block = 0; block < blocks.length; block++) {
    const position = block << BLOCK_BITS
    while (document + 2 < starts.length && (starts[document + 1] as number) <= position) document++
    blocks[block] = document
  }
  return blocks
}
