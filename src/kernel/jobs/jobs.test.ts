import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { clockAt, type Clock } from '#kernel/time/clock.ts'
import { job } from './job.ts'
import { runNextJob } from './queue.ts'
import { latestSlot, queueDueJobs } from './timetable.ts'

const KAMEYAMA = join(import.meta.dirname, '../../../cities/kameyama')
const words = { ja: '洗濯', 'ja-x-yasashii': 'せんたく', en: 'Laundry', pt: 'Lavanderia' }
const washed: string[] = []

const wash = job<{ shirt: string }>('laundry.wash', {
  async run(_, input) {
    if (input.shirt === 'torn') throw new Error('it would not survive')
    washed.push(input.shirt)
  },
})
const dry = job<null>('laundry.dry', { timetable: { dailyAt: '03:00' }, async run() {} })
const laundry: Manifest = {
  name: 'laundry', kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [], jobs: [wash as never, dry as never],
}

let now = '2026-11-22T09:00:00+09:00'
const clock: Clock = { now: () => clockAt(now).now(), today: () => clockAt(now).today() }
let open: Awaited<ReturnType<typeof openTestCity>>

beforeAll(async () => {
  open = await openTestCity({ parts: [laundry], folder: KAMEYAMA, isDemo: false, clock })
})
afterAll(() => open.close())

const next = () => runNextJob(open.database, [laundry], open.city)

describe('the queue', () => {
  test('work is queued with the transaction and done once', async () => {
    await open.database.act('laundry', systemActor, async (tx) => tx.enqueue(wash, { shirt: 'blue' }))
    expect(await next()).toEqual({ name: 'laundry.wash', outcome: 'done' })
    expect(await next()).toBeUndefined()
    expect(washed).toEqual(['blue'])
  })

  test('the same work waiting under one key is queued once', async () => {
    const twice = () => open.database.act('laundry', systemActor, async (tx) => tx.enqueue(wash, { shirt: 'green' }, { onceKey: 'green' }))
    await Promise.all([twice(), twice()])
    await next()
    expect(await next()).toBeUndefined()
  })

  test('work that fails is tried again later and says why', async () => {
    await open.database.act('laundry', systemActor, async (tx) => tx.enqueue(wash, { shirt: 'torn' }))
    expect(await next()).toMatchObject({ outcome: 'failed', error: 'Error: it would not survive' })
    expect(await next()).toBeUndefined()
    now = '2026-11-22T09:02:00+09:00'
    expect(await next()).toMatchObject({ outcome: 'failed' })
    const [row] = await open.owner`select attempts from kernel.job`
    expect(row?.attempts).toBe(2)
    await open.owner`delete from kernel.job`
  })

  test('workers side by side share the work and repeat none', async () => {
    washed.length = 0
    const shirts = Array.from({ length: 30 }, (_, index) => `shirt ${index}`)
    await open.database.act('laundry', systemActor, async (tx) => {
      for (const shirt of shirts) tx.enqueue(wash, { shirt })
    })
    await Promise.all([1, 2, 3].map(async () => { while (await next()) { /* until nothing is due */ } }))
    expect(washed.toSorted()).toEqual(shirts.toSorted())
  })

  test('work of a service that was removed waits for it', async () => {
    await open.database.act('laundry', systemActor, async (tx) => tx.enqueue(wash, { shirt: 'late' }))
    expect(await runNextJob(open.database, [], open.city)).toMatchObject({ outcome: 'failed' })
    now = '2026-11-22T09:10:00+09:00'
    expect(await next()).toMatchObject({ outcome: 'done' })
  })
})

describe('the timetable', () => {
  test.each([
    [{ dailyAt: '03:00' }, '2026-11-22T02:59:59+09:00', '2026-11-21T03:00:00+09:00'],
    [{ dailyAt: '03:00' }, '2026-11-22T03:00:00+09:00', '2026-11-22T03:00:00+09:00'],
    [{ everyMinutes: 15 }, '2026-11-22T03:14:59+09:00', '2026-11-22T03:00:00+09:00'],
  ])('%o at %s strikes %s', (timetable, at, slot) => {
    expect(latestSlot(timetable, Temporal.Instant.from(at)).equals(Temporal.Instant.from(slot))).toBe(true)
  })

  test('a slot is queued once, a clock set back repeats nothing, a long sleep runs one slot', async () => {
    const due = () => queueDueJobs(open.database, [laundry])
    expect(await due()).toBe(0)
    now = '2026-11-23T03:00:05+09:00'
    expect(await due()).toBe(1)
    expect(await due()).toBe(0)
    now = '2026-11-22T12:00:00+09:00'
    expect(await due()).toBe(0)
    now = '2026-12-25T12:00:00+09:00'
    expect(await due()).toBe(1)
    expect(await due()).toBe(0)
  })
})
