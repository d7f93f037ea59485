import { systemActor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'

/** Facts moved into the chain by one call; larger backlogs take several, so that no lock is held for long. */
const SEAL_BATCH = 4_000
/** Facts checked by one statement: some tenths of a second each. */
const STRETCH_FACTS = 50_000
/** Stretches checked side by side, each on a connection of its own: more than small machines have cores, since some wait. */
const CHECKERS = 4
/** A report names so many broken places and counts the others: a chain may be broken everywhere. */
const MOST_NAMED = 10_000

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

export interface BrokenFact {
  readonly position: number
  readonly kind: 'altered' | 'missing-before' | 'missing-at-end'
  readonly id: string | null
  readonly name: string | null
}

export interface ChainReport {
  readonly length: number
  readonly head: string
  /** In the order of the chain; the first MOST_NAMED of them. */
  readonly broken: readonly BrokenFact[]
  /** How many broken places there are besides the named ones. */
  readonly unnamed: number
}

/** Hears how many facts were checked, of how many. */
export type CheckProgress = (checked: number, total: number) => void

interface CheckTerms {
  readonly progress?: CheckProgress
  /** STRETCH_FACTS unless a test wants small ones. */
  readonly stretchFacts?: number
}

interface ChainEnds {
  /** What the head says: how many facts were sealed, and the hash of the last. */
  readonly length: number
  readonly hash: Buffer
  /** Position of the last fact that is there; 0 in an empty chain. */
  readonly last: number
}

/**
 * Recomputes the chain as it stands when the check begins, and names every fact that was altered and every place where
 * one is missing. Facts are never changed, so no snapshot is held: stretch after stretch is read, several at a time,
 * and what is sealed meanwhile waits for the next check.
 */
export async function verifyChain(database: CityDatabase, { progress, stretchFacts = STRETCH_FACTS }: CheckTerms = {}): Promise<ChainReport> {
  const ends = await database.read('kernel', systemActor, (tx) => tx.get<ChainEnds>(call(ENDS, [])))
  const breaks = new Breaks()
  let checked = 0
  const stretches = stretchesUpTo(database, ends.last, stretchFacts)
  // Whoever is done takes the next stretch; a generator hands them out one by one, also to several at once.
  const check = async () => {
    for await (const [after, upTo] of stretches) {
      const found = await database.read('kernel', systemActor, (tx) => tx.list<BrokenFact>(call(BROKEN, [after, upTo])))
      breaks.add(found)
      checked += stretchFacts
      progress?.(Math.min(checked, ends.length), ends.length)
    }
  }
  await Promise.all(Array.from({ length: CHECKERS }, check))
  if (ends.last !== ends.length) breaks.add([{ position: ends.length, kind: 'missing-at-end', id: null, name: null }])
  return { length: ends.length, head: ends.hash.toString('hex'), ...breaks.inOrder() }
}

const ENDS = `select position as length, hash, (select coalesce(max(position), 0) from kernel.fact) as last from kernel.chain_head`
const BROKEN = 'select break_at as position, kind, fact_id as id, fact_name as name from kernel.broken_facts($1, $2)'

/** Cut by the facts that are there and not by numbers, so that a forged position of any size costs nothing. */
async function* stretchesUpTo(database: CityDatabase, last: number, facts: number): AsyncGenerator<readonly [number, number]> {
  let after = Number.MIN_SAFE_INTEGER
  while (after < last) {
    const end = await database.read('kernel', systemActor, (tx) =>
      tx.get<{ upTo: number | null }>(call('select kernel.end_of_stretch($1, $2) as "upTo"', [after, facts])))
    if (end.upTo === null) return
    const upTo = Math.min(end.upTo, last)
    yield [after, upTo]
    after = upTo
  }
}

/** The broken places that lie first in the chain, and the count of the others. */
class Breaks {
  private named: BrokenFact[] = []
  private count = 0

  add(found: readonly BrokenFact[]): void {
    if (found.length === 0) return
    this.count += found.length
    this.named = [...this.named, ...found].toSorted((a, b) => a.position - b.position).slice(0, MOST_NAMED)
  }

  inOrder(): Pick<ChainReport, 'broken' | 'unnamed'> {
    return { broken: this.named, unnamed: this.count - this.named.length }
  }
}

function call(sql: string, parameters: readonly unknown[]) {
  return { compile: () => ({ sql, parameters }) as never }
}
