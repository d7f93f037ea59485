import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { SheetRow } from '../rules/class-sheet.ts'
import { mails } from './rows.ts'

/** A list that was read waits so long for its person's word; then it is erased, for it names people. */
export const MINUTES_A_TRIAL_WAITS = 60

export interface ListTrial {
  readonly id: string
  readonly schoolKey: string
  readonly schoolYear: number
  readonly fileName: string
  readonly rows: readonly SheetRow[]
}

export async function keepTrial(tx: Tx, { schoolKey, schoolYear, fileName, rows }: Omit<ListTrial, 'id'>): Promise<string> {
  const id = randomUUID()
  const row = { id, school_key: schoolKey, school_year: schoolYear, person_id: tx.actor.id, file_name: fileName, rows: { rows } as never, made_at: tx.now }
  await tx.run(mails.insertInto('alert_mail.list_trial').values(row))
  return id
}

/** Only for who brought it, and only within its time. */
export async function findTrial(tx: Tx, id: string, schoolKey: string): Promise<ListTrial | undefined> {
  if (!isUuid(id)) return undefined
  const row = await tx.find(
    mails
      .selectFrom('alert_mail.list_trial')
      .select(['id', 'school_key as schoolKey', 'school_year as schoolYear', 'file_name as fileName', 'rows'])
      .where('id', '=', id)
      .where('school_key', '=', schoolKey)
      .where('person_id', '=', tx.actor.id)
      .where('made_at', '>', tx.now.subtract({ minutes: MINUTES_A_TRIAL_WAITS })),
  )
  return row && { ...row, rows: (row.rows as { rows: SheetRow[] }).rows }
}

/** False where it was taken away before: then nothing may be done with it. */
export async function removeTrial(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run(mails.deleteFrom('alert_mail.list_trial').where('id', '=', id))) === 1
}

export function removeOldTrials(tx: Tx): Promise<number> {
  return tx.run(mails.deleteFrom('alert_mail.list_trial').where('made_at', '<=', tx.now.subtract({ minutes: MINUTES_A_TRIAL_WAITS })))
}
