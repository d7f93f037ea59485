import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { systemActor, visitorActor } from '#kernel/access/actor.ts'
import { listener, type Manifest } from '#kernel/service/manifest.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { join } from 'node:path'
import { sealFacts, verifyChain } from './chain.ts'
import { deliverFacts } from './delivery.ts'
import { factType } from './fact.ts'

const KAMEYAMA = join(import.meta.dirname, '../../../cities/kameyama')
const rang = factType('bells.rang', z.object({ times: z.int() }))
const heard: number[] = []
const words = { ja: '鐘', 'ja-x-yasashii': 'かね', en: 'Bells', pt: 'Sinos' }

const bells: Manifest = { name: 'bells', kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [], facts: { rang } }
const ears: Manifest = {
  name: 'ears', kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [],
  listens: [listener(rang, async (_, fact) => {
    if (fact.body.times < 0) throw new Error('nothing rings so')
    heard.push(fact.body.times)
  })],
}
const parts = [bells, ears]
let open: Awaited<ReturnType<typeof openTestCity>>

beforeAll(async () => {
  open = await openTestCity({ parts, folder: KAMEYAMA, isDemo: false })
})
afterAll(() => open.close())

async function ring(times: number): Promise<void> {
  await open.database.act('bells', visitorActor, async (tx) => tx.publish(rang, 'bell:1', { times }))
}

describe('the chain of facts', () => {
  test('a fact lands with its transaction and not without it', async () => {
    await ring(1)
    const failing = open.database.act('bells', visitorActor, async (tx) => {
      tx.publish(rang, 'bell:1', { times: 2 })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await sealFacts(open.database)).toBe(1)
    expect((await verifyChain(open.database)).broken).toEqual([])
  })

  test('a body of the wrong shape is refused', async () => {
    const wrong = open.database.act('bells', visitorActor, async (tx) => tx.publish(rang, 'bell:1', { times: 1.5 }))
    await expect(wrong).rejects.toThrow()
  })

  test('a service cannot speak in the name of another', async () => {
    const forged = open.database.act('ears', systemActor, async (tx) => tx.publish(rang, 'bell:1', { times: 9 }))
    await expect(forged).rejects.toThrow('may not publish')
  })

  test('a service can neither read nor change the chain', async () => {
    const query = { compile: () => ({ sql: 'delete from kernel.fact', parameters: [] }) as never }
    await expect(open.database.act('bells', systemActor, (tx) => tx.run(query))).rejects.toThrow('permission denied')
  })

  test('listeners hear each fact once and in order, also after a failure', async () => {
    heard.length = 0
    for (const times of [5, 6]) await ring(times)
    await sealFacts(open.database)
    await deliverFacts(open.database, parts, open.city)
    await deliverFacts(open.database, parts, open.city)
    expect(heard).toEqual([1, 5, 6])
    await ring(-1)
    await sealFacts(open.database)
    const failure = { listener: 'ears:bells.rang', error: 'Error: nothing rings so' }
    expect(await deliverFacts(open.database, parts, open.city)).toEqual({ handled: 0, failed: [failure] })
    // It rests until the retry; a retry years ahead was written by a clock that was wrong.
    expect(await deliverFacts(open.database, parts, open.city)).toEqual({ handled: 0, failed: [] })
    await open.owner`update kernel.delivery set attempts = 0, retry_at = '2036-01-01'`
    expect(await deliverFacts(open.database, parts, open.city)).toEqual({ handled: 0, failed: [failure] })
    const [row] = await open.owner`select attempts, last_error from kernel.delivery`
    expect(row).toMatchObject({ attempts: 1, last_error: 'Error: nothing rings so' })
  })

  test('two processes sealing at once keep one chain', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => ring(index)))
    await Promise.all([sealFacts(open.database), sealFacts(open.database), sealFacts(open.database)])
    const report = await verifyChain(open.database)
    expect(report.broken).toEqual([])
    expect(report.length).toBe(44)
  })

  test('a sealer at work keeps nobody from publishing, and rings what it sealed', async () => {
    const heard: string[] = []
    const bell = await open.database.sql.listen('sealed', (names) => heard.push(names))
    await ring(100)
    const { moved } = await open.owner.begin(async (sealing) => {
      const [row] = await sealing<{ moved: number }[]>`select kernel.seal(10) as moved`
      // The chain's head is locked by now, and what was sealed is not committed.
      await ring(101)
      return row as { moved: number }
    })
    expect(moved).toBe(1)
    await expect.poll(() => heard).toEqual(['bells.rang'])
    await bell.unlisten()
    expect(await sealFacts(open.database)).toBe(1)
    expect(await verifyChain(open.database)).toMatchObject({ length: 46, broken: [] })
  })

  test('stretches say what the whole says, however long they are', async () => {
    const told: string[] = []
    const whole = await verifyChain(open.database)
    for (const stretchFacts of [1, 3, 46, 47]) {
      const progress = (checked: number, total: number) => told.push(`${checked}/${total}`)
      expect(await verifyChain(open.database, { stretchFacts, progress })).toEqual(whole)
    }
    expect(told.filter((line) => line === '46/46').length).toBeGreaterThanOrEqual(4)
  })

  test('the bytes that are hashed are what they always were', async () => {
    const circumstance = fc.record({
      subject: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')), body: fc.json({ stringUnit: 'grapheme' }).filter((text) => !text.includes('\\u')),
      at: fc.date({ min: new Date('1870-01-01'), max: new Date('9999-01-01'), noInvalidDate: true }), place: fc.integer({ min: 1 }),
    })
    await fc.assert(fc.asyncProperty(circumstance, async ({ subject, body, at, place }) => {
      const values = [place, subject, at.toISOString(), body]
      const [row] = await open.owner.unsafe(`
        with fact as (select $1::bigint as place, '01a20487-55be-74c5-9bd0-3a2eb56145d2'::uuid as id, $2::text as words, $3::timestamptz as at, $4::text::jsonb as body)
        select kernel.fact_line(place, id, words, words, 1, words, words, at, at, body) = convert_to(jsonb_build_array(place, id, words, words, 1, words, words,
          extract(epoch from at), extract(epoch from at), body)::text, 'UTF8') as "isSame" from fact`, values as never[])
      expect(row?.isSame).toBe(true)
    }), { numRuns: 200 })
  })

  test('an altered, a missing and a cut-off fact are found and named', async () => {
    const before = await verifyChain(open.database)
    await open.owner`update kernel.fact set body = '{"times": 77}' where position = 2`
    expect((await verifyChain(open.database)).broken).toMatchObject([{ position: 2, kind: 'altered', name: 'bells.rang' }])
    await open.owner`update kernel.fact set body = '{"times": 5}' where position = 2`
    expect((await verifyChain(open.database)).broken).toEqual([])
    await open.owner`delete from kernel.fact where position = 3`
    const missing = await verifyChain(open.database)
    expect(missing.broken[0]).toMatchObject({ position: 4, kind: 'missing-before' })
    for (const stretchFacts of [1, 2, 3]) expect(await verifyChain(open.database, { stretchFacts })).toEqual(missing)
    await open.owner`delete from kernel.fact where position = ${before.length}`
    expect((await verifyChain(open.database)).broken.at(-1)).toMatchObject({ kind: 'missing-at-end' })
  })
})
