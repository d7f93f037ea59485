import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import type { Audience, PersonalChannelKey } from '../model.ts'
import type { NoticesTables } from '../tables.ts'
import { listTowns } from './districts.ts'

const notices = queriesOver<NoticesTables>()

export interface ReachRow {
  readonly channel: PersonalChannelKey
  readonly language: Language
  readonly people: number
}

/** Active contacts of an audience, counted by channel and language. */
export async function countContacts(tx: Tx, topic: string, audience: Audience): Promise<ReachRow[]> {
  const towns = audience.kind === 'subscribers' && audience.towns !== 'all' ? await townsWithForerunners(tx, audience.towns) : []
  const rows = await tx.list(
    notices
      .selectFrom('notices.contact')
      .select(['channel', 'language'])
      .select((contact) => contact.fn.countAll<number>().as('people'))
      .where('state', '=', 'active')
      .where(wantedBy(topic, audience, towns))
      .groupBy(['channel', 'language']),
  )
  return rows as ReachRow[]
}

/**
 * Condition on `notices.contact` for belonging to an audience. `towns` are those of `townsWithForerunners`; a contact
 * without towns wants to hear of the whole city.
 */
export function wantedBy(topic: string, audience: Audience, towns: readonly string[]) {
  if (audience.kind === 'lists') {
    return sql<boolean>`exists (select from notices.list_member m where m.contact_id = contact.id and m.list = any(${[...audience.lists]}::text[]))`
  }
  if (audience.towns === 'all') return sql<boolean>`contact.topics @> array[${topic}]::text[]`
  return sql<boolean>`contact.topics @> array[${topic}]::text[] and (contact.towns = '{}' or contact.towns && ${[...towns]}::text[])`
}

/** The towns and every former town that became one of them: who subscribed under the old name is still meant. */
export async function townsWithForerunners(tx: Tx, towns: readonly string[]): Promise<string[]> {
  const all = await listTowns(tx)
  const found = new Set(towns)
  // A chain of successors is as long as the list at most.
  for (let grown = -1; grown !== found.size; ) {
    grown = found.size
    for (const { name, successor } of all) if (successor !== null && found.has(successor)) found.add(name)
  }
  return [...found]
}
