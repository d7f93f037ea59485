import { afterAll, beforeAll, expect, test } from 'vitest'
import { evacuation, issue, watchtower } from '#capabilities/notices/invented-notices.ts'
import { clockAt } from '#kernel/time/clock.ts'
import { parts } from '../../city.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'

let city: TestWeb
beforeAll(async () => {
  city = await openTestWeb([...parts, watchtower], { clock: clockAt('2026-11-22T09:00:00Z') })
})
afterAll(() => city.close())

const read = async () => (await city.web.inject({ url: '/', headers: { cookie: 'language=en' } })).body
const cancel = (id: string) => issue(city.open, { kind: 'cancel', refersTo: id, level: 0 })

test('at level 5 nobody is sent to a shelter; where another notice says level 4, its people are, and the others are told not to go', async () => {
  const five = await issue(city.open, { level: 5, cap: { ...evacuation.cap, event: 'landslide 2026-11-22' } as typeof evacuation.cap })
  const alone = await read()
  expect(alone).toContain('Your life is in danger')
  for (const said of ['Open shelters', 'Find the nearest shelter', '/disaster#shelters']) expect(alone).not.toContain(said)
  const four = await issue(city.open, { level: 4 })
  const beside = await read()
  for (const said of ['Open shelters', 'Find the nearest shelter', 'Where level 5 is in force, do not set out for a shelter']) expect(beside).toContain(said)
  await cancel(five)
  const lower = await read()
  expect(lower).toContain('Find the nearest shelter')
  expect(lower).not.toContain('do not set out')
  await cancel(four)
  expect(await read()).not.toContain('light-notice')
})
