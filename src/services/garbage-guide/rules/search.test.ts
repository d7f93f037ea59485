import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toKatakana } from '#kernel/values/kana.ts'
import type { Item } from '../model.ts'
import { gramPostings, StepLimit } from './gram-postings.ts'
import { INVENTED_ITEMS, MANY_INVENTED_ITEMS } from './invented-items.ts'
import { buildItemIndex, foldSearch, MOST_HITS } from './search.ts'

const few = buildItemIndex(INVENTED_ITEMS)
const many = buildItemIndex(MANY_INVENTED_ITEMS)
const all = { limit: MANY_INVENTED_ITEMS.length }

const namesFound = (typed: string) => few.search(typed).map(({ item }) => item.name.ja)

describe('what people type', () => {
  test.each([
    ['ペットボトル', 'ペットボトル', 'name'],
    ['ﾍﾟｯﾄﾎﾞﾄﾙ', 'ペットボトル', 'name'],
    ['ぺっとぼとる', 'ペットボトル', 'name'],
    ['ＰＥＴボトル', 'ペットボトル', 'name'],
    ['petボトル', 'ペットボトル', 'name'],
    ['ペット ボトル', 'ペットボトル', 'name'],
    ['garrafa pet', 'ペットボトル', 'other-language'],
    ['GARRAFA-PET', 'ペットボトル', 'other-language'],
    ['bottle pet', 'ペットボトル', 'other-language'],
    ['pilha', '乾電池', 'other-language'],
    ['lampada', '電球', 'other-language'],
    ['Lâmpada', '電球', 'other-language'],
    ['でんち', '乾電池', 'alias'],
    ['電池', '乾電池', 'alias'],
    ['ボタンデンチ', 'ボタン電池', 'reading'],
    ['ぼたん電池', 'ボタン電池', 'name'],
    ['らいた', 'ライター', 'name'],
    ['ｽﾌﾟﾚｰ', 'スプレー缶', 'name'],
    ['かなずち', '金づち', 'reading'],
    ['空き甁', '空き瓶', 'name'],
    ['こわれた傘', '傘', 'name'],
    ['扇風気', '扇風機', 'similar'],
    ['ペットボルト', 'ペットボトル', 'similar'],
    ['だんぽーる', '段ボール', 'similar'],
    ['セーラー', 'セーター', 'similar'],
    ['umbrela', '傘', 'similar'],
    ['せんたっき', '洗濯機', 'alias'],
    ['スマホ', '携帯電話', 'alias'],
  ])('%s finds %s first, by %s', (typed, name, matched) => {
    const [first] = few.search(typed)
    expect([first?.item.name.ja, first?.matched]).toEqual([name, matched])
  })

  test.each([['ぷら油'], ['天ぷら'], ['油'], ['óleo de']])('%s finds the oil by a part of a word', (typed) => {
    expect(namesFound(typed)).toContain('食用油')
  })

  test.each([
    [''],
    ['   '],
    ['。、！？「」'],
    ['ー'],
    ['ーーー'],
    ['(){}[]*%_\\'],
    ['xyzzy'],
    ['שלום'],
    ['\u200b\u202e'],
  ])('%j finds nothing', (typed) => {
    expect(few.search(typed)).toEqual([])
  })

  test('whole words first, then beginnings, then parts; equal ones by reading', () => {
    expect(namesFound('パック')).toEqual(['卵パック', '牛乳パック'])
    const scores = few.search('電').map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((one, other) => other - one))
    const equal = ['ぼう', 'あお', 'かさ'].map((reading) => ({ ...(INVENTED_ITEMS[0] as Item), key: reading, reading }))
    expect(
      buildItemIndex(equal)
        .search('ペット')
        .map(({ item }) => item.reading),
    ).toEqual(['あお', 'かさ', 'ぼう'])
  })

  test('as many as wished, one at least', () => {
    expect(many.search('電').length).toBe(MOST_HITS)
    expect(many.search('電', { limit: 3 })).toHaveLength(3)
    expect(many.search('電', { limit: 0 })).toHaveLength(1)
    expect(buildItemIndex([]).search('電')).toEqual([])
  })

  test('the order of the items given changes nothing', () => {
    const turned = buildItemIndex(MANY_INVENTED_ITEMS.toReversed())
    for (const typed of ['電池', 'pet', 'せいたー', 'もくせいのかさ']) {
      expect(turned.search(typed)).toEqual(many.search(typed))
    }
  })
})

describe('for every item', () => {
  const item = fc.constantFrom(...MANY_INVENTED_ITEMS)
  const isFound = (typed: string, sought: Item, within: number = all.limit) =>
    many.search(typed, { limit: within }).some((hit) => hit.item === sought)

  test('its name, reading, each alias and each language find it', () => {
    const missed = MANY_INVENTED_ITEMS.flatMap((each) =>
      [each.name.ja, each.reading, toKatakana(each.reading), ...each.aliases, each.name.en, each.name.pt]
        .filter((word) => !isFound(word, each))
        .map((word) => [word, each.key]),
    )
    expect(missed).toEqual([])
  })

  test('every piece of its reading finds it', () => {
    const pieces = item.chain((drawn) =>
      fc
        .tuple(fc.nat({ max: drawn.reading.length - 2 }), fc.integer({ min: 2, max: drawn.reading.length }))
        .map(([from, length]) => ({ drawn, piece: drawn.reading.slice(from, from + length) })),
    )
    fc.assert(
      fc.property(pieces, ({ drawn, piece }) => isFound(piece, drawn)),
      { numRuns: 400 },
    )
  })

  const slip = fc.record({
    kind: fc.constantFrom('missing', 'extra', 'wrong', 'swapped'),
    at: fc.nat(),
    other: fc.constantFrom(...'あかたらんアカー電池製木xé'),
  })

  test('one slip in a name of four characters or more leaves it among the first ten', () => {
    const slips = fc
      .tuple(item, slip)
      .map(([drawn, { kind, at, other }]) => ({ drawn, typed: withSlip(drawn.name.ja, kind, at, other) }))
      .filter(({ drawn }) => drawn.name.ja.replace(/[（）]/g, '').length >= 4)
    fc.assert(
      fc.property(slips, ({ drawn, typed }) => isFound(typed, drawn, 10)),
      { numRuns: 600 },
    )
  })
})

function withSlip(name: string, kind: string, drawn: number, other: string): string {
  const letters = [...name]
  const at = drawn % (letters.length - 1)
  if (kind === 'missing') letters.splice(at, 1)
  else if (kind === 'extra') letters.splice(at, 0, other)
  else if (kind === 'wrong') letters.splice(at, 1, other)
  else letters.splice(at, 2, letters[at + 1] as string, letters[at] as string)
  return letters.join('')
}

describe('whatever is typed', () => {
  test.each([
    ['one kana a million times', 'ん'.repeat(1_000_000)],
    ['only signs', '。、！（）'.repeat(2_000)],
    ['right to left', 'مرحبا שלום '.repeat(1_000)],
    ['accents without end', `a${'\u0301'.repeat(10_000)}`],
    ['what one character unfolds to eighteen', '\ufdfa'.repeat(10_000)],
    ['halves of characters', '\ud83d'.repeat(10_000)],
    ['many words', 'でん '.repeat(5_000)],
    ['every pair at once', MANY_INVENTED_ITEMS.map(({ name }) => name.ja).join('')],
  ])('%s: an answer, and the same again', (_, typed) => {
    expect(many.search(typed)).toEqual(many.search(typed))
  })

  test('no text throws, scores fall from 1,000 to above 0, no item stands twice', () => {
    const pieces = fc.constantFrom('ペット', '電', 'ー', '木製', ' ', 'x', '製', 'でん', 'ﾎﾞ', '゛', '-', '（')
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(texts, (typed) => {
        const hits = many.search(typed, all)
        const scores = hits.map(({ score }) => score)
        expect(scores).toEqual(scores.toSorted((one, other) => other - one))
        expect(scores.every((score) => score > 0 && score <= 1_000)).toBe(true)
        expect(new Set(hits.map(({ item }) => item)).size).toBe(hits.length)
      }),
    )
  })

  test('a fold is its own fold', () => {
    const texts = fc.array(fc.constantFrom(...'ペっヂーｰ-ヴPETぼ゛（ﾎﾞ電è龜ヶゃ')).map((all) => all.join(''))
    fc.assert(fc.property(texts, (text) => foldSearch(foldSearch(text)) === foldSearch(text)))
  })

  test('a search ends with its steps', () => {
    const postings = gramPostings(MANY_INVENTED_ITEMS.map(({ name }) => name.ja))
    const steps = new StepLimit(100)
    expect(postings.sharing('乾電池（木製）乾電池（金属製）', 1, steps).length).toBeGreaterThan(0)
    expect(steps.taken).toBeLessThanOrEqual(100)
    expect(postings.holding('製', new StepLimit(100))).toEqual([])
  })
})
