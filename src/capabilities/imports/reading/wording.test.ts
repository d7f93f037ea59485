import { expect, test } from 'vitest'
import { Wording } from './wording.ts'

function taught(): Wording {
  const wording = new Wording(['purpose', 'results'])
  for (const thing of ['窓口', '台帳', '照明', '公園', '図書']) {
    wording.learn('purpose', `${thing}の使いやすさの向上を図る。`)
    wording.learn('results', `${thing}の点検と研修を実施した。`)
  }
  return wording
}

test('a text sounds like the column whose endings it has', () => {
  const doubts = taught().doubts('駐輪場の安全の向上を図る。')
  expect(doubts.get('purpose')).toBe(0)
  expect(doubts.get('results')).toBeGreaterThan(0.5)
})

test('nothing is said before enough was learned, or about next to nothing', () => {
  expect(new Wording(['purpose', 'results']).doubts('向上を図る。').size).toBe(0)
  expect(taught().doubts('図る').size).toBe(0)
})

test('a lesson changes what was said before', () => {
  const wording = taught()
  const before = wording.doubts('台帳を更新すること').get('results') as number
  for (let lesson = 0; lesson < 20; lesson++) wording.learn('results', '台帳を更新すること')
  expect(wording.doubts('台帳を更新すること').get('results')).toBeLessThanOrEqual(before)
})
