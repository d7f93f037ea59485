import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ViewCount } from './model.ts'
import type { PageViewsTables } from './tables.ts'

const tables = queriesOver<PageViewsTables>()

/** Adds to what was counted before. In the order of the key, so that two processes never wait for each other in a ring. */
export async function addViews(tx: Tx, counts: readonly ViewCount[]): Promise<void> {
  const rows = counts
    .map(({ day, route, language, views }) => ({ day: Temporal.PlainDate.from(day), route, language, views }))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  await tx.run(
    tables
      .insertInto('page_views.day')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['day', 'route', 'language']).doUpdateSet({ views: sql`page_views.day.views + excluded.views` })),
  )
}

export interface MonthViews {
  /** E.g. `2026-11`. */
  readonly month: string
  readonly route: string
  readonly views: number
}

/** Views by month and route, of the days from and to, both included; the most viewed routes first within a month. */
export function listByMonth(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<MonthViews[]> {
  return tx.list(
    tables
      .selectFrom('page_views.day')
      .select([sql<string>`to_char(day, 'YYYY-MM')`.as('month'), 'route', sql<number>`sum(views)::bigint`.as('views')])
      .where('day', '>=', from)
      .where('day', '<=', to)
      .groupBy(['month', 'route'])
      .orderBy('month')
      .orderBy('views', 'desc')
      .orderBy('route'),
  )
}

/** Views by day, route and language, of the days from and to, both included. */
export function listByDay(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate) {
  return tx.list(
    tables
      .selectFrom('page_views.day')
      .select(['day', 'route', 'language', 'views'])
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .orderBy('route')
      .orderBy('language'),
  )
}

/** The first day on which anything was counted; undefined before that. */
export async function findFirstDay(tx: Tx): Promise<Temporal.PlainDate | undefined> {
  return (await tx.find(tables.selectFrom('page_views.day').select('day').orderBy('day').limit(1)))?.day
}

function keyOf({ day, route, language }: { day: Temporal.PlainDate; route: string; language: string }): string {
  return `${day.toString()} ${route} ${language}`
}
