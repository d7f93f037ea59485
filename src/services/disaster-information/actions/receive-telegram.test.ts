import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { clockAt } from '#kernel/time/clock.ts'
import { parts } from '../../../city.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { composeWarnings } from '../rules/nights/compose-weather.ts'
import { listLevels } from '../store/levels.ts'
import { receiveTelegram, type Received } from './receive-telegram.ts'

const NOW = Temporal.Instant.from('2026-07-14T13:00:00Z')
const at = (minutes: number) => NOW.subtract({ hours: 3 }).add({ minutes })

let city: TestWeb
beforeAll(async () => {
  city = await openTestWeb(parts, { clock: clockAt(NOW.toString()) })
})
afterAll(() => city.close())

function receive(source: Buffer): Promise<Received> {
  return city.open.database.act('disaster-information', systemActor, (tx) => receiveTelegram(tx, { source, way: 'push' }))
}

describe('a landslide warning for the city', () => {
  test('from level 2 to level 4 is one step, with both ends', async () => {
    const first = await receive(composeWarnings('VPWW56', [{ code: '29', status: '発表' }], { reportAt: at(0) }).source)
    expect(first).toMatchObject({ kind: 'taken', realm: 'live', type: 'VPWW56', effect: 'changed', changes: [{ from: 0, to: 2, reason: 'issued' }] })
    const second = await receive(composeWarnings('VPWW56', [{ code: '49', status: '発表', last: '29' }], { reportAt: at(40) }).source)
    expect(second).toMatchObject({ kind: 'taken', changes: [{ hazard: 'landslide', areaCode: '2421000', from: 2, to: 4, reason: 'raised', kindCode: '49' }] })
    const levels = await city.open.database.read('disaster-information', systemActor, (tx) => listLevels(tx, 'live'))
    expect(levels[0]).toMatchObject({ hazard: 'landslide', level: 4, since: at(40), telegramType: 'VPWW56' })
  })
})
