import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { FiscalYearNumber } from '../model.ts'
import { isWritingKind, type OpenField, type RoundDays, type RoundKind, type SheetAct, type Stage } from '../rules/rounds.ts'
import { insertRows, plan, statement } from './rows.ts'
import type { Words } from './words.ts'

export interface Round extends RoundDays {
  readonly planKey: string
  readonly year: FiscalYearNumber
  readonly key: string
  readonly position: number
  readonly kind: RoundKind
  readonly name: string
  readonly words: Words
  readonly opensOn: Temporal.PlainDate
  readonly openedAt: Temporal.Instant | null
  readonly closedAt: Temporal.Instant | null
  readonly fields: readonly OpenField[]
}

export interface RoundSheet {
  readonly roundKey: string
  readonly projectKey: string
  readonly stage: Stage
  readonly since: Temporal.Instant
}

export interface RoundStep {
  readonly id: number
  readonly roundKey: string
  readonly act: SheetAct | 'publish'
  readonly from: Stage
  readonly to: Stage
  readonly comment: string
  readonly byName: string
  readonly forName: string
  readonly at: Temporal.Instant
}

/** What the rounds of a report say: who writes what, and where the sheets are. */
export interface YearRounds {
  readonly rounds: readonly Round[]
  /** The one that sheets go through now: opened and not closed. */
  readonly running: Round | null
  /** Sheets of the running round, else of the last that was closed, by project. */
  readonly sheets: ReadonlyMap<string, RoundSheet>
}

export async function loadRounds(tx: Tx, planKey: string, year: FiscalYearNumber): Promise<YearRounds> {
  const [rows, fields] = await Promise.all([
    tx.list(roundsOf(planKey).where('year', '=', year).orderBy('position')),
    tx.list(
      plan
        .selectFrom('plan.round_field')
        .select(['round_key as roundKey', 'field'])
        .select((row) => row.ref('opened_for').$castTo<OpenField['openedFor']>().as('openedFor'))
        .where('plan_key', '=', planKey)
        .where('year', '=', year)
        .orderBy('field'),
    ),
  ])
  const rounds = rows.map((row): Round => ({
    ...row,
    kind: row.kind as RoundKind,
    words: row.words as Words,
    fields: fields.filter(({ roundKey }) => roundKey === row.key).map(({ field, openedFor }) => ({ field, openedFor })),
  }))
  const writing = rounds.filter(({ kind }) => isWritingKind(kind))
  const running = writing.find(isRunning) ?? null
  const told = running ?? writing.findLast(({ closedAt }) => closedAt !== null)
  const sheets = told === undefined ? [] : await listRoundSheets(tx, planKey, year, told.key)
  return { rounds, running, sheets: new Map(sheets.map((sheet) => [sheet.projectKey, sheet])) }
}

export function isRunning({ openedAt, closedAt }: Pick<Round, 'openedAt' | 'closedAt'>): boolean {
  return openedAt !== null && closedAt === null
}

export function listRoundSheets(tx: Tx, planKey: string, year: FiscalYearNumber, roundKey: string): Promise<RoundSheet[]> {
  return tx.list(
    plan
      .selectFrom('plan.round_sheet')
      .select(['round_key as roundKey', 'project_key as projectKey', 'since'])
      .select((row) => row.ref('stage').$castTo<Stage>().as('stage'))
      .where('plan_key', '=', planKey)
      .where('year', '=', year)
      .where('round_key', '=', roundKey)
      .orderBy('project_key'),
  )
}

/** Every round that runs in the city, for the timetable. */
export async function listRunningRounds(tx: Tx): Promise<{ planKey: string; year: number; key: string }[]> {
  return tx.list(
    plan.selectFrom('plan.round').select(['plan_key as planKey', 'year', 'key']).where('opened_at', 'is not', null).where('closed_at', 'is', null),
  )
}

function roundsOf(planKey: string) {
  return plan
    .selectFrom('plan.round')
    .select(['plan_key as planKey', 'year', 'key', 'position', 'kind', 'name', 'words', 'opens_on as opensOn'])
    .select(['write_by as writeBy', 'section_by as sectionBy', 'department_by as departmentBy', 'office_by as officeBy'])
    .select(['opened_at as openedAt', 'closed_at as closedAt'])
    .where('plan_key', '=', planKey)
}

export type PlannedRound = Omit<Round, 'openedAt' | 'closedAt'>

export async function insertRounds(tx: Tx, rounds: readonly PlannedRound[]): Promise<void> {
  const rows = rounds.map((round) => ({
    plan_key: round.planKey, year: round.year, key: round.key, position: round.position, kind: round.kind, name: round.name, words: round.words,
    opens_on: round.opensOn, write_by: round.writeBy, section_by: round.sectionBy, department_by: round.departmentBy, office_by: round.officeBy,
  }))
  await insertRows(tx, 'plan.round', rows)
  for (const round of rounds) await insertFields(tx, round, round.fields)
}

/** Sets name, days and open fields of a round that is there. */
export async function updateRound(tx: Tx, round: PlannedRound): Promise<void> {
  const { name, opensOn: opens_on, writeBy: write_by, sectionBy: section_by, departmentBy: department_by, officeBy: office_by } = round
  await tx.run(atRound(round, plan.updateTable('plan.round').set({ name, words: round.words, opens_on, write_by, section_by, department_by, office_by })))
  const { planKey, year, key } = round
  await tx.run(plan.deleteFrom('plan.round_field').where('plan_key', '=', planKey).where('year', '=', year).where('round_key', '=', key))
  await insertFields(tx, round, round.fields)
}

async function insertFields(tx: Tx, { planKey: plan_key, year, key: round_key }: RoundKey, fields: readonly OpenField[]): Promise<void> {
  await insertRows(tx, 'plan.round_field', fields.map(({ field, openedFor: opened_for }) => ({ plan_key, year, round_key, field, opened_for })))
}

type RoundKey = Pick<Round, 'planKey' | 'year' | 'key'>

/** Opens a round: every project of the plan gets its sheet in it. Returns how many. */
export async function openRoundWith(tx: Tx, round: RoundKey, projectKeys: readonly string[]): Promise<number> {
  const { planKey: plan_key, year, key: round_key } = round
  await tx.run(atRound(round, plan.updateTable('plan.round').set({ opened_at: tx.now })))
  await insertRows(tx, 'plan.round_sheet', projectKeys.map((project_key) => ({ plan_key, year, round_key, project_key, stage: 'draft', since: tx.now })))
  return projectKeys.length
}

export async function markClosed(tx: Tx, round: RoundKey): Promise<void> {
  await tx.run(atRound(round, plan.updateTable('plan.round').set({ closed_at: tx.now })))
}

function atRound<Query extends { where(column: 'plan_key' | 'year' | 'key', sign: '=', value: never): Query }>(
  { planKey, year, key }: RoundKey,
  query: Query,
): Query {
  return query.where('plan_key', '=', planKey as never).where('year', '=', year as never).where('key', '=', key as never)
}

export interface NewStep {
  readonly planKey: string
  readonly year: FiscalYearNumber
  readonly roundKey: string
  readonly projectKey: string
  readonly act: SheetAct | 'publish'
  readonly from: Stage
  readonly to: Stage
  readonly comment: string
  /** In whose place; empty when in their own. */
  readonly forName: string
}

/** Moves sheets and appends how. */
export async function keepSteps(tx: Tx, steps: readonly NewStep[]): Promise<void> {
  const { actor, now } = tx
  if (steps.length === 0) return
  // Where a sheet takes several steps at once, it ends where the last one led.
  const last = new Map(steps.map(({ planKey, year, roundKey, projectKey, to }) => [projectKey, { planKey, year, roundKey, projectKey, to }]))
  const moved = [...last.values()]
  await tx.run(
    statement(sql`update plan.round_sheet s set stage = g."to", since = ${now}
      from jsonb_to_recordset(${moved}::jsonb) as g("planKey" text, year int, "roundKey" text, "projectKey" text, "to" text)
      where s.plan_key = g."planKey" and s.year = g.year and s.round_key = g."roundKey" and s.project_key = g."projectKey"`),
  )
  const rows = steps.map(({ planKey, year, roundKey, projectKey, act, from, to, comment, forName }) => ({
    plan_key: planKey, year, round_key: roundKey, project_key: projectKey, act, from_stage: from, to_stage: to, comment,
    by: actor.id, by_name: actor.person?.name ?? '', for_name: forName, unit_code: actor.person?.unitCode ?? null, at: now,
  }))
  await insertRows(tx, 'plan.round_step', rows)
}

/** The way of one sheet through the rounds of a year, newest first. */
export function listSteps(tx: Tx, planKey: string, year: FiscalYearNumber, projectKey: string): Promise<RoundStep[]> {
  return tx.list(
    plan
      .selectFrom('plan.round_step')
      .select(['id', 'round_key as roundKey', 'comment', 'by_name as byName', 'for_name as forName', 'at'])
      .select((row) => [row.ref('act').$castTo<RoundStep['act']>().as('act'), row.ref('from_stage').$castTo<Stage>().as('from')])
      .select((row) => row.ref('to_stage').$castTo<Stage>().as('to'))
      .where('plan_key', '=', planKey)
      .where('year', '=', year)
      .where('project_key', '=', projectKey)
      .orderBy('id', 'desc')
      .limit(STEPS_SHOWN),
  )
}

/** Steps on one page; older ones stay in the database. */
const STEPS_SHOWN = 100
