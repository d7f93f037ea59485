import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DutyPeriod } from '#kernel/access/people.ts'
import { dayIn } from './day.ts'
import { deviceOf } from '#kernel/web/device.ts'
import { isInForce, isOver, isOwnLastAdministration, problemWithGiving } from './duties.ts'
import { isLogin, normalLogin } from './login.ts'
import { returnWay } from './return-way.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const period = (from: string, to: string | null, duty = 'system-administrator'): DutyPeriod => ({
  duty,
  from: day(from),
  to: to === null ? null : day(to),
})
const today = day('2026-11-22')

describe('a device', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
      'Chrome',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
      'Safari',
      'Mac',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/130.0 Mobile/15E148 Safari/604.1',
      'Chrome',
      'iPad',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0 Mobile Safari/537.36',
      'Samsung Internet',
      'Android',
    ],
    ['curl/8.5.0', null, null],
    ['', null, null],
  ])('%s', (description, browser, system) => expect(deviceOf(description)).toEqual({ browser, system }))
})

describe('duties', () => {
  test.each([
    [period('2026-01-01', null), [], null],
    [period('2026-01-02', '2026-01-01'), [], 'ends-before-it-begins'],
    [period('2026-01-01', '2026-01-01'), [], null],
    [period('2026-01-01', null), [period('2025-01-01', '2025-12-31')], null],
    [period('2026-01-01', null), [period('2025-01-01', '2026-01-01')], 'overlaps'],
    [period('2026-01-01', '2026-03-31'), [period('2026-04-01', null)], null],
    [period('2026-01-01', null), [period('2026-04-01', null)], 'overlaps'],
    [period('2026-01-01', null), [period('2025-01-01', null, 'auditor')], null],
  ])('case %#', (wished, known, problem) => expect(problemWithGiving(wished, known)).toBe(problem))

  test('a period is in force from its first to its last day, and over after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (away) => {
        const on = today.add({ days: away })
        const held = period('2026-11-01', '2026-12-31')
        const isInside =
          Temporal.PlainDate.compare(on, held.from) >= 0 && Temporal.PlainDate.compare(on, day('2026-12-31')) <= 0
        expect(isInForce(held, on)).toBe(isInside)
        expect(isOver(held, on)).toBe(Temporal.PlainDate.compare(on, day('2026-12-31')) > 0)
      }),
    )
  })

  test.each<[string, DutyPeriod, DutyPeriod[], boolean]>([
    ['the only one', period('2026-01-01', null), [], true],
    ['another duty', period('2026-01-01', null, 'auditor'), [], false],
    ['one that is over', period('2026-01-01', '2026-02-01'), [], false],
    ['one to come', period('2027-01-01', null), [], false],
    ['beside one that ends earlier', period('2026-01-01', null), [period('2026-02-01', '2026-12-31')], true],
    ['beside one that lasts', period('2026-01-01', '2026-12-31'), [period('2026-02-01', null)], false],
    ['beside one to come', period('2026-01-01', '2026-12-31'), [period('2027-01-01', null)], true],
  ])('own administration, %s', (_, held, others, isLast) => {
    expect(isOwnLastAdministration(held, [held, ...others], today)).toBe(isLast)
  })
})

describe('a login', () => {
  test.each(['abc', 'kameyama.hanako', 'a1-b2_c3', 'x'.repeat(40)])('%s is one', (login) =>
    expect(isLogin(login)).toBe(true),
  )
  test.each(['ab', 'x'.repeat(41), '.abc', 'abc.', 'a..b', 'a b', 'Abc', '花子', '', 'a/b'])('%j is none', (login) =>
    expect(isLogin(login)).toBe(false),
  )
  test('is the same in any width and case', () => expect(normalLogin(' Ｍizuno．ＹＵＩ ')).toBe('mizuno.yui'))
})

test.each([
  ['2026-04-01', true],
  ['2026-02-29', false],
  ['2024-02-29', true],
  ['2026-4-1', false],
  ['', false],
  ['2026-13-01', false],
])('%j is a day: %s', (text, isDay) => {
  expect(dayIn(text) !== null).toBe(isDay)
})

test.each([
  [undefined, '/staff'],
  ['', '/staff'],
  ['/plan', '/plan'],
  ['/sign-in', '/staff'],
  ['/sign-in/second-step', '/staff'],
  ['/sign-out', '/staff'],
  ['/sign-inner', '/sign-inner'],
  ['//x', '/staff'],
])('after signing in %j leads to %s', (wished, way) => expect(returnWay(wished)).toBe(way))
