import type { Tx } from '#kernel/database/transaction.ts'
import { listFacts } from '#kernel/facts/reading.ts'
import { job } from '#kernel/jobs/job.ts'
import { INDICATOR_LIMITS } from '../limits.ts'
import { holdCounting, keepBackfilled, listCounting, type Coverage } from '../store/definitions.ts'
import { countFacts, coverageOf } from './counting.ts'

/**
 * Counts what happened before an indicator was declared. Each run is one step in a transaction of its own and queues the
 * next, so that a city that stops goes on where it was; progress is what the indicator's row says.
 */
export const backfill = job<null>('indicators.backfill', {
  async run(tx) {
    if (await backfillStep(tx)) queueBackfill(tx)
  },
})

export function queueBackfill(tx: Tx): void {
  tx.enqueue(backfill, null, { onceKey: 'indicators.backfill' })
}

/** One step for the indicators that are furthest behind. True while there is more to do. */
async function backfillStep(tx: Tx): Promise<boolean> {
  const counted = await holdCounting(tx)
  const { coverages, definitions } = await listCounting(tx)
  const behind = coverages.filter(({ joined, backfilled }) => backfilled < joined)
  const first = behind.reduce<Coverage | undefined>((least, one) => (least === undefined || one.backfilled < least.backfilled ? one : least), undefined)
  if (first === undefined) return false
  const together = behind.filter(({ joined, backfilled }) => joined === first.joined && backfilled === first.backfilled)
  const keys = together.map(({ key }) => key)
  const names = [...new Set(definitions.filter((row) => keys.includes(row.indicator)).map((row) => row.factName))]
  const limit = INDICATOR_LIMITS.backfillFacts
  const facts = await listFacts(tx, { names, after: first.backfilled, upTo: first.joined, limit })
  const reached = facts.length < limit ? first.joined : (facts.at(-1)?.position ?? first.joined)
  await countFacts(tx, facts, (all) => ({
    before: coverageOf(all, counted),
    after: coverageOf(all, counted, new Map(keys.map((key) => [key, reached]))),
  }))
  await keepBackfilled(tx, keys, reached)
  return behind.length > together.length || reached < first.joined
}
