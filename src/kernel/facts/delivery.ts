import { systemActor } from '#kernel/access/actor.ts'
import type { City } from '#kernel/city/city.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import { serviceRoleOf } from '#kernel/database/roles.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { OpenTransaction, Tx } from '#kernel/database/transaction.ts'
import type { BatchListener, Listener, Manifest } from '#kernel/service/manifest.ts'
import { latestPlausible } from '#kernel/time/clock.ts'

/** Facts handed to a listener in one transaction. */
const DELIVERY_BATCH = 200
/** Places of the chain that a batch listener reads in one transaction. */
const BATCH_PLACES = 20_000
const LONGEST_RETRY_MINUTES = 60

const kernel = queriesOver<KernelTables>()

export interface FailedListener {
  /** Service and fact, e.g. `plan:garbage-guide.searched`, or service and batch listener, e.g. `indicators:counting`. */
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
export async function deliverFacts(database: CityDatabase, parts: readonly Manifest[], city: City): Promise<Deliveries> {
  let handled = 0
  const failed: FailedListener[] = []
  for (const part of parts) {
    const outcomes = [
      ...(part.listens ?? []).map((listener) => () => deliverTo(database, part, listener)),
      ...(part.listensInBatches ?? []).map((listener) => () => deliverBatchTo(database, part, listener, { parts, city })),
    ]
    for (const deliver of outcomes) {
      const outcome = await deliver()
      if (typeof outcome === 'number') handled += outcome
      else failed.push(outcome)
    }
  }
  return { handled, failed }
}

function deliverTo(database: CityDatabase, part: Manifest, listener: Listener): Promise<number | FailedListener> {
  const name = `${part.name}:${listener.factName}`
  return delivering(database, part, name, async (tx, position, asKernel) => {
    const facts = await asKernel(() => tx.list(factsAfter(position, listener.factName).limit(DELIVERY_BATCH)))
    for (const fact of facts) await listener.handle(tx, fact)
    const last = facts.at(-1)
    if (last) await asKernel(() => tx.run(advance(name, last.position)))
    return facts.length
  })
}

/** Which parts a batch listener took over last, in this process. */
const takenOver = new WeakMap<CityDatabase, Map<string, readonly Manifest[]>>()

interface Surroundings {
  readonly parts: readonly Manifest[]
  readonly city: City
}

async function deliverBatchTo(database: CityDatabase, part: Manifest, listener: BatchListener, { parts, city }: Surroundings): Promise<number | FailedListener> {
  const name = `${part.name}:${listener.name}`
  const known = takenOver.get(database) ?? new Map<string, readonly Manifest[]>()
  takenOver.set(database, known)
  let hasBegun = known.get(name) === parts
  const outcome = await delivering(database, part, name, async (tx, from, asKernel) => {
    if (!hasBegun) await listener.begin(tx, { parts, city, position: from })
    hasBegun = true
    const head = await asKernel(() => tx.get(kernel.selectFrom('kernel.chain_head').select('position')))
    const to = Math.min(head.position, from + BATCH_PLACES)
    if (to <= from) return 0
    const names = await listener.factNames(tx)
    const facts = names.length === 0 ? [] : await asKernel(() => tx.list(factsBetween(from, to, names)))
    await listener.handle(tx, { facts, from, to })
    await asKernel(() => tx.run(advance(name, to)))
    return to - from
  })
  if (typeof outcome === 'number' && hasBegun) known.set(name, parts)
  return outcome
}

type AsKernel = <Result>(work: () => Promise<Result>) => Promise<Result>
type Deliver = (tx: Tx, position: number, asKernel: AsKernel) => Promise<number>

/** Takes a listener's place in the chain and works from there, all in one transaction of the listener's part. */
async function delivering(database: CityDatabase, part: Manifest, name: string, deliver: Deliver): Promise<number | FailedListener> {
  const kernelRole = serviceRoleOf(database.rolePrefix, 'kernel')
  const tx = database.open(part.name, systemActor, 'write')
  try {
    return await database.ending(tx, async () => {
      const asKernel: AsKernel = (work) => tx.as(kernelRole, work)
      const position = await asKernel(() => placeOf(tx, name))
      return position === undefined ? 0 : deliver(tx, position, asKernel)
    })
  } catch (thrown) {
    await rememberFailure(database, name, thrown)
    return { listener: name, error: String(thrown).slice(0, 300) }
  }
}

/** How far a listener has read; undefined while another process delivers to it, or while it rests after a failure. */
async function placeOf(tx: OpenTransaction, name: string): Promise<number | undefined> {
  const place = (await heldPlace(tx, name)) ?? (await begunPlace(tx, name))
  return !place || mustWait(place.retry_at, tx.now) ? undefined : place.position
}

/** Another process that delivers to the same listener holds the row; it will do the work. */
function heldPlace(tx: OpenTransaction, name: string) {
  return tx.find(kernel.selectFrom('kernel.delivery').select(['position', 'retry_at']).where('listener', '=', name).forUpdate().skipLocked())
}

/** Of a listener that has no row yet; undefined where it has one, and somebody else holds it. */
function begunPlace(tx: OpenTransaction, name: string) {
  return tx.find(
    kernel.insertInto('kernel.delivery').values({ listener: name, position: 0 }).onConflict((conflict) => conflict.doNothing()).returning(['position', 'retry_at']),
  )
}

/** A retry further ahead than any can be was written while the clock was wrong. */
function mustWait(retryAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (retryAt === null) return false
  return Temporal.Instant.compare(retryAt, now) > 0 && Temporal.Instant.compare(retryAt, latestPlausible(now)) <= 0
}

/** The facts of one name after a place in the chain, in its order. */
function factsAfter(position: number, factName: string) {
  return factRows.where('name', '=', factName).where('position', '>', position)
}

/** By place and not by name: rare facts would otherwise be looked for through the whole index of a frequent one. */
function factsBetween(from: number, to: number, names: readonly string[]) {
  return factRows.where('position', '>', from).where('position', '<=', to).where('name', 'in', names)
}

const factRows = kernel
  .selectFrom('kernel.fact')
  .select(['position', 'id', 'service', 'name', 'version', 'subject', 'actor', 'occurred_at as occurredAt', 'recorded_at as recordedAt', 'body'])
  .orderBy('position')

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
