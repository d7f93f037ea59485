import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbeddedServer, type EmbeddedServer } from '#kernel/postgres/postgres.ts'
import { newTrial } from '#kernel/postgres/trial.ts'
import { connect } from './connection.ts'
import { ConnectionSlots } from './slots.ts'

const CONNECTIONS = 8
const KILLS = 3
const trial = newTrial()
let server: EmbeddedServer

beforeAll(async () => {
  server = await openEmbeddedServer({ dataDir: trial.dataDir })
}, 60_000)
afterAll(async () => {
  await server.stop()
  trial.remove()
})

test('a connection that is said to be lost keeps nobody waiting, whatever its library says', async () => {
  let tellLost = () => {}
  const slots = new ConnectionSlots((onLost) => {
    tellLost = onLost
    return connect(server.connection, { database: 'postgres', connections: 1, onLost: () => {} })
  }, 1)
  const connection = await slots.borrow()
  const waiting = connection.send('select pg_sleep(600)')
  tellLost()
  await expect(waiting).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  await expect(connection.send('select 1')).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  connection.release()
  expect(await transact(slots)).toBe(3)
  await slots.close()
})

test('of a server that is killed again and again every statement gets an answer', async () => {
  const slots = new ConnectionSlots((onLost) => connect(server.connection, { database: 'postgres', connections: 1, onLost }), CONNECTIONS)
  let answered = 0
  let lost = 0
  const kills = new AbortController()
  const workUntilOver = async () => {
    while (!kills.signal.aborted) await transact(slots).then(() => answered++, () => (lost++, pause(20)))
  }
  const working = Array.from({ length: CONNECTIONS }, workUntilOver)
  for (let kill = 0; kill < KILLS; kill++) {
    const before = lost
    process.kill(postmasterOf(trial.dataDir), 'SIGKILL')
    // Backends go on for a moment without their postmaster.
    await expect.poll(() => lost, { timeout: 60_000 }).toBeGreaterThanOrEqual(before + CONNECTIONS)
    const again = answered
    await expect.poll(() => answered, { timeout: 60_000 }).toBeGreaterThan(again + CONNECTIONS)
  }
  kills.abort()
  // One forgotten statement, and this never comes.
  await Promise.all(working)
  expect(await transact(slots)).toBe(3)
  await slots.close()
}, 240_000)

async function transact(slots: ConnectionSlots): Promise<number> {
  const connection = await slots.borrow()
  try {
    void connection.send('begin')
    await connection.send('select pg_sleep(0.002)', [])
    const replies = await Promise.all([1, 2, 3].map((number) => connection.send('select $1::int as number', [number])))
    await connection.send('commit')
    connection.release()
    return replies.length
  } catch (thrown) {
    connection.release(true)
    throw thrown
  }
}

function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0])
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
