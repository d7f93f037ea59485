import { queriesOver } from '#kernel/database/queries.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { serviceRoleOf } from '#kernel/database/roles.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import { systemActor } from '#kernel/access/actor.ts'
import type { Listener, Manifest } from '#kernel/service/manifest.ts'
import { latestPlausible } from '#kernel/time/clock.ts'
import type { Fact } from './fact.ts'

/** Facts moved into the chain by one call; larger backlogs take several, so that no lock is held for long. */
const SEAL_BATCH = 1_000
const DELIVERY_BATCH = 200
const LONGEST_RETRY_MINUTES = 60

const kernel = queriesOver<KernelTables>()

/** Moves everything from the outbox into the chain; safe in several processes at once. Returns how many it moved. */
export async function sealFacts(database: CityDatabase): Promise<number> {
  let total = 0
  for (;;) {
    const moved = await database.asKernel(async (tx) => {
      const rows = await tx.list<{ moved: number }>(call('select kernel.seal($1) as moved', [SEAL_BATCH]))
      return rows[0]?.moved ?? 0
    })
    total += moved
    if (moved < SEAL_BATCH) return total
  }
}

export interface FailedListener {
  /** Service and fact, e.g. `plan:garbage-guide.searched`. */
  readonly listener: string
  readonly error: string
}

export interface Deliveries {
  readonly handled: number
  readonly failed: readonly FailedListener[]
}

/**
 * Hands new facts to who listens, in the order of the chain. The listener's effect and its place in the chain land in
 * one transaction: a fact is handled once, even when the machine dies in between. Returns how many were handled, and
 * which listeners failed; those are tried again later.
 */
export async function deliverFacts(database: CityDatabase, parts: readonly Manifest[]): Promise<Deliveries> {
  let handled = 0
  const failed: FailedListener[] = []
  for (const part of parts) {
    for (const listener of part.listens ?? []) {
      const outcome = await deliverTo(database, part, listener)
      if (typeof outcome === 'number') handled += outcome
      else failed.push(outcome)
    }
  }
  return { handled, failed }
}

async function deliverTo(database: CityDatabase, part: Manifest, listener: Listener): Promise<number | FailedListener> {
  const name = `${part.name}:${listener.factName}`
  const kernelRole = serviceRoleOf(database.rolePrefix, 'kernel')
  const tx = database.open(part.name, systemActor, 'write')
  try {
    return await database.ending(tx, async () => {
      const facts = await tx.as(kernelRole, () => factsFor(tx, name, listener.factName))
      for (const fact of facts) await listener.handle(tx, fact)
      const last = facts.at(-1)
      if (last) await tx.as(kernelRole, () => tx.run(advance(name, last.position)))
      return facts.length
    })
  } catch (thrown) {
    await rememberFailure(database, name, thrown)
    return { listener: name, error: String(thrown).slice(0, 300) }
  }
}

async function factsFor(tx: Parameters<Listener['handle']>[0], name: string, factName: string): Promise<Fact[]> {
  await tx.run(kernel.insertInto('kernel.delivery').values({ listener: name, position: 0 }).onConflict((conflict) => conflict.doNothing()))
  // Another process that delivers to the same listener holds the row; it will do the work.
  const place = await tx.find(
    kernel.selectFrom('kernel.delivery').select(['position', 'retry_at']).where('listener', '=', name).forUpdate().skipLocked(),
  )
  if (!place || mustWait(place.retry_at, tx.now)) return []
  return tx.list(factsAfter(place.position, factName).limit(DELIVERY_BATCH))
}

/** A retry further ahead than any can be was written while the clock was wrong. */
function mustWait(retryAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (retryAt === null) return false
  return Temporal.Instant.compare(retryAt, now) > 0 && Temporal.Instant.compare(retryAt, latestPlausible(now)) <= 0
}

/** The facts of one name after a place in the chain, in its order. */
function factsAfter(position: number, factName: string) {
  return kernel
    .selectFrom('kernel.fact')
    .select(['position', 'id', 'service', 'name', 'version', 'subject', 'actor', 'occurred_at as occurredAt', 'recorded_at as recordedAt', 'body'])
    .where('name', '=', factName)
    .where('position', '>', position)
    .orderBy('position')
}

function advance(name: string, position: number) {
  return kernel
    .updateTable('kernel.delivery')
    .set({ position, attempts: 0, retry_at: null, last_error: null })
    .where('listener', '=', name)
}

/** A listener that fails is tried again after 1, 2, 4 … minutes; the facts wait for it, in order. */
async function rememberFailure(database: CityDatabase, name: string, thrown: unknown): Promise<void> {
  await database.asKernel(async (tx) => {
    const row = await tx.find(kernel.selectFrom('kernel.delivery').select('attempts').where('listener', '=', name))
    const attempts = (row?.attempts ?? 0) + 1
    const minutes = Math.min(2 ** (attempts - 1), LONGEST_RETRY_MINUTES)
    const failure = { attempts, retry_at: tx.now.add({ minutes }), last_error: String(thrown).slice(0, 500) }
    await tx.run(
      kernel
        .insertInto('kernel.delivery')
        .values({ listener: name, position: 0, ...failure })
        .onConflict((conflict) => conflict.column('listener').doUpdateSet(failure)),
    )
  })
}

export interface BrokenFact {
  readonly position: number
  readonly kind: 'altered' | 'missing-before' | 'missing-at-end'
  readonly id: string | null
  readonly name: string | null
}

export interface ChainReport {
  readonly length: number
  readonly head: string
  readonly broken: readonly BrokenFact[]
}

/** Recomputes the chain and names every fact that was altered and every place where one is missing. */
export async function verifyChain(database: CityDatabase): Promise<ChainReport> {
  return database.asKernel(async (tx) => {
    const head = await tx.get(kernel.selectFrom('kernel.chain_head').select(['position', 'hash']))
    const broken = await tx.list<BrokenFact>(
      call('select break_at as position, kind, fact_id as id, fact_name as name from kernel.broken_facts()', []),
    )
    return { length: head.position, head: Buffer.from(head.hash).toString('hex'), broken }
  })
}

function call(sql: string, parameters: readonly unknown[]) {
  return { compile: () => ({ sql, parameters }) as never }
}
