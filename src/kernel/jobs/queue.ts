import { systemActor } from '#kernel/access/actor.ts'
import type { City } from '#kernel/city/city.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { JobType } from './job.ts'

/** A worker that dies lets go of its job after this long; jobs must be shorter or cut into steps. */
const HOLD_MINUTES = 15
const LONGEST_RETRY_MINUTES = 240
/** After so many failed tries a job waits for a person: it stays in the queue and is shown as stuck. */
export const MOST_ATTEMPTS = 20

const kernel = queriesOver<KernelTables>()

interface HeldJob {
  readonly id: number
  readonly service: string
  readonly name: string
  readonly input: unknown
  readonly attempts: number
}

export type JobOutcome = { readonly name: string; readonly outcome: 'done' | 'failed'; readonly error?: string }

/** Takes one due job and runs it. The job's end and its effect land in one transaction. Undefined: nothing is due. */
export async function runNextJob(database: CityDatabase, parts: readonly Manifest[], city: City): Promise<JobOutcome | undefined> {
  const held = await holdNext(database)
  if (held === undefined) return undefined
  const type = parts.find((part) => part.name === held.service)?.jobs?.find((job) => job.name === held.name)
  try {
    // A service may have been removed with work still waiting: the work stays until it comes back.
    if (type === undefined) throw new Error(`No part of this city runs the job ${held.name}`)
    await run(database, type as JobType<unknown>, held, city)
    return { name: held.name, outcome: 'done' }
  } catch (thrown) {
    await putBack(database, held, thrown)
    return { name: held.name, outcome: 'failed', error: String(thrown).slice(0, 300) }
  }
}

async function run(database: CityDatabase, type: JobType<unknown>, held: HeldJob, city: City): Promise<void> {
  const tx = database.open(held.service, systemActor, 'write')
  await database.ending(tx, async () => {
    await type.run(tx, held.input, city)
    await tx.run({ compile: () => ({ sql: 'select kernel.finish_job($1)', parameters: [held.id] }) as never })
  })
}

async function holdNext(database: CityDatabase): Promise<HeldJob | undefined> {
  return database.asKernel(async (tx) => {
    const next = await tx.find(
      kernel
        .selectFrom('kernel.job')
        .select(['id', 'service', 'name', 'input', 'attempts'])
        .where('run_at', '<=', tx.now)
        .where('attempts', '<', MOST_ATTEMPTS)
        .where((job) => job.or([job('held_until', 'is', null), job('held_until', '<', tx.now)]))
        .orderBy('run_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    if (next) {
      const held = { held_until: tx.now.add({ minutes: HOLD_MINUTES }) }
      await tx.run(kernel.updateTable('kernel.job').set(held).where('id', '=', next.id))
    }
    return next
  })
}

async function putBack(database: CityDatabase, held: HeldJob, thrown: unknown): Promise<void> {
  const attempts = held.attempts + 1
  const minutes = Math.min(2 ** (attempts - 1), LONGEST_RETRY_MINUTES)
  await database.asKernel((tx) =>
    tx.run(
      kernel
        .updateTable('kernel.job')
        .set({ attempts, held_until: null, run_at: tx.now.add({ minutes }), last_error: String(thrown).slice(0, 500) })
        .where('id', '=', held.id),
    ),
  )
}
