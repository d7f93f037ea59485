import { paymentOf } from '#capabilities/payments/payments.ts'
import { job } from '#kernel/jobs/job.ts'
import { referenceOf } from '../actions/fees.ts'
import { facts } from '../facts.ts'
import { forgetOldFiles } from '../store/papers.ts'
import { changeRequest, keepStep, listUnsettled } from '../store/requests.ts'

/** Files that were fetched, or never were, are erased; that they were issued stays known. */
export const forgetFiles = job<null>('certificates.forget-files', {
  timetable: { dailyAt: '03:10' },
  async run(tx) {
    await forgetOldFiles(tx)
  },
})

/** Settled is a fact of its own: the day on which the city had the money, which the payer's day of payment does not tell. */
export const settle = job<null>('certificates.settle', {
  timetable: { dailyAt: '04:20' },
  async run(tx) {
    for (const { id, kind, way } of await listUnsettled(tx)) {
      const payment = await paymentOf(tx, referenceOf(id))
      if (payment === undefined || payment.cashOn === null) continue
      await changeRequest(tx, id, { settled_at: tx.now })
      await keepStep(tx, id, 'settled')
      tx.publish(facts.settled, `certificate:${id}`, { kind, way })
    }
  },
})
