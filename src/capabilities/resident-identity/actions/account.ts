import { challengeHash, isOwnChallenge } from '#capabilities/passkeys/challenges.ts'
import { passkeyCreationFor, readCreated, relyingPartyAt, verifyCreated } from '#capabilities/passkeys/passkeys.ts'
import { closeAllResidentSessions, closeResidentSession, endActingFor } from '#kernel/access/resident-sessions.ts'
import { changeResident, closeResident } from '#kernel/access/residents.ts'
import type { Proof } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { redirect, type Answer, type Cookie } from '#kernel/web/answers.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { languageForm, mailboxForm, passkeyForm } from '../forms.ts'
import { accountSubject, BASIS } from '../model.ts'
import { showAccount } from '../pages/account.ts'
import { LIMITS } from '../rules/limits.ts'
import { normalAddress } from '../rules/mail-address.ts'
import { endCard, endCardsOf, listCards } from '../store/cards.ts'
import { listMailboxes, removeMailbox, removeMailboxesOf } from '../store/mailboxes.ts'
import { dropOpenCaseOf } from '../store/match-cases.ts'
import { addPasskey, listPasskeys, removePasskey, removePasskeysOf, spendChallenge } from '../store/passkeys.ts'
import { endProxiesOf } from '../store/proxies.ts'
import { waysOf } from '../store/ways.ts'
import { accountWords as words } from '../text/account.ts'
import { signInWords } from '../text/sign-in.ts'
import { languageCookie } from './entering.ts'
import { sendLink } from './mail-sign-in.ts'
import { residentOf } from './resident.ts'
import { tellOwner } from './security-letters.ts'

const noSession: Cookie = { name: SESSION_COOKIE, value: null, maxAgeSeconds: 0 }

export async function signOut({ tx, actor, session }: Visit): Promise<Answer> {
  if (actor.resident !== null && session !== null) {
    await closeResidentSession(tx, actor.resident.accountId, session.id)
    await tx.note({ act: 'sign-out', subject: accountSubject(actor.resident.accountId), basis: BASIS })
  }
  // A clerk who sends this form by mistake stays signed in.
  return redirect('/', actor.person === null ? { notice: signInWords.signedOut, cookies: [noSession] } : {})
}

export async function chooseLanguage(visit: Submission<ValuesOf<typeof languageForm>>): Promise<Answer> {
  const { language } = visit.values
  await changeResident(visit.tx, residentOf(visit).accountId, { language })
  return redirect('/my/account', { cookies: [languageCookie(language)] })
}

export async function endSession(visit: Visit): Promise<Answer> {
  const { accountId, sessionId } = residentOf(visit)
  const id = visit.params['id'] ?? ''
  if ((await closeResidentSession(visit.tx, accountId, id)) === 0) throw new Fault('not-found')
  return id === sessionId ? redirect('/', { notice: signInWords.signedOut, cookies: [noSession] }) : redirect('/my/account', { notice: words.sessionEnded })
}

export async function signOutEverywhere(visit: Visit): Promise<Answer> {
  const { tx } = visit
  const { accountId } = residentOf(visit)
  const sessions = await closeAllResidentSessions(tx, accountId)
  await tx.note({ act: 'sign-out everywhere', subject: accountSubject(accountId), basis: BASIS })
  tx.publish(facts.signedOutEverywhere, accountSubject(accountId), { sessions })
  return redirect('/', { notice: signInWords.signedOut, cookies: [noSession] })
}

/** A mailbox becomes a way in once the letter's button was pressed. */
export async function wantMailbox(visit: Submission<ValuesOf<typeof mailboxForm>>): Promise<Answer> {
  const { accountId } = residentOf(visit)
  const refuse = (phrase: typeof words.tooManyMailboxes) => showAccount(visit, { mailbox: { typed: visit.typed, problems: { address: { phrase } } } })
  if ((await listMailboxes(visit.tx, accountId)).length >= LIMITS.mailboxes) return refuse(words.tooManyMailboxes)
  const address = normalAddress(visit.values.address)
  if (address === null) return refuse(signInWords.addressWrong)
  const cookies = await sendLink(visit, { address, accountId, returnTo: '/my/account' })
  return cookies === 'crowded' ? refuse(signInWords.crowded) : redirect('/my/sign-in/mail/sent', { cookies })
}

export async function registerPasskey(visit: Submission<ValuesOf<typeof passkeyForm>>): Promise<Answer> {
  const { tx, city, client, seal, values } = visit
  const { accountId } = residentOf(visit)
  const party = relyingPartyAt(city, client.origin)
  const answered = readCreated(values.credential)
  const isOurs = answered !== null && isOwnChallenge(seal, passkeyCreationFor(accountId), answered.challenge, tx.now)
  const hasRoom = (await listPasskeys(tx, accountId)).length < LIMITS.passkeys
  const isFresh = isOurs && hasRoom && (await spendChallenge(tx, challengeHash(answered.challenge)))
  const made = isFresh && party !== null ? await verifyCreated(party, answered) : null
  if (made === null || (await addPasskey(tx, accountId, values.name, made)) === 0) {
    const phrase = hasRoom ? words.passkeyRefused : words.tooManyPasskeys
    return showAccount(visit, { passkey: { typed: visit.typed, problems: { name: { phrase } } } })
  }
  return added(visit, accountId, 'passkey')
}

async function added({ tx }: Visit, accountId: string, way: Proof): Promise<Answer> {
  await tellOwner(tx, accountId, 'way-added')
  await tx.note({ act: `add ${way}`, subject: accountSubject(accountId), basis: BASIS })
  tx.publish(facts.wayAdded, accountSubject(accountId), { way })
  return redirect('/my/account', { notice: words.passkeyAdded })
}

/** A mailbox or a passkey opens the account, but only the card that stands over them takes itself away or closes everything. */
async function assertSurest(visit: Visit): Promise<void> {
  const { accountId, proof } = residentOf(visit)
  const hasCard = (await listCards(visit.tx, accountId)).length > 0
  if (hasCard && proof !== 'card') throw new Fault('sign-in-required', '', { door: '/my/sign-in?proof=card' })
}

/** The last way in is kept: without one nobody could come back. */
export async function removeWay(visit: Visit): Promise<Answer> {
  const { tx, params } = visit
  const { accountId } = residentOf(visit)
  const { kind = '', id = '' } = params
  if (!isUuid(id) || (kind !== 'card' && kind !== 'mail' && kind !== 'passkey')) throw new Fault('not-found')
  if (kind === 'card') await assertSurest(visit)
  if ((await waysOf(tx, accountId)).length <= 1) return redirect('/my/account', { notice: words.lastWay })
  const remove = { card: endCard, mail: removeMailbox, passkey: removePasskey }[kind]
  await tellOwner(tx, accountId, 'way-removed')
  if ((await remove(tx, accountId, id)) === 0) throw new Fault('not-found')
  await tx.note({ act: `remove ${kind}`, subject: accountSubject(accountId), basis: BASIS })
  tx.publish(facts.wayRemoved, accountSubject(accountId), { way: kind })
  return redirect('/my/account', { notice: words.wayRemoved })
}

/** Ways, powers and sessions end; what was done with the account keeps its name. A new sign-in opens a new account. */
export async function closeAccount(visit: Visit): Promise<Answer> {
  const { tx } = visit
  const { accountId } = residentOf(visit)
  await assertSurest(visit)
  await endCardsOf(tx, accountId)
  await removeMailboxesOf(tx, accountId)
  await removePasskeysOf(tx, accountId)
  await dropOpenCaseOf(tx, accountId)
  for (const ended of await endProxiesOf(tx, accountId)) {
    if (ended.holderAccount !== null) await endActingFor(tx, ended.principalId, ended.holderAccount)
    tx.publish(facts.powerEnded, `power:${ended.id}`, { by: 'closing' })
  }
  await closeResident(tx, accountId)
  await tx.note({ act: 'close account', subject: accountSubject(accountId), basis: BASIS })
  tx.publish(facts.accountClosed, accountSubject(accountId), {})
  return redirect('/', { notice: words.closed, cookies: [noSession] })
}
