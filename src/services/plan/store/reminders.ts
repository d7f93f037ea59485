import { listPeople } from '#kernel/access/people.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Addressee, ReminderDraft } from '../rules/reminders.ts'
import { insertRows, plan } from './rows.ts'

export interface RoundOfPlan {
  readonly planKey: string
  readonly year: number
  readonly key: string
}

export interface Reminder {
  readonly id: number
  readonly personId: string
  readonly personName: string
  readonly sheets: number
  readonly madeAt: Temporal.Instant
  readonly sentAt: Temporal.Instant | null
}

/** More people than a city entrusts with a plan. */
const MOST_PEOPLE = 5_000

/** Everybody with a duty for the plan today; that they were looked up is written down. */
export async function listPlanPeople(tx: Tx): Promise<Addressee[]> {
  const people = await listPeople(tx, { limit: MOST_PEOPLE })
  await tx.note({ act: 'view people with duties for the plan', subject: 'people', basis: 'rounds of the plan' })
  return people.filter(({ isActive, duties }) => isActive && duties.some((duty) => duty.startsWith('plan-')))
}

/** Keeps letters for today; who already has one today gets no second. Returns those that are new. */
export async function keepReminders(tx: Tx, round: RoundOfPlan, drafts: readonly ReminderDraft[], cause: 'button' | 'timetable'): Promise<readonly ReminderDraft[]> {
  const known = new Set((await listRemindersOf(tx, round, tx.today)).map(({ personId }) => personId))
  const fresh = drafts.filter(({ person }) => !known.has(person.id))
  const rows = fresh.map(({ person, sheets }) => ({
    plan_key: round.planKey, year: round.year, round_key: round.key, day: tx.today, person_id: person.id, person_name: person.name, sheets, cause, made_at: tx.now,
  }))
  await insertRows(tx, 'plan.reminder', rows)
  return fresh
}

export async function listRemindersOf(tx: Tx, { planKey, year, key }: RoundOfPlan, day: Temporal.PlainDate): Promise<Reminder[]> {
  const rows = await tx.list(
    plan
      .selectFrom('plan.reminder')
      .select(['id', 'person_id as personId', 'person_name as personName', 'sheets', 'made_at as madeAt', 'sent_at as sentAt'])
      .where('plan_key', '=', planKey)
      .where('year', '=', year)
      .where('round_key', '=', key)
      .where('day', '=', day)
      .orderBy('id'),
  )
  return rows.map((row) => ({ ...row, sheets: (row.sheets as readonly unknown[]).length }))
}

export interface UnsentReminder {
  readonly id: number
  readonly personId: string
  readonly roundName: string
  readonly sheets: number
}

/** Letters of a day that no mail has taken yet, of every round. */
export async function listUnsentReminders(tx: Tx, day: Temporal.PlainDate): Promise<UnsentReminder[]> {
  const rows = await tx.list(
    plan
      .selectFrom('plan.reminder as reminder')
      .innerJoin('plan.round as round', (join) =>
        join.onRef('round.plan_key', '=', 'reminder.plan_key').onRef('round.year', '=', 'reminder.year').onRef('round.key', '=', 'reminder.round_key'),
      )
      .select(['reminder.id', 'reminder.person_id as personId', 'round.name as roundName', 'reminder.sheets'])
      .where('reminder.day', '=', day)
      .where('reminder.sent_at', 'is', null)
      .orderBy('reminder.id'),
  )
  return rows.map((row) => ({ ...row, sheets: (row.sheets as readonly unknown[]).length }))
}

export async function markReminderSent(tx: Tx, id: number): Promise<void> {
  await tx.run(plan.updateTable('plan.reminder').set({ sent_at: tx.now }).where('id', '=', id))
}
