import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dumpOf, inventedPlan, printLines, type InventedPlan } from '../../src/services/plan/rules/invented-report.ts'
import { CityProcess, pause } from './city-process.ts'
import { Clerk, counted } from './clerk.ts'

/** Room for the database of both demo cities and its log of changes, and not much more. */
const DISK_MEGABYTES = 256
const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0' }

const place = mkdtempSync(join(tmpdir(), 'tsunagu-disk-'))
/** A disk of its own needs mount(8), which only root may use, and not in every container. */
const hasDisk = process.platform === 'linux' && process.getuid?.() === 0
  && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m,mode=0755`, 'tmpfs', place]).status === 0

describe.runIf(hasDisk)('a city whose disk fills up (needs root and mount)', { timeout: 300_000 }, () => {
  let city: CityProcess
  let clerk: Clerk

  beforeAll(async () => {
    const dataDir = join(place, 'city')
    mkdirSync(dataDir)
    city = await CityProcess.create(dataDir)
    await city.start()
    clerk = new Clerk(city.base)
    await clerk.signIn('mizuno.yui')
  }, 120_000)
  afterAll(async () => {
    await city.end()
    spawnSync('umount', [place])
    rmSync(place, { recursive: true, force: true })
  }, 60_000)

  const published = () => counted(city.dataDir, 'select count(*)::int as count from plan.published_report')
  const told = () => counted(city.dataDir, `select count(*)::int as count from (select name from kernel.fact union all select name from kernel.outbox) fact
    where name = 'plan.report-published'`)
  const plan = async () => (await fetch(`${city.base}/plan.json?n=${Math.random()}`)).text()

  test('shows pages or says that it cannot, does nothing by halves, and goes on when there is room again', async () => {
    const dump = join(tmpdir(), `tsunagu-dump-${process.pid}.txt`)
    writeFileSync(dump, inventedDump())
    const before = await plan()
    const counts = { published: await published(), told: await told() }
    const form = { ...(await clerk.formOn('/staff/plan/publish', '/staff/plan/publish')), isUnfinished: 'on' }
    const ballast = fillUp(place)

    const publishing = await clerk.post('/staff/plan/publish', form)
    expect([303, 503, 507]).toContain(publishing.status)
    const importing = city.run('import', 'plan', dump, '--accept-proposals')
    for (let index = 0; index < 40; index++) {
      // Each with an address of its own, so that none comes from the page cache; each view wants to be written down, too.
      const page = await fetch(`${city.base}/plan?n=${index}`, { headers: BROWSER })
      expect([200, 503]).toContain(page.status)
      expect((await page.text()).trimEnd().endsWith('</html>')).toBe(true)
      await pause(100)
    }
    const { code, stderr } = await importing
    if (code !== 0) expect(stderr).toMatch(/full|room/)

    rmSync(ballast)
    await city.untilReady()
    if (code !== 0) expect(await plan()).toBe(before)
    const more = publishing.status === 303 ? 1 : 0
    expect({ published: await published(), told: await told() }).toEqual({ published: counts.published + more, told: counts.told + more })
    const { code: sound, stdout } = await city.run('verify')
    expect(`${sound} ${stdout}`).toMatch(/^0 .*chain sound/)
    expect(await city.run('import', 'plan', dump, '--accept-proposals')).toMatchObject({ code: 0 })
    expect(await plan()).not.toBe(before)
    rmSync(dump)
  })
})

test.skipIf(hasDisk)('a full disk was not tried: no disk can be mounted here', () => {
  expect(hasDisk).toBe(false)
})

/** Leaves not a byte free on a disk. Returns the file that takes the room. */
function fillUp(disk: string): string {
  const file = join(disk, 'ballast')
  const handle = openSync(file, 'w')
  for (const bytes of [1024 * 1024, 4096]) {
    const block = Buffer.alloc(bytes)
    try {
      for (;;) writeSync(handle, block)
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown
    }
  }
  closeSync(handle)
  return file
}

/** One of the invented reports that the reader is tested with; always the same one. */
function inventedDump(): string {
  const [invented] = fc.sample(inventedPlan, { numRuns: 1, seed: 7 })
  return dumpOf(printLines(invented as InventedPlan))
}
