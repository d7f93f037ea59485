import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { connect } from '#kernel/database/connection.ts'
import { parts } from '../src/city.ts'
import type { PlanDocument } from '../src/services/plan/model.ts'
import { withFieldText } from '../src/services/plan/store/document-fields.ts'
import { loadPresentPlan } from '../src/services/plan/store/load-document.ts'
import { holdPlan, saveDocument } from '../src/services/plan/store/save-document.ts'
import { openBenchInstallation } from './bench-installation.ts'
import { interleaved, median, medianRatio, round2, thousands, type Result } from './measure.ts'

const SHEETS = 486
const SHEETS_A_ROUND = 60
const PLAN = '2030-2034'
const A_SECOND = 1_000

/** One text of a sheet written into a plan of 486, with its history, against the same two rows on a bare connection. */
export async function measureRounds(): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
  const installation = await openBenchInstallation({ dataDir, parts, isDemo: true })
  try {
    const database = installation.cities[0]?.database as CityDatabase
    await database.act('plan', systemActor, (tx) => saveDocument(tx, { planKey: PLAN, document: bigPlan(), cause: 'import' }))
    const bare = connect(installation.server, { database: database.sql.options.database, connections: 1 })
    await bare.unsafe(`set role "${database.rolePrefix}__plan"`)
    let count = 0
    const keyOf = (number: number) => `p${(number % SHEETS) + 1}`
    const samples = await interleaved({
      ours: () => sheetsPerSecond(() => writeSheet(database, keyOf(count), `文${count++}`)),
      bare: () => sheetsPerSecond(async () => {
        const [key, text] = [keyOf(count), `文${count++}`]
        await bare.begin(async (sql) => {
          await sql`update plan.sheet set results = ${text} where plan_key = ${PLAN} and project_key = ${key} and year = 2030`
          await sql`insert into plan.change (plan_key, project_key, year, field, before, after, revision, cause, by, by_name, at)
            values (${PLAN}, ${key}, 2030, 'sheet/results', '', ${text}, 1, 'edit', 'bench', '', now())`
        })
      }),
    })
    await bare.end()
    const ratio = medianRatio(samples.ours, samples.bare)
    return {
      what: `sheets written into a plan of ${SHEETS}, sheets/s`, ours: thousands(median(samples.ours)),
      against: `${thousands(median(samples.bare))} the same rows on a bare connection`, ratio: round2(ratio), reach: '–', isReached: true,
    }
  } finally {
    await installation.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** As an editor's save does it: hold the plan, read it, write what differs, append to the history. */
async function writeSheet(database: CityDatabase, projectKey: string, text: string): Promise<void> {
  await database.act('plan', systemActor, async (tx) => {
    await holdPlan(tx, PLAN)
    const present = await loadPresentPlan(tx, PLAN, 2030)
    const document = withFieldText(present?.document as PlanDocument, { projectKey, field: 'sheet/results' }, text)
    await saveDocument(tx, { planKey: PLAN, document, cause: 'edit' })
  })
}

async function sheetsPerSecond(write: () => Promise<void>): Promise<number> {
  const before = performance.now()
  for (let index = 0; index < SHEETS_A_ROUND; index++) await write()
  return (SHEETS_A_ROUND * A_SECOND) / (performance.now() - before)
}

function bigPlan(): PlanDocument {
  const keys = Array.from({ length: SHEETS }, (_, index) => `p${index + 1}`)
  const scale = { heading: '', steps: [] }
  return {
    title: '大きな計画', issuedBy: '課', reportYear: 2030, period: { from: 2030, to: 2034 }, levels: ['施策', '事業'],
    scales: { schedule: { name: 'schedule', ...scale }, achievement: { name: 'achievement', ...scale } },
    sections: [], indicators: [], branches: [{ key: '1', parentKey: null, number: '①', name: '枝' }],
    projects: keys.map((key) => ({
      key, name: `事業${key}`, purpose: '目的', outline: '概要', owners: [], years: [],
      sheet: { year: 2030, results: '', outcomes: '', periodStatus: '', achievement: null },
    })),
    listings: keys.map((projectKey, index) => ({ number: `①-${index + 1}`, branchKey: '1', projectKey, isRelisting: false, hasRelistings: false })),
  }
}

if (import.meta.main) {
  console.log(await measureRounds())
  process.exit(0)
}
