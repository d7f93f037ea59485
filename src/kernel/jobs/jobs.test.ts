import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { systemActor } from '#kernel/access/actor.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { factType } from '#kernel/facts/fact.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { clockAt, type Clock } from '#kernel/time/clock.ts'
import { job } from './job.ts'
import { runNextJob } from './queue.ts'
import { latestSlot, queueDueJobs } from './timetable.ts'

const KAMEYAMA = join(import.meta.dirname, '../../../cities/kameyama')
const words = { ja: '洗濯', 'ja-x-yasashii': 'せんたく', en: 'Laundry', pt: 'Lavanderia' }
const washed: string[] = []
/** What happens in the world while a shirt is in the machine. */
let meanwhile: () => Promise<void> = async () => {}

const done = factType('laundry.washed', z.object({}))
const wash = job<{ shirt: string }>('laundry.wash', {
  async run(tx, input) {
    if (input.shirt === 'torn') throw new Error('it would not survive')
    await meanwhile()
    washed.push(input.shirt)
    tx.publish(done, `shirt:${input.shirt}`, {})
  },
})
const dry = job<null>('laundry.dry', { timetable: { dailyAt: '03:00' }, async run() {} })
const laundry: Manifest = {
  name: 'laundry', kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [], facts: { done },
  jobs: [wash, dry],
}

let now = '2026-11-22T09:00:00+09:00'
const clock: Clock = { now: () => clockAt(now).now(), today: () => clockAt(now).today() }
let open: Awaited<ReturnType<typeof openTestCity>>

beforeAll(async () => {
  open = await openTestCity({ parts: [laundry], folder: KAMEYAMA, isDemo: false, clock })
})
afterAll(() => open.close())
afterEach(() => {
  meanwhile = async () => {}
})

const queue = (shirt: string, onceKey?: string) =>
  open.database.act('laundry', systemActor, async (tx) => tx.enqueue(wash, { shirt }, onceKey === undefined ? {} : { onceKey }))
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

describe('a job and who holds it', () => {
  const HOURS_LATER = '2026-11-22T15:00:00+09:00'
  const effects = async () => (await open.owner<{ subject: string }[]>`select subject from kernel.outbox`).map(({ subject }) => subject)

  afterEach(async () => {
    now = '2026-11-22T09:10:00+09:00'
    await open.owner`delete from kernel.job`
    await open.owner`delete from kernel.outbox`
  })

  test('work that outlives its hold leaves no effect: the worker that took it over does', async () => {
    await open.owner`delete from kernel.outbox`
    await queue('slow')
    let second: Awaited<ReturnType<typeof next>>
    meanwhile = async () => {
      meanwhile = async () => {}
      now = HOURS_LATER
      second = await next()
    }
    expect(await next()).toMatchObject({ outcome: 'failed', error: expect.stringContaining('taken by another worker') })
    expect(second).toEqual({ name: 'laundry.wash', outcome: 'done' })
    expect(await effects()).toEqual(['shirt:slow'])
    expect(await open.owner`select id from kernel.job`).toHaveLength(0)
  })

  test('who failed too late does not take the work from who holds it now', async () => {
    await queue('slow')
    meanwhile = async () => {
      await open.owner`update kernel.job set held_until = held_until + interval '1 hour'`
      throw new Error('too late')
    }
    expect(await next()).toMatchObject({ outcome: 'failed' })
    const [row] = await open.owner`select held_until is not null as "isHeld", last_error from kernel.job`
    expect(row).toEqual({ isHeld: true, last_error: null })
  })

  test('a worker that dies with a job has tried it, and after enough deaths the job waits for a person', async () => {
    await queue('deadly')
    const diesNow = () => open.owner`update kernel.job set attempts = attempts + 1, held_until = ${now} where held_until is null`
    await diesNow()
    now = HOURS_LATER
    meanwhile = async () => {
      const [row] = await open.owner`select attempts, last_error from kernel.job`
      expect(row).toEqual({ attempts: 2, last_error: 'The worker that took it at try 1 never came back' })
      await open.owner`update kernel.job set attempts = 20`
      throw new Error('it is over')
    }
    expect(await next()).toMatchObject({ outcome: 'failed', error: 'Error: it is over' })
    now = '2026-11-23T09:00:00+09:00'
    expect(await next()).toBeUndefined()
  })

  test('a try counts from the moment the job is taken', async () => {
    await queue('once')
    let attempts: number | undefined
    meanwhile = async () => {
      attempts = (await open.owner<{ attempts: number }[]>`select attempts from kernel.job`)[0]?.attempts
    }
    await next()
    expect(attempts).toBe(1)
  })

  test('a service ends its own jobs only, and only while it holds them', async () => {
    await queue('mine')
    await open.owner`update kernel.job set service = 'bakery', held_until = ${now}`
    const finish = async (hold: string) => {
      const id = (await open.owner<{ id: number }[]>`select id from kernel.job`)[0]?.id
      const query = { compile: () => ({ sql: 'select kernel.finish_job($1, $2) as "isDone"', parameters: [id, hold] }) as never }
      return open.database.act('laundry', systemActor, (tx) => tx.list(query))
    }
    expect(await finish(now)).toEqual([{ isDone: false }])
    await open.owner`update kernel.job set service = 'laundry'`
    expect(await finish(HOURS_LATER)).toEqual([{ isDone: false }])
    expect(await finish(now)).toEqual([{ isDone: true }])
  })

  test('what is asked for while the same work runs is done afterwards', async () => {
    washed.length = 0
    await queue('old', 'laundry basket')
    meanwhile = async () => {
      meanwhile = async () => {}
      await queue('new', 'laundry basket')
    }
    expect(await next()).toMatchObject({ outcome: 'done' })
    expect(await next()).toMatchObject({ outcome: 'done' })
    expect(washed).toEqual(['old', 'new'])
  })

  test('work that failed keeps its key while it waits, unless the same work was queued meanwhile', async () => {
    const keys = async () => (await open.owner<{ key: string | null }[]>`select once_key as key from kernel.job order by id`).map(({ key }) => key)
    await queue('torn', 'basket')
    await next()
    await queue('torn', 'basket')
    expect(await keys()).toEqual(['basket'])
    now = '2026-11-22T09:20:00+09:00'
    await open.owner`update kernel.job set input = '{"shirt":"red"}'`
    meanwhile = async () => {
      await queue('blue', 'basket')
      throw new Error('the machine stopped')
    }
    expect(await next()).toMatchObject({ outcome: 'failed', error: 'Error: the machine stopped' })
    expect(await keys()).toEqual([null, 'basket'])
  })

  test('a clock that was years ahead keeps neither a hold nor a retry', async () => {
    await queue('held')
    await open.owner`update kernel.job set attempts = 1, held_until = '2036-01-01', run_at = '2026-01-01'`
    expect(await next()).toMatchObject({ outcome: 'done' })
    await queue('waiting')
    await open.owner`update kernel.job set attempts = 1, run_at = '2036-01-01'`
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

  test('a clock that was once ten years ahead does not stop the nightly work', async () => {
    const due = () => queueDueJobs(open.database, [laundry])
    now = '2036-06-01T12:00:00+09:00'
    expect(await due()).toBe(1)
    now = '2026-12-26T12:00:00+09:00'
    // Where the entry stands is marked anew; nothing is made up for.
    expect(await due()).toBe(0)
    now = '2026-12-27T03:00:01+09:00'
    expect(await due()).toBe(1)
    expect(await due()).toBe(0)
  })
})
