import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { DutySetting, RosterLine } from '../rules/escalation.ts'
import { beginningOn, type RosterStep } from '../rules/roster.ts'
import type { DisasterInformationTables } from '../tables.ts'
import { keepRosterLine, keepSetting } from './duty.ts'

const disaster = queriesOver<DisasterInformationTables>()
/** Of advisory locks; `statements.ts` has the realms' own. */
const DUTY_LOCK = 4_202

/** Until the transaction ends nobody else changes roster, settings or rules: each change is made to what stands. */
export async function lockDutyTables(tx: Tx): Promise<void> {
  await tx.list(disaster.selectNoFrom(sql`pg_advisory_xact_lock(${DUTY_LOCK}::int, 0)`.as('locked')))
}

/** One person's line from a day on. What stood before ends the day before; what began that very day is replaced. */
export async function applyRosterStep(tx: Tx, lines: readonly RosterLine[], { login, after }: RosterStep, day: Temporal.PlainDate): Promise<void> {
  const { standing, validTo } = beginningOn(lines.filter((line) => line.login === login), day)
  if (standing !== undefined) {
    const own = { login, valid_from: standing.validFrom }
    if (standing.validFrom.equals(day)) await tx.run(disaster.deleteFrom('disaster_information.duty_roster').where('login', '=', own.login).where('valid_from', '=', own.valid_from))
    else await tx.run(disaster.updateTable('disaster_information.duty_roster').set({ valid_to: day.subtract({ days: 1 }) }).where('login', '=', own.login).where('valid_from', '=', own.valid_from))
  }
  if (after !== null) await keepRosterLine(tx, { login, ...after, validFrom: day, validTo })
}

/** A setting from a day on, in the same way. */
export async function applySetting(tx: Tx, settings: readonly DutySetting[], { key, value, day, source }: { key: string; value: string; day: Temporal.PlainDate; source: string }): Promise<void> {
  const { standing, validTo } = beginningOn(settings.filter((one) => one.key === key), day)
  if (standing !== undefined) {
    if (standing.validFrom.equals(day)) await tx.run(disaster.deleteFrom('disaster_information.duty_setting').where('key', '=', key).where('valid_from', '=', day))
    else await tx.run(disaster.updateTable('disaster_information.duty_setting').set({ valid_to: day.subtract({ days: 1 }) }).where('key', '=', key).where('valid_from', '=', standing.validFrom))
  }
  await keepSetting(tx, { key, value, validFrom: day, validTo, source })
}

export interface DutyChange {
  readonly about: 'roster' | 'setting' | 'rule'
  /** Login, key of the setting, or number of the rule. */
  readonly subject: string
  /** In official Japanese; empty: nothing stood there. */
  readonly before: string
  /** Empty: no longer there. */
  readonly after: string
  readonly validFrom: Temporal.PlainDate
  readonly ground: string
  readonly changedAt: Temporal.Instant
  readonly changedByName: string
}

export async function keepDutyChange(tx: Tx, { validFrom, ...change }: Omit<DutyChange, 'changedAt' | 'changedByName'>): Promise<void> {
  const row = { ...change, valid_from: validFrom, changed_at: tx.now, changed_by_name: tx.actor.person?.name ?? '' }
  await tx.run(disaster.insertInto('disaster_information.duty_change').values(row))
}

/** The newest first. */
export async function listDutyChanges(tx: Tx, limit: number): Promise<DutyChange[]> {
  const rows = await tx.list(
    disaster
      .selectFrom('disaster_information.duty_change')
      .select(['about', 'subject', 'before', 'after', 'valid_from as validFrom', 'ground', 'changed_at as changedAt', 'changed_by_name as changedByName'])
      .orderBy('id', 'desc')
      .limit(limit),
  )
  return rows.map((row) => ({ ...row, about: row.about as DutyChange['about'] }))
}
