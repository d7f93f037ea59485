import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wayInside } from './way-inside.ts'

test.each([
  ['/plan?year=2021#top', '/plan?year=2021#top'],
  ['/計画?q=亀山', '/%E8%A8%88%E7%94%BB?q=%E4%BA%80%E5%B1%B1'],
  ['/plan?next=//evil.example', '/plan?next=//evil.example'],
  [undefined, '/'],
  ['', '/'],
  ['plan', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/\n\\evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/a/..//evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['//[', '/'],
])('%j leads to %s', (wished, expected) => {
  expect(wayInside(wished)).toBe(expected)
})

test('whatever is wished for, the way stays inside and can be sent', () => {
  const wish = fc
    .array(fc.constantFrom('/', '\\', '.', '..', '\t', '\n', '@', ':', 'evil.example', '?', '#', '計'))
    .map((parts) => `/${parts.join('')}`)
  fc.assert(
    fc.property(wish, (wished) => {
      const way = wayInside(wished)
      expect(new URL(way, 'https://city.example').origin).toBe('https://city.example')
      expect(way).toMatch(/^\/[\x21-\x7e]*$/)
    }),
  )
})
