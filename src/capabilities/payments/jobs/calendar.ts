import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { job } from '#kernel/jobs/job.ts'
import { record } from '../actions/record.ts'
import { facts } from '../facts.ts'
import { paymentSettings } from '../rules/settings.ts'
import { listDueUntil, listOverdue, mainFeeOf } from '../store/requests.ts'

/** Requests worked through in one night; what is left waits for the next. */
const A_NIGHT = 5_000

/** Every night: what nobody can pay any more has expired. */
export const expireOverdue = job<null>('payments.expire-overdue', {
  timetable: { dailyAt: '00:20' },
  run: async (tx) => {
    for (const { id, expiresOn } of await listOverdue(tx, tx.today, A_NIGHT)) await record(tx, { id }, { kind: 'expired', key: `expired ${expiresOn.toString()}` })
  },
})

/** Every morning: says once which unpaid requests fall due soon. Whoever knows the payer's address writes to them. */
export const remindOfDue = job<null>('payments.remind-of-due', { timetable: { dailyAt: '08:40' }, run: remind })

async function remind(tx: Tx, _: null, city: City): Promise<void> {
  const until = tx.today.add({ days: paymentSettings(city).remindDays })
  for (const { id, reference, service, amountYen, dueOn } of await listDueUntil(tx, until, A_NIGHT)) {
    await record(tx, { id }, { kind: 'reminded', key: 'reminded' })
    tx.publish(facts.dueSoon, `payment:${id}`, { reference, service, fee: await mainFeeOf(tx, id), yen: amountYen, dueOn: dueOn.toString() })
  }
}
