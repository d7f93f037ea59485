import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import type { Contact, PersonalChannelKey } from '../model.ts'
import type { Choices } from '../rules/choices.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

export type ContactState = 'unconfirmed' | 'active' | 'stopped' | 'left'

/** Everything that is held about a contact. */
export interface KeptContact extends Contact, Choices {
  readonly state: ContactState
  readonly madeAt: Temporal.Instant
  readonly confirmedAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
}

export interface NewContact extends Contact, Choices {
  readonly lane: string
  readonly state: 'unconfirmed' | 'active'
}

/** False when somebody with this address is there already, also when another transaction was faster. */
export async function keepContact(tx: Tx, contact: NewContact): Promise<boolean> {
  const { id, channel, address, lane, keys, state } = contact
  const row = { id, channel, address, lane, keys: keys as never, state, ...rowOf(contact), made_at: tx.now, confirmed_at: state === 'active' ? tx.now : null }
  const added = await tx.run(notices.insertInto('notices.contact').values(row).onConflict((conflict) => conflict.doNothing()))
  return added === 1
}

/** The one who is, or may become, reachable there; nobody who left. */
export async function findByAddress(tx: Tx, channel: PersonalChannelKey, address: string): Promise<KeptContact | undefined> {
  const row = await tx.find(
    contactRows()
      .where('channel', '=', channel)
      .where((contact) => contact(sql<string>`lower(address)`, '=', sql<string>`lower(${address})`))
      .where('state', 'in', ['unconfirmed', 'active', 'stopped']),
  )
  return row === undefined ? undefined : contactOf(row)
}

export async function findContact(tx: Tx, id: string): Promise<KeptContact | undefined> {
  const row = await tx.find(contactRows().where('id', '=', id))
  return row === undefined ? undefined : contactOf(row)
}

/** Changes the state from one of `from`; false when it was another by then. */
export async function changeState(tx: Tx, id: string, from: readonly ContactState[], to: ContactState): Promise<boolean> {
  const changed = { state: to, ...(to === 'active' ? { ended_at: null, bounces: 0 } : { ended_at: tx.now }) }
  const rows = await tx.run(notices.updateTable('notices.contact').set(changed).where('id', '=', id).where('state', 'in', [...from]))
  return rows === 1
}

/** Notes that its owner confirmed the address; once is enough. */
export async function noteConfirmed(tx: Tx, id: string): Promise<void> {
  await tx.run(notices.updateTable('notices.contact').set({ confirmed_at: tx.now }).where('id', '=', id).where('confirmed_at', 'is', null))
}

export async function keepChoices(tx: Tx, id: string, choices: Choices): Promise<void> {
  await tx.run(notices.updateTable('notices.contact').set(rowOf(choices)).where('id', '=', id))
}

/** A browser renews its keys with its subscription. */
export async function keepKeys(tx: Tx, id: string, keys: Contact['keys']): Promise<void> {
  await tx.run(notices.updateTable('notices.contact').set({ keys: keys as never }).where('id', '=', id))
}

/** Empties what could name a person in contacts that left before `before`; returns how many. */
export function eraseEnded(tx: Tx, before: Temporal.Instant): Promise<number> {
  const emptied = { address: '', lane: '', keys: null, topics: [], towns: [], quiet_from: null, quiet_to: null }
  return tx.run(notices.updateTable('notices.contact').set(emptied).where('state', '=', 'left').where('ended_at', '<', before).where('address', '<>', ''))
}

function rowOf({ language, topics, towns, quiet }: Choices) {
  return { language, topics: [...topics], towns: [...towns], quiet_from: quiet?.from ?? null, quiet_to: quiet?.to ?? null }
}

function contactRows() {
  return notices
    .selectFrom('notices.contact')
    .select(['id', 'channel', 'address', 'keys', 'language', 'topics', 'towns', 'quiet_from', 'quiet_to', 'state'])
    .select(['made_at as madeAt', 'confirmed_at as confirmedAt', 'ended_at as endedAt'])
}

type ContactRow = ReturnType<typeof contactRows> extends { execute(): Promise<(infer Row)[]> } ? Row : never

function contactOf({ quiet_from: from, quiet_to: to, ...row }: ContactRow): KeptContact {
  return {
    ...row,
    channel: row.channel as PersonalChannelKey,
    keys: row.keys as Contact['keys'],
    language: row.language as Language,
    state: row.state as ContactState,
    quiet: from === null || to === null ? null : { from, to },
  }
}
