import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Seal } from '#kernel/secrets/seal.ts'
import { townOfAddress, townToday, townsToday } from './choices.ts'
import { budgetOf, LINE_PLANS } from './line-plans.ts'
import { clockOf, earliestFor, isQuiet, minuteAt } from './quiet-hours.ts'
import { contactToken, readToken } from './token.ts'

const at = (clock: string) => Temporal.ZonedDateTime.from(`2026-09-01T${clock}[Asia/Tokyo]`).toInstant()
const night = { from: 22 * 60, to: 6 * 60 + 30 }

describe('quiet hours', () => {
  test.each([
    [night, 2, '21:59', '21:59'], [night, 2, '22:00', '+06:30'], [night, 2, '00:00', '06:30'], [night, 2, '06:29', '06:30'], [night, 2, '06:30', '06:30'],
    [night, 3, '23:00', '+06:30'], [night, 4, '23:00', '23:00'], [night, 5, '03:00', '03:00'],
    [{ from: 780, to: 840 }, 0, '13:30', '14:00'], [{ from: 780, to: 840 }, 0, '14:00', '14:00'], [null, 0, '03:00', '03:00'],
  ] as const)('%j at level %i: %s → %s', (quiet, level, now, expected) => {
    const next = expected.startsWith('+') ? at(expected.slice(1)).add({ hours: 24 }) : at(expected)
    expect(earliestFor(quiet, level, at(now)).toString()).toBe(next.toString())
  })

  test('never end inside themselves, and never more than a day later', () => {
    const minute = fc.integer({ min: 0, max: 1_439 })
    fc.assert(fc.property(minute, minute, minute, (from, to, now) => {
      fc.pre(from !== to)
      const instant = at(clockOf(now))
      const next = earliestFor({ from, to }, 1, instant)
      const local = next.toZonedDateTimeISO('Asia/Tokyo')
      expect(isQuiet({ from, to }, local.hour * 60 + local.minute)).toBe(false)
      expect(next.since(instant).total('hours')).toBeLessThan(24)
    }))
  })

  test.each([['24:00', undefined], ['7:00', undefined], ['07:60', undefined], ['', undefined], ['00:00', 0], ['23:59', 1_439]])('%j is minute %j', (clock, minute) => {
    expect(minuteAt(clock)).toBe(minute)
  })
})

describe('a token', () => {
  const seal = new Seal(Buffer.alloc(32, 1), 'kameyama', 'notices')
  test('is read back, and no other text is', () => {
    fc.assert(fc.property(fc.uuid(), fc.string(), (id, other) => {
      expect(readToken(seal, contactToken(seal, id))).toBe(id)
      expect(readToken(seal, other)).toBeUndefined()
    }))
  })
  test('of another city, another part or another contact does not hold', () => {
    const [id, other] = ['0f0f0f0f-0000-4000-8000-000000000001', '0f0f0f0f-0000-4000-8000-000000000002']
    for (const foreign of [new Seal(Buffer.alloc(32, 1), 'asahi', 'notices'), new Seal(Buffer.alloc(32, 1), 'kameyama', 'mail'), new Seal(Buffer.alloc(32, 2), 'kameyama', 'notices')]) {
      expect(readToken(seal, contactToken(foreign, id))).toBeUndefined()
    }
    const mixed = Buffer.from(contactToken(seal, id), 'base64url')
    mixed.set(Buffer.from(contactToken(seal, other), 'base64url').subarray(0, 16))
    expect(readToken(seal, mixed.toString('base64url'))).toBeUndefined()
  })
})

describe('a town', () => {
  const towns = [
    { name: '東町', successor: null, isRetired: false }, { name: '東町一丁目', successor: null, isRetired: false },
    { name: '古町', successor: '中町', isRetired: true }, { name: '中町', successor: '新町', isRetired: true }, { name: '新町', successor: null, isRetired: false },
    { name: '消町', successor: null, isRetired: true }, { name: '輪町', successor: '環町', isRetired: true }, { name: '環町', successor: '輪町', isRetired: true },
  ]
  test.each([
    ['亀山市東町一丁目2', '東町一丁目'], ['東町1-2-3', '東町一丁目'], ['東町５番', '東町'], ['三重県亀山市　新町', '新町'], ['津市東丸之内', undefined], ['', undefined],
  ])('of %j is %j', (typed, name) => {
    expect(townOfAddress(towns, typed, '亀山市')?.name).toBe(name)
  })
  test.each([['古町', '新町'], ['新町', '新町'], ['消町', undefined], ['輪町', undefined], ['無町', undefined]])('%s is %j today', (name, today) => {
    expect(townToday(towns, name)).toBe(today)
  })
  test('stands once, in the order of the list', () => {
    expect(townsToday(towns, ['新町', '古町', '東町', '無町'])).toEqual(['東町', '新町'])
  })
})

test.each([
  [LINE_PLANS.communication.messages, 150, 100, 50, 0], [LINE_PLANS.light.messages, 0, 1_000, 5_000, 5], [5_000, 9_000, 1_000, 0, 0], [5_000, 4_000, 1_000, 1_000, 1],
  [5_000, 4_001, 1_000, 999, 0], [LINE_PLANS.standard.messages, 0, 0, 30_000, null], [null, 50_000, 1_000, null, null],
])('of %s a month, %i are used: %i friends leave %s messages and %s whole notices', (allowed, used, friends, left, broadcasts) => {
  expect(budgetOf({ allowed, used }, friends)).toEqual({ allowed, used, left, broadcasts })
})
