import { describe, expect, test } from 'vitest'
import type { Hazard, Level } from '../../model.ts'
import type { Said } from '../telegrams/telegram.ts'
import { withOldFloodsJoined } from './old-floods.ts'

const AFTER = Temporal.Instant.from('2026-05-28T00:00:00+09:00')

function said(hazard: Hazard, level: Level | null, kindCode: string, areaCode = '2421000'): Said {
  return { hazard, areaCode, areaName: '', areaSize: 'municipality', level, kindName: '', kindCode, lastLevel: null, isFresh: true }
}

function joined(type: string, given: readonly Said[], reportAt = AFTER): [Hazard, Level | null, string][] {
  return withOldFloodsJoined({ type, reportAt, said: given }).map(({ hazard, level, kindCode }) => [hazard, level, kindCode])
}

describe('an old 洪水', () => {
  test.each<[string, Said[], [Hazard, Level | null, string][]]>([
    ['warning outdoes the rain’s advisory', [said('heavy-rain', 2, '10'), said('flood', 3, '04')], [['heavy-rain', 3, '04']]],
    ['advisory adds nothing to the rain’s warning', [said('heavy-rain', 3, '03'), said('flood', 2, '18')], [['heavy-rain', 3, '03']]],
    ['as grave as the rain leaves the rain’s own word', [said('heavy-rain', 3, '03'), said('flood', 3, '04')], [['heavy-rain', 3, '03']]],
    ['of an area without rain is its rain', [said('flood', 2, '18')], [['heavy-rain', 2, '18']]],
    ['that is lifted adds nothing', [said('heavy-rain', 2, '10'), said('flood', 0, '04')], [['heavy-rain', 2, '10']]],
    ['outdoes no unknown kind of rain', [said('heavy-rain', null, '99'), said('flood', 3, '04')], [['heavy-rain', null, '99']]],
    ['of another area stays there', [said('heavy-rain', 2, '10'), said('flood', 3, '04', '2420700')], [['heavy-rain', 2, '10'], ['heavy-rain', 3, '04']]],
    ['leaves other hazards as they are', [said('landslide', 3, '03'), said('heavy-rain', 0, ''), said('flood', 3, '04')], [['landslide', 3, '03'], ['heavy-rain', 3, '04']]],
  ])('%s', (_, given, expected) => {
    for (const type of ['VPWW53', 'VPWW54']) expect(joined(type, given)).toEqual(expected)
  })

  test('stays a flood in nights before the scheme of 28 May 2026', () => {
    expect(joined('VPWW54', [said('heavy-rain', 2, '10'), said('flood', 3, '04')], AFTER.subtract({ seconds: 1 }))).toEqual([['heavy-rain', 2, '10'], ['flood', 3, '04']])
  })

  test('a river’s forecast stays a flood', () => {
    expect(joined('VXKO', [said('flood', 4, '40', 'EXAMPLE-RIVER-1')])).toEqual([['flood', 4, '40']])
  })
})
