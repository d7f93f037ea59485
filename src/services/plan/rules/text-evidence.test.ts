import { expect, test } from 'vitest'
import { Corpus } from './corpus.ts'
import { likelierText, shortDifference } from './text-evidence.ts'

const corpus = new Corpus([
  'ごみ分別の案内',
  'ごみ分別の冊子',
  'ごみ分別の辞典',
  'おみ分別の辞典',
  'ペーパーレス化',
  'ペーパーレス会議',
  'ペーパーレスの試行',
])

test('the main listing speaks where nothing else is known', () => {
  expect(likelierText('窓口を開く。', ['窓口を開ける。'], corpus)).toBe('窓口を開く。')
})

test('two copies that agree outweigh the main listing', () => {
  expect(likelierText('窓口を開く。', ['窓口を開ける。', '窓口を 開ける。'], corpus)).toBe('窓口を開ける。')
})

test('a slip is mended by what the rest of the report writes', () => {
  expect(likelierText('おみ分別の辞典', ['ごみ分別の辞典'], corpus)).toBe('ごみ分別の辞典')
})

test('slips are mended one by one, from different copies', () => {
  const main = 'ペーパレス化とおみ分別の案内を進める。'
  const copies = ['ペーパレス化とごみ分別の案内を進める。', 'ペーパーレス化とおみ分別の案内を進める。']
  expect(likelierText(main, copies, corpus)).toBe('ペーパーレス化とごみ分別の案内を進める。')
})

test.each([
  ['現行の貸借契約', '現行の賃借契約', { here: '現行の貸借契約', there: '現行の賃借契約' }],
  ['同じ', '同じ', { here: '同じ', there: '同じ' }],
])('%s / %s', (here, there, shown) => {
  expect(shortDifference(here, there)).toEqual(shown)
})

test('of long differences the beginning is shown', () => {
  const { here } = shortDifference('あ'.repeat(80), 'い'.repeat(80))
  expect(here.length).toBeLessThan(40)
  expect(here.endsWith('…')).toBe(true)
})
