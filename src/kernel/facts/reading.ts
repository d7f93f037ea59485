import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from './fact.ts'

const kernel = queriesOver<KernelTables>()

/** A fact with its place in the chain of hashes, in hexadecimal digits, by which it can be found again in the chain. */
export interface ChainedFact extends Fact {
  readonly hash: string
}

/** Facts of one name, or with certain ids, at places after `after` and up to `upTo`. */
export interface FactsWanted {
  readonly names: readonly string[]
  readonly after: number
  readonly upTo: number
  readonly ids?: readonly string[]
  readonly limit?: number
}

/**
 * Reads the chain, in its order. Facts hold what services know of people, so only the capability that shows evidence
 * may import this (boundaries.cjs), and it masks what the fact's type does not call public or internal.
 */
export function listFacts(tx: Tx, { names, after, upTo, ids, limit }: FactsWanted): Promise<ChainedFact[]> {
  if (upTo <= after || names.length === 0 || ids?.length === 0) return Promise.resolve([])
  let query = kernel
    .selectFrom('kernel.fact')
    .select(['position', 'id', 'service', 'name', 'version', 'subject', 'actor', 'occurred_at as occurredAt', 'recorded_at as recordedAt', 'body'])
    .select(sql<string>`encode(hash, 'hex')`.as('hash'))
    .where('name', '=', sql<string>`any(${names}::text[])`)
    .where('position', '>', after)
    .where('position', '<=', upTo)
    .orderBy('position')
  if (ids !== undefined) query = query.where('id', '=', sql<string>`any(${ids}::text[]::uuid[])`)
  if (limit !== undefined) query = query.limit(limit)
  return tx.within('kernel', () => tx.list(query))
}

/** The hash of the chain at a place, in hexadecimal digits; of an empty chain, nothing. */
export async function hashAt(tx: Tx, position: number): Promise<string> {
  const query = kernel.selectFrom('kernel.fact').select(sql<string>`encode(hash, 'hex')`.as('hash')).where('position', '=', position)
  return (await tx.within('kernel', () => tx.find(query)))?.hash ?? ''
}
