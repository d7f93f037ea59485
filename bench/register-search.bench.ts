import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CompiledQuery } from 'kysely'
import { addPerson, entrust } from '#kernel/access/organisation.ts'
import { openSession } from '#kernel/access/sessions.ts'
import { staffActor } from '#kernel/access/actor.ts'
import { growWorld } from '#kernel/city/settling.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { connect } from '#kernel/database/connection.ts'
import type { Query, Tx } from '#kernel/database/transaction.ts'
import { TOKEN_FIELD } from '#kernel/forms/form.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { Metrics } from '#kernel/telemetry/metrics.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { PageCache } from '#kernel/web/page-cache.ts'
import { createWeb } from '#kernel/web/server.ts'
import { residents } from '../src/capabilities/residents/manifest.ts'
import { frameAssets, renderFaultPage, renderFrame } from '../src/frame.ts'
import { residentRecords } from '../src/services/resident-records/manifest.ts'
import { readSearchQuery, SEARCH_LIMITS } from '../src/services/resident-records/rules/search-query.ts'
import { searchRegister } from '../src/services/resident-records/store/search.ts'
import { openBenchInstallation } from './bench-installation.ts'
import { interleaved, median, medianRatio, milliseconds, round2, type Result } from './measure.ts'

const PEOPLE = Number(process.env.PEOPLE ?? 49_000)
const SEARCHES = 200
const LIMIT_MILLISECONDS = 20
const PATH = '/staff/residents/search'
const clerk = staffActor({ id: randomUUID(), login: 'bench', name: 'Bench', unitCode: null, duties: ['residents-clerk'] })

/**
 * A clerk's searches in a register of 49,000 residents: the whole page through the web (session, form, search, audit of
 * everybody listed, page), the search in its transaction, and the very statements it sends on a bare connection.
 */
export async function measureRegisterSearch(): Promise<Result[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
  const installation = await openBenchInstallation({ dataDir, parts: [residents, residentRecords], isDemo: true })
  const open = installation.cities[0] as OpenCity
  try {
    await growWorld({ city: open.city, database: open.database, parts: [residents, residentRecords], progress: () => {} }, { people: PEOPLE, seed: 1 })
    const typed = await wordsTyped(open)
    const statements = await Promise.all(typed.map((words) => statementsOf(open, words)))
    const desk = await openDesk(open, installation.secret)
    const bare = connect(installation.server, { database: open.databaseName, connections: 1 })
    await bare.unsafe(`set role "${open.database.rolePrefix}__resident_records"`)
    const samples = await interleaved({
      web: () => medianOf(typed, (words) => desk.search(words)),
      ours: () => medianOf(typed, (words) => searchOnce(open, words)),
      bare: () => medianOf(statements, async (queries) => {
        for (const { sql, parameters } of queries) await bare.unsafe(sql, parameters as never[], { prepare: true })
      }),
    })
    await bare.end()
    await desk.close()
    return resultsOf(samples)
  } finally {
    await installation.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function resultsOf({ web, ours, bare }: Readonly<Record<'web' | 'ours' | 'bare', number[]>>): Result[] {
  const ratio = medianRatio(ours, bare)
  const against = `${round2(median(bare))} bare connection`
  const what = `register search among ${PEOPLE} residents, p50 ms`
  return [
    { what: `${what}, in its transaction`, ours: round2(median(ours)), against, ratio: `${round2((ratio - 1) * 100)} % extra`, reach: '≤ 25 % extra', isReached: ratio <= 1.25 },
    { what: `${what}, the page through the web`, ours: round2(median(web)), against, ratio: round2(medianRatio(web, bare)), reach: `≤ ${LIMIT_MILLISECONDS} ms`, isReached: median(web) <= LIMIT_MILLISECONDS },
  ]
}

/** What clerks type: a whole name, a reading, a family name with a birth date, a town with a name, letters. */
async function wordsTyped({ database }: OpenCity): Promise<string[]> {
  const people = await database.read('resident-records', clerk, (tx) => tx.list({
    compile: () => ({ sql: `select name, kana, birth_date::text as birth, town from resident_records.person_version where superseded_at is null and valid_to is null order by id limit ${SEARCHES}`, parameters: [] }) as never,
  })) as { name: string; kana: string; birth: string; town: string }[]
  return people.map(({ name, kana, birth, town }, index) => {
    const [family = name] = name.split(' ')
    return [name, kana, `${family} ${birth}`, `${kana.split(' ')[0] ?? ''} ${town}`, family][index % 5] as string
  })
}

function searchOnce({ database }: OpenCity, words: string): Promise<unknown> {
  return database.read('resident-records', clerk, (tx) => searchRegister(tx, readSearchQuery(words, tx.today), { limit: SEARCH_LIMITS.page }))
}

async function statementsOf({ database }: OpenCity, words: string): Promise<CompiledQuery[]> {
  const sent: CompiledQuery[] = []
  await database.read('resident-records', clerk, (tx) => {
    const recording = Object.assign(Object.create(tx) as Tx, { list: <Row>(query: Query<Row>) => { sent.push(query.compile()); return tx.list(query) } })
    return searchRegister(recording, readSearchQuery(words, tx.today), { limit: SEARCH_LIMITS.page })
  })
  return sent
}

async function medianOf<Each>(all: readonly Each[], run: (each: Each) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (const each of all) times.push(await milliseconds(() => run(each)))
  return median(times)
}

/** A clerk who is signed in and has the page open; each search is sent as the browser sends it. */
async function openDesk(open: OpenCity, secret: Buffer): Promise<{ search(words: string): Promise<void>; close(): Promise<void> }> {
  const cache = new PageCache()
  const web = await createWeb({
    cities: [open], assets: frameAssets(), renderShell: renderFrame, renderFault: renderFaultPage, secret, log: silentLog, metrics: new Metrics(cache), cache, trustedProxies: 0,
  })
  const id = randomUUID()
  const session = await open.database.asKernel(async (tx) => {
    await addPerson(tx, { id, login: 'bench.clerk', name: 'Bench', nameKana: 'べんち', unitCode: null })
    await entrust(tx, id, 'residents-clerk', tx.today)
    return openSession(tx, id, { device: 'bench', method: 'bench' })
  })
  const cookie = `${SESSION_COOKIE}=${session.secret}`
  const page = await web.inject({ url: PATH, headers: { cookie } })
  const token = new RegExp(`name="${TOKEN_FIELD}" value="([^"]+)"`).exec(page.body)?.[1] ?? ''
  return {
    search: async (words) => {
      const answer = await web.inject({
        method: 'POST', url: PATH, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ words, [TOKEN_FIELD]: token }).toString(),
      })
      if (answer.statusCode !== 200) throw new Error(`the search answered ${answer.statusCode}`)
    },
    close: () => web.close(),
  }
}

if (import.meta.main) {
  console.log(await measureRegisterSearch())
  process.exit(0)
}
