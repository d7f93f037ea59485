import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CompiledQuery } from 'kysely'
import { staffActor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { connect } from '#kernel/database/connection.ts'
import type { Query, Tx } from '#kernel/database/transaction.ts'
import { parts } from '../src/city.ts'
import { loadPresentPlan } from '../src/services/plan/store/load-document.ts'
import { listPlans } from '../src/services/plan/store/catalogue.ts'
import { openBenchInstallation } from './bench-installation.ts'
import { interleaved, median, medianRatio, milliseconds, round2, type Result } from './measure.ts'

const PAGES_A_ROUND = 200
const clerk = staffActor({ id: '00000000-0000-8000-a000-000000000000', login: 'bench', name: 'Bench', unitCode: null, duties: [] })

/** Role, transaction and audit around the plan page's queries, against the same queries on a bare connection. */
export async function measureTransaction(): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
  const installation = await openBenchInstallation({ dataDir, parts, isDemo: true })
  try {
    const database = installation.cities[0]?.database as CityDatabase
    const page = async (tx: Tx) => {
      const [plan] = await listPlans(tx)
      await loadPresentPlan(tx, plan?.key as string, 2021)
    }
    const queries = await recorded(database, page)
    const bare = connect(installation.server, { database: database.sql.options.database, connections: 1 })
    await bare.unsafe(`set role "${database.rolePrefix}__plan"`)
    const samples = await interleaved({
      ours: () => milliseconds(() => repeat(() => database.read('plan', clerk, async (tx) => {
        await tx.note({ act: 'view plan', subject: 'plan', basis: 'bench' })
        for (const together of queries) await Promise.all(together.map((query) => tx.list({ compile: () => query })))
      }))),
      bare: () => milliseconds(() => repeat(async () => {
        for (const together of queries) await Promise.all(together.map(({ sql, parameters }) => bare.unsafe(sql, parameters as never[], { prepare: true })))
      })),
    })
    await bare.end()
    const ratio = medianRatio(samples.ours, samples.bare)
    return {
      what: 'role, transaction and audit around the plan page’s queries, ms a page',
      ours: round2(median(samples.ours) / PAGES_A_ROUND), against: `${round2(median(samples.bare) / PAGES_A_ROUND)} bare connection`,
      ratio: `${round2((ratio - 1) * 100)} % extra`, reach: '≤ 25 % extra', isReached: ratio <= 1.25,
    }
  } finally {
    await installation.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function repeat(page: () => Promise<unknown>): Promise<void> {
  for (let index = 0; index < PAGES_A_ROUND; index++) await page()
}

/** The queries that the page sends, grouped by which go out together. */
async function recorded(database: CityDatabase, page: (tx: Tx) => Promise<void>): Promise<CompiledQuery[][]> {
  const groups: CompiledQuery[][] = []
  let isOpen = false
  await database.read('plan', clerk, async (tx) => {
    const list = tx.list.bind(tx)
    const recording = Object.assign(Object.create(tx) as Tx, {
      list: async <Row>(query: Query<Row>) => {
        if (!isOpen) groups.push([])
        isOpen = true
        groups.at(-1)?.push(query.compile())
        const rows = await list(query)
        isOpen = false
        return rows
      },
      find: async <Row>(query: Query<Row>) => (await recording.list(query))[0],
    })
    await page(recording)
  })
  return groups
}

if (import.meta.main) console.log(await measureTransaction())
