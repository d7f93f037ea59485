import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { Language } from '#kernel/text/text.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { clockAt } from '#kernel/time/clock.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { indicators } from './manifest.ts'
import { changedDefinition, firstDefinition, served, trialDesk, trialIndicator } from './trial-desk.ts'

/** A figure of 2020 with two definitions in the year, a target that says whence it is, and one of 2021, which still runs. */
const count = { kind: 'count' } as const
const ASSUMED = '試験のための想定'
const number = trialIndicator('number', [firstDefinition(count), changedDefinition(count)], { targets: [{ fiscalYear: 2020, value: 3, source: ASSUMED }] })
const idle = trialIndicator('idle', [firstDefinition(count, { where: [{ field: 'body.channel', is: 'counter' }] })])
const DESK = '/staff/evidence'
const ONE = `${DESK}/desk.number`
let web: TestWeb
let keeper: string

beforeAll(async () => {
  web = await openTestWeb([indicators, trialDesk([number, idle])], { isDemo: false, clock: clockAt('2021-06-01T09:00:00+09:00') })
  keeper = await web.signInWith('evidence-keeper')
  await web.workers.settle()
  for (const [on, channel] of [['2020-04-30', 'web'], ['2020-12-31', 'post'], ['2021-02-01', 'post'], ['2021-02-02', 'web']] as const) await serve(on, channel)
  await web.workers.settle()
})
afterAll(() => web.close())

async function serve(on: string, channel: 'web' | 'post', more: { readonly corrects?: string; readonly withdrawn?: boolean } = {}): Promise<string> {
  const body = { channel, minutes: 4, name: '山田 花子', place: { town: '本町', house: '1番地' }, ...more }
  return web.open.database.act('desk', systemActor, async (tx) => tx.publish(served, 'person:7', body, Temporal.Instant.from(`${on}T12:00:00+09:00`)))
}

async function get(url: string, cookie = '', language: Language = 'ja') {
  const { statusCode, body } = await web.web.inject({ url, headers: { cookie: `${cookie}; language=${language}`, 'accept-language': language } })
  return { statusCode, body: body.replace(/<rt>[^<]*<\/rt>|<\/?ruby>/g, '') }
}

const confirm = async (values: Record<string, string> = {}) => {
  const seen = /name="seen" value="([^"]*)"/.exec((await get(`${ONE}?year=2020`, keeper)).body)?.[1] ?? ''
  return web.send({ page: `${ONE}?year=2020`, action: ONE, values: { year: '2020', seen, ...values }, cookie: keeper })
}

describe('the desk where figures are set down', () => {
  test('is closed to other duties, and asks who is not signed in to sign in', async () => {
    const auditor = await web.signInWith('auditor')
    for (const url of [DESK, ONE]) {
      expect((await get(url, auditor)).statusCode).toBe(403)
      expect((await get(url)).statusCode).toBe(401)
    }
  })

  test('lists every figure of the year as open, asks with its number, and then says that it stands', async () => {
    expect((await get(`${DESK}?year=2020`, keeper)).body.match(/未確定/g)).toHaveLength(2)
    const asked = await get(`${ONE}?year=2020`, keeper)
    expect(asked.body).toContain('を3件で確定しますか')
    expect((await confirm()).statusCode).toBe(303)
    expect((await get(`${DESK}?year=2020`, keeper)).body).toContain('確定ずみ')
    expect((await get(`${ONE}?year=2020`, keeper)).body).toContain('確定した数字から変わっていません')
  })

  test('says where a later correction differs, and asks with the new number', async () => {
    await serve('2020-05-01', 'web')
    await web.workers.settle()
    expect((await get(`${DESK}?year=2020`, keeper)).body).toContain('確定後に差あり')
    expect((await get(`${ONE}?year=2020`, keeper)).body).toContain('を4件で確定しますか')
    const shown = await get('/evidence/desk.number?year=2020')
    expect(shown.body).toContain('+1 件')
    expect(shown.body).toContain('id="put-in"')
  })

  test('does not take a number that was seen before another fact came', async () => {
    const answer = await confirm({ seen: '3 3' })
    expect(answer.headers.location).toContain(`${ONE}?year=2020`)
  })

  test('offers nothing for a year that runs, and refuses it when it is sent all the same', async () => {
    const running = await get(`${ONE}?year=2021`, keeper)
    expect(running.body).toContain('この年度はまだ終わっていません')
    expect(running.body).not.toContain(`action="${ONE}"`)
    expect((await confirm({ year: '2021' })).statusCode).toBe(403)
  })

  test('offers nothing while earlier records are still being counted', async () => {
    await web.open.owner`update indicators.indicator set joined_at = 2, backfilled_to = 0 where key = 'desk.idle'`
    const { body } = await get(`${DESK}/desk.idle?year=2020`, keeper)
    expect(body).toContain('過去の記録を数え終わってから')
    expect(body).not.toContain('name="seen"')
    await web.open.owner`update indicators.indicator set backfilled_to = joined_at where key = 'desk.idle'`
  })
})

describe('the pages of a figure', () => {
  test('show each definition of the year with its own number and the reason of the change', async () => {
    const { body } = await get('/evidence/desk.number?year=2020')
    for (const part of ['最初の定義', '郵送を除く', 'id="versions-table"']) expect(body).toContain(part)
    const rows = /id="versions-table"[\s\S]*?<\/table>/.exec(body)?.[0] ?? ''
    expect([...rows.matchAll(/(\d+) 件/g)].map(([, value]) => value)).toEqual(['3', '1'])
  })

  test('say of a target whence it is, so that an assumption is not taken for the city’s own', async () => {
    for (const url of ['/evidence/desk.number?year=2020', '/evidence?year=2020']) expect((await get(url)).body).toContain(ASSUMED)
    expect((await get('/evidence.json?year=2020')).body).toContain(ASSUMED)
  })

  test.each([['a resident', [], false], ['an auditor', ['auditor'], true], ['the keeper', ['evidence-keeper'], true]] as const)('mask the facts for %s as their fields say', async (_, duties, seesInternal) => {
    const cookie = duties.length === 0 ? '' : await web.signInWith(...duties)
    for (const url of ['/evidence/desk.number/facts?year=2020', '/evidence/desk.number/facts.json?year=2020', '/evidence/desk.number?year=2020']) {
      const { body, statusCode } = await get(url, cookie)
      expect(statusCode).toBe(200)
      for (const secret of ['山田', '1番地', 'person:7']) expect(body, url).not.toContain(secret)
      if (url.includes('/facts?')) {
        expect(body).toContain('本町')
        expect(/<code>minutes<\/code>: 4/.test(body)).toBe(seesInternal)
      }
    }
  })

  test.each(LANGUAGES)('leave no hole in a sentence in %s', async (language) => {
    for (const url of ['/evidence?year=2020', '/evidence/desk.number?year=2020', '/evidence/desk.number/facts?year=2020', '/evidence/desk.idle/facts?year=2020', `${DESK}?year=2020`, `${ONE}?year=2020`]) {
      const { body, statusCode } = await get(url, keeper, language)
      expect(statusCode, url).toBe(200)
      expect(body.replace(/<script[\s\S]*?<\/script>| data-[a-z-]+="[^"]*"/g, ''), url).not.toMatch(/\{[a-zA-Z]+\}|undefined|NaN/)
    }
  })
})
