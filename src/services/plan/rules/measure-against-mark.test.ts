import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scale } from '../model.ts'
import { isAgainstMeasure, type MarkRule, type MeasuredResult, percentReached, stepByMeasure } from './measure-against-mark.ts'

const rule = { kind: 'threshold', steps: [{ step: 'achieved', atLeastPercent: 100 }, { step: 'mostly', atLeastPercent: 80 }, { step: 'partly', atLeastPercent: 1 }, { step: 'not-done', atLeastPercent: 0 }] } as const satisfies MarkRule
const scale: Scale = { name: 'achievement', heading: '達成度', steps: ['achieved', 'mostly', 'partly', 'not-done'].map((key, index) => ({ key, glyph: '◎○△×'[index] as string, label: key })) }
const up = { direction: 'up', value: 2263, baseline: 1000, target: 10_000, isMet: false } as const satisfies MeasuredResult

describe('a number against its target', () => {
  test.each([
    [up, 'threshold', 22.63, 'partly'],
    [{ ...up, value: 10_000, isMet: true }, 'threshold', 100, 'achieved'],
    [{ ...up, value: 20_000, isMet: true }, 'threshold', 100, 'achieved'],
    [{ ...up, value: 0 }, 'threshold', 0, 'not-done'],
    [{ ...up, value: 9_000 }, 'baseline', 88.888, 'mostly'],
    [{ ...up, value: 500 }, 'baseline', 0, 'not-done'],
    [{ ...up, baseline: null }, 'baseline', null, null],
    [{ ...up, direction: 'down', value: 50, target: 40 }, 'threshold', 80, 'mostly'],
    [{ ...up, direction: 'down', value: 40, target: 40, isMet: true }, 'threshold', 100, 'achieved'],
    [{ ...up, direction: 'down', value: 70, baseline: 100, target: 40 }, 'baseline', 50, 'partly'],
    [{ ...up, direction: 'range', value: 5, target: 4, isMet: true }, 'threshold', 100, 'achieved'],
    [{ ...up, direction: 'range', value: 7, target: 4 }, 'threshold', 0, 'not-done'],
    [{ ...up, direction: 'keep', value: 1000 }, 'threshold', 0, 'not-done'],
    [{ ...up, target: 0, value: -1 }, 'threshold', null, null],
  ] as const)('%j by %s reaches %s', (result, kind, percent, step) => {
    if (percent === null) expect(percentReached(result, kind)).toBeNull()
    else expect(percentReached(result, kind)).toBeCloseTo(percent, 2)
    expect(stepByMeasure(result, { ...rule, kind })).toBe(step)
  })

  test('is never judged where nobody judges by numbers', () => {
    expect(stepByMeasure(up, { kind: 'manual' })).toBeNull()
    expect(isAgainstMeasure('achieved', up, { kind: 'manual' }, scale)).toBe(false)
  })

  test('that is met reaches everything, and more never reaches less', () => {
    const number = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(fc.property(number, number, number, (target, one, other) => {
      const reached = (value: number) => percentReached({ ...up, target, value, isMet: value >= target }, 'threshold') as number
      expect(reached(Math.max(one, other))).toBeGreaterThanOrEqual(reached(Math.min(one, other)))
      expect(reached(one) === 100).toBe(one >= target)
    }))
  })
})

describe('a mark against the number', () => {
  test.each([
    ['achieved', 2263, true],
    ['achieved', 10_000, false],
    ['mostly', 10_000, true],
    ['mostly', 2263, false],
    ['not-done', 9_999, false],
  ])('%s with %s of 10,000 asks for a reason: %s', (judged, value, isAsked) => {
    expect(isAgainstMeasure(judged, { ...up, value, isMet: value >= 10_000 }, rule, scale)).toBe(isAsked)
  })
})
