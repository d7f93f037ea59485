import type { Tx } from '#kernel/database/transaction.ts'
import type { MusterRule, Rank } from '../model.ts'
import { mails } from './rows.ts'
import { keepMusterRule, keepMusterSetting, type MusterSetting } from './roster.ts'

/** Most changes that the page lists. */
const MOST_LISTED = 200

/** A line of the dated table with its days; both ends belong to it. */
export interface DatedRule extends MusterRule {
  readonly number: number
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate | null
  readonly source: string
}

export interface DatedSetting extends MusterSetting {
  readonly from: Temporal.PlainDate
  readonly source: string
}

export type MusterChange =
  | ({ readonly kind: 'line-added' | 'line-ended' } & MusterRule & ChangeFrame)
  | ({ readonly kind: 'setting' } & MusterSetting & ChangeFrame)

interface ChangeFrame {
  /** The first day; of an ended line the last one. */
  readonly day: Temporal.PlainDate
  readonly ground: string
  readonly changedAt: Temporal.Instant
  readonly changedByName: string
}

/** All lines there ever were, by class. */
export async function listDatedRules(tx: Tx): Promise<DatedRule[]> {
  const rows = await tx.list(
    mails
      .selectFrom('alert_mail.muster_rule')
      .select(['class_key as classKey', 'number', 'rank', 'unit_code as unitCode', 'valid_from as from', 'valid_to as to', 'source'])
      .orderBy('class_key')
      .orderBy('valid_from')
      .orderBy('number'),
  )
  return rows.map((row) => ({ ...row, rank: row.rank as Rank | null }))
}

/** The last first. */
export async function listDatedSettings(tx: Tx): Promise<DatedSetting[]> {
  const rows = await tx.list(
    mails
      .selectFrom('alert_mail.muster_setting')
      .select(['valid_from as from', 'remind_after_minutes as remindAfterMinutes', 'remind_times as remindTimes', 'class_by_level as classByLevel', 'source'])
      .orderBy('valid_from', 'desc'),
  )
  return rows.map((row) => ({ ...row, classByLevel: row.classByLevel as Record<string, string> }))
}

/** Holds the table until the commit: two officers must not both add the same line. */
export async function holdRules(tx: Tx): Promise<DatedRule[]> {
  await tx.list(mails.selectFrom('alert_mail.muster_class').select('key').orderBy('key').forUpdate())
  return listDatedRules(tx)
}

export async function addRule(tx: Tx, rule: Omit<DatedRule, 'number' | 'to'>): Promise<void> {
  const before = await tx.find(mails.selectFrom('alert_mail.muster_rule').select((row) => row.fn.max('number').as('number')).where('class_key', '=', rule.classKey))
  await keepMusterRule(tx, { ...rule, number: (before?.number ?? -1) + 1, to: null })
  await keepChange(tx, { kind: 'line-added', day: rule.from, class_key: rule.classKey, rank: rule.rank, unit_code: rule.unitCode, ground: rule.source })
}

export async function endRule(tx: Tx, rule: DatedRule, lastDay: Temporal.PlainDate, ground: string): Promise<void> {
  await tx.run(mails.updateTable('alert_mail.muster_rule').set({ valid_to: lastDay }).where('class_key', '=', rule.classKey).where('number', '=', rule.number))
  await keepChange(tx, { kind: 'line-ended', day: lastDay, class_key: rule.classKey, rank: rule.rank, unit_code: rule.unitCode, ground })
}

export async function changeSetting(tx: Tx, { from, source, ...setting }: DatedSetting): Promise<void> {
  await keepMusterSetting(tx, setting, from, source)
  const { remindAfterMinutes, remindTimes, classByLevel } = setting
  await keepChange(tx, { kind: 'setting', day: from, remind_after_minutes: remindAfterMinutes, remind_times: remindTimes, class_by_level: classByLevel as never, ground: source })
}

interface NewChange {
  readonly kind: MusterChange['kind']
  readonly day: Temporal.PlainDate
  readonly ground: string
  readonly class_key?: string
  readonly rank?: string | null
  readonly unit_code?: string | null
  readonly remind_after_minutes?: number
  readonly remind_times?: number
  readonly class_by_level?: never
}

async function keepChange(tx: Tx, change: NewChange): Promise<void> {
  await tx.run(mails.insertInto('alert_mail.muster_change').values({ ...change, changed_at: tx.now, changed_by_name: tx.actor.person?.name ?? '' }))
}

/** What was changed by hand, the last first. */
export async function listMusterChanges(tx: Tx): Promise<MusterChange[]> {
  const rows = await tx.list(
    mails
      .selectFrom('alert_mail.muster_change')
      .select(['kind', 'day', 'class_key', 'rank', 'unit_code', 'remind_after_minutes', 'remind_times', 'class_by_level', 'ground', 'changed_at as changedAt', 'changed_by_name as changedByName'])
      .orderBy('id', 'desc')
      .limit(MOST_LISTED),
  )
  return rows.map(({ kind, day, ground, changedAt, changedByName, ...row }) => {
    const frame = { day, ground, changedAt, changedByName }
    if (kind === 'setting') return { kind, ...frame, remindAfterMinutes: row.remind_after_minutes ?? 0, remindTimes: row.remind_times ?? 0, classByLevel: (row.class_by_level ?? {}) as Record<string, string> }
    return { kind: kind === 'line-ended' ? kind : 'line-added', ...frame, classKey: row.class_key ?? '', rank: row.rank as Rank | null, unitCode: row.unit_code }
  })
}
