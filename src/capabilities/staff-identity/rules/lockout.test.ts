import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCrowded, LOCKOUT, standingAfter, waitAfter } from './lockout.ts'

const now = Temporal.Instant.from('2026-11-22T00:00:00Z')

test.each([
  [0, 0],
  [1, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 4],
  [8, 8],
  [9, 16],
  [10, 32],
  [11, 60],
  [12, 60],
  [99, 60],
])('after %i failures in a row one waits %i minutes', (failures, minutes) => {
  expect(waitAfter(failures)).toBe(minutes)
})

describe('standing', () => {
  test.each([
    [4, 'PT0S', 'open'],
    [5, 'PT59S', 'waiting'],
    [5, 'PT60S', 'open'],
    [6, 'PT60S', 'waiting'],
    [20, 'PT59M59S', 'waiting'],
    [20, 'PT60M', 'open'],
    [99, 'PT60M', 'open'],
    [100, 'PT8760H', 'closed'],
  ])('after %i failures, the last %s ago, is %s', (count, ago, kind) => {
    expect(standingAfter({ count, lastAt: now.subtract(ago) }, now).kind).toBe(kind)
  })

  test('says until when', () => {
    expect(standingAfter({ count: 5, lastAt: now }, now)).toEqual({ kind: 'waiting', until: now.add({ minutes: 1 }) })
  })

  test('never shortens with more failures', () => {
    fc.assert(fc.property(fc.nat(200), (count) => {
      expect(waitAfter(count + 1)).toBeGreaterThanOrEqual(waitAfter(count))
    }))
  })
})

test('an address is crowded from the limit on', () => {
  expect([LOCKOUT.failuresPerAddress - 1, LOCKOUT.failuresPerAddress].map(isCrowded)).toEqual([false, true])
})
