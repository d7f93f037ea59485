import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { identityOf, isLiving, isSameProcess, ownIdentity } from './processes.ts'
import { withStartLock } from './start-lock.ts'
import { newTrial } from './trial.ts'

const trial = newTrial()
mkdirSync(trial.dataDir)
afterAll(() => trial.remove())

test('only one works at a time, however many come, also over a stale lock', async () => {
  const path = `${trial.dataDir}/one.lock`
  for (const stale of [null, { ...ownIdentity(), pid: 4_000_000, token: 'left' }]) {
    if (stale !== null) writeFileSync(path, JSON.stringify(stale))
    let working = 0
    const order: number[] = []
    const workers = Array.from({ length: 12 }, (_, number) =>
      withStartLock(path, () => undefined, async () => {
        expect(++working).toBe(1)
        await delay(5)
        working--
        order.push(number)
      }),
    )
    await Promise.all(workers)
    expect(order.toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(existsSync(path)).toBe(false)
    expect(existsSync(`${path}.break`)).toBe(false)
  }
})

test('is given back when the work fails, and tells of a long wait once', async () => {
  const path = `${trial.dataDir}/two.lock`
  const failing = withStartLock(path, () => undefined, () => Promise.reject(new Error('broken')))
  await expect(failing).rejects.toThrow('broken')
  let told = 0
  const long = withStartLock(path, () => undefined, () => delay(1_500))
  await delay(20)
  await withStartLock(path, () => told++, () => Promise.resolve())
  await long
  expect(told).toBe(1)
})

test('a process id that was used again is another process', () => {
  const own = ownIdentity()
  expect(isLiving(own)).toBe(true)
  expect(isLiving({ ...own, startTicks: '1' })).toBe(false)
  expect(isLiving({ ...own, bootId: 'another boot' })).toBe(false)
  expect(isSameProcess(own, { ...own, pid: own.pid + 1 })).toBe(false)
  expect(identityOf(4_000_000)).toBeNull()
})
