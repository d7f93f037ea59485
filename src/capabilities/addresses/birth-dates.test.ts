import { describe, expect, test } from 'vitest'
import { birthDatesIn } from './birth-dates.ts'

const TODAY = Temporal.PlainDate.from('2026-11-22')
const datesIn = (text: string) => birthDatesIn(text, TODAY).map(({ date }) => date.toString())

describe('a birth date as it is typed', () => {
  test.each([
    ['S54.5.14', ['1979-05-14']],
    ['s54/5/14', ['1979-05-14']],
    ['昭和54年5月14日', ['1979-05-14']],
    ['昭和五十四年五月十四日生', ['1979-05-14']],
    ['昭54.5.14', ['1979-05-14']],
    ['S540514', ['1979-05-14']],
    ['3540514', ['1979-05-14']],
    ['3-540514', ['1979-05-14']],
    ['1979-05-14', ['1979-05-14']],
    ['1979/5/14', ['1979-05-14']],
    ['１９７９０５１４', ['1979-05-14']],
    ['平成31年4月30日', ['2019-04-30']],
    ['令和元年5月1日', ['2019-05-01']],
    ['54.5.14', ['1979-05-14', '1954-05-14']],
    ['540514', ['1979-05-14', '1954-05-14']],
    ['5.5.14', ['2023-05-14', '1993-05-14', '1930-05-14', '1916-05-14', '1905-05-14', '2005-05-14']],
    ['28.2.29', ['2016-02-29', '1928-02-29']],
    ['2027-01-01', []],
    ['昭和54年13月1日', []],
    ['28.2.30', []],
    ['0.5.14', ['2000-05-14']],
    ['1850-01-01', []],
    ['森川', []],
    ['9101', []],
    ['', []],
  ])('%s means %j', (text, expected) => {
    expect(datesIn(text)).toEqual(expected)
  })

  test('says which era was named and what is a guess', () => {
    expect(birthDatesIn('S54.5.14', TODAY)).toMatchObject([{ era: { name: '昭和' }, isGuess: false }])
    expect(birthDatesIn('1979-05-14', TODAY)).toMatchObject([{ era: null, isGuess: false }])
    expect(birthDatesIn('54.5.14', TODAY)).toMatchObject([{ era: { name: '昭和' }, isGuess: true }, { era: null, isGuess: true }])
  })
})
