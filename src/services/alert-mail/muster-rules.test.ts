import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { imports } from '../../capabilities/imports/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { notices } from '../../capabilities/notices/manifest.ts'
import { phrasebook } from '../../capabilities/phrasebook/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { alertMail } from './manifest.ts'

const RULES = '/staff/muster/rules'
let city: TestWeb
let officer: string
let now = Temporal.Instant.from('2026-11-22T05:00:00Z')

beforeAll(async () => {
  const clock = { now: () => now, today: () => now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate() }
  city = await openTestWeb([staffIdentity, imports, mail, notices, phrasebook, alertMail], { clock })
  officer = await city.signIn('ogata.makoto')
})
afterAll(() => city.close())

const get = (url: string, cookie = officer) => city.web.inject({ url, headers: { accept: 'text/html', cookie } })
const line = { class: 'first', rank: 'director', unit: '', lineFrom: '2026-12-01', lineGround: '訓練の振り返り' }
const setting = { minutes: '10', times: '3', level3: 'first', level4: 'third', level5: 'third', settingFrom: '2026-11-22', settingGround: '訓練の振り返り' }
const add = (values: Partial<typeof line>) => city.send({ page: RULES, action: `${RULES}/lines`, values: { ...line, ...values }, cookie: officer })
const change = (values: Partial<typeof setting>) => city.send({ page: RULES, action: `${RULES}/settings`, values: { ...setting, ...values }, cookie: officer })

/** How many a class would call on a day, as the page says. */
async function peopleOn(day: string, name = '第1配備'): Promise<number> {
  const { body } = await get(`${RULES}?on=${day}`)
  return Number(/この日は(\d+)人/.exec(body.slice(body.indexOf(`<h3`, body.indexOf(name) - 200)))?.[1])
}

describe('the dated table of the muster', () => {
  test.each([
    [{ lineFrom: '2026-11-21' }, '過去の日'], [{ class: 'ninth' }, '一覧から'], [{ unit: 'no-such-unit' }, '一覧から'],
    [{ unit: 'safety', rank: '' }, '同じ行'], [{ lineGround: '' }, '根拠'], [{ rank: 'emperor' }, '職位'],
  ])('takes no line with %j', async (values, said) => {
    const answer = await add(values)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(said)
    expect(await city.open.owner`select 1 from alert_mail.muster_change`).toEqual([])
  })

  test('a new line holds from its day on, and the day before it does not', async () => {
    const before = await peopleOn('2026-11-30')
    expect((await add({})).statusCode).toBe(303)
    expect(await peopleOn('2026-11-30')).toBe(before)
    expect(await peopleOn('2026-12-01')).toBeGreaterThan(before)
    expect((await add({})).statusCode).toBe(422)
    const { body } = await get(RULES)
    expect(body).toContain('加えた: 第1配備 / 部長級 / すべての部署(2026-12-01 から)')
    expect(body).toContain('緒方')
  })

  test('a line that is ended yesterday calls nobody today, and stays in the table of the days before', async () => {
    const page = `${RULES}/lines/first/0`
    const end = (lastDay: string) => city.send({ page, action: page, values: { lastDay, ground: '組織の見直し' }, cookie: officer })
    const before = await peopleOn('2026-11-22')
    expect((await end('2026-11-20')).statusCode).toBe(422)
    expect((await end('2026-11-21')).statusCode).toBe(303)
    expect(await peopleOn('2026-11-22')).toBeLessThan(before)
    expect(await peopleOn('2026-11-21')).toBe(before)
    expect((await get(page)).statusCode).toBe(404)
    expect((await get(RULES)).body).toContain('2026-11-21 まで')
  })

  test.each([[{ minutes: '0' }], [{ minutes: '241' }], [{ times: '11' }], [{ settingFrom: '2026-11-01' }], [{ level4: 'ninth' }]])('takes no setting with %j', async (values) => {
    expect((await change(values)).statusCode).toBe(422)
  })

  test('a setting holds from its day on for new calls, and an open call keeps its own', async () => {
    const call = async () => String((await city.send({ page: '/staff/muster', action: '/staff/muster', values: { classes: 'third', reason: '訓練', place: '市役所', isDrill: 'yes' }, cookie: officer })).headers.location).split('/').at(-1) ?? ''
    const minutesOf = async (id: string) => (await city.open.owner<{ minutes: number }[]>`select remind_after_minutes as minutes from alert_mail.muster_call where id = ${id}`)[0]?.minutes
    const old = await call()
    expect((await change({ settingFrom: '2026-11-23' })).statusCode).toBe(303)
    expect(await minutesOf(await call())).toBe(15)
    now = Temporal.Instant.from('2026-11-23T05:00:00Z')
    officer = await city.signIn('ogata.makoto')
    expect(await minutesOf(await call())).toBe(10)
    expect(await minutesOf(old)).toBe(15)
    expect((await get(RULES)).body).toContain('10分未回答なら再送、3回まで。レベル3は第1配備、レベル4は第3配備')
  })

  test.each(['2026-02-30', 'tomorrow', '0000-00-00', ''])('the day %j is today', async (day) => {
    expect((await get(`${RULES}?on=${day}`)).body).toContain('value="2026-11-23"')
  })

  test('is open to the duty alone', async () => {
    const other = await city.signIn('morita.riku')
    expect((await get(RULES, other)).statusCode).toBe(403)
    expect((await city.send({ page: '/staff/muster/me', action: `${RULES}/lines`, values: line, cookie: other })).statusCode).toBe(403)
  })
})
