import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { sealId } from '#kernel/secrets/sealed-id.ts'
import { Seals } from '#kernel/secrets/seal.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { indicators } from '../../capabilities/indicators/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { notices } from '../../capabilities/notices/manifest.ts'
import type { Level, NoticeDraft } from '../../capabilities/notices/model.ts'
import { issueNotice } from '../../capabilities/notices/notices.ts'
import { openData } from '../../capabilities/open-data/manifest.ts'
import { phrasebook } from '../../capabilities/phrasebook/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { takeInReadings } from './actions/take-in.ts'
import { landslideWarnings } from './manifest.ts'
import { cellOf } from './rules/cells.ts'
import { meshesOf, placeOf } from './rules/mesh.ts'

const words = { ja: '防災', 'ja-x-yasashii': 'ぼうさい', en: 'Disaster', pt: 'Desastre' }
/** Issues evacuation information as disaster information does. */
const disasterInformation: Manifest = {
  name: 'disaster-information', kind: 'service', title: words, summary: words, folder: '/nonexistent', routes: [],
  topics: [{ key: 'disaster-information.evacuation', title: words, summary: words, isPreselected: true }],
}
/** Inside the invented zones 24-210-05 and 24-210-05S. */
const SLOPE = { latitude: 34.8815, longitude: 136.3655 }
const CELL = cellOf(SLOPE)
const HOME = `/landslide/home?cell=${CELL}`

let city: TestWeb
beforeAll(async () => {
  city = await openTestWeb([staffIdentity, imports, mail, openData, notices, phrasebook, indicators, disasterInformation, landslideWarnings])
})
afterAll(() => city.close())

const see = async (url: string) => (await city.web.inject({ url, headers: { 'accept-language': 'en' } })).body
const register = (values: Readonly<Record<string, string>>) => city.send({ page: HOME, action: '/landslide/home', values: { cell: CELL, address: '', ...values }, cookie: '' })

async function takeIn(level: Level): Promise<void> {
  const readings = meshesOf(placeOf(SLOPE)).map((mesh) => ({ mesh, level, rain60MinutesMm: 10, soilWaterIndex: 100, baseTime: Temporal.Now.instant() }))
  await city.open.database.act('landslide-warnings', systemActor, (tx) => takeInReadings(tx, 'live', readings))
  await city.workers.settle()
}

describe('a home whose owner is reached by LINE or push', () => {
  test.each(['line', 'push'])('is registered by their own page, is told over %s, and is left by its link', async (channel) => {
    // One of the demo city's invented subscribers, whose messages can be read at the stand-in.
    const [contact] = await city.open.owner<{ id: string }[]>`select id from notices.contact where channel = ${channel} and state = 'active' order by id limit 1`
    const own = `https://city.example/notices/mine/${sealId(new Seals(Buffer.alloc(32, 7)).of(city.open.city.key, 'notices'), 'contact', contact?.id ?? '')}`
    // Nobody has been told anything there yet.
    await city.open.owner`delete from landslide_warnings.place`
    await takeIn(0)
    const answer = await register({ own })
    expect(answer.statusCode).toBe(303)
    const list = `landslide-warnings.place.${placeOf(SLOPE)}`
    const isOnList = () => city.open.owner`select 1 from notices.list_member where list = ${list} and contact_id = ${contact?.id ?? ''}`
    expect(await isOnList()).toHaveLength(1)
    const leave = String(answer.headers.location)
    expect(await see(leave)).toContain(HOME)
    const told = () => city.open.owner`select 1 from notices.stand_in_message where channel = ${channel}`
    const before = (await told()).length
    await takeIn(4)
    expect((await told()).length).toBe(before + 1)
    expect(await see(leave)).toContain('Level 4')
    await city.send({ page: leave, action: leave, values: {}, cookie: '' })
    expect(await isOnList()).toEqual([])
  })

  test.each(['https://city.example/notices/mine/nobody', 'A'.repeat(38), Buffer.alloc(28, 5).toString('base64url'), ''])('is not registered by %j', async (own) => {
    const answer = await register({ own })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('own')
  })
})

test('while the city tells people to leave, the card of a home never says that they may stay, whatever the meshes say', async () => {
  await takeIn(0)
  expect(await see(HOME)).not.toContain('Do not go back')
  const text = (title: string) => ({ title, sentences: ['Leave now.'], origin: 'phrasebook' as const })
  const draft: NoticeDraft = {
    topic: 'disaster-information.evacuation', level: 4, kind: 'issue', refersTo: null, audience: { kind: 'subscribers', towns: 'all' }, isDrill: false, channels: [], cap: null,
    texts: { ja: text('避難指示'), 'ja-x-yasashii': null, en: text('Evacuate'), pt: null }, link: '/emergency', issuedBy: null, confirmedBy: null, expiresAt: null,
  }
  const issue = (change: Partial<NoticeDraft>) => city.open.database.act('disaster-information', systemActor, (tx) => issueNotice(tx, [disasterInformation], { ...draft, ...change }))
  const issued = await issue({})
  const during = await see(HOME)
  for (const part of ['Evacuate', 'Do not go back', 'Everybody leaves']) expect(during).toContain(part)
  if (!issued.ok) throw new Error(issued.refusal.why)
  await issue({ kind: 'cancel', refersTo: issued.id, level: 0 })
  expect(await see(HOME)).not.toContain('Do not go back')
})
