import { describe, expect, test } from 'vitest'
import { Voice } from '#kernel/text/text.ts'
import { numbersAround, renderPagination } from './view.ts'

describe('numbersAround', () => {
  test.each([
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [1, 5, [1, 2, null, 5]],
    [3, 5, [1, 2, 3, 4, 5]],
    [4, 5, [1, 2, 3, 4, 5]],
    [4, 12, [1, 2, 3, 4, 5, null, 12]],
    [6, 12, [1, null, 5, 6, 7, null, 12]],
    [12, 12, [1, null, 11, 12]],
  ])('page %i of %i', (page, pages, expected) => {
    expect(numbersAround(page, pages)).toEqual(expected)
  })
})

test('a list of one page has nothing to turn', () => {
  const voice = new Voice({ language: 'en', hasFurigana: false, textSize: 'standard' })
  const hrefOf = (page: number): string => `/list?page=${page}`
  expect(renderPagination({ voice, page: 1, pages: 1, hrefOf }).source).toBe('')
  const first = renderPagination({ voice, page: 1, pages: 3, hrefOf }).source
  expect(first).toContain('href="/list?page=1" aria-label="Page 1" aria-current="page"')
  expect(first).not.toContain('rel="prev"')
  expect(first).toContain('href="/list?page=2" rel="next"')
})
