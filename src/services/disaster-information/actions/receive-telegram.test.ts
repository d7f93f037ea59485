import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { dayOf, type Clock } from '#kernel/time/clock.ts'
import { imports } from '../../../capabilities/imports/manifest.ts'
import { mail } from '../../../capabilities/mail/manifest.ts'
import { notices } from '../../../capabilities/notices/manifest.ts'
import { openData } from '../../../capabilities/open-data/manifest.ts'
import { phrasebook } from '../../../capabilities/phrasebook/manifest.ts'
import { search } from '../../../capabilities/search/manifest.ts'
import { staffIdentity } from '../../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { disasterInformation } from '../manifest.ts'
import { watchLevels } from '../jobs/watch-levels.ts'
import type { Hazard, HazardLevel, Realm } from '../model.ts'
import { composeIntensity, composeNankai, composeQuickIntensity } from '../rules/nights/compose-earth.ts'
import { composeTelegram, type ComposedTelegram } from '../rules/nights/compose-telegram.ts'
import { composeCancellation, composeForecast, composeLandslideAlert, composeRiver, composeTag, composeTornado, composeWarnings } from '../rules/nights/compose-weather.ts'
import { composeNight } from '../rules/nights/nights.ts'
import { listLevelChanges, listLevels } from '../store/levels.ts'
import { listRefused } from '../store/refused-telegrams.ts'
import { listOpenSuggestions } from '../store/suggestions.ts'
import { listArrivals, listTelegrams } from '../store/telegram-lists.ts'
import type { Way } from '../store/telegrams.ts'
import type { DisasterInformationTables } from '../tables.ts'
import { receiveTelegram, type Received } from './receive-telegram.ts'

/** A filter that leaves nothing out. */
const ALL = { type: '', effect: '', realm: '', way: '', day: '' }
const disaster = queriesOver<DisasterInformationTables>()
const BEGIN = Temporal.Instant.from('2026-07-14T10:00:00Z')
const LONG_AGO = Temporal.Instant.from('2020-01-01T00:00:00Z')
const at = (minutes: number) => BEGIN.add({ minutes })

let now = at(180)
const clock: Clock = { now: () => now, today: () => dayOf(now) }
const parts = [staffIdentity, imports, mail, notices, openData, search, phrasebook, disasterInformation]
let city: TestWeb
beforeAll(async () => {
  city = await openTestWeb(parts, { clock })
})
afterAll(() => city.close())

function act<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return city.open.database.act('disaster-information', systemActor, work)
}

function receive({ source }: Pick<ComposedTelegram, 'source'>, realm: Realm = 'live', way: Way = 'push'): Promise<Received> {
  return act((tx) => receiveTelegram(tx, { source, way, realm }))
}

async function levelOf(hazard: Hazard, realm: Realm): Promise<HazardLevel | undefined> {
  return (await act((tx) => listLevels(tx, realm))).find((each) => each.hazard === hazard)
}

const drill = (name: string): Realm => `drill:test-${name}`
const warn = (code: string, minutes: number, terms: { type?: string; last?: string; status?: string; infoType?: '訂正' | '取消'; condition?: string; sent?: number } = {}) => {
  const { type = 'VPWW56', last, status = '発表', infoType, condition, sent } = terms
  const kind = { code, status, ...(last === undefined ? {} : { last }), ...(condition === undefined ? {} : { condition }) }
  return composeWarnings(type, [kind], {
    reportAt: at(minutes), ...(infoType === undefined ? {} : { infoType }), ...(sent === undefined ? {} : { sentAt: at(minutes).add({ seconds: sent }) }),
  })
}

describe('a warning for the city', () => {
  test('from level 2 to level 4 is one step, with both ends', async () => {
    expect(await receive(warn('29', 0))).toMatchObject({ kind: 'taken', realm: 'live', type: 'VPWW56', effect: 'changed', changes: [{ from: 0, to: 2, reason: 'issued' }] })
    const second = await receive(warn('49', 40, { last: '29' }))
    expect(second).toMatchObject({ kind: 'taken', changes: [{ hazard: 'landslide', areaCode: '2421000', from: 2, to: 4, reason: 'raised', kindCode: '49', at: at(40) }] })
    expect(await levelOf('landslide', 'live')).toMatchObject({ level: 4, since: at(40), telegramType: 'VPWW56', remarks: [] })
  })

  test('of other places is kept and changes nothing', async () => {
    const { source } = warn('49', 41)
    const elsewhere = Buffer.from(source.toString().replaceAll('2421000', '2420999'))
    expect(await receive({ source: elsewhere })).toMatchObject({ kind: 'taken', effect: 'elsewhere', changes: [] })
  })

  test('that goes on keeps its beginning', async () => {
    const realm = drill('since')
    for (const minutes of [0, 30, 60]) await receive(warn('09', minutes, { status: minutes === 0 ? '発表' : '継続' }), realm)
    expect(await levelOf('landslide', realm)).toMatchObject({ since: at(0), reportedAt: at(60) })
  })
})

describe('the same telegram', () => {
  test('fifty times, by every way and at once, is one', async () => {
    const realm = drill('fifty')
    const telegram = warn('49', 5)
    const spaced = { source: Buffer.from(telegram.source.toString().replaceAll('><', '>\n<')) }
    const ways: readonly Way[] = ['feed', 'folder', 'push', 'replay', 'feed']
    const all = await Promise.all(Array.from({ length: 50 }, (_, index) => receive(index % 2 === 0 ? telegram : spaced, realm, ways[index % 5] ?? 'feed')))
    const taken = all.filter(({ kind }) => kind === 'taken')
    expect(taken).toHaveLength(1)
    expect(all.filter(({ kind }) => kind === 'duplicate')).toHaveLength(49)
    const [first] = taken
    const arrivals = await act((tx) => listArrivals(tx, first?.id ?? ''))
    expect(arrivals.reduce((sum, { count }) => sum + count, 0)).toBe(50)
    expect(await act((tx) => listLevelChanges(tx, realm, LONG_AGO, 100))).toHaveLength(1)
    const suggestions = await act((tx) => tx.list(disaster.selectFrom('disaster_information.suggestion').select('id').where('realm', '=', realm)))
    expect(suggestions).toHaveLength(1)
  })
})

describe('a whole night', () => {
  const night = [...composeNight('storm', { startAt: BEGIN, speed: 1, status: '通常' }), ...composeNight('earthquake', { startAt: at(20), speed: 1, status: '通常' })]
  let realms = 0
  /** What is known in the end, without which of two telegrams of one moment is named. */
  const state = async (realm: Realm) => (await act((tx) => listLevels(tx, realm)))
    .map(({ hazard, areaCode, areaName, level, kindCode, since, reportedAt, remarks }) => JSON.stringify({ hazard, areaCode, areaName, level, kindCode, since, reportedAt, remarks })).toSorted()
  let expected: string[] = []
  beforeAll(async () => {
    const realm = drill(`night-${realms++}`)
    for (const telegram of night) await receive(telegram, realm)
    expected = await state(realm)
  })

  test('in any order of arrival ends in the same state', async () => {
    expect(expected.length).toBeGreaterThan(8)
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(night, { minLength: night.length }), async (shuffled) => {
      const realm = drill(`night-${realms++}`)
      for (const telegram of shuffled) await receive(telegram, realm)
      expect(await state(realm)).toEqual(expected)
    }), { numRuns: 3, examples: [[night.toReversed()]] })
  }, 120_000)

  test('all at once, in many transactions beside each other, ends in the same state', async () => {
    const realm = drill('night-at-once')
    await Promise.all(night.map((telegram) => receive(telegram, realm)))
    expect(await state(realm)).toEqual(expected)
  })
})

describe('corrected and cancelled', () => {
  test('a correction takes the place of what it corrects', async () => {
    const realm = drill('corrected')
    await receive(warn('09', 0), realm)
    await receive(warn('49', 30), realm)
    expect(await receive(warn('29', 30, { infoType: '訂正', sent: 300 }), realm)).toMatchObject({ changes: [{ from: 4, to: 2, reason: 'corrected' }] })
  })

  test('a cancellation brings back what was before, also when it comes first', async () => {
    const cancel = composeCancellation({ type: 'VPWW56', title: '気象警報・注意報（Ｒ０６）（土砂災害）', headTitle: '取消', infoKind: '気象警報・注意報', reportAt: at(30), sentAt: at(35), headline: '取り消します。' }, 'meteorology')
    const after = drill('cancelled')
    for (const each of [warn('09', 0), warn('49', 30)]) await receive(each, after)
    expect(await receive(cancel, after)).toMatchObject({ kind: 'taken', effect: 'changed', changes: [{ from: 4, to: 3, reason: 'cancelled' }] })
    const before = drill('cancelled-first')
    for (const each of [cancel, warn('49', 30), warn('09', 0)]) await receive(each, before)
    expect(await levelOf('landslide', before)).toMatchObject({ level: 3, since: at(0) })
  })

  test('with nothing before it, the telegram’s own word for what was before counts', async () => {
    const realm = drill('last-kind')
    const cancel = composeCancellation({ type: 'VPWW56', title: '気象警報・注意報（Ｒ０６）（土砂災害）', headTitle: '取消', infoKind: '気象警報・注意報', reportAt: at(30), sentAt: at(35), headline: '取り消します。' }, 'meteorology')
    for (const each of [warn('49', 30, { last: '29' }), cancel]) await receive(each, realm)
    expect(await levelOf('landslide', realm)).toMatchObject({ level: 2, remarks: ['restored-from-last-kind'] })
  })

  test('an earthquake that was none is taken back as a whole', async () => {
    const realm = drill('no-quake')
    const when = { reportAt: at(0), eventId: '20260714190000' }
    await receive(composeQuickIntensity('6-', when), realm)
    const cancel = composeCancellation({ type: 'VXSE51', title: '震度速報', headTitle: '震度速報', office: '大阪管区気象台', infoKind: '震度速報', headline: '取り消します。', reportAt: at(4), eventId: when.eventId }, 'seismology')
    expect(await receive(cancel, realm)).toMatchObject({ changes: [{ hazard: 'earthquake', from: 4, to: 0, reason: 'cancelled' }] })
  })
})

describe('old and new telegrams of one event', () => {
  test('are one event: the old ones, without a level 4, neither lower nor repeat the new one', async () => {
    const realm = drill('old-and-new')
    await receive(warn('49', 0), realm)
    for (const old of [warn('03', 1, { type: 'VPWW54', condition: '土砂災害' }), composeLandslideAlert(true, 1, { reportAt: at(2) }), warn('03', 30, { type: 'VPWW54', condition: '土砂災害', status: '継続' })]) {
      expect(await receive(old, realm).then((received) => received.kind === 'taken' && received.changes.filter(({ hazard }) => hazard === 'landslide'))).toEqual([])
    }
    expect(await levelOf('landslide', realm)).toMatchObject({ level: 4, telegramType: 'VPWW56', remarks: [] })
  })

  test('where only the old ones come, they count, and say so', async () => {
    const realm = drill('old-only')
    await receive(composeLandslideAlert(true, 1, { reportAt: at(0) }), realm)
    expect(await levelOf('landslide', realm)).toMatchObject({ level: 4, remarks: ['old-scheme-only'] })
  })

  test('a rise that only the old one reports stands until the new one comes', async () => {
    const realm = drill('old-rises')
    for (const each of [warn('29', 0), composeLandslideAlert(false, 1, { reportAt: at(0) })]) await receive(each, realm)
    expect(await receive(composeLandslideAlert(true, 2, { reportAt: at(20) }), realm)).toMatchObject({ changes: [{ from: 2, to: 4 }] })
    expect(await receive(warn('49', 20, { last: '29' }), realm)).toMatchObject({ changes: [] })
    expect(await levelOf('landslide', realm)).toMatchObject({ level: 4, telegramType: 'VPWW56' })
  })
})

describe('a river', () => {
  const unknown = (office: string, minutes: number) => {
    const { source } = composeRiver('40', 'レベル４氾濫危険警報', 1, { reportAt: at(minutes), office })
    return { source: Buffer.from(source.toString().replaceAll('EXAMPLE-RIVER-1', '850707000199')) }
  }
  const remarksOf = async (received: Received) => (await act((tx) => listTelegrams(tx, { ...ALL, type: 'VXKO', realm: '' }, 10, 0))).find(({ id }) => id === received.id)?.remarks

  test.each([
    ['that the city’s list does not have is flagged where an office of the city tells of it', '津地方気象台', ['unknown-stretch']],
    ['of another part of the country is not', '札幌管区気象台', []],
  ])('%s', async (_, office, remarks) => {
    const received = await receive(unknown(office, 3), drill('river'))
    expect(received).toMatchObject({ kind: 'taken', effect: 'elsewhere', changes: [] })
    expect(await remarksOf(received)).toEqual(remarks)
  })

  test('in the list is weighed and not flagged', async () => {
    const received = await receive(composeRiver('40', 'レベル４氾濫危険警報', 1, { reportAt: at(4) }), drill('river'))
    expect(received).toMatchObject({ changes: [{ hazard: 'flood', to: 4 }] })
    expect(await remarksOf(received)).toEqual([])
  })
})

describe('an old 洪水 beside the new 大雨', () => {
  const suggestedIn = async (realm: Realm) => (await act((tx) => listOpenSuggestions(tx, realm))).map(({ hazard, level }) => [hazard, level])
  const rain = (minutes: number) => composeWarnings('VPWW55', [{ code: '03', status: '発表' }], { reportAt: at(minutes) })
  const flood = (minutes: number) => composeWarnings('VPWW54', [{ code: '03', status: '発表', condition: '浸水害' }, { code: '04', status: '発表' }], { reportAt: at(minutes) })

  test.each([['the new one first', [rain(0), flood(1)]], ['the old one first', [flood(0), rain(1)]]])('%s: one hazard, one suggestion', async (name, telegrams) => {
    const realm = drill(`old-flood ${name}`)
    for (const telegram of telegrams) await receive(telegram, realm)
    expect(await suggestedIn(realm)).toEqual([['heavy-rain', 3]])
    expect(await levelOf('heavy-rain', realm)).toMatchObject({ level: 3, telegramType: 'VPWW55', remarks: [] })
    expect(await levelOf('flood', realm)).toBeUndefined()
  })

  test('alone counts as heavy rain, and says so', async () => {
    const realm = drill('old-flood alone')
    await receive(composeWarnings('VPWW54', [{ code: '10', status: '発表' }, { code: '04', status: '発表' }], { reportAt: at(0) }), realm)
    expect(await levelOf('heavy-rain', realm)).toMatchObject({ level: 3, kindCode: '04', remarks: ['old-scheme-only'] })
    await receive(composeWarnings('VPWW54', [{ code: '10', status: '継続' }, { code: '04', status: '解除' }], { reportAt: at(30) }), realm)
    expect(await levelOf('heavy-rain', realm)).toMatchObject({ level: 2, kindCode: '10' })
  })

  test('a river’s own forecast stays a flood of its own', async () => {
    const realm = drill('old-flood river')
    for (const telegram of [rain(0), flood(1), composeRiver('40', 'レベル４氾濫危険警報', 1, { reportAt: at(2) })]) await receive(telegram, realm)
    expect(await levelOf('flood', realm)).toMatchObject({ level: 4, areaCode: 'EXAMPLE-RIVER-1' })
  })
})

describe('drills', () => {
  test.each(['訓練', '試験'] as const)('%s never reaches the real night, whatever the caller wished', async (status) => {
    const before = await act((tx) => listLevels(tx, 'live'))
    const received = await receive(composeWarnings('VPWW55', [{ code: '33', status: '発表' }], { reportAt: at(50), status }), 'live', 'feed')
    expect(received).toMatchObject({ kind: 'taken', realm: 'drill:telegrams' })
    expect(await act((tx) => listLevels(tx, 'live'))).toEqual(before)
  })
})

describe('what is no level', () => {
  test('an unknown code changes the level to unknown, with its words shown raw', async () => {
    const realm = drill('unknown')
    await receive(warn('09', 0), realm)
    expect(await receive(warn('99', 10), realm)).toMatchObject({ changes: [{ from: 3, to: null, reason: 'unknown-code', kindCode: '99' }] })
    expect(await levelOf('landslide', realm)).toMatchObject({ level: null, kindName: '未知の種別99', remarks: ['unknown-code'] })
  })

  test('a forecast is shown and puts nothing in force', async () => {
    const realm = drill('forecast')
    expect(await receive(composeForecast(['51', '41'], { reportAt: at(0) }), realm)).toMatchObject({ effect: 'forecast', changes: [] })
    expect(await act((tx) => listLevels(tx, realm))).toEqual([])
  })

  test('a tsunami is kept, and is not this city’s', async () => {
    const area = '<Item><Area><Name>伊勢・三河湾</Name><Code>390</Code></Area><Category><Kind><Name>津波警報</Name><Code>51</Code></Kind></Category></Item>'
    const telegram = composeTelegram({ type: 'VTSE41', title: '津波警報・注意報・予報a', headTitle: '津波警報', infoKind: '津波警報・注意報・予報', headline: '', reportAt: at(0), eventId: '20260714185900' }, 'seismology', '', `<Tsunami><Forecast>${area}</Forecast></Tsunami>`)
    expect(await receive(telegram, drill('tsunami'))).toMatchObject({ type: 'VTSE41', effect: 'not-relevant', changes: [] })
  })

  test('what cannot be read is kept with its reason, and counted when it comes again', async () => {
    const broken = { source: Buffer.from(warn('29', 0).source.toString().slice(0, 500)) }
    expect(await receive(broken)).toMatchObject({ kind: 'refused', refusal: { reason: 'not-well-formed' } })
    await receive(broken, 'live', 'folder')
    expect(await act((tx) => listRefused(tx, 10, 0))).toMatchObject([{ reason: 'not-well-formed', times: 2, way: 'push', bytes: broken.source.length }])
  })
})

describe('earthquakes', () => {
  test('the area’s intensity gives way to the city’s own; the same event is not told twice as two', async () => {
    const realm = drill('quake')
    const eventId = '20260714191000'
    expect(await receive(composeQuickIntensity('6-', { reportAt: at(2), eventId }), realm)).toMatchObject({ changes: [{ to: 4, kindCode: '6-', areaCode: '2421000', areaName: '三重県北部(地震)' }] })
    expect(await levelOf('earthquake', realm)).toMatchObject({ remarks: ['area-wide'] })
    expect(await receive(composeIntensity('5+', 1, { reportAt: at(5), eventId }), realm)).toMatchObject({ changes: [{ from: 4, to: 3, kindCode: '5+', areaName: '亀山市' }] })
    expect(await receive(composeQuickIntensity('6-', { reportAt: at(3), eventId }), realm)).toMatchObject({ changes: [] })
  })

  test('a city that the full report does not name felt nothing', async () => {
    const realm = drill('quake-elsewhere')
    const eventId = '20260714192000'
    await receive(composeQuickIntensity('3', { reportAt: at(2), eventId }), realm)
    expect(await receive(composeIntensity(null, 1, { reportAt: at(5), eventId }), realm)).toMatchObject({ changes: [{ from: 2, to: 0, reason: 'lifted' }] })
  })

  test('a weaker one after a strong one does not calm; another as strong is told again; 5 upper after 5 lower is told', async () => {
    const realm = drill('aftershocks')
    const quake = (intensity: string, minutes: number) => receive(composeIntensity(intensity, 1, { reportAt: at(minutes), eventId: `2026071419${minutes + 10}00` }), realm)
    await quake('5-', 0)
    expect(await quake('3', 5)).toMatchObject({ changes: [] })
    expect(await quake('5-', 10)).toMatchObject({ changes: [{ from: 3, to: 3, reason: 'again' }] })
    expect(await quake('5+', 15)).toMatchObject({ changes: [{ from: 3, to: 3, reason: 'another-kind', kindCode: '5+' }] })
  })

  test('the Nankai Trough’s keyword decides, and the end of the inquiry lifts it', async () => {
    const realm = drill('nankai')
    const say = (code: string, name: string, minutes: number) => receive(composeNankai(code, name, { reportAt: at(minutes), eventId: `20260714190${minutes}00` }), realm)
    await say('111', '調査中', 0)
    expect(await say('120', '巨大地震警戒', 5)).toMatchObject({ changes: [{ from: 2, to: 4, areaCode: 'nankai-trough' }] })
    expect(await say('190', '調査終了', 9)).toMatchObject({ changes: [{ to: 0 }] })
  })
})

describe('time', () => {
  const watch = () => act((tx) => watchLevels.run(tx, null, city.open.city, parts))

  test('a telegram from a clock five minutes ahead is kept, and remarked upon', async () => {
    const received = await receive(composeTag('線状降水帯発生', { reportAt: now.add({ minutes: 5 }), sentAt: now.add({ minutes: 5 }) }))
    expect(received).toMatchObject({ kind: 'taken', changes: [{ hazard: 'linear-rainband', to: 4 }] })
    const [line] = await act((tx) => listTelegrams(tx, { ...ALL, type: 'VPBS50', realm: 'live' }, 10, 0))
    expect(line?.remarks).toEqual(['from-the-future'])
  })

  test('a telegram of another year is kept as text: it neither outdoes what is said today nor takes anything back', async () => {
    const realm: Realm = 'live'
    const lines = async () => (await act((tx) => listTelegrams(tx, { ...ALL, type: 'VPWW60', realm: 'live' }, 10, 0))).map(({ effect, remarks }) => [effect, remarks])
    const snow = (code: string, reportAt: Temporal.Instant) => composeWarnings('VPWW60', [{ code, status: '発表' }], { reportAt, sentAt: now })
    const year2036 = Temporal.Instant.from('2036-07-14T13:00:00Z')
    expect(await receive(snow('12', year2036), realm)).toMatchObject({ kind: 'taken', effect: 'text', changes: [] })
    expect(await levelOf('heavy-snow', realm)).toBeUndefined()
    expect(await receive(snow('06', now), realm)).toMatchObject({ changes: [{ hazard: 'heavy-snow', from: 0, to: 3 }] })
    const cancel = composeCancellation({ type: 'VPWW60', title: '気象警報・注意報（Ｒ０６）（大雪）', headTitle: '取消', infoKind: '気象警報・注意報', reportAt: now.add({ minutes: 90 }), headline: '取り消します。' }, 'meteorology')
    expect(await receive(cancel, realm)).toMatchObject({ effect: 'text', changes: [] })
    // The next one looks at its whole series again.
    await receive(snow('06', now.add({ minutes: 1 })), realm)
    expect(await levelOf('heavy-snow', realm)).toMatchObject({ level: 3 })
    expect(await lines()).toEqual([['confirmed', []], ['text', ['held-back']], ['changed', []], ['text', ['held-back']]])
    const cookie = await city.signInWith('disaster-officer')
    const [, held] = await act((tx) => listTelegrams(tx, { ...ALL, type: 'VPWW60', realm: 'live' }, 10, 0))
    for (const url of ['/staff/disaster', `/staff/disaster/telegrams/${held?.id}`]) {
      const { body } = await city.web.inject({ url, headers: { cookie: `${cookie}; language=en` } })
      expect(body).toContain('more than an hour ahead')
    }
  })

  test('what nobody ends is over after its time, and that is written down; a warning goes stale and stays', async () => {
    await receive(composeTornado({ reportAt: now.subtract({ minutes: 5 }) }))
    expect(await levelOf('tornado', 'live')).toMatchObject({ level: 2 })
    const begun = now
    now = begun.add({ hours: 2 })
    await watch()
    expect(await levelOf('tornado', 'live')).toMatchObject({ level: 0, remarks: ['expired'] })
    const [step] = await act((tx) => listLevelChanges(tx, 'live', begun, 10))
    expect(step).toMatchObject({ hazard: 'tornado', from: 2, to: 0, reason: 'expired', at: now })
    expect(await levelOf('landslide', 'live')).toMatchObject({ level: 4, remarks: [] })
    now = begun.add({ hours: 30 })
    await watch()
    expect(await levelOf('landslide', 'live')).toMatchObject({ level: 4, remarks: ['stale'] })
    now = begun
  })

  test('where our own clock was slow, what was held back counts as soon as the clock is right', async () => {
    const early = composeWarnings('VPWW55', [{ code: '43', status: '発表' }], { reportAt: now.add({ minutes: 150 }), sentAt: now })
    expect(await receive(early)).toMatchObject({ effect: 'text', changes: [] })
    const begun = now
    now = begun.add({ minutes: 100 })
    await watch()
    expect(await levelOf('heavy-rain', 'live')).toMatchObject({ level: 4, kindCode: '43' })
    const [line] = await act((tx) => listTelegrams(tx, { ...ALL, type: 'VPWW55', realm: 'live' }, 10, 0))
    expect(line).toMatchObject({ effect: 'changed', remarks: ['from-the-future'] })
    now = begun
  })
})
