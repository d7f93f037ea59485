import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { unprovenIdIn } from '#kernel/secrets/sealed-id.ts'
import type { Language } from '#kernel/text/text.ts'
import { facts } from './facts.ts'
import type { Contact, PersonalChannelKey } from './model.ts'
import { addressProblem, laneOf, type AddressProblem } from './rules/address.ts'
import { changeState, findByAddress, findContact, keepChoices, keepContact, noteConfirmed, type KeptContact } from './store/contacts.ts'
import { deleteMembers, deleteOthers, insertMembers, listMemberIds } from './store/lists.ts'

export { CONFIRM_HOURS, MOST_LETTERS } from './rules/retention.ts'
export type { AddressProblem } from './rules/address.ts'
export type { KeptContact } from './store/contacts.ts'

export interface ContactDraft {
  readonly channel: PersonalChannelKey
  readonly address: string
  /** Of a push subscription; the other channels have none. */
  readonly keys?: Contact['keys']
  readonly language: Language
  readonly topics?: readonly string[]
  /** Left out or empty: the whole city. */
  readonly towns?: readonly string[]
  /** Whether its owner has said yes; until then nothing is sent there. */
  readonly isConfirmed: boolean
}

export type ContactAdded = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly problem: AddressProblem }

/** How somebody left: on the page, by the button of a mail program (RFC 8058), or at the channel itself (LINE, browser). */
export type LeavingWay = 'page' | 'one-click' | 'channel'

/**
 * Takes an address in. Somebody who is there already keeps what they chose, under the same id, and gets the draft's topics
 * besides; a confirmed draft wakes one who was waiting or had been stopped.
 */
export function addContact(tx: Tx, draft: ContactDraft): Promise<ContactAdded> {
  const { channel, address, keys = null, language, topics = [], towns = [], isConfirmed } = draft
  const problem = addressProblem(channel, address, keys)
  if (problem !== undefined) return Promise.resolve({ ok: false, problem })
  return tx.within('notices', async () => {
    const id = randomUUID()
    const state = isConfirmed ? 'active' : 'unconfirmed'
    const isNew = await keepContact(tx, { id, channel, address, lane: laneOf(channel, address), keys, language, topics, towns, quiet: null, state })
    if (!isNew) return { ok: true, id: await idThere(tx, draft) }
    if (isConfirmed) tx.publish(facts.subscribed, id, { channel, language })
    return { ok: true, id }
  })
}

async function idThere(tx: Tx, { channel, address, topics = [], isConfirmed }: ContactDraft): Promise<string> {
  const there = await findByAddress(tx, channel, address)
  if (there === undefined) throw new Error('the contact left while it was taken in')
  const added = topics.filter((topic) => !there.topics.includes(topic))
  if (added.length > 0) await keepChoices(tx, there.id, { ...there, topics: [...there.topics, ...added] })
  if (isConfirmed) await wake(tx, there)
  return there.id
}

/** Its owner says yes (double opt-in). False: it is not waiting, or no more. */
export function confirmContact(tx: Tx, id: string): Promise<boolean> {
  return tx.within('notices', async () => {
    const contact = await findContact(tx, id)
    return contact !== undefined && wake(tx, contact)
  })
}

async function wake(tx: Tx, { id, channel, language }: KeptContact): Promise<boolean> {
  if (!(await changeState(tx, id, ['unconfirmed', 'stopped'], 'active'))) return false
  await noteConfirmed(tx, id)
  tx.publish(facts.subscribed, id, { channel, language })
  return true
}

/** Nothing is sent there any more, from no list either. Who returns within the time for it is on all lists as before. */
export function endContact(tx: Tx, id: string, how: LeavingWay): Promise<boolean> {
  return tx.within('notices', async () => {
    const contact = await findContact(tx, id)
    if (contact === undefined || !(await changeState(tx, id, ['unconfirmed', 'active', 'stopped'], 'left'))) return false
    if (contact.confirmedAt !== null) tx.publish(facts.left, id, { channel: contact.channel, how })
    return true
  })
}

/** Who is, or may become, reachable at the address. The caller notes why it looked (`tx.note`). */
export function findContactByAddress(tx: Tx, channel: PersonalChannelKey, address: string): Promise<KeptContact | undefined> {
  return tx.within('notices', () => findByAddress(tx, channel, address))
}

/** Letters of a token: 28 bytes in base64url. */
const TOKEN_LENGTH = 38

/**
 * Whom the address of somebody's own page names (`/notices/mine/…`), as people copy it, or its end alone. Only its owner
 * has got it: the id in it is the secret, 122 random bits (RFC 9562 section 5.4) that stand on no page.
 */
export function contactIdInOwnPage(typed: string): string | undefined {
  const path = typed.normalize('NFKC').trim().replace(/[?#].*$/su, '').replace(/\/+$/u, '')
  return unprovenIdIn(path.slice(-TOKEN_LENGTH))
}

/** With what is held about it; the caller notes why it looked (`tx.note`). */
export function findContactById(tx: Tx, id: string): Promise<KeptContact | undefined> {
  return tx.within('notices', () => findContact(tx, id))
}

/** Returns how many were not on it yet. The list's name begins with the name of the service that keeps it. */
export function addToList(tx: Tx, list: string, contactIds: readonly string[]): Promise<number> {
  assertOwn(tx, list)
  return tx.within('notices', () => insertMembers(tx, list, contactIds))
}

export function removeFromList(tx: Tx, list: string, contactIds: readonly string[]): Promise<number> {
  assertOwn(tx, list)
  return tx.within('notices', () => deleteMembers(tx, list, contactIds))
}

/** From now on these and nobody else: a class after its promotion in April. Returns how many came and went. */
export function replaceList(tx: Tx, list: string, contactIds: readonly string[]): Promise<{ added: number; removed: number }> {
  assertOwn(tx, list)
  return tx.within('notices', async () => {
    const removed = await deleteOthers(tx, list, contactIds)
    return { added: await insertMembers(tx, list, contactIds), removed }
  })
}

/** Ids in the order in which they came on it. */
export function listMembers(tx: Tx, list: string): Promise<string[]> {
  assertOwn(tx, list)
  return tx.within('notices', () => listMemberIds(tx, list))
}

function assertOwn(tx: Tx, list: string): void {
  if (!list.startsWith(`${tx.service}.`)) throw new RangeError(`The list ${list} must begin with ${tx.service}.`)
}
