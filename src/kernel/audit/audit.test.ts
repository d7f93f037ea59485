import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { listAudit } from './reading.ts'

const words = { ja: '窓口', 'ja-x-yasashii': '{窓口|まどぐち}', en: 'Counter', pt: 'Balcão' }
const counter: Manifest = {
  name: 'counter',
  kind: 'service',
  title: words,
  summary: words,
  folder: import.meta.dirname,
  routes: [],
}

let open: Awaited<ReturnType<typeof openTestCity>>
beforeAll(async () => {
  open = await openTestCity({ parts: [counter], folder: join(import.meta.dirname, '../../../cities/kameyama') })
})
afterAll(() => open.close())

const look = (subject: string) => (tx: Tx) => tx.note({ act: 'view', subject, basis: 'rule 1' })
const linesOf = (subject: string) => open.database.asKernel((tx) => listAudit(tx, { subject, limit: 10 }))

describe('a note', () => {
  test('of a reading is written after it, in the name of who was read for', async () => {
    await open.database.read('counter', systemActor, async (tx) => {
      await look('household:1')(tx)
      await tx.within('kernel', () => look('household:1')(tx))
    })
    expect(await linesOf('household:1')).toMatchObject([
      { service: 'kernel' },
      { service: 'counter', actor: 'system', act: 'view', basis: 'rule 1' },
    ])
  })

  test('is written where nothing else was read', async () => {
    await open.database.read('counter', systemActor, look('household:2'))
    expect(await linesOf('household:2')).toHaveLength(1)
  })

  test('of a reading that broke off stays: somebody looked it up', async () => {
    const broken = open.database.read('counter', systemActor, async (tx) => {
      await look('household:3')(tx)
      throw new Error('broken')
    })
    await expect(broken).rejects.toThrow('broken')
    await vi.waitFor(async () => expect(await linesOf('household:3')).toHaveLength(1))
  })

  test('of an action lands with it or not at all', async () => {
    await open.database.act('counter', systemActor, look('household:4'))
    const broken = open.database.act('counter', systemActor, async (tx) => {
      await look('household:4')(tx)
      throw new Error('broken')
    })
    await expect(broken).rejects.toThrow('broken')
    expect(await linesOf('household:4')).toHaveLength(1)
  })

  test('that cannot be written keeps the page back', async () => {
    await open.owner`alter table kernel.audit add constraint no_fifth check (subject <> 'household:5')`
    await expect(open.database.read('counter', systemActor, look('household:5'))).rejects.toThrow('no_fifth')
    // The connection is good again for whoever comes next.
    await Promise.all(Array.from({ length: 12 }, () => open.database.read('counter', systemActor, look('household:6'))))
    expect(await linesOf('household:6')).toHaveLength(10)
  })
})
