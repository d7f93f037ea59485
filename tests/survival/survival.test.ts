import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dumpOf, inventedPlan, printLines, type InventedPlan } from '../../src/services/plan/rules/invented-report.ts'
import { CityProcess, pause } from './city-process.ts'

/** What a city survives: killed server, killed database, both, in the middle of whatever it was doing. */
describe('a city that is killed', { timeout: 180_000 }, () => {
  let city: CityProcess

  beforeAll(async () => {
    city = await CityProcess.create()
    await city.start()
  }, 90_000)
  afterAll(() => city.end())

  const expectSound = async () => {
    const { code, stdout, stderr } = await city.run('verify')
    expect(`${code} ${stdout} ${stderr}`).toMatch(/^0 .*chain sound/)
  }

  test('comes back after kill -9 of the server', async () => {
    await city.killServer()
    await city.start()
    await expectSound()
  })

  test('brings its database back by itself after kill -9 of the database', async () => {
    city.killDatabase()
    await pause(200)
    await city.untilReady()
    expect((await fetch(`${city.base}/?after=1`)).status).toBe(200)
  })

  test('comes back after kill -9 of both', async () => {
    await city.killEverything()
    await city.start()
    await expectSound()
  })

  test('an import that is killed at any moment is applied whole or not at all', async () => {
    const plan = async () => JSON.stringify(await (await fetch(`${city.base}/plan.json`)).json())
    const file = join(city.dataDir, 'dump.txt')
    writeFileSync(file, inventedDump())
    const before = await plan()
    const seen = new Set<string>()
    for (const ms of [600, 1_000, 1_400, 1_800]) {
      const importing = city.begin('import', 'plan', file, '--accept-proposals')
      await pause(ms)
      await city.killEverything()
      importing.kill('SIGKILL')
      await city.start()
      await expectSound()
      seen.add(await plan())
    }
    expect((await city.run('import', 'plan', file, '--accept-proposals')).code).toBe(0)
    const after = await plan()
    expect(after).not.toBe(before)
    for (const state of seen) expect([before, after]).toContain(state)
  })

  test('a backup that is killed leaves nothing under its name, and the next one is whole', async () => {
    const file = join(city.dataDir, 'city.tsunagu')
    for (const ms of [700, 1_100]) {
      const writing = city.begin('backup', file)
      await pause(ms)
      const isOver = writing.exitCode !== null
      writing.kill('SIGKILL')
      if (existsSync(file)) expect((await city.run('verify', file)).code).toBe(0)
      else expect(isOver).toBe(false)
    }
    expect((await city.run('backup', file)).code).toBe(0)
    expect((await city.run('verify', file)).stdout).toContain('whole')
  })

  test('a restored backup verifies and says what the city said', async () => {
    const file = join(city.dataDir, 'again.tsunagu')
    const before = JSON.stringify(await (await fetch(`${city.base}/plan.json`)).json())
    expect((await city.run('backup', file)).code).toBe(0)
    expect((await city.run('restore', file)).stderr).toContain('--replace')
    const { code, stdout, stderr } = await city.run('restore', file, '--replace')
    expect(`${code} ${stdout} ${stderr}`).toMatch(/^0 .*chain sound/)
    expect(JSON.stringify(await (await fetch(`${city.base}/plan.json?fresh=1`)).json())).toBe(before)
    await expectSound()
  })

  test('SIGTERM drops no request that had arrived', async () => {
    const asked = Array.from({ length: 60 }, (_, index) => fetch(`${city.base}/plan?n=${index}`).then((response) => response.text()))
    await Promise.race(asked)
    const stopped = city.stop()
    const pages = await Promise.allSettled(asked)
    expect(await stopped).toBe(0)
    // Connections that the server never accepted are refused; those it took are answered to the last byte.
    for (const page of pages) {
      if (page.status === 'fulfilled') expect(page.value.trimEnd().endsWith('</html>')).toBe(true)
      else expect(String((page.reason as Error).cause)).toMatch(/ECONNREFUSED/)
    }
    expect(pages.filter((page) => page.status === 'fulfilled').length).toBeGreaterThan(0)
    await city.start()
  })
})

/** One of the invented reports that the reader is tested with; always the same one. */
function inventedDump(): string {
  const [plan] = fc.sample(inventedPlan, { numRuns: 1, seed: 7 })
  return dumpOf(printLines(plan as InventedPlan))
}
