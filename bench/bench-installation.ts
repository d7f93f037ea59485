import { join } from 'node:path'
import { openInstallation, type Installation } from '#kernel/installation/installation.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { systemClock, type Clock } from '#kernel/time/clock.ts'

export interface BenchWishes {
  readonly dataDir: string
  readonly parts: readonly Manifest[]
  readonly isDemo: boolean
  readonly clock?: Clock
}

/** Kameyama alone in this process, with a database of its own below `dataDir`; nothing is printed. */
export function openBenchInstallation({ dataDir, parts, isDemo, clock = systemClock }: BenchWishes): Promise<Installation> {
  return openInstallation({
    dataDir, databaseUrl: undefined, citiesFolder: join(import.meta.dirname, '..', 'cities'), only: ['kameyama'],
    parts, clock, isDemo, progress: () => {}, log: silentLog,
  })
}
