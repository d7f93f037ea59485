import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeIn } from '../src/capabilities/attachments/attachments.ts'
import { jpegOf, pdfOf, withExif } from '../src/capabilities/attachments/invented-files.ts'
import { attachments } from '../src/capabilities/attachments/manifest.ts'
import { applications } from '../src/capabilities/applications/manifest.ts'
import { ownerOf } from '../src/capabilities/applications/model.ts'
import { draftPath } from '../src/capabilities/applications/pages/draft-visit.ts'
import type { Procedure } from '../src/capabilities/applications/procedure.ts'
import { keepDraft } from '../src/capabilities/applications/store/applications.ts'
import { permits, register } from '../src/capabilities/applications/trial-permits.ts'
import { mail } from '../src/capabilities/mail/manifest.ts'
import { payments } from '../src/capabilities/payments/manifest.ts'
import { residentIdentity } from '../src/capabilities/resident-identity/manifest.ts'
import { residents } from '../src/capabilities/residents/manifest.ts'
import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { Seals } from '#kernel/secrets/seal.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { Metrics } from '#kernel/telemetry/metrics.ts'
import { PageCache } from '#kernel/web/page-cache.ts'
import { createWeb } from '#kernel/web/server.ts'
import { frameAssets, renderFaultPage, renderFrame } from '../src/frame.ts'
import { openBenchInstallation } from './bench-installation.ts'
import type { Result } from './measure.ts'

/** Applications filed in one measurement, and how many people press at the same moment. */
const FILED = Number(process.env.BENCH_APPLICATIONS ?? 500)
const AT_ONCE = 50
const REACH_MS = 300
/** The trial's permit, open to everybody so that no sign-in is measured. */
const definition = { ...(permits.procedures?.[0] as Procedure), mayFile: 'everyone' } as const satisfies Procedure
const { version, documents } = definition.versions[0]
const slot = { ...(documents[0] as (typeof documents)[number]), rules: { kinds: ['jpeg', 'pdf'], mostBytes: 2 * 1024 * 1024, mostFiles: 3 } as const }
const service = { ...permits, procedures: [{ ...definition, versions: [{ ...definition.versions[0], documents: [slot] }] as const }] }

/** Filing an application with three attachments, 50 at a time over real sockets: the slowest in a hundred. */
export async function measureApplications(): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
  const installation = await openBenchInstallation({ dataDir, parts: [residents, mail, residentIdentity, attachments, payments, register, applications, service], isDemo: true })
  const [open] = installation.cities as [OpenCity]
  const cache = new PageCache()
  const web = await createWeb({
    cities: [open], assets: frameAssets(), renderShell: renderFrame, renderFault: renderFaultPage, secret: installation.secret, log: silentLog, metrics: new Metrics(cache), cache, trustedProxies: 0,
  })
  try {
    const base = await web.listen({ port: 0, host: '127.0.0.1' })
    const warm = await prepared({ open, secret: installation.secret }, base, AT_ONCE)
    await inTurns(warm, base)
    const times = (await inTurns(await prepared({ open, secret: installation.secret }, base, FILED), base)).toSorted((one, other) => one - other)
    const p99 = times[Math.ceil(times.length * 0.99) - 1] as number
    const p50 = times[Math.floor(times.length / 2)] as number
    return {
      what: `application filed with three attachments, ${AT_ONCE} at a time, ms`, ours: `p99 ${Math.round(p99)}`, against: `p50 ${Math.round(p50)}`, ratio: '–',
      reach: `p99 ≤ ${REACH_MS}`, isReached: p99 <= REACH_MS,
    }
  } finally {
    await web.close()
    await installation.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

interface Ready {
  readonly path: string
  readonly token: string
  readonly cookie: string
}

/** Drafts that lack nothing but the last press, each with its files and its form. */
async function prepared({ open, secret }: { readonly open: OpenCity; readonly secret: Buffer }, base: string, count: number): Promise<Ready[]> {
  const seal = new Seals(secret).of(open.city.key, 'applications')
  const files = [withExif(jpegOf(400, 300), 1), jpegOf(300, 400), pdfOf()]
  const answers = { name: { kind: 'registered', registered: null, isRight: false, told: '試 太郎' }, size: 40, place: 'park' } as const
  const ready: Ready[] = []
  for (let index = 0; index < count; index++) {
    const id = randomUUID()
    await open.database.act('applications', systemActor, async (tx) => {
      await keepDraft(tx, { id, procedure: definition.key, version, channel: 'online', accountId: null, personId: null, actingAs: 'self', mail: 'a@example.jp', language: 'ja', answers })
      for (const [place, bytes] of files.entries()) await takeIn(tx, { fileName: `${place}.jpg`, bytes }, { owner: ownerOf(id), slot: slot.key }, slot.rules)
    })
    const path = draftPath(seal, definition.key, id)
    const page = await fetch(`${base}${path}/check`)
    const token = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
    ready.push({ path, token, cookie: page.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ') })
  }
  return ready
}

/** Presses all of them, never more than AT_ONCE at a time; how long each took, in milliseconds. */
async function inTurns(ready: readonly Ready[], base: string): Promise<number[]> {
  const times: number[] = []
  const waiting = [...ready]
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const before = performance.now()
      const answer = await fetch(`${base}${next.path}/submit`, {
        method: 'POST', redirect: 'manual', headers: { cookie: next.cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ csrf: next.token, mail: 'a@example.jp' }).toString(),
      })
      await answer.arrayBuffer()
      if (answer.status !== 303) throw new Error(`an application was not filed: ${answer.status}`)
      times.push(performance.now() - before)
    }
  }))
  return times
}

if (import.meta.main) {
  console.log(await measureApplications())
  process.exit(0)
}
