import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CityProcess, pause } from './city-process.ts'
import { Clerk, counted } from './clerk.ts'

const PUBLISHED = 'select count(*)::int as count from plan.published_report'
const TOLD = `select count(*)::int as count from (select name from kernel.fact union all select name from kernel.outbox) fact
  where name = 'plan.report-published'`
/** From before the server has read the form to after it has answered. */
const MOMENTS_MS = [0, 5, 15, 40, 100, 250]

describe('a publication that is killed at any moment', { timeout: 300_000 }, () => {
  let city: CityProcess
  let clerk: Clerk

  beforeAll(async () => {
    city = await CityProcess.create()
    await city.start()
    clerk = new Clerk(city.base)
    await clerk.signIn('mizuno.yui')
  }, 120_000)
  afterAll(() => city.end())

  const state = async () => ({ published: await counted(city.dataDir, PUBLISHED), told: await counted(city.dataDir, TOLD) })
  const form = async () => ({ ...(await clerk.formOn('/staff/plan/publish', '/staff/plan/publish')), isUnfinished: 'on' })

  test('is whole or not at all, and whole once it was answered', async () => {
    const before = await state()
    const after = { published: before.published + 1, told: before.told + 1 }
    let isPublished = false
    for (const ms of MOMENTS_MS) {
      let isAnswered = false
      const sending = clerk.post('/staff/plan/publish', await form()).then(({ status }) => { isAnswered = status === 303 }, () => {})
      await pause(ms)
      const wasAnswered = isAnswered
      await city.killEverything()
      await sending
      await city.start()
      const { code, stdout } = await city.run('verify')
      expect(`${code} ${stdout}`).toMatch(/^0 .*chain sound/)
      const now = await state()
      expect([before, after]).toContainEqual(now)
      isPublished = now.published === after.published
      if (wasAnswered) expect(isPublished).toBe(true)
      if (isPublished) break
    }
    // Where every moment was too early, the form is simply sent again.
    if (!isPublished) expect((await clerk.post('/staff/plan/publish', await form())).status).toBe(303)
    expect(await state()).toEqual(after)
    expect((await clerk.open('/staff/plan/publish')).status).toBe(200)
  })
})
