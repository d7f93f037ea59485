import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { askVoid, endVoid, findReceiptHeld, type Receipt } from '../store/receipts.ts'
import { findTillOfEntry, keepTillEntry, type Till } from '../store/tills.ts'
import { record } from './record.ts'

export type VoidOutcome = 'done' | 'same-person' | 'too-late' | 'till-closed'

/** A clerk asks to void a receipt of cash, of the same day and before its till is closed; afterwards there are refunds. */
export async function askToVoid(tx: Tx, { number, requestId }: Pick<Receipt, 'number' | 'requestId'>, reason: string): Promise<VoidOutcome> {
  const receipt = await findReceiptHeld(tx, number)
  if (receipt === undefined || receipt.requestId !== requestId) throw new Fault('not-found', 'there is no such receipt')
  if (receipt.voidAsked !== null || receipt.voided !== null) return 'too-late'
  if ((await openTillOf(tx, receipt.transaction)) === undefined) return 'till-closed'
  await askVoid(tx, number, reason)
  return 'done'
}

/** A second person voids it: the money leaves the drawer into which it was taken, and the request is unpaid again. */
export async function voidReceipt(tx: Tx, number: string, isGranted: boolean): Promise<VoidOutcome> {
  const receipt = await findReceiptHeld(tx, number)
  if (receipt === undefined) throw new Fault('not-found', 'there is no such receipt')
  if (receipt.voidAsked === null || receipt.voided !== null) return 'too-late'
  if (receipt.voidAsked.by === tx.actor.id) return 'same-person'
  if (!isGranted) {
    await endVoid(tx, number, false)
    return 'done'
  }
  const till = await openTillOf(tx, receipt.transaction)
  if (till === undefined) return 'till-closed'
  await endVoid(tx, number, true)
  await keepTillEntry(tx, till, { id: randomUUID(), requestId: receipt.requestId, kind: 'voided', yen: -receipt.yen })
  await record(tx, { id: receipt.requestId }, { kind: 'taken-back', key: `taken back ${receipt.transaction}`, transaction: receipt.transaction, reason: receipt.voidAsked.reason })
  return 'done'
}

async function openTillOf(tx: Tx, entryId: string): Promise<Till | undefined> {
  const till = await findTillOfEntry(tx, entryId)
  return till !== undefined && till.closedAt === null && till.day.equals(tx.today) ? till : undefined
}
