import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { systemActor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { connect } from '#kernel/database/connection.ts'
import { sealFacts, verifyChain } from '#kernel/facts/chain.ts'
import { draftFact, factType } from '#kernel/facts/fact.ts'
import type { Installation } from '#kernel/installation/installation.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { openBenchInstallation } from './bench-installation.ts'
import { fillChain } from './invented-facts.ts'
import { interleaved, median, medianRatio, milliseconds, round2, thousands, type Result } from './measure.ts'

/** How many facts are verified; fewer for a quick look. */
const FACTS = Number(process.env.BENCH_FACTS ?? 10_000_000)
const PUBLISHERS = 8
const SECOND = 1_000
const run = promisify(execFile)

const happened = factType('bench.happened', z.object({ hit: z.boolean(), language: z.string(), letters: z.int(), category: z.string() }))
const words = { ja: '計', 'ja-x-yasashii': 'はかる', en: 'Bench', pt: 'Medida' }
const bench: Manifest = { name: 'bench', kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [], facts: { happened } }

/** The rows as kernel.fact keeps them, with the same indexes, appended by the same words: without outbox, chain, hash. */
const PLAIN = `
  create schema if not exists bench;
  create table bench.plain (position bigint generated always as identity primary key, id uuid not null unique, service text not null,
    name text not null, version int not null, subject text not null, actor text not null, occurred_at timestamptz not null,
    recorded_at timestamptz not null, body jsonb not null);
  create index on bench.plain (name, position);
  create function bench.append(facts jsonb) returns void language plpgsql security definer as $$ begin
    insert into bench.plain (id, service, name, version, subject, actor, occurred_at, recorded_at, body)
    select (fact->>'id')::uuid, 'bench', fact->>'name', (fact->>'version')::int, fact->>'subject', fact->>'actor',
           (fact->>'occurredAt')::timestamptz, (fact->>'recordedAt')::timestamptz, fact->'body'
      from jsonb_array_elements(facts) fact; end $$;
  grant usage on schema bench to public; grant execute on function bench.append to public`

/** Appending facts with outbox and chain, to the last one sealed; and verifying a long chain, and the room it takes. */
export async function measureFacts(): Promise<Result[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
  const installation = await openBenchInstallation({ dataDir, parts: [bench], isDemo: false })
  try {
    return [
      await measureAppending(installation, { transactions: 4_000, facts: 1 }),
      await measureAppending(installation, { transactions: 1_500, facts: 20 }),
      ...(await measureVerifying(installation, join(dataDir, 'hashed'))),
    ]
  } finally {
    await installation.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measureAppending(installation: Installation, load: { transactions: number; facts: number }): Promise<Result> {
  const database = databaseOf(installation)
  await asOwner(installation, `drop schema if exists bench cascade; ${PLAIN}`)
  const ours = async () => {
    await published(load.transactions, () => database.act('bench', systemActor, async (tx) => {
      for (let index = 0; index < load.facts; index++) tx.publish(happened, `item:${index}`, bodyOf(index))
    }), () => sealFacts(database))
    await sealFacts(database)
  }
  const plain = () => published(load.transactions, () => database.act('bench', systemActor, async (tx) => {
    const facts = Array.from({ length: load.facts }, (_, index) =>
      draftFact(happened, { subject: `item:${index}`, body: bodyOf(index), occurredAt: tx.now, recordedAt: tx.now, actor: tx.actor.id }))
    await tx.run({ compile: () => ({ sql: 'select bench.append($1::jsonb)', parameters: [facts] }) as never })
  }))
  const samples = await interleaved({ ours: () => milliseconds(ours), plain: () => milliseconds(plain) })
  const perSecond = (ms: readonly number[]) => (load.transactions * load.facts * SECOND) / median(ms)
  const ratio = medianRatio(samples.plain, samples.ours)
  return {
    what: `appending facts, ${load.facts} a transaction, ${PUBLISHERS} connections, until the last is sealed, facts/s`,
    ours: thousands(perSecond(samples.ours)), against: `${thousands(perSecond(samples.plain))} without outbox and chain`,
    ratio: round2(ratio), reach: '≥ 0.5', isReached: ratio >= 0.5,
  }
}

/** Transactions from several connections at once, while whatever runs beside them goes round and round. */
async function published(transactions: number, publish: () => Promise<void>, beside?: () => Promise<unknown>): Promise<void> {
  const over = new AbortController()
  const rounds = async (work: () => Promise<unknown>) => {
    while (!over.signal.aborted) {
      if ((await work()) === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  const running = beside === undefined ? undefined : rounds(beside)
  // One row of turns for all: whoever is done takes the next.
  const turns = Array.from({ length: transactions }).values()
  await Promise.all(Array.from({ length: PUBLISHERS }, async () => {
    for (const _ of turns) await publish()
  }))
  over.abort()
  await running
}

function bodyOf(index: number) {
  return { hit: index % 3 === 0, language: 'ja', letters: index % 17, category: `c${index % 40}` }
}

async function measureVerifying(installation: Installation, file: string): Promise<Result[]> {
  const database = databaseOf(installation)
  await asOwner(installation, 'drop schema bench cascade; truncate kernel.fact, kernel.outbox')
  const owner = connect(installation.server, { database: installation.cities[0]?.databaseName as string, connections: 1, statementTimeoutMs: 0 })
  const lineBytes = await fillChain(owner, FACTS, file)
  const [size] = await owner<{ bytes: number }[]>`select pg_total_relation_size('kernel.fact') + pg_total_relation_size('kernel.outbox') as bytes`
  await owner.end()
  const sound = async () => {
    const { length, broken } = await verifyChain(database)
    if (length !== FACTS || broken.length > 0) throw new Error(`the chain is not sound: ${length} facts, ${JSON.stringify(broken[0])}`)
  }
  const samples = await interleaved({ ours: () => milliseconds(sound), sum: () => milliseconds(() => run('sha256sum', [file])) })
  const ratio = medianRatio(samples.ours, samples.sum)
  const room = (size?.bytes ?? Number.NaN) / lineBytes
  return [
    {
      what: `verify over ${thousands(FACTS)} facts, s`, ours: round2(median(samples.ours) / SECOND),
      against: `${round2(median(samples.sum) / SECOND)} sha256sum over the same bytes`, ratio: round2(ratio), reach: '≤ 3', isReached: ratio <= 3,
    },
    {
      what: `disk of ${thousands(FACTS)} facts with indexes and outbox, MB`, ours: thousands((size?.bytes ?? 0) / 1e6),
      against: `${thousands(lineBytes / 1e6)} bytes of the lines`, ratio: round2(room), reach: '≤ 2', isReached: room <= 2,
    },
  ]
}

function databaseOf(installation: Installation): CityDatabase {
  return installation.cities[0]?.database as CityDatabase
}

async function asOwner(installation: Installation, statements: string): Promise<void> {
  const owner = connect(installation.server, { database: installation.cities[0]?.databaseName as string, connections: 1 })
  await owner.unsafe(statements)
  await owner.end()
}

if (import.meta.main) {
  console.log(await measureFacts())
  process.exit(0)
}
