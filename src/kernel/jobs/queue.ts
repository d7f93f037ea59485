import { systemActor } from '#kernel/access/actor.ts'
import type { City } from '#kernel/city/city.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { latestPlausible } from '#kernel/time/clock.ts'
import type { JobType } from './job.ts'

/** A worker that dies lets go of its job after this long; jobs must be shorter or cut into steps. */
const HOLD_MINUTES = 15
const LONGEST_RETRY_MINUTES = 240
/** After so many tries a job waits for a person: it stays in the queue and is shown as stuck. */
export const MOST_ATTEMPTS = 20
/** PostgreSQL's code for a value that is there already and must be the only one. */
const UNIQUE_VIOLATION = '23505'

const kernel = queriesOver<KernelTables>()

interface HeldJob {
  readonly id: number
  readonly service: string
  readonly name: string
  readonly input: unknown
  /** How often it was taken, this time included. */
  readonly attempts: number
  readonly onceKey: string | null
  /** Until when it is ours, and the sign of our hold: whoever takes it after us gets another moment. */
  readonly hold: Temporal.Instant
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
    await run(database, type, held, { city, parts })
    return { name: held.name, outcome: 'done' }
  } catch (thrown) {
    await putBack(database, held, thrown)
    return { name: held.name, outcome: 'failed', error: String(thrown).slice(0, 300) }
  }
}

interface Surroundings {
  readonly city: City
  readonly parts: readonly Manifest[]
}

async function run(database: CityDatabase, type: JobType<unknown>, held: HeldJob, { city, parts }: Surroundings): Promise<void> {
  const tx = database.open(held.service, systemActor, 'write')
  await database.ending(tx, async () => {
    await type.run(tx, held.input, city, parts)
    const isOurs = await tx.find<{ isOurs: boolean }>(call('select kernel.finish_job($1, $2) as "isOurs"', [held.id, held.hold]))
    // The work took longer than the hold, or the clock jumped: another worker has the job, and what we did is undone.
    if (isOurs?.isOurs !== true) throw new Error(`The job ${held.name} was held for ${HOLD_MINUTES} minutes and then taken by another worker`)
  })
}

/** Taking a job counts as a try, so that one which kills its worker does not kill workers for ever. */
async function holdNext(database: CityDatabase): Promise<HeldJob | undefined> {
  return database.asKernel(async (tx) => {
    const next = await tx.find(dueJob(tx.now))
    if (next === undefined) return undefined
    const { held_until: lastHold, once_key: onceKey, ...job } = next
    const attempts = job.attempts + 1
    const wish = {
      attempts,
      held_until: tx.now.add({ minutes: HOLD_MINUTES }),
      // What is asked for from now on may no longer be seen by this run: it is queued again.
      once_key: null,
      ...(lastHold === null ? {} : { last_error: `The worker that took it at try ${job.attempts} never came back` }),
    }
    const { hold } = await tx.get(
      kernel.updateTable('kernel.job').set(wish).where('id', '=', job.id).returning('held_until as hold'),
    )
    return { ...job, attempts, onceKey, hold: hold as Temporal.Instant }
  })
}

function dueJob(now: Temporal.Instant) {
  // A hold or a retry that far ahead would keep the job for years.
  const latest = latestPlausible(now)
  return kernel
    .selectFrom('kernel.job')
    .select(['id', 'service', 'name', 'input', 'attempts', 'held_until', 'once_key'])
    .where((job) => job.or([job('run_at', '<=', now), job.and([job('attempts', '>', 0), job('run_at', '>', latest)])]))
    .where('attempts', '<', MOST_ATTEMPTS)
    .where((job) => job.or([job('held_until', 'is', null), job('held_until', '<', now), job('held_until', '>', latest)]))
    .orderBy('run_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
}

async function putBack(database: CityDatabase, held: HeldJob, thrown: unknown): Promise<void> {
  try {
    await letGo(database, held, thrown, held.onceKey)
  } catch (refused) {
    if ((refused as { code?: string }).code !== UNIQUE_VIOLATION) throw refused
    // The same work was queued again meanwhile, and has the key now.
    await letGo(database, held, thrown, null)
  }
}

/** Changes nothing when another worker has the job by now. */
async function letGo(database: CityDatabase, held: HeldJob, thrown: unknown, onceKey: string | null): Promise<void> {
  const minutes = Math.min(2 ** (held.attempts - 1), LONGEST_RETRY_MINUTES)
  await database.asKernel((tx) =>
    tx.run(
      kernel
        .updateTable('kernel.job')
        .set({ held_until: null, once_key: onceKey, run_at: tx.now.add({ minutes }), last_error: String(thrown).slice(0, 500) })
        .where('id', '=', held.id)
        .where('held_until', '=', held.hold),
    ),
  )
}

function call(sql: string, parameters: readonly unknown[]) {
  return { compile: () => ({ sql, parameters }) as never }
}
