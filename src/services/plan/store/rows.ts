import type { Insertable } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import { manyRowsOf } from '#kernel/database/rows.ts'
import type { PlanTables } from '../tables.ts'

/** The service's query builder, and changes of many rows at once. */
export const plan = queriesOver<PlanTables>()
export const { insertRows, upsertRows, updateRows, deleteRows } = manyRowsOf<PlanTables>()
export { statement } from '#kernel/database/rows.ts'

export type TableName = keyof PlanTables
export type RowOf<Table extends TableName> = Insertable<PlanTables[Table]>

/** Columns that tell the rows of a document apart. */
export type KeyOf<Table extends TableName> = readonly (keyof PlanTables[Table] & string)[]
