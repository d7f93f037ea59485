import { randomUUID } from 'node:crypto'
import { sendMail } from '#capabilities/mail/mail.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { Voice, type Language, type Phrase } from '#kernel/text/text.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { findContactByAddress } from '../contacts.ts'
import { facts } from '../facts.ts'
import type { lostForm, mailForm } from '../forms/subscribe.ts'
import { readChoices } from '../forms/read-choices.ts'
import { askMailAgain, hasTopics, nothingYet, tooLate } from '../pages/subscribe.ts'
import { laneOf } from '../rules/address.ts'
import { BASES, CONFIRM_HOURS, MOST_LETTERS } from '../rules/retention.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import { confirmLink, contactLink, readConfirmToken } from '../rules/token.ts'
import { changeState, findByAddress, keepChoices, keepContact, noteConfirmed, type KeptContact, type NewContact } from '../store/contacts.ts'
import { countPending, findPending, keepPending, usePending, type Pending } from '../store/pending.ts'
import { letterWords } from '../text/letter-words.ts'
import { subscribeWords as words } from '../text/subscribe-words.ts'

/**
 * Sends a letter that asks whether the wish is real. Known and unknown addresses are treated alike, so that neither the
 * answer nor the letter tells anybody who is subscribed.
 */
export async function subscribeByMail(visit: Submission<ValuesOf<typeof mailForm>>): Promise<Answer> {
  const { values, tx, seal } = visit
  if (!hasTopics(visit)) return nothingYet(visit)
  const read = await readChoices(visit, values)
  if (!read.ok) return askMailAgain(visit, read.problems)
  const pending = { id: randomUUID(), address: values.address, ...read.choices }
  if (await mayBeWrittenTo(tx, pending.address)) {
    await keepPending(tx, 'subscribe', pending)
    const link = `${portalOrigin(visit.city)}${confirmLink(seal, pending.id)}`
    await writeLetter(visit, pending, { subject: letterWords.confirmSubject, text: letterWords.confirmText, purpose: 'notices.confirm', link })
  }
  return redirect('/notices/sent')
}

/** The link to one's own page once more, by mail only. */
export async function sendLink(visit: Submission<ValuesOf<typeof lostForm>>): Promise<Answer> {
  const { values: { address }, tx, seal, voice, city } = visit
  if (await mayBeWrittenTo(tx, address)) {
    const contact = await findContactByAddress(tx, 'mail', address)
    const language = contact?.language ?? voice.language
    await keepPending(tx, 'link', { id: randomUUID(), address, language, topics: [], towns: [], quiet: null })
    if (contact !== undefined) {
      await tx.note({ act: 'send the link of a subscription', subject: `contact:${contact.id}`, basis: BASES.ownRequest })
      const link = `${portalOrigin(city)}${contactLink(seal, contact.id)}`
      const letter = { subject: letterWords.linkSubject, text: letterWords.linkText, purpose: 'notices.link', link }
      await writeLetter(visit, { address: contact.address, language }, letter)
    }
  }
  return redirect('/notices/sent?for=link')
}

async function mayBeWrittenTo(tx: Tx, address: string): Promise<boolean> {
  return (await countPending(tx, address, tx.now.subtract({ hours: CONFIRM_HOURS }))) < MOST_LETTERS
}

interface LetterAbout {
  readonly subject: Phrase<'city'>
  readonly text: Phrase<'city' | 'link'>
  readonly purpose: string
  readonly link: string
}

async function writeLetter({ tx, city }: Visit, to: { address: string; language: Language }, { subject, text, purpose, link }: LetterAbout): Promise<void> {
  const voice = new Voice({ language: to.language, hasFurigana: false, textSize: 'standard' })
  const values = { city: voice.plain(city.displayName), link }
  await sendMail(tx, { to: to.address, subject: voice.plain(subject, values), text: voice.plain(text, values), purpose })
}

/** The owner of the address has pressed the button: what was wished for holds, also for who was subscribed before. */
export async function confirmWish(visit: Submission<unknown>): Promise<Answer> {
  const { tx, params, seal } = visit
  const id = readConfirmToken(seal, params.token ?? '')
  const pending = id === undefined ? undefined : await findPending(tx, id, tx.now.subtract({ hours: CONFIRM_HOURS }))
  if (pending === undefined) return tooLate(visit)
  const contactId = (await usePending(tx, pending.id)) ? await subscribeTo(tx, wishOf(pending)) : (await findByAddress(tx, 'mail', pending.address))?.id
  if (contactId === undefined) return tooLate(visit)
  return redirect(contactLink(seal, contactId), { notice: words.confirmed })
}

function wishOf({ address, language, topics, towns, quiet }: Pending): Wish {
  return { channel: 'mail', address, keys: null, language, topics, towns, quiet }
}

export type Wish = Omit<NewContact, 'id' | 'lane' | 'state'>

/** Makes a contact of a confirmed wish, or gives the one who is there what they wish now. Returns its id. */
export async function subscribeTo(tx: Tx, wish: Wish): Promise<string> {
  const { channel, address, language } = wish
  const id = randomUUID()
  if (await keepContact(tx, { ...wish, id, lane: laneOf(channel, address), state: 'active' })) {
    await tx.note({ act: 'subscribe', subject: `contact:${id}`, basis: BASES.ownRequest })
    tx.publish(facts.subscribed, id, { channel, language })
    return id
  }
  const there = await findByAddress(tx, channel, address)
  if (there === undefined) throw new Error('the contact left while it was confirmed')
  await renew(tx, there, wish)
  return there.id
}

async function renew(tx: Tx, { id, channel, state }: KeptContact, wish: Wish): Promise<void> {
  await tx.note({ act: 'change a subscription', subject: `contact:${id}`, basis: BASES.ownRequest })
  await keepChoices(tx, id, wish)
  const { language } = wish
  if (state === 'active') {
    tx.publish(facts.changed, id, { channel, language })
    return
  }
  await changeState(tx, id, ['unconfirmed', 'stopped'], 'active')
  await noteConfirmed(tx, id)
  tx.publish(facts.subscribed, id, { channel, language })
}
