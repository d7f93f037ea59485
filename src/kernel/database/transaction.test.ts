import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'

const KAMEYAMA = join(import.meta.dirname, '../../../cities/kameyama')
const words = { ja: '箱', 'ja-x-yasashii': 'はこ', en: 'Boxes', pt: 'Caixas' }
const boxes = { name: 'boxes', kind: 'service' as const, title: words, summary: words, folder: import.meta.dirname, routes: [] }
let open: Awaited<ReturnType<typeof openTestCity>>

beforeAll(async () => {
  open = await openTestCity({ parts: [boxes], folder: KAMEYAMA, isDemo: false })
})
afterAll(() => open.close())

const query = (sql: string) => ({ compile: () => ({ sql, parameters: [] }) as never })
const roleNow = query(`select current_setting('role') as role, pg_sleep(0.01)`)
const roleOf = (row: unknown) => (row as { role: string }).role.replace(/^.*__/, '')

describe('a transaction', () => {
  test('keeps the roles of branches that run side by side apart', async () => {
    const roles = await open.database.act('boxes', systemActor, (tx) =>
      Promise.all([
        tx.find(roleNow),
        tx.within('kernel', async () => [await tx.find(roleNow), await tx.find(roleNow)]),
        tx.find(roleNow),
        tx.within('kernel', () => tx.find(roleNow)),
        tx.find(roleNow),
      ]),
    )
    expect(roles.flat().map(roleOf)).toEqual(['boxes', 'kernel', 'kernel', 'boxes', 'kernel', 'boxes'])
  })

  test('acts in the name of the service it was lent to, and in its own again afterwards', async () => {
    await open.database.act('kernel', systemActor, async (tx) => {
      await tx.onBehalfOf('boxes', async (lent) => expect([lent.service, roleOf(await lent.find(roleNow))]).toEqual(['boxes', 'boxes']))
      expect([tx.service, roleOf(await tx.find(roleNow))]).toEqual(['kernel', 'kernel'])
    })
  })

  test('gives a part’s keys out while that part’s role is at work, and to nobody else', async () => {
    await open.database.act('kernel', systemActor, async (tx) => {
      expect(() => tx.sealOf('boxes')).toThrow('under another role')
      const closed = await tx.onBehalfOf('boxes', async (lent) => lent.sealOf('boxes').close('inside', 'test'))
      expect(() => tx.sealOf('boxes')).toThrow('under another role')
      expect(tx.sealOf('kernel').open(closed, 'test')).toBeUndefined()
      expect(await tx.within('boxes', async () => tx.sealOf('boxes').open(closed, 'test'))).toBe('inside')
    })
  })

  test('a reading ends when its notes are safe, and a note that cannot be written fails nobody else', async () => {
    const looking = Array.from({ length: 30 }, (_, index) =>
      open.database.read('boxes', systemActor, async (tx) => {
        // PostgreSQL keeps no zero bytes.
        await tx.note({ act: 'look', subject: index === 7 ? 'box \0' : `box ${index}`, basis: 'test' })
        return tx.find(roleNow)
      }),
    )
    const ended = await Promise.allSettled(looking)
    expect(ended.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([7])
    const noted = await open.owner<{ service: string; count: number }[]>`select service, count(*)::int as count from kernel.audit where act = 'look' group by service`
    expect(noted).toEqual([{ service: 'boxes', count: 29 }])
  })

  test('does not report success when an error inside it was swallowed', async () => {
    const swallowed = open.database.act('kernel', systemActor, async (tx) => {
      await tx.run(query(`insert into kernel.seeded (part) values ('lost')`))
      await tx.run(query('select 1/0')).catch(() => {})
      return 'done'
    })
    await expect(swallowed).rejects.toThrow('swallowed')
    expect(await open.owner`select 1 from kernel.seeded where part = 'lost'`).toEqual([])
  })

  test('is not begun again by a branch that comes late', async () => {
    for (let page = 0; page < 8; page++) {
      const late: Promise<unknown>[] = []
      const failing = open.database.read('boxes', systemActor, async (tx) => {
        late.push(new Promise((resolve) => setTimeout(resolve, 150)).then(() => tx.find(roleNow).catch(String)))
        await tx.find(roleNow)
        throw new Error('the page broke')
      })
      await expect(failing).rejects.toThrow('the page broke')
      expect(await late[0]).toContain('has ended')
    }
    const idle = await open.owner`select 1 from pg_stat_activity where datname = current_database() and state like 'idle in%'`
    expect(idle).toHaveLength(0)
  })

  test('gives its connection back when that was lost after the last query', async () => {
    for (let page = 0; page < 8; page++) {
      await open.database.read('boxes', systemActor, async (tx) => {
        await tx.find(roleNow)
        await open.owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
        await new Promise((resolve) => setTimeout(resolve, 30))
      }).catch(() => {})
    }
    await expect(open.database.read('boxes', systemActor, (tx) => tx.find(roleNow))).resolves.toBeDefined()
  })
})
