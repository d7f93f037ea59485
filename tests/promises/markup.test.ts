import { expect, test } from 'vitest'
import { holesIn, markupFaults, scriptNeeds, skeletonOf } from './markup.ts'

const page = (main: string) => `<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>A page</title></head>\n<body><main>${main}</main></body>\n</html>\n`

test.each([
  ['other words', '<p>Bom dia</p>', true],
  ['furigana', '<p><ruby>亀山<rp>(</rp><rt>かめやま</rt><rp>)</rp></ruby>市</p>', true],
  ['another address', '<p>Hello</p><a href="/x">y</a>', false],
  ['another tag', '<div>Hello</div>', false],
  ['no words', '<p></p>', false],
])('%s: %s is one skeleton with a greeting or not', (_, main, isOne) => {
  expect(skeletonOf(page(main)) === skeletonOf(page('<p>Hello</p>'))).toBe(isOne)
})

test('names that are the same in one language only are two skeletons', () => {
  const named = (first: string, second: string) => skeletonOf(page(`<nav aria-label="${first}"></nav><nav aria-label="${second}"></nav>`))
  expect(named('Menu', 'Steps')).toBe(named('メニュー', '手順'))
  expect(named('Menu', 'Menu')).not.toBe(named('メニュー', '手順'))
})

test('a fault is told again and again, and what is sound stays sound in other words', async () => {
  const broken = page('<p>One<p id="a">Two</p><p id="a">Three</p>')
  expect(await markupFaults(broken)).not.toEqual([])
  expect(await markupFaults(broken)).not.toEqual([])
  expect(await markupFaults(page('<p>Hello</p>'))).toEqual([])
  expect(await markupFaults(page('<p>Good morning</p>'))).toEqual([])
})

test('a button that only a script would press, and a word that was left out', () => {
  expect(scriptNeeds('<button>idle</button><form><button>sends</button></form>')).toEqual(['<button>'])
  expect(holesIn('3 of undefined, {count}')).toEqual(['undefined', '{count}'])
})
