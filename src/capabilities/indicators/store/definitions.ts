import { HeldValues } from '#kernel/database/held-values.ts'
import { prepared, queriesOver } from '#kernel/database/queries.ts'
import type { Query, Tx } from '#kernel/database/transaction.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { Baseline, Definition, Direction, KeptDefinition, KeptIndicator, Nature, Target } from '../model.ts'
import type { Terms } from '../rules/contribution.ts'
import type { IndicatorsTables } from '../tables.ts'

const tables = queriesOver<IndicatorsTables>()

/** Every indicator the city has ever counted, or those asked for, with its definitions, by key. */
export async function listIndicators(tx: Tx, keys?: readonly string[]): Promise<KeptIndicator[]> {
  if (keys?.length === 0) return []
  const { position, version } = await tx.get(countedQuery({}))
  const all = await held.get(version, () => readIndicators(tx))
  const asked = keys === undefined ? all : all.filter(({ key }) => keys.includes(key))
  return asked.map(({ joined, backfilled, ...indicator }) => {
    const isComplete = backfilled >= joined
    return { ...indicator, progress: { isComplete, counted: isComplete ? position : backfilled, joined } }
  })
}

const countedQuery = prepared(() => tables.selectFrom('indicators.counted').select(['position', 'version']))

/** An indicator as it is kept, before it is said how far the chain has been counted for it. */
type Kept = Omit<KeptIndicator, 'progress'> & { readonly joined: number; readonly backfilled: number }

const held = new HeldValues<readonly Kept[]>()

async function readIndicators(tx: Tx): Promise<readonly Kept[]> {
  const [rows, definitions] = await Promise.all([
    tx.list(tables.selectFrom('indicators.indicator').selectAll().orderBy('key')),
    tx.list(definitionsQuery()),
  ])
  const own = Map.groupBy(definitions, (row) => row.indicator)
  return rows.map(({ joined_at: joined, backfilled_to: backfilled, is_declared: isDeclared, ...row }) => ({
    key: row.key,
    service: row.service,
    title: row.title as Phrase<never>,
    unit: row.unit as Phrase<never>,
    nature: row.nature as Nature,
    direction: row.direction as Direction,
    baseline: row.baseline as Baseline | null,
    targets: row.targets as readonly Target[],
    projects: row.projects as readonly string[],
    isDeclared,
    definitions: (own.get(row.key) ?? []).map(keptDefinition),
    joined,
    backfilled,
  }))
}

function definitionsQuery() {
  return tables.selectFrom('indicators.definition').selectAll().orderBy('indicator').orderBy('version')
}

type DefinitionRow = ReturnType<typeof definitionsQuery> extends Query<infer Row> ? Row : never

function keptDefinition(row: DefinitionRow): KeptDefinition {
  return {
    id: row.id,
    version: row.version,
    from: row.valid_from.toString(),
    reason: row.reason as Phrase<never>,
    fact: row.fact_name,
    recordedAt: row.recorded_at,
    ...(row.terms as Terms),
  }
}

/** How far the chain has been counted. */
export async function countedTo(tx: Tx): Promise<number> {
  return (await tx.get(tables.selectFrom('indicators.counted').select('position'))).position
}

/** The same, and nobody else counts until this transaction ends. */
export async function holdCounting(tx: Tx): Promise<number> {
  return (await tx.get(tables.selectFrom('indicators.counted').select('position').forUpdate())).position
}

export async function keepCountedTo(tx: Tx, position: number): Promise<void> {
  await tx.run(tables.updateTable('indicators.counted').set({ position }))
}

export type DeclaredIndicator = Omit<KeptIndicator, 'definitions' | 'progress' | 'isDeclared'>

/** Keeps what is declared of an indicator now; its definitions and its progress are kept apart. */
export async function keepIndicator(tx: Tx, declared: DeclaredIndicator, position: number): Promise<void> {
  const { key, ...terms } = declared
  const row = { ...terms, is_declared: true }
  await tx.run(
    tables
      .insertInto('indicators.indicator')
      .values({ key, ...row, joined_at: position, backfilled_to: 0 })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row)),
  )
}

export async function keepOnlyDeclared(tx: Tx, keys: readonly string[]): Promise<void> {
  let query = tables.updateTable('indicators.indicator').set({ is_declared: false }).where('is_declared', '=', true)
  if (keys.length > 0) query = query.where('key', 'not in', keys)
  await tx.run(query)
}

export async function addDefinition(tx: Tx, indicator: string, version: number, { from, reason, fact, ...terms }: Definition): Promise<void> {
  await tx.run(
    tables.insertInto('indicators.definition').values({
      indicator, version, reason, terms,
      valid_from: Temporal.PlainDate.from(from),
      fact_name: fact,
      recorded_at: tx.now,
    }),
  )
}

/** Whether facts of a kind may replace earlier ones; of services that are gone, it stays as they said last. */
export async function keepFactKinds(tx: Tx, kinds: ReadonlyMap<string, boolean>): Promise<void> {
  if (kinds.size === 0) return
  const rows = [...kinds].map(([name, is_correctable]) => ({ name, is_correctable }))
  await tx.run(
    tables.insertInto('indicators.fact_kind').values(rows)
      .onConflict((conflict) => conflict.column('name').doUpdateSet(({ ref }) => ({ is_correctable: ref('excluded.is_correctable') }))),
  )
}

/** Counts an indicator from the beginning again: what was counted goes, and the backfill goes on up to here. */
export async function countAgain(tx: Tx, key: string, position: number): Promise<void> {
  const own = tables.selectFrom('indicators.definition').select('id').where('indicator', '=', key)
  await tx.run(tables.deleteFrom('indicators.tally').where('definition', 'in', own))
  await tx.run(tables.deleteFrom('indicators.sums').where('definition', 'in', own))
  await tx.run(tables.updateTable('indicators.indicator').set({ joined_at: position, backfilled_to: 0 }).where('key', '=', key))
}

export interface Coverage {
  readonly key: string
  readonly joined: number
  readonly backfilled: number
}

export interface CountingRow {
  readonly id: number
  readonly indicator: string
  readonly validFrom: Temporal.PlainDate
  readonly factName: string
  readonly terms: Terms
}

/** What counting needs to know of all definitions, in the order of their dates. */
export async function listCounting(tx: Tx): Promise<{ coverages: Coverage[]; definitions: CountingRow[]; correctable: ReadonlySet<string> }> {
  const [coverages, rows, kinds] = await Promise.all([
    tx.list(tables.selectFrom('indicators.indicator').select(['key', 'joined_at as joined', 'backfilled_to as backfilled']).orderBy('key')),
    tx.list(definitionsQuery()),
    tx.list(tables.selectFrom('indicators.fact_kind').select('name').where('is_correctable', '=', true)),
  ])
  const definitions = rows.map((row) => ({ id: row.id, indicator: row.indicator, validFrom: row.valid_from, factName: row.fact_name, terms: row.terms as Terms }))
  return { coverages, definitions, correctable: new Set(kinds.map(({ name }) => name)) }
}

export function listFactNames(tx: Tx): Promise<{ name: string }[]> {
  return tx.list(tables.selectFrom('indicators.definition').select('fact_name as name').distinct())
}

export async function keepBackfilled(tx: Tx, keys: readonly string[], position: number): Promise<void> {
  await tx.run(tables.updateTable('indicators.indicator').set({ backfilled_to: position }).where('key', 'in', keys))
}
