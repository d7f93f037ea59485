import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { z } from 'zod'
import { systemActor } from '#kernel/access/actor.ts'
import { listFigures } from '#capabilities/indicators/indicators.ts'
import type { Counting, Indicator } from '#capabilities/indicators/model.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { connect } from '#kernel/database/connection.ts'
import { deliverFacts } from '#kernel/facts/delivery.ts'
import { factType } from '#kernel/facts/fact.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { clockAt } from '#kernel/time/clock.ts'
import { indicators } from '../src/capabilities/indicators/manifest.ts'
import { openData } from '../src/capabilities/open-data/manifest.ts'
import { openBenchInstallation } from './bench-installation.ts'
import { interleaved, median, medianRatio, milliseconds, round2, thousands, type Result } from './measure.ts'

/** BENCH_FACTS makes a smaller run for trying out. */
const FACTS = Number(process.env.BENCH_FACTS ?? 10_000_000)
const PROJECTS = 60
const KINDS_OF_FACTS = 30
const YEAR = 2025

const words = { ja: '計測', 'ja-x-yasashii': 'けいそく', en: 'Bench', pt: 'Medição' }

/** Ten services' worth of facts in one: what somebody did, by which channel, how long it took, whether it came to its end. */
const types = Array.from({ length: KINDS_OF_FACTS }, (_, index) =>
  factType(`bench.happened-${index}`, z.object({
    channel: z.string().meta({ privacy: 'public' }), minutes: z.int().meta({ privacy: 'public' }), ended: z.boolean().meta({ privacy: 'public' }),
  }), { subjectPrivacy: 'internal' }))

/** For each project one indicator, in the mix of a real plan: mostly counts, some sums and shares, few medians. */
const COUNTINGS: readonly Counting[] = [
  { kind: 'count' }, { kind: 'count' }, { kind: 'sum', of: 'body.minutes' }, { kind: 'count' },
  { kind: 'share', of: [{ field: 'body.ended', is: true }] }, { kind: 'count' }, { kind: 'distinct', of: 'subject' },
  { kind: 'median', of: 'body.minutes' }, { kind: 'count' }, { kind: 'percentile', percent: 90, of: 'body.minutes' },
]

const ofProjects: readonly Indicator[] = Array.from({ length: PROJECTS }, (_, index) => ({
  key: `bench.project-${index}`, title: words, unit: words, nature: 'output', direction: 'up', projects: [`1-1-${index + 1}`],
  definitions: [{ from: '2024-04-01', reason: words, fact: `bench.happened-${index % KINDS_OF_FACTS}`, count: COUNTINGS[index % COUNTINGS.length] as Counting, category: 'body.channel' }],
}))

const bench: Manifest = {
  name: 'bench', kind: 'service', title: words, summary: words, folder: join(import.meta.dirname, 'none'), routes: [],
  facts: Object.fromEntries(types.map((type) => [type.name, type])), indicators: ofProjects,
}

/** All indicators of a year against one scan of the facts they were counted from, and how fast facts are counted. */
export async function measureIndicators(): Promise<Result[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
  const parts = [openData, indicators, bench]
  const installation = await openBenchInstallation({ dataDir, parts, isDemo: false, clock: clockAt('2026-06-01T09:00:00+09:00') })
  const open = installation.cities[0] as OpenCity
  const owner = connect(installation.server, { database: open.databaseName, connections: 1, statementTimeoutMs: 0 })
  try {
    await fillChain(owner)
    const folding = await milliseconds(() => countAll(open, parts))
    await owner.unsafe('vacuum analyze kernel.fact, indicators.tally, indicators.sums')
    return [speed(folding), await figuresAgainstScan(open, owner)]
  } finally {
    await owner.end()
    await installation.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Facts of two years, a fifth of them late by days. Written by the server itself: the chain's hashes are not what is measured. */
async function fillChain(owner: Sql): Promise<void> {
  await owner`
    insert into kernel.fact
    select n, gen_random_uuid(), 'bench', 'bench.happened-' || n % ${KINDS_OF_FACTS}::int, 1, 'person:' || (m * 7919) % 2000, 'system',
           at - case when n % 5 = 0 then (n % 40) * interval '1 day' else interval '0' end, at,
           jsonb_build_object('channel', (array['web', 'counter', 'post', 'telephone'])[1 + m % 4], 'minutes', (m * 31) % 120, 'ended', m % 3 > 0), sha256(n::text::bytea)
      from (select n, (n / ${KINDS_OF_FACTS}::int)::bigint as m, '2024-04-01'::timestamptz + n * (interval '730 days' / ${FACTS}::int) as at from generate_series(1, ${FACTS}::int) n) made`
  await owner`update kernel.chain_head set position = ${FACTS}, hash = sha256(''::bytea)`
  await owner.unsafe('vacuum analyze kernel.fact')
}

async function countAll({ database, city }: OpenCity, parts: readonly Manifest[]): Promise<void> {
  for (;;) {
    const { handled, failed } = await deliverFacts(database, parts, city)
    if (failed.length > 0) throw new Error(failed[0]?.error)
    if (handled === 0) return
  }
}

function speed(folding: number): Result {
  const perSecond = FACTS / (folding / 1000)
  return {
    what: `counting ${thousands(FACTS)} facts for ${PROJECTS} indicators as they come, facts a second`,
    ours: thousands(perSecond), against: '–', ratio: '–', reach: '≥ 20,000', isReached: perSecond >= 20_000,
  }
}

async function figuresAgainstScan({ database }: OpenCity, owner: Sql): Promise<Result> {
  const figures = () => database.read('bench', systemActor, (tx) => listFigures(tx, { fiscalYear: YEAR }))
  const scan = () => owner`select count(*) from kernel.fact`
  const known = await figures()
  if (known.length !== PROJECTS || known.some(({ value, isComplete }) => value === null || value === 0 || !isComplete)) throw new Error('the figures are not counted')
  await scan()
  const samples = await interleaved({ ours: () => milliseconds(figures), scan: () => milliseconds(scan) })
  const ratio = medianRatio(samples.ours, samples.scan)
  const ours = median(samples.ours)
  return {
    what: `all indicators of ${PROJECTS} projects for a year with their months, over ${thousands(FACTS)} facts, ms`,
    ours: round2(ours), against: `${round2(median(samples.scan))} one count(*) of the same facts`,
    ratio: `${round2(ratio)} ×`, reach: '≤ 0.2 × and < 1 s', isReached: ratio <= 0.2 && ours < 1000,
  }
}

if (import.meta.main) console.log(await measureIndicators())
