import { afterEach, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { StandingRun } from './standing-work.ts'

const words = { ja: '番', 'ja-x-yasashii': 'ばん', en: 'Watch', pt: 'Vigia' }
let city: TestWeb | undefined
afterEach(() => city?.close())

/** Works off a number of pieces, and writes down what was asked of it. */
function watch(pieces: number, told: string[]): Manifest {
  const begin = (): StandingRun => ({
    start: async () => void told.push('start'),
    settle: async () => {
      told.push('settle')
      return pieces-- > 0 ? 1 : 0
    },
    end: async () => void told.push('end'),
  })
  const standingWorks = [{ name: 'watching', begin: (_: unknown, { seal }: { seal: { mac(text: string): Buffer } }) => (told.push(`seal ${seal.mac('x').length}`), begin()) }]
  return { name: 'watch', kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [], standingWorks }
}

test('standing work begins once with a seal of its part, and is settled until nothing is left', async () => {
  const told: string[] = []
  city = await openTestWeb([watch(2, told)])
  await city.workers.settle()
  expect(told).toEqual(['seal 32', 'settle', 'settle', 'settle'])
})

test('standing work starts and ends with the workers', async () => {
  const told: string[] = []
  city = await openTestWeb([watch(0, told)])
  await city.workers.start()
  await city.workers.stop()
  expect(told).toEqual(['seal 32', 'start', 'end'])
})
