import { sql } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Audience, PersonalChannelKey } from '../model.ts'
import { townsWithForerunners, wantedBy } from './reach.ts'

/** Contacts that one stretch looks at, so that no statement takes long however few of them a notice is for. */
export const LOOKED_AT = 20_000

/** Before every contact's id. */
const BEGINNING = '00000000-0000-0000-0000-000000000000'

export interface StretchWish {
  readonly channel: PersonalChannelKey
  readonly topic: string
  readonly audience: Audience
  /** The last contact that was looked at; null at the beginning. */
  readonly after: string | null
  readonly most: number
}

export interface MeantContact {
  readonly id: string
  readonly lane: string
  readonly quietFrom: number | null
  readonly quietTo: number | null
}

export interface FoundStretch {
  readonly contacts: readonly MeantContact[]
  /** Where the next stretch begins; null when nobody comes after. */
  readonly upTo: string | null
}

/**
 * The next contacts of an audience in the order of their ids, `most` at most. Subscribers are found along the index
 * `contact_order`, members of lists along the lists.
 */
export async function findStretch(tx: Tx, { channel, topic, audience, after, most }: StretchWish): Promise<FoundStretch> {
  const from = after ?? BEGINNING
  const looked = audience.kind === 'lists' ? onLists(audience.lists, channel, from) : inOrder(channel, from)
  const towns = audience.kind === 'subscribers' && audience.towns !== 'all' ? await townsWithForerunners(tx, audience.towns) : []
  const wanted = audience.kind === 'lists' ? sql<boolean>`contact.is_written_to` : wantedBy(topic, audience, towns)
  const contacts = await tx.list(statement(sql<MeantContact>`
    select id, lane, quiet_from as "quietFrom", quiet_to as "quietTo" from (${looked} limit ${LOOKED_AT}) contact where ${wanted} limit ${most}`))
  const last = contacts.at(-1)
  if (contacts.length === most && last !== undefined) return { contacts, upTo: last.id }
  const end = await tx.find(statement(sql<{ id: string }>`select id from (${looked} offset ${LOOKED_AT - 1} limit 1) contact`))
  return { contacts, upTo: end?.id ?? null }
}

/** In the order of the index `contact_order`, so that it is followed and nothing is sorted, however many contacts there are. */
function inOrder(channel: PersonalChannelKey, from: string) {
  return sql`select id, lane, quiet_from, quiet_to, topics, towns from notices.contact where channel = ${channel} and state = 'active' and id > ${from} order by channel, id`
}

/** Everybody on the lists, each once, with those that are not written to: the place in the order is a place on the lists. */
function onLists(lists: readonly string[], channel: PersonalChannelKey, from: string) {
  return sql`
    select member.id, lane, quiet_from, quiet_to, channel = ${channel} and state = 'active' as is_written_to
      from (select distinct contact_id as id from notices.list_member where list = any(${[...lists]}::text[]) and contact_id > ${from}) member
      join notices.contact on contact.id = member.id order by member.id`
}
