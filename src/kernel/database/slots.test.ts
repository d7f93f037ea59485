import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'

const KAMEYAMA = join(import.meta.dirname, '../../../cities/kameyama')
let open: Awaited<ReturnType<typeof openTestCity>>

beforeAll(async () => {
  open = await openTestCity({ parts: [], folder: KAMEYAMA, isDemo: false })
})
afterAll(() => open.close())

const query = (sql: string) => ({ compile: () => ({ sql, parameters: [] }) as never })
const backends = () => open.owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`

test('a lost connection ends the transaction that had it, and nothing else', async () => {
  const failing = open.database.act('kernel', systemActor, async (tx) => {
    await tx.run(query(`insert into kernel.seeded (part) values ('half')`))
    await backends()
    await new Promise((resolve) => setTimeout(resolve, 50))
    await tx.run(query(`insert into kernel.seeded (part) values ('other half')`))
  })
  await expect(failing).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  expect(await open.owner`select part from kernel.seeded where part like '%half'`).toEqual([])
  await open.database.act('kernel', systemActor, async (tx) => tx.run(query(`insert into kernel.seeded (part) values ('after')`)))
  expect(await open.owner`select part from kernel.seeded where part = 'after'`).toHaveLength(1)
})

test('connections killed under many transactions leave a city that works', async () => {
  const works = Array.from({ length: 30 }, () =>
    open.database.act('kernel', systemActor, async (tx) => {
      await tx.run(query('select pg_sleep(0.05)'))
      await tx.run(query('select 1'))
    }),
  )
  // Listened to before the first of them can fail: some do while the others are still being killed.
  const settled = Promise.allSettled(works)
  await new Promise((resolve) => setTimeout(resolve, 60))
  await backends()
  const ended = await settled
  expect(ended.some((work) => work.status === 'rejected')).toBe(true)
  await expect(open.database.act('kernel', systemActor, (tx) => tx.run(query('select 1')))).resolves.toBe(1)
})

test('more transactions than connections wait their turn', async () => {
  const works = Array.from({ length: 40 }, () => open.database.act('kernel', systemActor, (tx) => tx.run(query('select pg_sleep(0.01)'))))
  expect(await Promise.all(works)).toHaveLength(40)
})
