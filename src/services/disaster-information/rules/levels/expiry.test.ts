import { describe, expect, test } from 'vitest'
import { endOf, EXPIRY_RULES, isStale, ruleFor, type ExpiryRule } from './expiry.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const rule = (validFrom: string, endsAfterMinutes: number, kinds: readonly string[] = []): ExpiryRule =>
  ({ hazard: 'tornado', kinds, endsAfterMinutes, staleAfterMinutes: null, validFrom: day(validFrom), source: 'invented' })

describe('the rule of the day', () => {
  // In no order: a new rule is added where it is read best.
  const rules = [rule('2028-04-01', 90), rule('2026-05-28', 75), rule('2027-04-01', 60, ['9'])]

  test.each([
    ['2020-01-01', '1', 75], ['2026-05-28', '1', 75], ['2028-03-31', '1', 75], ['2028-04-01', '1', 90], ['2031-01-01', '1', 90],
    ['2027-03-31', '9', 75], ['2027-04-01', '9', 60], ['2028-04-01', '9', 90],
  ])('on %s of kind %s ends after %s minutes', (on, kindCode, minutes) => {
    expect(ruleFor(rules, { hazard: 'tornado', kindCode }, day(on))?.endsAfterMinutes).toBe(minutes)
  })

  test('there is none for a hazard that only telegrams end', () => {
    expect(ruleFor(rules, { hazard: 'tsunami', kindCode: '' }, day('2026-06-01'))).toBeUndefined()
  })
})

test('every rule says since when it holds and why', () => {
  for (const { validFrom, source } of EXPIRY_RULES) expect([validFrom.toString(), source]).toEqual([expect.stringMatching(/^20\d\d-/), expect.stringMatching(/.{8}/)])
})

const AT = Temporal.Instant.from('2026-07-14T10:00:00Z')

test.each([
  ['tornado', '1', null, 75], ['tornado', '1', AT.add({ minutes: 40 }), 40], ['earthquake', '5+', null, 24 * 60], ['record-rain', '記録雨', null, 180], ['landslide', '49', null, null],
] as const)('%s %s, valid until %s, is over after %s minutes', (hazard, kindCode, validUntil, minutes) => {
  expect(endOf({ hazard, kindCode, reportAt: AT, validUntil })).toEqual(minutes === null ? null : AT.add({ minutes }))
})

test.each([
  ['landslide', '49', 24 * 60, false], ['landslide', '49', 24 * 60 + 1, true], ['flood', '40', 12 * 60 + 1, true], ['thunder', '14', 24 * 60 + 1, false],
  ['nankai-trough', '130', 7 * 24 * 60 + 1, true], ['nankai-trough', '120', 7 * 24 * 60 + 1, false], ['tornado', '1', 24 * 60, false],
] as const)('%s %s, of which nothing was heard for %s minutes, is stale: %s', (hazard, kindCode, minutes, expected) => {
  expect(isStale({ hazard, kindCode }, AT, AT.add({ minutes }))).toBe(expected)
})
