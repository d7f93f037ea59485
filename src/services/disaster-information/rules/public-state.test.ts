import { describe, expect, test } from 'vitest'
import type { Hazard, HazardLevel, Level } from '../model.ts'
import { knowledgeAt, levelToActOn, placesOf, warningsIn } from './public-state.ts'

const NOW = Temporal.Instant.from('2026-09-08T05:20:00Z')

function level(hazard: Hazard, at: Level | null, change: Partial<HazardLevel> = {}): HazardLevel {
  return {
    realm: 'live', hazard, areaCode: '2421000', areaName: '亀山市', level: at, kindName: '', kindCode: '', telegramType: '', telegramId: '', eventId: '', since: NOW, reportedAt: NOW, remarks: [], ...change,
  }
}

describe('what the city knows', () => {
  test.each([[null, 'never'], [0, 'current'], [20, 'current'], [21, 'silent'], [-5, 'current']] as const)('heard %s minutes ago: %s', (minutes, kind) => {
    expect(knowledgeAt(NOW, minutes === null ? null : NOW.subtract({ minutes })).kind).toBe(kind)
  })
})

describe('what is in force', () => {
  test('the gravest first, what cannot be read above level 3, what was lifted not at all, drills never', () => {
    const warnings = warningsIn([level('thunder', 2), level('flood', null), level('landslide', 4), level('wind', 0), level('heavy-rain', 3), level('tornado', 5, { realm: 'drill:x' })])
    expect(warnings.map(({ hazard }) => hazard)).toEqual(['landslide', 'flood', 'heavy-rain', 'thunder'])
  })

  test('what was not heard of for long says so', () => {
    expect(warningsIn([level('landslide', 4, { remarks: ['stale'] }), level('flood', 3)]).map(({ isOld }) => isOld)).toEqual([true, false])
  })

  test.each<[readonly { level: Level }[], HazardLevel[], Level]>([
    [[], [], 0], [[{ level: 3 }], [], 3], [[{ level: 3 }], [level('landslide', 5)], 5], [[{ level: 4 }], [level('landslide', 2)], 4], [[], [level('flood', null)], 0],
  ])('one acts by the graver of the two words (%#)', (orders, levels, acted) => {
    expect(levelToActOn(orders, warningsIn(levels))).toBe(acted)
  })
})

test.each([
  [['a', 'b', 'c'], null], [['a', 'b'], ['D1']], [['a'], ['a']], [['c', 'a'], ['c', 'a']], [['a', 'b', 'gone'], ['D1', 'gone']], [[], []],
])('the towns %j are called %j', (towns, places) => {
  const districts = [{ name: 'D1', towns: [{ name: 'a' }, { name: 'b' }] }, { name: 'D2', towns: [{ name: 'c' }] }]
  expect(placesOf(towns, districts, (name) => name, ({ name }) => name)).toEqual(places)
})
