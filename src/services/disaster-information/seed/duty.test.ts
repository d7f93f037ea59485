import { describe, expect, test } from 'vitest'
import type { District } from '#capabilities/notices/model.ts'
import { ruleOf } from './duty.ts'

const phrase = { ja: '', 'ja-x-yasashii': '', en: '', pt: '' }
const districts: readonly District[] = [
  { key: 'west', name: phrase, towns: [{ name: '加太市場', label: phrase }, { name: '加太板屋', label: phrase }] },
  { key: 'east', name: phrase, towns: [{ name: '和田町', label: phrase }] },
]
const row = { hazard: 'landslide', level: '4', orderLevel: '4', districts: 'west', towns: '和田町', callOut: '災害対策本部', musterClass: 'third', validFrom: '2026-05-28', source: '架空の例' }

describe('a row of the response table', () => {
  test('names districts and single towns together, in the order of the city’s files', () => {
    expect(ruleOf(row, 2, districts)).toMatchObject({ hazard: 'landslide', level: 4, orderLevel: 4, towns: ['加太市場', '加太板屋', '和田町'], musterClass: 'third', isPrepared: false, validTo: null })
  })

  test.each([
    [{ hazard: 'rain' }, /7: hazard: rain/], [{ level: '6' }, /7: level: 6/], [{ level: '', kinds: '' }, /7: level or kinds/], [{ orderLevel: '2' }, /7: orderLevel/],
    [{ noticeLevel: '3' }, /7: orderLevel and noticeLevel/], [{ districts: 'north' }, /7: districts: north/], [{ towns: 'ない町' }, /7: towns: ない町/],
    [{ callOut: '' }, /7: musterClass: callOut/], [{ validFrom: '28 May' }, /7: validFrom: 28 May/], [{ prepared: 'true', level: '3', orderLevel: '3' }, /7: prepared/],
  ])('%j is refused by line, column and reason', (wrong, reason) => {
    expect(() => ruleOf({ ...row, ...wrong }, 7, districts)).toThrow(reason)
  })
})
