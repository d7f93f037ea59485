import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SegmentBuilder, type IndexedDocument } from './segment-builder.ts'
import type { Segment, SegmentWord } from './segment.ts'

/** Few characters, so that words repeat and overlap; a pair of surrogates and a character for private use among them. */
const folded = fc.string({ unit: fc.constantFrom('亀', '山', '市', 'あ', 'い', 'a', '1', '\u{20BB7}', '\uE000'), maxLength: 12 })
const lines = fc.array(folded.filter((line) => line !== ''), { maxLength: 3 }).map((all) => all.join('\n'))
const corpus = fc.array(fc.record({ foldedTitle: lines, foldedText: lines, audience: fc.nat(2), kind: fc.nat(2) }), { maxLength: 20 })
const word = folded.filter((form) => form !== '')

type Draft = Omit<IndexedDocument, 'id'>

function segmentOf(drafts: readonly Draft[]): Segment {
  const builder = new SegmentBuilder()
  for (const [index, draft] of drafts.entries()) builder.add({ ...draft, id: index * 3 + 1 })
  const building = builder.finish()
  for (;;) {
    const step = building.next()
    if (step.done === true) return step.value
  }
}

function idsIn(segment: Segment, words: readonly SegmentWord[], audiences = [1, 1, 1]): number[] {
  const ids: number[] = []
  segment.search({ words, audiences: Uint8Array.from(audiences), hit: (_, id) => ids.push(id) })
  return ids
}

function naive(drafts: readonly Draft[], words: readonly string[], audiences = [1, 1, 1]): number[] {
  return drafts.flatMap(({ foldedTitle, foldedText, audience }, index) => {
    const holds = words.every((each) => foldedTitle.includes(each) || foldedText.includes(each))
    return holds && audiences[audience] === 1 ? [index * 3 + 1] : []
  })
}

const exactly = (...forms: string[]): SegmentWord => ({ forms, errors: 0 })

describe('what is found', () => {
  test('is what holds the words as a substring, whole and nothing else', () => {
    fc.assert(
      fc.property(corpus, fc.array(word, { minLength: 1, maxLength: 3 }), (drafts, words) => {
        expect(idsIn(segmentOf(drafts), words.map((each) => exactly(each)))).toEqual(naive(drafts, words))
      }),
      { numRuns: 400 },
    )
  })

  test('may be known to one who asks', () => {
    fc.assert(
      fc.property(corpus, word, fc.tuple(fc.nat(1), fc.nat(1), fc.nat(1)), (drafts, each, audiences) => {
        expect(idsIn(segmentOf(drafts), [exactly(each)], audiences)).toEqual(naive(drafts, [each], audiences))
      }),
    )
  })

  test('is not struck out', () => {
    fc.assert(
      fc.property(corpus, word, fc.nat(20), (drafts, each, index) => {
        const segment = segmentOf(drafts)
        segment.strikeOut(index * 3 + 1)
        segment.strikeOut(2)
        expect(idsIn(segment, [exactly(each)])).toEqual(naive(drafts, [each]).filter((id) => id !== index * 3 + 1))
      }),
    )
  })

  test('comes out of a segment as it went in', () => {
    fc.assert(
      fc.property(corpus, (drafts) => {
        expect([...segmentOf(drafts).documents()]).toEqual(drafts.map((draft, index) => ({ ...draft, id: index * 3 + 1 })))
      }),
    )
  })
})

describe('typing errors', () => {
  test.each<[string, string, number, boolean]>([
    ['かんでんち', 'かんてんち', 1, true],
    ['かんでんち', 'かんでち', 1, true],
    ['かんでんち', 'かんでんんち', 1, true],
    ['かんでんち', 'かんてち', 1, false],
    ['かんでんち', 'かんてち', 2, true],
    ['ぺっとぼとるのふた', 'ぺっとぼどる', 1, true],
    ['ぺっと\nぼとる', 'ぺっとぼとる', 2, false],
  ])('in %s, %s with %i errors: %s', (foldedTitle, typed, errors, isFound) => {
    const segment = segmentOf([{ foldedTitle, foldedText: typed, kind: 0, audience: 0 }])
    expect(idsIn(segment, [{ forms: [typed], errors }])).toEqual(isFound ? [1] : [])
  })

  test('are the edit distance to the nearest part of the title', () => {
    const short = fc.string({ unit: fc.constantFrom('あ', 'い', 'う'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(short, short, fc.integer({ min: 1, max: 2 }), (foldedTitle, typed, errors) => {
        const segment = segmentOf([{ foldedTitle, foldedText: '', kind: 0, audience: 0 }])
        expect(idsIn(segment, [{ forms: [typed], errors }]).length).toBe(distanceWithin(foldedTitle, typed) <= errors ? 1 : 0)
      }),
      { numRuns: 400 },
    )
  })
})

/** Sellers' table, row by row: the plain form of what is computed in bits. */
function distanceWithin(text: string, typed: string): number {
  let row = Array.from({ length: typed.length + 1 }, (_, index) => index)
  let fewest = typed.length
  for (const character of text) {
    const next = [0]
    for (let index = 1; index <= typed.length; index++) {
      const changed = (row[index - 1] as number) + (typed[index - 1] === character ? 0 : 1)
      next.push(Math.min(changed, (row[index] as number) + 1, (next[index - 1] as number) + 1))
    }
    row = next
    fewest = Math.min(fewest, row[typed.length] as number)
  }
  return fewest
}
