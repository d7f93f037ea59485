import { afterEach, expect, test } from 'vitest'
import type { Manifest } from '#kernel/service/manifest.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { Metrics } from '#kernel/telemetry/metrics.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { PageCache } from '#kernel/web/page-cache.ts'
import type { StandingRun } from './standing-work.ts'
import { CityWorkers } from './workers.ts'

const words = { ja: '番', 'ja-x-yasashii': 'ばん', en: 'Watch', pt: 'Vigia' }
const KAMEYAMA = new URL('../../../cities/kameyama', import.meta.url).pathname
let city: Awaited<ReturnType<typeof openTestCity>> | undefined
afterEach(() => city?.close())

async function workersOf(part: Manifest): Promise<CityWorkers> {
  city = await openTestCity({ parts: [part], folder: KAMEYAMA })
  return new CityWorkers(city, { log: silentLog, metrics: new Metrics(new PageCache()), secret: Buffer.alloc(32, 7) })
}

/** Works off a number of pieces, and writes down what was asked of it. */
function watch(pieces: number, told: string[]): Manifest {
  let left = pieces
  const begin = (): StandingRun => ({
    start: async () => void told.push('start'),
    settle: async () => {
      told.push('settle')
      return left-- > 0 ? 1 : 0
    },
    end: async () => void told.push('end'),
  })
  const standingWorks = [{ name: 'watching', begin: (_: unknown, { seal }: { seal: { mac(text: string): Buffer } }) => (told.push(`seal ${seal.mac('x').length}`), begin()) }]
  return { name: 'watch', kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [], standingWorks }
}

test('standing work begins once with a seal of its part, and is settled until nothing is left', async () => {
  const told: string[] = []
  await (await workersOf(watch(2, told))).settle()
  expect(told).toEqual(['seal 32', 'settle', 'settle', 'settle'])
})

test('standing work starts and ends with the workers', async () => {
  const told: string[] = []
  const workers = await workersOf(watch(0, told))
  await workers.start()
  await workers.stop()
  expect(told).toEqual(['seal 32', 'start', 'end'])
})
