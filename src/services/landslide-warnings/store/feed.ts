import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { FeedProblem, FeedSource, FeedState } from '../model.ts'
import type { LandslideWarningsTables } from '../tables.ts'

const landslide = queriesOver<LandslideWarningsTables>()

/** Undefined: no process with workers has looked yet. */
export async function findFeed(tx: Tx): Promise<FeedState | undefined> {
  const row = await tx.find(
    landslide
      .selectFrom('landslide_warnings.mesh_feed')
      .select(['source', 'asked_at as askedAt', 'answered_at as answeredAt', 'problem', 'detail', 'left_out as leftOut']),
  )
  return row === undefined ? undefined : { ...row, source: row.source as FeedSource, problem: row.problem as FeedProblem | null }
}

/** A round that brought a sheet, or the word that there is no newer one. `leftOut` is left as it was where it is undefined. */
export async function noteAnswer(tx: Tx, source: FeedSource, leftOut?: number): Promise<void> {
  const said = { source, asked_at: tx.now, answered_at: tx.now, problem: null, detail: '', ...(leftOut === undefined ? {} : { left_out: leftOut }) }
  await tx.run(landslide.insertInto('landslide_warnings.mesh_feed').values(said).onConflict((conflict) => conflict.column('is_only').doUpdateSet(said)))
}

/** A round that brought nothing to take in, and why; null where nobody is asked. */
export async function noteNothing(tx: Tx, source: FeedSource, problem: FeedProblem | null, detail: string): Promise<void> {
  const said = { source, asked_at: tx.now, problem, detail }
  await tx.run(landslide.insertInto('landslide_warnings.mesh_feed').values(said).onConflict((conflict) => conflict.column('is_only').doUpdateSet(said)))
}
