import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReferenceTerms, referenceProblems } from './figure-reference-problems.ts'

const terms: ReferenceTerms = {
  reportYear: 2021,
  today: Temporal.PlainDate.from('2022-05-01'),
  takesFigures: true,
  figures: [
    { key: 'garbage-guide.searches', title: 'ごみ分別の検索', firstYear: 2021 },
    { key: 'garbage-guide.hit-rate', title: '答えのあった検索の割合', firstYear: 2022 },
    { key: 'page-views.home', title: 'トップページの閲覧', firstYear: 2017 },
  ],
}
const told = (text: string, own: Partial<ReferenceTerms> = {}) => referenceProblems(text, { ...terms, ...own }).map(({ kind, source, instead }) => [kind, source, ...instead])

describe('what a text refers to', () => {
  test.each<[string, string[][]]>([
    ['検索は[[garbage-guide.searches]]、[[page-views.home 2019]]であった。', []],
    ['括弧のない文', []],
    ['[一つだけ]の括弧と［全角の一つ］', []],
    ['[[garbage-guide.serches]]', [['unknown', '[[garbage-guide.serches]]', '[[garbage-guide.searches]]', '[[garbage-guide.hit-rate]]']]],
    ['[[トップページの閲覧]]', [['unknown', '[[トップページの閲覧]]', '[[page-views.home]]']]],
    ['[[no.such]]と［［注1］］', [['unknown', '[[no.such]]'], ['unknown', '［［注1］］']]],
    ['[[]]', [['unknown', '[[]]']]],
    ['[[garbage-guide.hit-rate]]', [['before-first', '[[garbage-guide.hit-rate]]', '[[garbage-guide.hit-rate 2022]]']]],
    ['[[page-views.home 2016]]', [['before-first', '[[page-views.home 2016]]', '[[page-views.home 2017]]']]],
    ['[[page-views.home 2023]]', [['not-begun', '[[page-views.home 2023]]']]],
    ['［［page-views.home］］', [['written-otherwise', '［［page-views.home］］', '[[page-views.home]]']]],
    ['[[ page-views.home ]]', [['written-otherwise', '[[ page-views.home ]]', '[[page-views.home]]']]],
    ['[[ＰＡＧＥ-views.home　令和2年度]]', [['written-otherwise', '[[ＰＡＧＥ-views.home　令和2年度]]', '[[page-views.home 2020]]']]],
    ['[[page-views.home R2]]', [['written-otherwise', '[[page-views.home R2]]', '[[page-views.home 2020]]']]],
    ['[[page-views.home 去年]]', [['year-unreadable', '[[page-views.home 去年]]', '[[page-views.home 2021]]']]],
    ['[[page-views.home', [['not-closed', '[[page-views.home', '[[page-views.home]]']]],
    ['[[page-views.home] で', [['not-closed', '[[page-views.home]', '[[page-views.home]]']]],
    ['[[page-views.home\n]]', [['not-closed', '[[page-views.home', '[[page-views.home]]']]],
  ])('%j', (text, problems) => {
    expect(told(text)).toEqual(problems)
  })

  test('in a short field no figure is filled in, and it says so', () => {
    expect(told('[[page-views.home]]', { takesFigures: false })).toEqual([['no-figures-here', '[[page-views.home]]']])
  })

  test('a source without end is shortened, and costs no time', () => {
    const [problem] = referenceProblems(`[[${'あ'.repeat(20_000)}]]`, terms)
    expect([...(problem?.source ?? '')]).toHaveLength(61)
  })

  test('a text without double brackets has no problem, whatever it says', () => {
    const bare = fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/[[［]/g, '('))
    fc.assert(fc.property(bare, (text) => {
      expect(referenceProblems(text, terms)).toEqual([])
    }))
  })

  test('every problem names a piece of the text', () => {
    const piece = fc.constantFrom('[[', ']]', '［［', '］］', 'page-views.home', ' 2019', 'あ', '\n')
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      for (const { source } of referenceProblems(text, terms)) expect(text).toContain(source.replace(/…$/, ''))
    }))
  })
})
