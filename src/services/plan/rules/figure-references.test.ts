import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedPlan } from '../report/invented-plan.ts'
import { figureName, type MeasuredFigure, referencesIn, textPieces, withFootnotes, withReferences } from './figure-references.ts'

const figureOf = (key: string, year: number, printed: string): MeasuredFigure => ({ key, year, title: key, printed, facts: 3, position: 9, hash: null, printedNow: null })

describe('a text with figures', () => {
  test.each([
    ['検索は[[garbage-guide.searches]]であった。', ['検索は', { source: '[[garbage-guide.searches]]', key: 'garbage-guide.searches', year: 2021 }, 'であった。']],
    ['[[a.b 2020]][[a.b]]', [{ source: '[[a.b 2020]]', key: 'a.b', year: 2020 }, { source: '[[a.b]]', key: 'a.b', year: 2021 }]],
    ['[[ a.b ]] [[A.b]] [[a]] [[a.b 12]] [a.b]', ['[[ a.b ]] [[A.b]] [[a]] [[a.b 12]] [a.b]']],
    ['', []],
  ])('%j', (text, pieces) => {
    expect(textPieces(text, 2021)).toEqual(pieces)
  })

  test('is the same text again when its pieces are put together', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('[[a.b]]', '[[a.b 2019]]', '[[', ']]', '※1'))
    fc.assert(fc.property(fc.array(piece), (parts) => {
      const text = parts.join('')
      expect(textPieces(text, 2021).map((each) => (typeof each === 'string' ? each : each.source)).join('')).toBe(text)
    }))
  })
})

describe('a printed report', () => {
  const plan = inventedPlan()
  const [first, ...others] = plan.projects
  if (first === undefined) throw new Error('the invented plan has projects')
  const results = '検索[[garbage-guide.searches]]、前年[[garbage-guide.searches 2020]]、また[[garbage-guide.searches]]。[[unknown.thing]]'
  const document = { ...plan, projects: [{ ...first, sheet: { ...first.sheet, results } }, ...others] }
  const figures = new Map([2020, 2021].map((year) => [figureName({ key: 'garbage-guide.searches', year }), figureOf('garbage-guide.searches', year, year === 2020 ? '1,000件' : '1,234件')]))

  test('has a number and a mark for each figure, once each, and leaves alone what it does not know', () => {
    const printed = withFootnotes({ ...document, reportYear: 2021 }, figures)
    expect(printed.document.projects[0]?.sheet.results).toBe('検索1,234件※1、前年1,000件※2、また1,234件※1。[[unknown.thing]]')
    expect(printed.footnotes.map(({ mark, source }) => [mark, source])).toEqual([['※1', '[[garbage-guide.searches]]'], ['※2', '[[garbage-guide.searches 2020]]']])
    expect(withReferences(printed.document.projects[0]?.sheet.results ?? '', printed.footnotes)).toBe(results)
  })

  test('names every figure it needs', () => {
    expect(referencesIn({ ...document, reportYear: 2021 }).map(figureName)).toEqual(['garbage-guide.searches 2021', 'garbage-guide.searches 2020', 'unknown.thing 2021'])
  })

  test('without figures is the report itself', () => {
    expect(withFootnotes(plan, figures)).toEqual({ document: plan, footnotes: [] })
  })

  test('with more than nine marks is read back without mixing them up', () => {
    const many = Array.from({ length: 12 }, (_, index) => `[[a.b${index}]]`).join('と')
    const all = new Map(Array.from({ length: 12 }, (_, index) => [`a.b${index} 2021`, figureOf(`a.b${index}`, 2021, '5件')]))
    const printed = withFootnotes({ ...plan, reportYear: 2021, projects: [{ ...first, sheet: { ...first.sheet, results: many } }] }, all)
    expect(withReferences(printed.document.projects[0]?.sheet.results ?? '', printed.footnotes)).toBe(many)
  })
})
