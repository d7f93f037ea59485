import { cancelPayment, paymentOf } from '#capabilities/payments/payments.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import type { CertificateRequest } from '../model.ts'
import { forgetFile } from '../store/papers.ts'
import { changeRequest, keepStep } from '../store/requests.ts'
import { referenceOf } from './fees.ts'

/** Takes a paper back that did not come out of the printer: it is worth nothing from now on, and not charged. */
export async function recall(tx: Tx, { id, kind, way }: CertificateRequest): Promise<void> {
  await changeRequest(tx, id, { ended_at: tx.now, ended_because: 'print-failed' })
  await keepStep(tx, id, 'print-failed')
  await keepStep(tx, id, 'recalled')
  await forgetFile(tx, id)
  if ((await paymentOf(tx, referenceOf(id))) !== undefined) await cancelPayment(tx, referenceOf(id), '印刷できなかったため')
  tx.publish(facts.refused, `certificate:${id}`, { kind, way, reason: 'print-failed' })
}
