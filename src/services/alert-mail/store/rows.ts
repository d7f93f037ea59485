import { queriesOver } from '#kernel/database/queries.ts'
import { manyRowsOf } from '#kernel/database/rows.ts'
import type { AlertMailTables } from '../tables.ts'

/** Queries over this service's tables. */
export const mails = queriesOver<AlertMailTables>()
export const many = manyRowsOf<AlertMailTables>()
