import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { job } from '#kernel/jobs/job.ts'
import { facts } from './facts.ts'
import { PostOffice } from './post/post-office.ts'
import { endLetter, findWaiting, keepDelivered } from './store.ts'

export const postOffice = new PostOffice(process.env['SMTP_URL'] || undefined)

/**
 * Hands one letter over. A machine that dies between the server's word and the commit sends it again under the same
 * Message-ID, by which mailboxes tell that it is the same letter.
 */
export const deliver = job<{ id: string }>('mail.deliver', { run: deliverLetter })

async function deliverLetter(tx: Tx, { id }: { id: string }, city: City): Promise<void> {
  const letter = await findWaiting(tx, id)
  if (letter === undefined) return
  const outcome = await postOffice.handOver(letter, senderOf(city), id)
  const subject = `letter:${id}`
  if (outcome.kind === 'refused') {
    await endLetter(tx, id, 'refused', outcome.answer)
    tx.publish(facts.refused, subject, { purpose: letter.purpose, code: outcome.code })
    return
  }
  await endLetter(tx, id, 'sent', outcome.answer)
  if (outcome.seenOutside !== null) await keepDelivered(tx, id, outcome.seenOutside)
  tx.publish(facts.sent, subject, { purpose: letter.purpose })
}

function senderOf(city: City): { name: string; address: string } {
  return { name: city.name, address: `no-reply@${city.hosts[0]}` }
}
