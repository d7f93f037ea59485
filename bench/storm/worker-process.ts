import { memoryUsage } from 'node:process'
import { openBenchInstallation } from '../bench-installation.ts'
import { CityWorkers } from '../../src/kernel/jobs/workers.ts'
import { silentLog } from '../../src/kernel/telemetry/log.ts'
import { Metrics } from '../../src/kernel/telemetry/metrics.ts'
import { PageCache } from '../../src/kernel/web/page-cache.ts'
import { stormParts } from './storm-parts.ts'

/** A worker of the city and nothing else, on a database that is there already. Says when it is ready, and its memory when asked. */
const installation = await openBenchInstallation({ dataDir: process.argv[2] as string, parts: stormParts, isDemo: false })
const [open] = installation.cities
if (open === undefined) throw new Error('no city')
const workers = new CityWorkers(open, { log: silentLog, metrics: new Metrics(new PageCache()), secret: installation.secret })
await workers.start()

let peakBytes = 0
setInterval(() => {
  peakBytes = Math.max(peakBytes, memoryUsage.rss())
}, 100)
process.on('message', () => process.send?.({ peakBytes, rssBytes: memoryUsage.rss(), cpuMs: process.cpuUsage().user / 1000, sysMs: process.cpuUsage().system / 1000 }))
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => {
  void workers.stop().then(() => installation.close()).then(() => process.exit(0))
})
process.send?.({ ready: true })
