import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
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
import type { Realm } from '../model.ts'
import { composeIntensity, composeQuickIntensity } from '../rules/nights/compose-earth.ts'
import { composeCancellation, composeLandslideAlert, composeRiver, composeWarnings } from '../rules/nights/compose-weather.ts'
import { composeNight } from '../rules/nights/nights.ts'
import { listLevels } from '../store/levels.ts'
import { receiveTelegrams, type Received } from './receive-telegram.ts'

const NOW = Temporal.Instant.from('2026-07-14T13:00:00Z')
const clock: Clock = { now: () => NOW, today: () => dayOf(NOW) }
const parts = [staffIdentity, imports, mail, notices, openData, search, phrasebook, disasterInformation]
let city: TestWeb
beforeAll(async () => {
  city = await openTestWeb(parts, { clock })
})
afterAll(() => city.close())

const act = <Result>(work: (tx: Tx) => Promise<Result>) => city.open.database.act('disaster-information', systemActor, work)
const at = (minutes: number) => NOW.subtract({ hours: 3 }).add({ minutes })
const landslide = (code: string, minutes: number, infoType?: '訂正') => composeWarnings('VPWW56', [{ code, status: '発表' }], { reportAt: at(minutes), ...(infoType === undefined ? {} : { infoType, sentAt: at(minutes + 1) }) })
const eventId = '20260714191000'

/** Rises, falls, corrections, cancellations, both schemes, an earthquake told twice, the same telegram again, and what is no telegram. */
const NIGHT: readonly Buffer[] = [
  landslide('29', 0), landslide('49', 5), landslide('49', 5), landslide('09', 5, '訂正'), composeLandslideAlert(true, 1, { reportAt: at(8) }), landslide('39', 12),
  composeCancellation({ type: 'VPWW56', title: '気象警報・注意報（Ｒ０６）（土砂災害）', headTitle: '取消', infoKind: '気象警報・注意報', reportAt: at(13), headline: '取り消します。' }, 'meteorology'),
  composeQuickIntensity('6-', { reportAt: at(14), eventId }), composeIntensity('5+', 1, { reportAt: at(16), eventId }), composeQuickIntensity('6-', { reportAt: at(15), eventId }),
  composeRiver('40', 'レベル４氾濫危険警報', 1, { reportAt: at(17) }), composeRiver('51', 'レベル５氾濫特別警報', 2, { reportAt: at(18) }), composeRiver('20', 'レベル２氾濫注意報', 3, { reportAt: at(30) }),
  landslide('29', 40), landslide('49', 45), composeWarnings('VPWW56', [], { reportAt: at(50) }), { source: Buffer.from('<nothing/>') },
  ...composeNight('storm', { startAt: at(60), speed: 1, status: '通常' }).slice(0, 12),
].map(({ source }) => source)

/** Everything that the telegrams left behind, without numbers that are drawn. */
async function leftBehind(realm: Realm): Promise<unknown> {
  const { owner } = city.open
  const levels = (await act((tx) => listLevels(tx, realm))).map(({ realm: _, telegramId: __, ...level }) => level)
  const changes = await owner`select hazard, area_code, from_level, to_level, kind_code, reason, at from disaster_information.level_change where realm = ${realm} order by at, hazard, area_code, from_level, to_level, reason`
  const suggestions = await owner`select hazard, area_code, act, level, towns, event_id, state, settled_why, changed_at from disaster_information.suggestion where realm = ${realm} order by changed_at, hazard, area_code, act, level, state, settled_why`
  const telegrams = await owner`select digest, effect, remarks, voided_how from disaster_information.telegram where realm = ${realm} order by digest`
  const said = await owner`select t.digest, s.hazard, s.area_code, s.level from disaster_information.statement s join disaster_information.telegram t on t.id = s.telegram_id where s.realm = ${realm} order by 1, 2, 3`
  return { levels, changes: [...changes], suggestions: [...suggestions], telegrams: [...telegrams], said: [...said] }
}

async function play(realm: Realm, order: readonly Buffer[], sizes: readonly number[]): Promise<Received[]> {
  const received: Received[] = []
  for (let from = 0, turn = 0; from < order.length; turn++) {
    const some = order.slice(from, from + (sizes[turn % sizes.length] ?? 1))
    received.push(...await act((tx) => receiveTelegrams(tx, some.map((source) => ({ source, way: 'replay', realm })))))
    from += some.length
  }
  return received
}

const outcome = (received: readonly Received[]) => received.map((each) => (each.kind === 'taken' ? { ...each, id: '', realm: '', changes: each.changes.map(({ hazard, from, to, reason }) => [hazard, from, to, reason]) } : each.kind))
let plays = 0

test('telegrams taken in together leave what they leave one by one, step for step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...NIGHT], { minLength: NIGHT.length - 4 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), async (order, sizes) => {
      const [single, together]: Realm[] = [`drill:single-${++plays}`, `drill:together-${plays}`]
      const one = await play(single as Realm, order, [1])
      expect(outcome(await play(together as Realm, order, sizes))).toEqual(outcome(one))
      expect(await leftBehind(together as Realm)).toEqual(await leftBehind(single as Realm))
    }),
    { numRuns: 5 },
  )
}, 60_000)

test('all of a night in one transaction, in the order in which it was', async () => {
  await play('drill:whole-single', NIGHT, [1])
  await play('drill:whole', NIGHT, [NIGHT.length])
  expect(await leftBehind('drill:whole')).toEqual(await leftBehind('drill:whole-single'))
})

test('a drill’s telegram among real ones goes to its own realm', async () => {
  const real = composeWarnings('VPWW61', [{ code: '14', status: '発表' }], { reportAt: at(1) }).source
  const drill = composeWarnings('VPWW61', [{ code: '20', status: '発表' }], { reportAt: at(2), status: '訓練' }).source
  const received = await act((tx) => receiveTelegrams(tx, [drill, real, drill].map((source) => ({ source, way: 'push' }))))
  expect(received).toMatchObject([{ kind: 'taken', realm: 'drill:telegrams' }, { kind: 'taken', realm: 'live' }, { kind: 'duplicate', realm: 'drill:telegrams' }])
})
