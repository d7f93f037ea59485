import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Manifest } from '#kernel/service/manifest.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { CIRCLE_PEOPLE, type World } from '#kernel/world/world.ts'
import { growWorld, populationOf, settleFirstCircle, type Settlement } from './settling.ts'

const FOLDER = new URL('../../../cities/kameyama', import.meta.url).pathname
const words = { ja: '試', 'ja-x-yasashii': 'ためす', en: 'Trial', pt: 'Prova' }

/** A part that only remembers what it was handed. */
function trialPart(name: string) {
  const taken: { readonly world: World; readonly isFirst: boolean }[] = []
  const part: Manifest = {
    name, kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [],
    settle: async (_tx, world, { isFirst }) => { taken.push({ world, isFirst }) },
  }
  return { part, taken }
}

const first = trialPart('first-trial')
const second = trialPart('second-trial')
let open: Awaited<ReturnType<typeof openTestCity>>
beforeAll(async () => { open = await openTestCity({ parts: [first.part, second.part], folder: FOLDER }) }, 120_000)
afterAll(() => open.close())

const settlementOf = (...parts: readonly Manifest[]): Settlement => ({ city: open.city, database: open.database, parts, progress: () => {} })
const residentsIn = ({ people }: World) => people.filter(({ states }) => states.at(-1)?.standing === 'resident').length

test('a demo city is laid out with the first circle, once', async () => {
  expect(await populationOf(open.database)).toEqual({ people: CIRCLE_PEOPLE, circles: 1 })
  const before = first.taken.length
  await settleFirstCircle(settlementOf(first.part, second.part))
  expect(first.taken).toHaveLength(before)
})

test('every part takes in every further piece, in order, and each piece is another one', async () => {
  const [before, order] = [first.taken.length, [] as string[]]
  await growWorld({ ...settlementOf(first.part, second.part), progress: (part, { firstCircle }) => order.push(`${part} ${firstCircle}`) }, { people: 20 * CIRCLE_PEOPLE, seed: 2 })
  for (const circle of [1, 7, 13, 19]) expect(order.filter((step) => step.endsWith(` ${circle}`))).toEqual([`first-trial ${circle}`, `second-trial ${circle}`])
  const pieces = first.taken.slice(before)
  expect(pieces.map(({ world, isFirst }) => [residentsIn(world), isFirst])).toEqual([6, 6, 6, 1].map((circles) => [circles * CIRCLE_PEOPLE, false]))
  const ids = pieces.flatMap(({ world }) => world.people.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('a part that fails leaves what others took in, and goes on with the same people later', async () => {
  const failing: Manifest = { ...second.part, settle: () => Promise.reject(new Error('no more paper')) }
  const [ofFirst, ofSecond] = [first.taken.length, second.taken.length]
  await expect(growWorld(settlementOf(first.part, failing), { people: 21 * CIRCLE_PEOPLE, seed: 2 })).rejects.toThrow('no more paper')
  expect(await growWorld(settlementOf(first.part, second.part), { people: 21 * CIRCLE_PEOPLE, seed: 99 })).toBe(1)
  expect(first.taken).toHaveLength(ofFirst + 1)
  expect(second.taken.slice(ofSecond).map(({ world }) => world.people.map(({ id }) => id))).toEqual([first.taken.at(-1)?.world.people.map(({ id }) => id)])
})

test('a part that comes later takes in the first circle when the city opens, and the rest when it is populated', async () => {
  const late = trialPart('first-trial')
  const renamed: Manifest = { ...late.part, name: 'second-trial' }
  await open.owner`delete from kernel.settled where part = 'second-trial'`
  await settleFirstCircle(settlementOf(renamed))
  expect(late.taken.map(({ isFirst }) => isFirst)).toEqual([true])
  await growWorld(settlementOf(renamed), { people: CIRCLE_PEOPLE, seed: 1 })
  expect(late.taken.reduce((sum, { world }) => sum + residentsIn(world), 0)).toBe(21 * CIRCLE_PEOPLE)
})
