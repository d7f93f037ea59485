import { prepared, queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Hazard, Level, OrderLevel } from '../model.ts'
import type { ResponseRule } from '../rules/suggestions.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

/** The whole table with its past and its future, in the order in which it is read. */
export async function listRules(tx: Tx): Promise<ResponseRule[]> {
  const rows = await tx.list(rules({}))
  return rows.map((row) => ({
    ...row, hazard: row.hazard as Hazard, level: row.level as Level | null, orderLevel: row.orderLevel as OrderLevel | null, noticeLevel: row.noticeLevel as Level | null,
  }))
}

const rules = prepared(() =>
  disaster
    .selectFrom('disaster_information.response_rule')
    .select(['id', 'hazard', 'level', 'kinds', 'areas', 'order_level as orderLevel', 'notice_level as noticeLevel', 'towns'])
    .select(['call_out as callOut', 'muster_class as musterClass', 'is_prepared as isPrepared', 'valid_from as validFrom', 'valid_to as validTo', 'source'])
    .orderBy('id'))

export async function keepRule(tx: Tx, rule: Omit<ResponseRule, 'id'>): Promise<void> {
  await tx.run(
    disaster.insertInto('disaster_information.response_rule').values({
      hazard: rule.hazard, level: rule.level, kinds: [...rule.kinds], areas: [...rule.areas], order_level: rule.orderLevel, notice_level: rule.noticeLevel,
      towns: [...rule.towns], call_out: rule.callOut, muster_class: rule.musterClass, is_prepared: rule.isPrepared, valid_from: rule.validFrom, valid_to: rule.validTo, source: rule.source,
    }),
  )
}

/**
 * Switches an emergency route on or off from a day on: the rule ends the day before, and the same one begins with the
 * new setting and `source`, so that the table tells what held when. A rule that began that very day is only altered.
 */
export async function switchPrepared(tx: Tx, rule: ResponseRule, isPrepared: boolean, source: string): Promise<void> {
  const { id, validFrom } = rule
  if (Temporal.PlainDate.compare(validFrom, tx.today) >= 0) {
    await tx.run(disaster.updateTable('disaster_information.response_rule').set({ is_prepared: isPrepared, source }).where('id', '=', id))
    return
  }
  await tx.run(disaster.updateTable('disaster_information.response_rule').set({ valid_to: tx.today.subtract({ days: 1 }) }).where('id', '=', id))
  await keepRule(tx, { ...rule, isPrepared, validFrom: tx.today, source })
}
