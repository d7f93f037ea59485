import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { State } from '../model.ts'
import type { ApplicationsTables } from '../tables.ts'
import type { Pause } from '../rules/seasons.ts'
import { randomUUID } from 'node:crypto'

const applications = queriesOver<ApplicationsTables>()

/** A case as the desk lists it: no answers, no address. */
export interface DeskLine {
  readonly id: string
  readonly number: string
  readonly procedure: string
  readonly channel: string
  readonly state: State
  readonly applicantName: string
  readonly submittedAt: Temporal.Instant
  readonly dueOn: Temporal.PlainDate | null
  readonly claimedBy: string | null
  readonly stage: string | null
  readonly decidedAt: Temporal.Instant | null
}

export interface DeskWish {
  /** Only these; the clerk's own section's. */
  readonly procedures: readonly string[]
  readonly states: readonly State[]
  readonly claimedBy?: string
  /** Number or part of a name, as typed. */
  readonly words?: string
  readonly limit: number
  readonly offset?: number
}

/** What is due first stands first. */
export function listDesk(tx: Tx, wish: DeskWish): Promise<DeskLine[]> {
  if (wish.procedures.length === 0) return Promise.resolve([])
  return tx.list(
    filtered(wish)
      .select(['id', 'number', 'procedure', 'channel', 'applicant_name as applicantName', 'submitted_at as submittedAt', 'due_on as dueOn', 'claimed_by as claimedBy', 'stage', 'decided_at as decidedAt'])
      .select((row) => [row.ref('state').$castTo<State>().as('state'), row.ref('number').$castTo<string>().as('number'), row.ref('submitted_at').$castTo<Temporal.Instant>().as('submittedAt')])
      .orderBy('due_on').orderBy('number').limit(wish.limit).offset(wish.offset ?? 0),
  )
}

export async function countDesk(tx: Tx, procedures: readonly string[]): Promise<ReadonlyMap<State, number>> {
  if (procedures.length === 0) return new Map()
  const rows = await tx.list(
    applications.selectFrom('applications.application').select((row) => [row.ref('state').$castTo<State>().as('state'), row.fn.countAll<number>().as('count')])
      .where('procedure', 'in', [...procedures]).where('state', '!=', 'draft').groupBy('state'),
  )
  return new Map(rows.map(({ state, count }) => [state, count]))
}

function filtered({ procedures, states, claimedBy, words = '' }: DeskWish) {
  let query = applications.selectFrom('applications.application').where('procedure', 'in', [...procedures]).where('state', 'in', [...states])
  if (claimedBy !== undefined) query = query.where('claimed_by', '=', claimedBy)
  if (words === '') return query
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return query.where(sql<boolean>`(lower(number) like ${pattern} or lower(applicant_name) like ${pattern} or replace(lower(number), '-', '') like ${pattern.replaceAll('-', '')})`)
}

/** Pauses that hold on a day or will. */
export async function listPauses(tx: Tx, on: Temporal.PlainDate): Promise<Pause[]> {
  const rows = await tx.list(
    applications.selectFrom('applications.pause')
      .select(['id', 'procedure', 'from_on as fromOn', 'until_on as untilOn', 'reason_ja', 'reason_easy', 'reason_en', 'reason_pt'])
      .where('ended_at', 'is', null)
      .where((pause) => pause.or([pause('until_on', 'is', null), pause('until_on', '>=', on)]))
      .orderBy('from_on'),
  )
  return rows.map(({ reason_ja, reason_easy, reason_en, reason_pt, ...pause }) => ({
    ...pause, reason: { ja: reason_ja, 'ja-x-yasashii': reason_easy, en: reason_en, pt: reason_pt },
  }))
}

export async function keepPause(tx: Tx, pause: Omit<Pause, 'id'>): Promise<void> {
  const { procedure, fromOn, untilOn, reason } = pause
  await tx.run(applications.insertInto('applications.pause').values({
    id: randomUUID(), procedure, from_on: fromOn, until_on: untilOn,
    reason_ja: reason.ja, reason_easy: reason['ja-x-yasashii'], reason_en: reason.en, reason_pt: reason.pt, set_by: tx.actor.id,
  }))
}

export function endPause(tx: Tx, id: string): Promise<number> {
  return tx.run(applications.updateTable('applications.pause').set({ ended_at: tx.now }).where('id', '=', id).where('ended_at', 'is', null))
}

export interface Stage {
  readonly id: string
  readonly procedure: string
  readonly label: Readonly<Record<'ja' | 'ja-x-yasashii' | 'en' | 'pt', string>>
  readonly isRetired: boolean
}

export async function listStages(tx: Tx): Promise<Stage[]> {
  const rows = await tx.list(applications.selectFrom('applications.stage').selectAll().orderBy('procedure').orderBy('label_ja'))
  return rows.map((row) => ({
    id: row.id, procedure: row.procedure, isRetired: row.retired_at !== null,
    label: { ja: row.label_ja, 'ja-x-yasashii': row.label_easy, en: row.label_en, pt: row.label_pt },
  }))
}

export async function keepStage(tx: Tx, { procedure, label }: Omit<Stage, 'id' | 'isRetired'>): Promise<void> {
  await tx.run(applications.insertInto('applications.stage').values({
    id: randomUUID(), procedure, label_ja: label.ja, label_easy: label['ja-x-yasashii'], label_en: label.en, label_pt: label.pt,
  }))
}

export function retireStage(tx: Tx, id: string): Promise<number> {
  return tx.run(applications.updateTable('applications.stage').set({ retired_at: tx.now }).where('id', '=', id).where('retired_at', 'is', null))
}
