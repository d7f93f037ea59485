import { randomBytes } from 'node:crypto'
import { sendMail } from '#capabilities/mail/mail.ts'
import { findResident } from '#kernel/access/residents.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer, type Cookie } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { mailForm } from '../forms.ts'
import { accountSubject, BASIS } from '../model.ts'
import { showLinkEnded } from '../pages/mail-link.ts'
import { showSignIn } from '../pages/sign-in.ts'
import { LIMITS } from '../rules/limits.ts'
import { ADDRESS_CONTEXT, maskedAddress, normalAddress } from '../rules/mail-address.ts'
import { returnWay } from '../rules/return-way.ts'
import { addAttempt, countFor, countFrom, waitForTurn } from '../store/attempts.ts'
import { addMailbox, addMailLink, findMailbox, rememberMailboxUse, spendMailLink, type MailLink } from '../store/mailboxes.ts'
import { accountWords } from '../text/account.ts'
import { signInWords as words } from '../text/sign-in.ts'
import { enter, openAccount } from './entering.ts'
import { isCrowded, noteFailure } from './limits.ts'
import { ownOrigin } from './own-address.ts'
import { tellOwner } from './security-letters.ts'

/** Ties a mailed link to the browser that asked for it. */
const BROWSER_COOKIE = 'tsunagu-mail'
const BROWSER_BYTES = 24

/** Known or not, an address gets the same letter and the page says the same: whose account exists is nobody's business. */
export async function askForLink(visit: Submission<ValuesOf<typeof mailForm>>): Promise<Answer> {
  const address = normalAddress(visit.values.address)
  if (address === null) return showSignIn(visit, { typed: visit.typed, problems: { address: { phrase: words.addressWrong } } })
  const cookies = await sendLink(visit, { address, accountId: null, returnTo: returnWay(visit.values.return) })
  if (cookies === 'crowded') return showSignIn(visit, { typed: visit.typed, problems: { address: { phrase: words.crowded } } })
  return redirect('/my/sign-in/mail/sent', { cookies })
}

interface WantedLink {
  readonly address: string
  /** The account that wants the mailbox as a way in; null at sign-in. */
  readonly accountId: string | null
  readonly returnTo: string
}

/** Sends a link within the limits; the cookies tie it to this browser. */
export async function sendLink(visit: Visit, { address, accountId, returnTo }: WantedLink): Promise<readonly Cookie[] | 'crowded'> {
  const { tx, seal, client, cookies, voice, city } = visit
  const addressMac = seal.mac(addressText(address))
  if (!(await mayWrite(tx, addressMac, client.address))) return 'crowded'
  await addAttempt(tx, { what: 'letter', addressMac, network: client.address, isFailure: false })
  const known = cookies[BROWSER_COOKIE]
  const browser = known !== undefined && /^[\w-]{32}$/.test(known) ? known : randomBytes(BROWSER_BYTES).toString('base64url')
  const sealedAddress = seal.close(address, ADDRESS_CONTEXT)
  const token = await addMailLink(tx, { addressMac, sealedAddress, accountId, returnTo, browser })
  const link = `${ownOrigin(visit)}/my/sign-in/mail/${token}`
  await sendMail(tx, {
    to: address,
    subject: voice.plain(words.letterSubject, { city: voice.plain(city.displayName) }),
    text: voice.plain(words.letterBody, { link }),
    purpose: 'resident-identity.link',
  })
  return [{ name: BROWSER_COOKIE, value: browser, maxAgeSeconds: LIMITS.mailLinkMinutes * 60 }]
}

/** Nobody's mailbox is flooded from here, and nobody sends letters to half the city from one place. */
async function mayWrite(tx: Tx, addressMac: Buffer, network: string): Promise<boolean> {
  await waitForTurn(tx, network)
  const since = tx.now.subtract({ hours: 1 })
  if ((await countFor(tx, addressMac, 'letter', since)) >= LIMITS.lettersPerAddressPerHour) return false
  return (await countFrom(tx, network, ['letter'], since, false)) < LIMITS.lettersPerNetworkPerHour
}

/** The button behind the link: programs that open every link of a letter press none. */
export async function useLink(visit: Visit): Promise<Answer> {
  const { tx, params, cookies, client } = visit
  if (await isCrowded(tx, client.address)) return showLinkEnded(visit)
  const link = await spendMailLink(tx, params['token'] ?? '', cookies[BROWSER_COOKIE] ?? '')
  if (link === undefined) {
    await noteFailure(tx, { way: 'mail', what: 'link', reason: 'link-ended', network: client.address })
    return showLinkEnded(visit)
  }
  return link.accountId === null ? signInByLink(visit, link) : addByLink(visit, link, link.accountId)
}

async function signInByLink(visit: Visit, link: MailLink): Promise<Answer> {
  const { tx, seal, voice } = visit
  await waitForTurn(tx, `mailbox ${link.addressMac.toString('base64url')}`)
  const known = await findMailbox(tx, link.addressMac)
  if (known !== undefined) await rememberMailboxUse(tx, known.id)
  const account = known === undefined ? undefined : await findResident(tx, known.accountId)
  if (account?.isOpen) return redirect(link.returnTo, { cookies: await enter(tx, visit, account.id, 'mail') })
  const address = seal.open(link.sealedAddress, ADDRESS_CONTEXT) ?? ''
  const opened = await openAccount(tx, 'mail', { name: maskedAddress(address), personId: null, language: voice.language })
  await addMailbox(tx, opened.id, { mac: link.addressMac, sealed: link.sealedAddress })
  return redirect(link.returnTo, { cookies: await enter(tx, visit, opened.id, 'mail') })
}

/** Only for the account that asked, still signed in: a link is no second way to sign in. */
async function addByLink(visit: Visit, link: MailLink, accountId: string): Promise<Answer> {
  const { tx, actor } = visit
  if (actor.resident?.accountId !== accountId) return showLinkEnded(visit)
  const added = await addMailbox(tx, accountId, { mac: link.addressMac, sealed: link.sealedAddress })
  // Another account's address: the answer is the same as for a link that has ended.
  if (added === 0) return showLinkEnded(visit)
  await tellOwner(tx, accountId, 'way-added')
  await tx.note({ act: 'add mail', subject: accountSubject(accountId), basis: BASIS })
  tx.publish(facts.wayAdded, accountSubject(accountId), { way: 'mail' })
  return redirect('/my/account', { notice: accountWords.mailboxAdded })
}

/** What is fingerprinted for finding an address again; the part before the @ may tell capitals apart (RFC 5321), in practice it does not. */
export function addressText(address: string): string {
  return `address ${address.toLowerCase()}`
}
