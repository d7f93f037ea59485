import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cityIn, type City } from '#kernel/city/city.ts'
import { KAMEYAMA } from '../../testing.ts'
import { isRobot } from './rules/robots.ts'
import { Tally } from './rules/tally.ts'
import { ruleOn, viewRulesOf } from './rules/view-rules.ts'

const folder = mkdtempSync(join(tmpdir(), 'tsunagu-views-'))
const city: City = { ...cityIn(KAMEYAMA), folder }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HEADER = 'from,statuses,types,robots,staff,reason'
const write = (...rows: readonly string[]) => writeFileSync(join(folder, 'page-views.csv'), [HEADER, ...rows].join('\n'))
const on = (day: string) => ruleOn(viewRulesOf(city), Temporal.PlainDate.from(day))

describe('the rule of a city', () => {
  test('holds from its day on; before it the usual one', () => {
    write('2027-04-01,200;304,text/html;application/pdf,in,out,以後は再表示も数える', '2026-04-01,200,text/html,out,in,職員も数える')
    expect(on('2026-03-31')).toMatchObject({ statuses: [200], countsRobots: false, countsStaff: false })
    expect(on('2026-04-01')).toMatchObject({ countsStaff: true, reason: '職員も数える' })
    expect(on('2030-01-01')).toMatchObject({ statuses: [200, 304], types: ['text/html', 'application/pdf'], countsRobots: true, countsStaff: false })
  })

  test.each([
    ['soon,200,text/html,out,out,x', 'line 2: from is “soon”; write a day such as 2026-04-01'],
    ['2026-04-01,ok,text/html,out,out,x', 'line 2: statuses is “ok”; write numbers such as 200 or 304, separated by ;'],
    ['2026-04-01,200,text/html,no,out,x', 'line 2: robots is “no”; write in or out'],
    ['2026-04-01,200,text/html,out,out,', 'line 2: the column reason is empty or missing'],
  ])('%s is refused', (row, message) => {
    write(row)
    expect(() => viewRulesOf(city)).toThrow(message)
  })

  test('of Kameyama leaves robots and staff out', () => {
    expect(ruleOn(viewRulesOf(cityIn(KAMEYAMA)), Temporal.PlainDate.from('2026-11-22'))).toMatchObject({ countsRobots: false, countsStaff: false })
  })
})

describe('a robot', () => {
  test.each([
    ['Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)', true],
    ['curl/8.5.0', true],
    ['', true],
    [undefined, true],
    [`Mozilla/5.0 (X11; Linux x86_64) Firefox/${'1'.repeat(100_000)}`, false],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1', false],
  ])('%.40s: %s', (name, expected) => {
    // Asked twice: the second verdict is the remembered one.
    expect([isRobot(name), isRobot(name)]).toEqual([expected, expected])
  })
})

describe('the tally', () => {
  test('adds up, hands over once, and takes back', () => {
    const tally = new Tally()
    const noon = Temporal.Instant.from('2026-11-22T12:00+09:00').epochMilliseconds
    for (let index = 0; index < 3; index++) tally.count('/', 'ja', noon + index)
    const taken = tally.take()
    expect(taken).toEqual([{ day: '2026-11-22', route: '/', language: 'ja', views: 3, lastAtMs: noon + 2 }])
    expect(tally.take()).toEqual([])
    tally.count('/', 'ja', noon + 9)
    tally.putBack(taken)
    expect(tally.take()).toEqual([{ day: '2026-11-22', route: '/', language: 'ja', views: 4, lastAtMs: noon + 9 }])
  })

  test('knows the day again when a clock is set back', () => {
    const tally = new Tally()
    const at = (text: string) => tally.dayAt(Temporal.Instant.from(text).epochMilliseconds)
    expect([at('2026-11-22T23:59:59.999+09:00'), at('2026-11-23T00:00+09:00'), at('2026-11-22T00:00+09:00')]).toEqual(['2026-11-22', '2026-11-23', '2026-11-22'])
  })
})
