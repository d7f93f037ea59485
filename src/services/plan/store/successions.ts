import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Succession } from '../rules/new-plan.ts'
import { recordChanges } from './changes.ts'
import { WHOLE } from './document-changes.ts'
import { insertRows, plan, statement } from './rows.ts'

export interface KeptSuccession extends Succession {
  readonly fromPlan: string
  readonly toPlan: string
}

export async function keepSuccessions(tx: Tx, fromPlan: string, toPlan: string, successions: readonly Succession[]): Promise<void> {
  const rows = successions.map(({ fromProject, fate, toProject }) => ({ from_plan: fromPlan, from_project: fromProject, to_plan: toPlan, fate, to_project: toProject }))
  await insertRows(tx, 'plan.succession', rows)
}

/** Where a project came from and where it goes on, over all plans of the city. */
export async function listSuccessionsOf(tx: Tx, planKey: string, projectKey: string): Promise<KeptSuccession[]> {
  const rows = await tx.list(
    plan
      .selectFrom('plan.succession')
      .select(['from_plan as fromPlan', 'from_project as fromProject', 'to_plan as toPlan', 'to_project as toProject'])
      .select((row) => row.ref('fate').$castTo<Succession['fate']>().as('fate'))
      .where((row) =>
        row.or([
          row.and([row('from_plan', '=', planKey), row('from_project', '=', projectKey)]),
          row.and([row('to_plan', '=', planKey), row('to_project', '=', projectKey)]),
        ]),
      )
      .orderBy('from_plan')
      .orderBy('from_project'),
  )
  return rows
}

/** The names in other languages go along with what was copied. */
export async function copyWords(tx: Tx, fromPlan: string, toPlan: string): Promise<void> {
  for (const [table, key] of WORDED) {
    const same = sql.join(key.map((column) => sql`n.${sql.ref(column)} = o.${sql.ref(column)}`), sql` and `)
    await tx.run(statement(sql`update ${sql.table(table)} n set words = o.words from ${sql.table(table)} o
      where n.plan_key = ${toPlan} and o.plan_key = ${fromPlan} and ${same}`))
  }
}

const WORDED = [
  ['plan.level', ['position']], ['plan.scale', ['name']], ['plan.scale_step', ['scale', 'key']], ['plan.branch', ['key']], ['plan.project', ['key']],
] as const

export async function markInPreparation(tx: Tx, planKey: string, isInPreparation: boolean): Promise<void> {
  await tx.run(plan.updateTable('plan.plan').set({ is_in_preparation: isInPreparation }).where('key', '=', planKey).where('is_in_preparation', '<>', isInPreparation))
}

/** Takes a plan in preparation away again, with everything but its history, which tells that it was there. */
export async function removePlan(tx: Tx, planKey: string, year: number, title: string): Promise<void> {
  await recordChanges(tx, { planKey, year, cause: 'new-plan', changes: [{ projectKey: null, field: WHOLE, before: title, after: '' }] })
  for (const table of OF_A_PLAN) await tx.run(statement(sql`delete from ${sql.table(table)} where plan_key = ${planKey}`))
  await tx.run(plan.deleteFrom('plan.succession').where((row) => row.or([row('to_plan', '=', planKey), row('from_plan', '=', planKey)])))
  await tx.run(plan.deleteFrom('plan.plan').where('key', '=', planKey).where('is_in_preparation', '=', true))
}

/** Tables below a plan, in the order in which their rows may go. Those that are only appended to stay. */
const OF_A_PLAN = [
  'plan.reminder', 'plan.round_sheet', 'plan.round_field', 'plan.round', 'plan.budget_line', 'plan.figure', 'plan.contribution', 'plan.copy_difference',
  'plan.open_question', 'plan.sheet', 'plan.year_cell', 'plan.owner', 'plan.listing', 'plan.project', 'plan.branch', 'plan.indicator', 'plan.section',
  'plan.scale_step', 'plan.scale', 'plan.level', 'plan.report',
] as const
