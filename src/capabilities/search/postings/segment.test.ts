import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Ranking } from './ranking.ts'
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
  const ranking = new Ranking({ kinds: 3, best: Infinity, wanted: null })
  segment.search({ words, audiences: Uint8Array.from(audiences), ranking })
  return ranking.groupsBy(String).flatMap(({ best }) => best.map(({ id }) => id)).toSorted((a, b) => a - b)
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

describe('the best', () => {
  test('are those where the word stands in the best place, then those it is the most of; the first of equals first', () => {
    fc.assert(
      fc.property(corpus, word, fc.integer({ min: 1, max: 4 }), (drafts, each, best) => {
        const ranking = new Ranking({ kinds: 3, best, wanted: null })
        segmentOf(drafts).search({ words: [exactly(each)], audiences: Uint8Array.from([1, 1, 1]), ranking })
        const found = drafts.map((draft, index) => ({ id: index * 3 + 1, kind: draft.kind, score: naiveScore(draft, each) })).filter(({ score }) => score > 0)
        const groups = Map.groupBy(found, ({ kind }) => String(kind))
        for (const { kind, count, best: hits } of ranking.groupsBy(String)) {
          const expected = groups.get(kind) ?? []
          expect(count).toBe(expected.length)
          expect(hits.map(({ id }) => id)).toEqual(expected.toSorted((a, b) => b.score - a.score).slice(0, best).map(({ id }) => id))
        }
        expect(ranking.groupsBy(String)).toHaveLength(groups.size)
      }),
      { numRuns: 400 },
    )
  })
})

/** All of a line of titles, its beginning, end or middle, the own title before the others; else how much of the text the word is. */
function naiveScore({ foldedTitle, foldedText }: Draft, each: string): number {
  const share = (part: number, whole: number) => Math.min(0.99, part / whole)
  const inTitles = foldedTitle.split('\n').flatMap((line, index) => {
    if (!line.includes(each)) return []
    const [own, other] = line === each ? [9, 8] : line.startsWith(each) ? [7, 5] : line.endsWith(each) ? [6, 4] : [3, 2]
    return [(index === 0 ? own : other) + share(each.length, line.length)]
  })
  if (inTitles.length > 0) return Math.max(...inTitles)
  const whole = `${foldedTitle}\n${foldedText}\n`
  const times = Array.from({ length: whole.length }, (_, at) => at).filter((at) => whole.startsWith(each, at)).length
  return times === 0 ? 0 : 1 + share(times * each.length, whole.length)
}

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
