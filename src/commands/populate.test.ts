import { afterAll, beforeAll, expect, test } from 'vitest'
import { residents } from '#capabilities/residents/manifest.ts'
import { residentRecords } from '../services/resident-records/manifest.ts'
import { openTestWeb, type TestWeb } from '../testing.ts'
import { populateCity, wishIn } from './populate.ts'

const parts = [residents, residentRecords]
let demo: TestWeb
let real: TestWeb
beforeAll(async () => {
  demo = await openTestWeb(parts)
  real = await openTestWeb(parts, { isDemo: false })
}, 120_000)
afterAll(() => Promise.all([demo.close(), real.close()]))

test.each([
  [['--people', '49000'], { people: 49_000, seed: 1, city: undefined }],
  [['--people', '320', '--seed', '7', '--city', 'asahi'], { people: 320, seed: 7, city: 'asahi' }],
])('%j is understood', (words, wish) => {
  expect(wishIn(words)).toEqual(wish)
})

test.each([
  [[], /--people is missing: write a whole number from 320/],
  [['--people', '12'], /--people is "12": write a whole number from 320/],
  [['--people', '4万'], /--people is "4万"/],
  [['--people', '600000'], /to 500000/],
  [['--people', '400', '--seed', '-1'], /seed/],
  [['--people', '400', 'now'], /"now" is too much/],
  [['--poeple', '400'], /poeple/],
])('%j is refused', (words, reason) => {
  expect(() => wishIn(words)).toThrow(reason)
})

test('a city that is no demo gets nobody', async () => {
  await expect(populateCity(real.open, parts, { people: 400, seed: 1 }, () => {})).rejects.toThrow(/was not laid out as a demo.*To begin anew/)
  const [row] = await real.open.owner<{ count: number }[]>`select count(*)::int as count from resident_records.person`
  expect(row?.count).toBe(0)
})

test('a demo city grows, says so, and refuses to grow twice or to shrink', async () => {
  const steps: string[] = []
  expect(await populateCity(demo.open, parts, { people: 500, seed: 3 }, (step) => steps.push(step))).toMatch(/^亀山市 has 500 invented people, 180 of them new \(seed 3, /)
  expect(steps).toEqual(['resident-records: people from 320 to 500 of 500'])
  await expect(populateCity(demo.open, parts, { people: 500, seed: 3 }, () => {})).rejects.toThrow(/already has its 500 invented people. To begin anew/)
  await expect(populateCity(demo.open, parts, { people: 400, seed: 3 }, () => {})).rejects.toThrow(/never shrinks/)
})

test('what was interrupted between two parts goes on where it stopped', async () => {
  const failing = { ...residentRecords, settle: () => Promise.reject(new Error('the power is cut')) }
  await expect(populateCity(demo.open, [residents, failing], { people: 700, seed: 3 }, () => {})).rejects.toThrow('the power is cut')
  expect(await populateCity(demo.open, parts, { people: 700, seed: 3 }, () => {})).toMatch(/^亀山市 has 700 invented people/)
  const [row] = await demo.open.owner<{ count: number }[]>`
    select count(*)::int as count from resident_records.person_version
     where superseded_at is null and valid_from <= '2026-11-22' and (valid_to is null or valid_to > '2026-11-22') and standing = 'resident'`
  expect(row?.count).toBe(700)
})
