import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { visitorActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Query, Tx } from '#kernel/database/transaction.ts'
import { officialVoice } from '#kernel/text/text.ts'
import { systemClock } from '#kernel/time/clock.ts'
import type { PageAnswer } from '#kernel/web/answers.ts'
import type { PageRoute } from '#kernel/web/routes.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { parts } from '../src/city.ts'
import { renderFrame } from '../src/frame.ts'
import { openBenchInstallation } from './bench-installation.ts'
import { interleaved, median, medianRatio, round2, thousands, type Result } from './measure.ts'
import { requestsPerSecond } from './load.ts'
import { startCity, until } from './processes.ts'

const PROJECT = '1-1-1'
const CITY_PORT = 3964
const RENDERER_PORT = 3965

/**
 * A project's page with its real queries, never kept (a session cookie that nobody knows goes past the cache), against
 * the same page function and frame on rows read once, behind bare node:http.
 */
export async function measureUncached(): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
  const city = await startCity(dataDir, CITY_PORT)
  const renderer = spawn(process.execPath, [import.meta.filename, 'render', dataDir], { stdio: ['ignore', 'inherit', 'inherit'] })
  try {
    await until(async () => (await fetch(`http://127.0.0.1:${RENDERER_PORT}/`)).ok)
    const samples = await interleaved({
      ours: () => requestsPerSecond(`${city.base}/plan/projects/${PROJECT}`, { cookie: 'tsunagu-session=unknown' }),
      render: () => requestsPerSecond(`http://127.0.0.1:${RENDERER_PORT}/`),
    })
    const ratio = medianRatio(samples.ours, samples.render)
    return {
      what: 'the same kind of page uncached, with its real queries, requests/s',
      ours: thousands(median(samples.ours)), against: `${thousands(median(samples.render))} rendered without kernel and queries`,
      ratio: round2(ratio), reach: '≥ 0.35', isReached: ratio >= 0.35,
    }
  } finally {
    renderer.kill()
    await city.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The other side, in a process of its own: reads the rows once, then only renders. */
async function serveRendering(dataDir: string): Promise<Server> {
  const installation = await openBenchInstallation({ dataDir, parts, isDemo: true })
  const open = installation.cities[0] as OpenCity
  const route = parts.flatMap((part) => part.routes).find((each) => each.path === '/plan/projects/:key') as PageRoute
  const rows = await rowsOfPage(open, route)
  return createServer((_, response) => {
    void renderPage(open, route, replaying(rows)).then((body) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(body)
    })
  }).listen(RENDERER_PORT, '127.0.0.1')
}

async function renderPage(open: OpenCity, route: PageRoute, tx: Tx): Promise<string> {
  const { city, directory, database } = open
  const visit: Visit = {
    city, directory, database, tx, actor: visitorActor, voice: officialVoice, path: `/plan/projects/${PROJECT}`,
    params: { key: PROJECT }, query: {}, formToken: () => '', session: null, cookies: {},
    client: { address: '', device: '', origin: '' },
  } as unknown as Visit
  const answer = (await route.show(visit)) as PageAnswer
  return renderFrame({
    voice: officialVoice, city, directory, actor: visitorActor, title: answer.title, description: '', crumbs: answer.crumbs,
    main: answer.main, area: 'public', path: visit.path, formToken: null, notice: null, refreshSeconds: null, isLight: false, alternates: [],
  })
}

type Rows = Map<string, unknown[]>

/** What the page's queries answered. */
async function rowsOfPage(open: OpenCity, route: PageRoute): Promise<Rows> {
  const rows: Rows = new Map()
  await open.database.read('plan', visitorActor, async (tx) => {
    const list = async <Row>(query: Query<Row>) => {
      const found = await tx.list(query)
      rows.set(nameOf(query), found)
      return found
    }
    await renderPage(open, route, answeringWith(list, { now: tx.now, today: tx.today, within: tx.within.bind(tx) }))
  })
  return rows
}

/** Gives the page the same rows again without asking anybody. */
function replaying(rows: Rows): Tx {
  const { now, today } = { now: systemClock.now(), today: systemClock.today() }
  return answeringWith(async (query) => rows.get(nameOf(query)) ?? [], { now, today, within: (_, work) => work() })
}

function nameOf(query: Query<unknown>): string {
  const { sql, parameters } = query.compile()
  return `${sql} ${JSON.stringify(parameters)}`
}

function answeringWith(list: (query: Query<unknown>) => Promise<unknown[]>, { now, today, within }: Pick<Tx, 'now' | 'today' | 'within'>): Tx {
  const first = async (query: Query<unknown>) => (await list(query))[0]
  return { list, find: first, get: first, within, now, today, actor: visitorActor, service: 'plan' } as unknown as Tx
}

if (import.meta.main) {
  if (process.argv[2] === 'render') await serveRendering(process.argv[3] as string)
  else console.log(await measureUncached())
}
