import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { DutySetting, RosterLine } from '../rules/escalation.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

export function listRoster(tx: Tx): Promise<RosterLine[]> {
  return tx.list(
    disaster
      .selectFrom('disaster_information.duty_roster')
      .select(['login', 'position', 'mail', 'valid_from as validFrom', 'valid_to as validTo'])
      .orderBy('position'),
  )
}

export async function keepRosterLine(tx: Tx, { login, position, mail, validFrom, validTo }: RosterLine): Promise<void> {
  const row = { login, position, mail, valid_from: validFrom, valid_to: validTo }
  await tx.run(disaster.insertInto('disaster_information.duty_roster').values(row))
}

export function listSettings(tx: Tx): Promise<DutySetting[]> {
  return tx.list(
    disaster
      .selectFrom('disaster_information.duty_setting')
      .select(['key', 'value', 'valid_from as validFrom', 'valid_to as validTo', 'source'])
      .orderBy('key')
      .orderBy('valid_from'),
  )
}

export async function keepSetting(tx: Tx, { key, value, validFrom, validTo, source }: DutySetting): Promise<void> {
  const row = { key, value, valid_from: validFrom, valid_to: validTo, source }
  await tx.run(disaster.insertInto('disaster_information.duty_setting').values(row))
}

/** Somebody who was asked to confirm. */
export interface ConfirmationAsk {
  readonly orderId: string
  readonly step: number
  /** Empty: nobody further is on the roster. */
  readonly login: string
  readonly name: string
  readonly askedAt: Temporal.Instant
}

/** False where this step was taken already. */
export async function keepAsk(tx: Tx, { orderId, step, login, name }: Omit<ConfirmationAsk, 'askedAt'>): Promise<boolean> {
  const row = { order_id: orderId, step, login, name, asked_at: tx.now }
  const kept = await tx.run(disaster.insertInto('disaster_information.confirmation_ask').values(row).onConflict((conflict) => conflict.doNothing()))
  return kept === 1
}

/** Of these orders, in order of their steps. */
export async function listAsks(tx: Tx, orderIds: readonly string[]): Promise<ConfirmationAsk[]> {
  if (orderIds.length === 0) return []
  return tx.list(
    disaster
      .selectFrom('disaster_information.confirmation_ask')
      .select(['order_id as orderId', 'step', 'login', 'name', 'asked_at as askedAt'])
      .where('order_id', 'in', [...orderIds])
      .orderBy('order_id')
      .orderBy('step'),
  )
}
