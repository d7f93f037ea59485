import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { deliver } from './jobs.ts'
import { isMailAddress, type Letter } from './model.ts'
import { keepLetter } from './store.ts'

export { isMailAddress, type Letter } from './model.ts'

/**
 * Writes a letter that leaves after the commit, and never if the action fails. Returns its identity. The address must
 * have passed `isMailAddress` in the service's form: another one is a broken promise and throws `RangeError`.
 */
export async function sendMail(tx: Tx, letter: Letter): Promise<string> {
  if (!isMailAddress(letter.to)) throw new RangeError('A letter needs an address that isMailAddress takes')
  if (!letter.purpose.startsWith(`${tx.service}.`)) throw new RangeError(`The purpose ${letter.purpose} must begin with ${tx.service}.`)
  const id = randomUUID()
  const { service } = tx
  await tx.within('mail', async () => {
    await keepLetter(tx, id, service, letter)
    tx.enqueue(deliver, { id }, { onceKey: `letter ${id}` })
  })
  return id
}
