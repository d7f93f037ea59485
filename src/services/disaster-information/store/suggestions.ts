import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { prepared, queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Hazard, Level, LevelChange, Realm } from '../model.ts'
import type { Suggested, SuggestedAct } from '../rules/suggestions.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

export interface Suggestion {
  readonly id: string
  readonly realm: Realm
  readonly hazard: Hazard
  readonly areaCode: string
  readonly areaName: string
  readonly act: SuggestedAct
  readonly level: Level | null
  readonly towns: readonly string[]
  readonly callOut: string
  /** Key of the muster's class; empty: the officer chooses. */
  readonly musterClass: string
  readonly kindCode: string
  readonly kindName: string
  readonly telegramType: string
  readonly telegramId: string
  readonly state: 'open' | 'settled'
  readonly changedAt: Temporal.Instant
  readonly madeAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
  readonly settledBy: string | null
  readonly settledWhy: SettledWhy | null
}

/** Why a suggestion no longer waits: asked for and confirmed, put aside by an officer, another took its place, or the level changed. */
export type SettledWhy = 'issued' | 'dismissed' | 'overtaken' | 'level-changed' | 'drill-ended'

/** A suggestion that is made: it may have been overtaken again by the next telegram of the same batch. */
export interface NewSuggestion {
  readonly id: string
  readonly change: LevelChange
  readonly eventId: string
  readonly suggested: Suggested
  readonly settledWhy: SettledWhy | null
}

/** Returns the ids of those that stand now: another process may have written one for the same hazard and area just before. */
export async function keepSuggestions(tx: Tx, made: readonly NewSuggestion[]): Promise<string[]> {
  if (made.length === 0) return []
  const found = await tx.list(
    disaster
      .insertInto('disaster_information.suggestion')
      .values(made.map((each) => rowOf(tx, each)))
      // Written out: with a parameter the server cannot know that the partial index is meant.
      .onConflict((conflict) => conflict.columns(['realm', 'hazard', 'area_code']).where(sql<boolean>`state = 'open'`).doNothing())
      .returning('id'),
  )
  return found.map(({ id }) => id)
}

function rowOf(tx: Tx, { id, change, eventId, suggested: { act, level, towns, callOut, rule }, settledWhy }: NewSuggestion) {
  const settled = settledWhy === null ? {} : { settled_at: tx.now, settled_by: tx.actor.person?.name ?? null, settled_why: settledWhy }
  return {
    id, realm: change.realm, hazard: change.hazard, area_code: change.areaCode, area_name: change.areaName, act, level,
    towns: [...towns], call_out: callOut, muster_class: callOut === '' ? '' : (rule?.musterClass ?? ''), rule_id: rule?.id ?? null, change_id: change.id, kind_code: change.kindCode, kind_name: change.kindName,
    telegram_type: change.telegramType, telegram_id: change.telegramId, event_id: eventId, state: settledWhy === null ? 'open' : 'settled', changed_at: change.at, made_at: tx.now,
    settled_at: null, settled_by: null, settled_why: null, ...settled,
  }
}

/** The same once more, for what else stands; nothing where one waits for the hazard and area already. */
export async function repeatSuggestion(tx: Tx, id: string): Promise<void> {
  const same = ['realm', 'hazard', 'area_code', 'area_name', 'act', 'level', 'towns', 'call_out', 'muster_class', 'rule_id', 'change_id', 'kind_code', 'kind_name', 'telegram_type', 'telegram_id', 'event_id', 'changed_at'] as const
  const copy = disaster
    .selectFrom('disaster_information.suggestion')
    .select([sql<string>`${randomUUID()}::uuid`.as('id'), sql<string>`'open'`.as('state'), sql<Temporal.Instant>`${tx.now}::timestamptz`.as('made_at'), ...same])
    .where('id', '=', id)
  await tx.run(
    disaster.insertInto('disaster_information.suggestion').columns(['id', 'state', 'made_at', ...same]).expression(copy)
      .onConflict((conflict) => conflict.columns(['realm', 'hazard', 'area_code']).where(sql<boolean>`state = 'open'`).doNothing()),
  )
}

export async function findSuggestion(tx: Tx, id: string): Promise<Suggestion | undefined> {
  const row = await tx.find(suggestions.where('id', '=', id))
  return row && suggestionOf(row)
}

/** What waits for an officer, the gravest first. */
export async function listOpenSuggestions(tx: Tx, realm: Realm): Promise<Suggestion[]> {
  const rows = await tx.list(openSuggestions({ realm }))
  return rows.map(suggestionOf)
}

/** The same, held until the commit: who takes one up and what overtakes it must not both do it. */
export async function holdOpenSuggestions(tx: Tx, realm: Realm): Promise<Suggestion[]> {
  const found = await tx.list(openSuggestionsHeld({ realm }))
  return found.map(suggestionOf)
}

/** All of a night, in order. */
export async function listSuggestions(tx: Tx, realm: Realm, from: Temporal.Instant, to: Temporal.Instant): Promise<Suggestion[]> {
  const rows = await tx.list(suggestions.where('realm', '=', realm).where('made_at', '>=', from).where('made_at', '<', to).orderBy('made_at'))
  return rows.map(suggestionOf)
}

/** What was suggested of an event so far, but for what the level itself took back. */
export async function listOfEvent(tx: Tx, { realm, hazard }: Pick<LevelChange, 'realm' | 'hazard'>, eventId: string): Promise<Suggestion[]> {
  const rows = await tx.list(
    suggestions.where('realm', '=', realm).where('hazard', '=', hazard).where('event_id', '=', eventId).where(sql<boolean>`settled_why is distinct from 'level-changed'`),
  )
  return rows.map(suggestionOf)
}

/** True where it still waited. */
export async function settleSuggestion(tx: Tx, id: string, why: SettledWhy): Promise<boolean> {
  return (await settleSuggestions(tx, [id], why)) === 1
}

/** Returns how many of them still waited. */
export async function settleSuggestions(tx: Tx, ids: readonly string[], why: SettledWhy): Promise<number> {
  return tx.run(
    disaster
      .updateTable('disaster_information.suggestion')
      .set({ state: 'settled', settled_at: tx.now, settled_by: tx.actor.person?.name ?? null, settled_why: why })
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .where('state', '=', 'open'),
  )
}

const suggestions = disaster
  .selectFrom('disaster_information.suggestion')
  .select(['id', 'realm', 'hazard', 'area_code as areaCode', 'area_name as areaName', 'act', 'level', 'towns', 'call_out as callOut', 'muster_class as musterClass'])
  .select(['kind_code as kindCode', 'kind_name as kindName', 'telegram_type as telegramType', 'telegram_id as telegramId', 'state'])
  .select(['changed_at as changedAt', 'made_at as madeAt', 'settled_at as settledAt', 'settled_by as settledBy', 'settled_why as settledWhy'])

const openSuggestions = prepared(({ realm }: { readonly realm: Realm }) =>
  suggestions.where('realm', '=', realm).where(sql<boolean>`state = 'open'`).orderBy('level', (order) => order.desc().nullsLast()).orderBy('made_at'))
const openSuggestionsHeld = prepared(({ realm }: { readonly realm: Realm }) =>
  suggestions.where('realm', '=', realm).where(sql<boolean>`state = 'open'`).orderBy('id').forUpdate())

type SuggestionRow = Awaited<ReturnType<typeof suggestions.executeTakeFirstOrThrow>>

function suggestionOf(row: SuggestionRow): Suggestion {
  return {
    ...row, realm: row.realm as Realm, hazard: row.hazard as Hazard, act: row.act as SuggestedAct, level: row.level as Level | null,
    state: row.state as Suggestion['state'], settledWhy: row.settledWhy as SettledWhy | null,
  }
}
