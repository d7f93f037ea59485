import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import { manyRowsOf, statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { PersonalChannelKey } from '../model.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

/** An address that was said to be gone this often, by notices one after the other, is no longer written to. */
export const MOST_BOUNCES = 3
/** A refusal longer ago than this is another story: the counting begins anew. */
const REMEMBERED_DAYS = 90

export interface Refusal {
  readonly noticeId: string
  readonly contactId: string
  readonly channel: PersonalChannelKey
  /** The service's number for it: an SMTP reply, an HTTP status; 0 where nobody was asked. */
  readonly code: number
  readonly answer: string
  readonly isGone: boolean
}

export interface StoppedContact {
  readonly id: string
  readonly channel: PersonalChannelKey
}

/** Keeps what was refused for good, and stops addresses that have been gone too often. Returns those that were stopped now. */
export async function keepRefusals(tx: Tx, refusals: readonly Refusal[]): Promise<StoppedContact[]> {
  if (refusals.length === 0) return []
  const gone = refusals.filter((refusal) => refusal.isGone).map((refusal) => refusal.contactId).toSorted()
  const stopped = gone.length === 0 ? [] : await countBounces(tx, gone)
  await manyRowsOf<NoticesTables>().insertRows(tx, 'notices.refusal', refusals.map(({ noticeId, contactId, channel, code, answer }) => ({
    notice_id: noticeId, contact_id: contactId, channel, code, answer: withoutAddresses(answer), refused_at: tx.now.toString() as never,
  })))
  return stopped
}

async function countBounces(tx: Tx, contactIds: readonly string[]): Promise<StoppedContact[]> {
  const since = tx.now.subtract({ hours: REMEMBERED_DAYS * 24 })
  return tx.list(statement(sql<StoppedContact>`
    with present as (
      select id, case when exists (select from notices.refusal where contact_id = contact.id and refused_at > ${since}) then bounces + 1 else 1 end as bounces
        from notices.contact where id = any(${[...contactIds]}::uuid[]) and state = 'active' order by id for update
    ), counted as (
      update notices.contact set bounces = present.bounces, state = case when present.bounces >= ${MOST_BOUNCES} then 'stopped' else contact.state end
        from present where contact.id = present.id returning contact.id, contact.channel, contact.state
    )
    select id, channel from counted where state = 'stopped'`))
}

/** Whether this notice came back from this contact before: the same report twice is one bounce. */
export async function wasRefused(tx: Tx, noticeId: string, contactId: string): Promise<boolean> {
  const own = notices.selectFrom('notices.refusal').select('code').where('contact_id', '=', contactId).where('notice_id', '=', noticeId)
  return (await tx.find(own.limit(1))) !== undefined
}

/** Servers repeat whom it is about; that belongs into no table. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"]+@[^\s<>"]+/g, '…').slice(0, 300)
}
