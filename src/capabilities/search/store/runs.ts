import type { Tx } from '#kernel/database/transaction.ts'
import { search } from './search-tables.ts'

/** Comparing all documents of one kind with its service. */
export interface Run {
  readonly kind: string
  readonly id: string
  readonly beganAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly compared: number
  readonly changed: number
  readonly expected: number
}

export function listRuns(tx: Tx): Promise<Run[]> {
  return tx.list(runs())
}

/** The run if it is still the latest of its kind; held until the transaction ends. */
export function findRun(tx: Tx, kind: string, id: string): Promise<Run | undefined> {
  return tx.find(runs().where('kind', '=', kind).where('run_id', '=', id).forUpdate())
}

function runs() {
  return search
    .selectFrom('search.run')
    .select(['kind', 'run_id as id', 'began_at as beganAt', 'ended_at as endedAt', 'compared', 'changed', 'expected'])
}

/** Begins a run; one that is under way ends by itself, because it is no longer the latest. */
export async function beginRun(tx: Tx, kind: string, id: string): Promise<void> {
  const expected = await tx.get(
    search
      .selectFrom('search.document')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('kind', '=', kind)
      .where('is_gone', '=', false),
  )
  const begun = { run_id: id, began_at: tx.now, ended_at: null, compared: 0, changed: 0, expected: expected.count }
  await tx.run(search.insertInto('search.run').values({ kind, ...begun }).onConflict((known) => known.column('kind').doUpdateSet(begun)))
}

export async function advanceRun(tx: Tx, run: Run, { compared, changed, isEnd }: { compared: number; changed: number; isEnd: boolean }): Promise<void> {
  await tx.run(
    search
      .updateTable('search.run')
      .set({ compared: run.compared + compared, changed: run.changed + changed, ended_at: isEnd ? tx.now : null })
      .where('kind', '=', run.kind)
      .where('run_id', '=', run.id),
  )
}

export interface KindCount {
  readonly kind: string
  readonly count: number
}

export function countByKind(tx: Tx): Promise<KindCount[]> {
  return tx.list(
    search
      .selectFrom('search.document')
      .select(['kind', (row) => row.fn.countAll<number>().as('count')])
      .where('is_gone', '=', false)
      .groupBy('kind'),
  )
}
