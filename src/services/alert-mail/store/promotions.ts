import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { many, mails } from './rows.ts'

export interface Promotion {
  readonly id: string
  readonly schoolKey: string
  readonly fromYear: number
  readonly madeByName: string
  readonly doneAt: Temporal.Instant | null
}

export interface PlannedMove {
  readonly guardianId: string
  /** Null in both: leaves the school. */
  readonly toGrade: number | null
  readonly toName: string | null
}

/** Undefined when there is a plan for this school and year already. */
export async function keepPromotion(tx: Tx, schoolKey: string, fromYear: number, moves: readonly PlannedMove[]): Promise<string | undefined> {
  const row = { id: randomUUID(), school_key: schoolKey, from_year: fromYear, made_at: tx.now, made_by_name: tx.actor.person?.name ?? '' }
  const added = await tx.run(mails.insertInto('alert_mail.promotion').values(row).onConflict((conflict) => conflict.doNothing()))
  if (added === 0) return undefined
  await keepMoves(tx, row.id, moves)
  return row.id
}

export async function keepMoves(tx: Tx, promotionId: string, moves: readonly PlannedMove[]): Promise<void> {
  const rows = moves.map(({ guardianId, toGrade, toName }) => ({ promotion_id: promotionId, guardian_id: guardianId, to_grade: toGrade, to_name: toName }))
  await many.upsertRows(tx, 'alert_mail.promotion_move', ['promotion_id', 'guardian_id'], rows)
}

export function findPromotion(tx: Tx, schoolKey: string, fromYear: number): Promise<Promotion | undefined> {
  return tx.find(promotionRows().where('school_key', '=', schoolKey).where('from_year', '=', fromYear))
}

export function findPromotionHeld(tx: Tx, schoolKey: string, fromYear: number): Promise<Promotion | undefined> {
  return tx.find(promotionRows().where('school_key', '=', schoolKey).where('from_year', '=', fromYear).forUpdate())
}

export function listMoves(tx: Tx, promotionId: string): Promise<PlannedMove[]> {
  return tx.list(
    mails.selectFrom('alert_mail.promotion_move').select(['guardian_id as guardianId', 'to_grade as toGrade', 'to_name as toName']).where('promotion_id', '=', promotionId),
  )
}

export async function finishPromotion(tx: Tx, id: string): Promise<void> {
  const done = { done_at: tx.now, done_by_name: tx.actor.person?.name ?? '' }
  await tx.run(mails.updateTable('alert_mail.promotion').set(done).where('id', '=', id))
}

/** A plan that was given up; what was carried out stays. */
export async function removePromotion(tx: Tx, id: string): Promise<void> {
  await tx.run(mails.deleteFrom('alert_mail.promotion_move').where('promotion_id', '=', id))
  await tx.run(mails.deleteFrom('alert_mail.promotion').where('id', '=', id).where('done_at', 'is', null))
}

function promotionRows() {
  return mails.selectFrom('alert_mail.promotion').select(['id', 'school_key as schoolKey', 'from_year as fromYear', 'made_by_name as madeByName', 'done_at as doneAt'])
}
