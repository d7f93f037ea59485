import { systemActor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { endContact, findContactById } from '../contacts.ts'
import { facts } from '../facts.ts'
import type { Returned } from '../mail/return-address.ts'
import { findNoticeByPrefix } from '../store/notice-prefix.ts'
import { keepRefusals, wasRefused } from '../store/refusals.ts'
import { failureIn, type DeliveryFailure } from './report.ts'

/** What came of a message that came back. */
export type Taken = 'counted' | 'left' | 'ignored'

/** Takes in what came to one of our return addresses. The same report twice counts once. */
export async function takeReturned(database: CityDatabase, returned: Returned, source: Buffer): Promise<Taken> {
  if (returned.kind === 'leave') {
    return database.act('notices', systemActor, async (tx) => ((await endContact(tx, returned.contactId, 'one-click')) ? 'left' : 'ignored'))
  }
  const failure = await failureIn(source)
  if (failure === undefined) return 'ignored'
  return database.act('notices', systemActor, (tx) => countFailure(tx, returned, failure))
}

async function countFailure(tx: Tx, { contactId, noticePrefix }: Extract<Returned, { kind: 'bounce' }>, failure: DeliveryFailure): Promise<Taken> {
  const noticeId = await findNoticeByPrefix(tx, noticePrefix)
  const contact = await findContactById(tx, contactId)
  if (noticeId === undefined || contact === undefined || (await wasRefused(tx, noticeId, contactId))) return 'ignored'
  const { code, answer, isGone } = failure
  const stopped = await keepRefusals(tx, [{ noticeId, contactId, channel: 'mail', code, answer, isGone }])
  for (const { id, channel } of stopped) tx.publish(facts.stopped, id, { channel, why: 'bounced' })
  return 'counted'
}
