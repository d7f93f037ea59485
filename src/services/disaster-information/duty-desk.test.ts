import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readXlsx, textOf, valueAt } from '#capabilities/documents/xlsx-reader.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { clockAt } from '#kernel/time/clock.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { notices } from '../../capabilities/notices/manifest.ts'
import { openData } from '../../capabilities/open-data/manifest.ts'
import { phrasebook } from '../../capabilities/phrasebook/manifest.ts'
import { search } from '../../capabilities/search/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { disasterInformation } from './manifest.ts'
import { settingOn } from './rules/escalation.ts'
import { rosterOn } from './rules/roster.ts'
import { listRoster, listSettings } from './store/duty.ts'
import { listDutyChanges } from './store/duty-changes.ts'

const DESK = '/staff/disaster/duty'
const TODAY = Temporal.PlainDate.from('2026-11-22')

let city: TestWeb
let kitamura: string
beforeAll(async () => {
  city = await openTestWeb([staffIdentity, imports, mail, notices, openData, search, phrasebook, disasterInformation], { clock: clockAt('2026-11-22T03:00:00Z') })
  kitamura = await city.signIn('kitamura.shun')
})
afterAll(() => city.close())

const read = <Result>(work: Parameters<typeof city.open.database.read<Result>>[2]) => city.open.database.read('disaster-information', systemActor, work)
const get = (path: string) => city.web.inject({ url: `${DESK}${path}`, headers: { cookie: kitamura } })
const send = (action: 'roster' | 'settings', values: Record<string, string>) => city.send({ page: DESK, action: `${DESK}/${action}`, cookie: kitamura, values })
const askedOn = async (day: Temporal.PlainDate) => rosterOn(await read(listRoster), day).map(({ login, mail: address }) => `${login} ${address}`)
const staff = (login: string) => `${login} ${login}@staff.kameyama.example`

describe('the roster', () => {
  test('is shown with who is asked today and since when; looking at it is written down', async () => {
    const page = await get('?officer=ogata.makoto')
    expect(page.statusCode).toBe(200)
    for (const said of ['nagase.tomoko@staff.kameyama.example', '2026-04-01 –', '3番目']) expect(page.body.replaceAll(/<rt>[^<]*<\/rt>|<\/?(?:ruby|rp)>/g, '')).toContain(said)
    expect(page.body).toMatch(/<option value="ogata.makoto" selected>/)
    const noted = await city.open.owner`select count(*)::int as count from kernel.audit where act = 'read the duty roster'`
    expect(noted[0]?.count).toBeGreaterThan(0)
  })

  test('is another from a day on; what held before stays, and who changed it is told', async () => {
    const answer = await send('roster', { officer: 'ogata.makoto', place: '1', mail: 'ogata.makoto@staff.kameyama.example', day: '2026-12-01', ground: '冬の当番表' })
    expect(answer.statusCode).toBe(303)
    expect(await askedOn(TODAY)).toEqual(['nagase.tomoko', 'kitamura.shun', 'ogata.makoto'].map(staff))
    expect(await askedOn(Temporal.PlainDate.from('2026-12-01'))).toEqual(['ogata.makoto', 'nagase.tomoko', 'kitamura.shun'].map(staff))
    const changes = await read((tx) => listDutyChanges(tx, 9))
    expect(changes).toHaveLength(3)
    expect(changes.find(({ subject }) => subject === 'ogata.makoto')).toMatchObject({
      about: 'roster', before: '3番目 ogata.makoto@staff.kameyama.example', after: '1番目 ogata.makoto@staff.kameyama.example', ground: '冬の当番表', changedByName: '北村 駿',
    })
    expect((await get('')).body).toContain('2026-12-01')
  })

  test('somebody is taken off from today on, and the plan for December holds', async () => {
    await send('roster', { officer: 'nagase.tomoko', place: 'off', mail: '', day: '2026-11-22', ground: '' })
    expect(await askedOn(TODAY)).toEqual(['kitamura.shun', 'ogata.makoto'].map(staff))
    expect(await askedOn(TODAY.subtract({ days: 1 }))).toEqual(['nagase.tomoko', 'kitamura.shun', 'ogata.makoto'].map(staff))
    expect(await askedOn(Temporal.PlainDate.from('2026-12-01'))).toEqual(['ogata.makoto', 'nagase.tomoko', 'kitamura.shun'].map(staff))
  })

  test.each([
    ['a day that has gone by', { day: '2026-11-21' }, '過去は変えられません'],
    ['somebody who may not confirm', { officer: 'morita.riku' }, '防災当直の役目がある職員'],
    ['an address that is none', { mail: 'nagase at home' }, 'メールアドレスとして読めません'],
  ])('%s is refused with the reason, and what was typed stays', async (_, wrong, reason) => {
    const before = await read(listRoster)
    const answer = await send('roster', { officer: 'nagase.tomoko', place: '2', mail: '', day: '2026-11-25', ground: 'この理由は残る', ...wrong })
    expect(answer.statusCode).toBe(422)
    const said = answer.body.replaceAll(/<rt>[^<]*<\/rt>|<\/?(?:ruby|rp)>/g, '')
    expect(said).toContain(reason)
    expect(said).toContain('この理由は残る')
    expect(await read(listRoster)).toEqual(before)
  })

  test('leaves as a file in the columns of the city’s own, and as a workbook', async () => {
    const csv = (await get('/roster.csv')).body
    expect(csv.replace('\uFEFF', '').split(/\r?\n/)[0]).toBe('login,position,mail,validFrom,validTo,note')
    expect(csv).toContain('nagase.tomoko,1,nagase.tomoko@staff.kameyama.example,2026-04-01,2026-11-21,永瀬 朋子')
    const book = await readXlsx((await get('/rules.xlsx')).rawPayload)
    const sheet = book.ok ? book.sheets[0] : undefined
    expect(sheet === undefined ? '' : [1, 9, 10].map((column) => textOf(valueAt(sheet, 3, column)))).toEqual(['heavy-rain', '警戒体制', 'second'])
  })
})

describe('a setting', () => {
  test('holds from its day on, and the one before ends', async () => {
    expect((await send('settings', { key: 'confirm-minutes', value: '3', settingDay: '2026-11-25', settingGround: '要領の改正' })).statusCode).toBe(303)
    const settings = await read(listSettings)
    expect([TODAY, TODAY.add({ days: 2 }), TODAY.add({ days: 3 })].map((day) => settingOn(settings, 'confirm-minutes', day))).toEqual([5, 5, 3])
    await send('settings', { key: 'confirm-minutes', value: '4', settingDay: '2026-11-22', settingGround: '今夜だけ' })
    const again = await read(listSettings)
    expect([TODAY.subtract({ days: 1 }), TODAY, TODAY.add({ days: 2 }), TODAY.add({ days: 3 })].map((day) => settingOn(again, 'confirm-minutes', day))).toEqual([5, 4, 4, 3])
    expect((await read((tx) => listDutyChanges(tx, 1)))[0]).toMatchObject({ about: 'setting', subject: 'confirm-minutes', before: '5', after: '4', ground: '今夜だけ' })
  })

  test.each([
    ['confirm-minutes', '0'], ['confirm-minutes', '61'], ['shelters-named', '11'],
  ])('%s is never %s', async (key, value) => {
    const answer = await send('settings', { key, value, settingDay: '2026-11-22', settingGround: '試し' })
    expect(answer.statusCode).toBe(422)
    expect(await read(listSettings).then((settings) => settings.some((one) => one.value === value))).toBe(false)
  })
})

test('an emergency route that is switched stands in the same history', async () => {
  const [rule] = await city.open.owner`select id from disaster_information.response_rule where hazard = 'earthquake' and kinds @> '{7}' and valid_to is null`
  await city.send({ page: '/staff/disaster/rules', action: `/staff/disaster/rules/${String(rule?.id)}`, cookie: kitamura, values: { to: 'on' } })
  expect((await read((tx) => listDutyChanges(tx, 1)))[0]).toMatchObject({ about: 'rule', subject: String(rule?.id), changedByName: '北村 駿', ground: '地震' })
})

test('nobody without the duty sees or changes it', async () => {
  const morita = await city.signIn('morita.riku')
  for (const path of ['', '/roster.csv', '/rules.xlsx']) expect((await city.web.inject({ url: `${DESK}${path}`, headers: { cookie: morita } })).statusCode).toBe(403)
})
