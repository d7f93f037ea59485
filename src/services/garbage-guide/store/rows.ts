import { queriesOver } from '#kernel/database/queries.ts'
import { manyRowsOf } from '#kernel/database/rows.ts'
import type { GarbageGuideTables } from '../tables.ts'

/** The service's query builder, and changes of many rows at once. */
export const guide = queriesOver<GarbageGuideTables>()
export const { insertRows, upsertRows, deleteRows } = manyRowsOf<GarbageGuideTables>()
