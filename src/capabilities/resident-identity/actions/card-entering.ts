import { changeResident, findResident, findResidentOf, type ResidentAccount } from '#kernel/access/residents.ts'
import { personOnCard, type CardMatch } from '#capabilities/residents/residents.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Cookie } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import { accountSubject, MATCH_BASIS, type CardRefusal, type CardWay, type ProvenCard } from '../model.ts'
import { writeAttributes } from '../rules/card-match.ts'
import { waitForTurn } from '../store/attempts.ts'
import { addCard, findCardByCertificate, findCardBySubject, listCards, rememberCardUse, renewCard, type RenewalLink } from '../store/cards.ts'
import { dropOpenCaseOf, openCase } from '../store/match-cases.ts'
import { enter, openAccount, type Comer } from './entering.ts'

export type Entered = { readonly kind: 'in'; readonly cookies: readonly Cookie[] } | { readonly kind: 'refused'; readonly reason: CardRefusal }

type CardComer = Comer & Pick<Visit, 'voice'>

/** Finds or opens the account behind a card that was proven, joins it with the register where it can, and lets it in. */
export async function enterByCard(tx: Tx, comer: CardComer, proven: ProvenCard): Promise<Entered> {
  // Two sign-ins at once with one new card must not open two accounts.
  await waitForTurn(tx, `card ${proven.certificate.issuer} ${proven.certificate.serial}`)
  const known = await knownCard(tx, proven)
  const account = known === undefined ? await accountForNewCard(tx, comer, proven) : await accountOfCard(tx, known, proven)
  if (account === null || !account.isOpen) return { kind: 'refused', reason: 'closed' }
  return { kind: 'in', cookies: await enter(tx, comer, account.id, 'card') }
}

/**
 * A renewed certificate has a new serial, and the provider may give the person a new name with it. The card is known by
 * that name, by its serial, or by the serial that the provider says it had before.
 */
async function knownCard(tx: Tx, { provider, subject, certificate, previousSerial }: ProvenCard): Promise<{ card: CardWay; link: RenewalLink } | undefined> {
  const bySubject = await findCardBySubject(tx, provider, subject)
  if (bySubject !== undefined) return { card: bySubject, link: 'subject' }
  const bySerial = await findCardByCertificate(tx, certificate)
  if (bySerial !== undefined) return { card: bySerial, link: 'provider' }
  const before = previousSerial === null ? undefined : await findCardByCertificate(tx, { ...certificate, serial: previousSerial })
  return before && { card: before, link: 'provider' }
}

async function accountOfCard(tx: Tx, { card, link }: { card: CardWay; link: RenewalLink }, proven: ProvenCard): Promise<ResidentAccount | null> {
  const account = await findResident(tx, card.accountId)
  if (account === undefined) return null
  const isSame = card.certificateSerial === proven.certificate.serial && card.subject === proven.subject
  if (isSame) await rememberCardUse(tx, card.id)
  else await renew(tx, card, proven, link)
  if (account.personId === null && account.isOpen) await matchLater(tx, account, proven)
  return account
}

async function renew(tx: Tx, card: CardWay, proven: ProvenCard, link: RenewalLink): Promise<void> {
  await renewCard(tx, card, proven, link)
  await tx.note({ act: `renew certificate by ${link}`, subject: accountSubject(card.accountId), basis: MATCH_BASIS })
  tx.publish(facts.certificateRenewed, accountSubject(card.accountId), { link })
}

/** An account that the register did not know when it was opened may be known by now. */
async function matchLater(tx: Tx, account: ResidentAccount, proven: ProvenCard): Promise<void> {
  const match = await askRegister(tx, proven)
  if (match?.kind !== 'one' || (await findResidentOf(tx, match.personId)) !== undefined) return handToClerk(tx, account.id, proven, match)
  await changeResident(tx, account.id, { personId: match.personId, name: proven.holder.name })
  await dropOpenCaseOf(tx, account.id)
  tx.publish(facts.accountMatched, accountSubject(account.id), { by: 'card' })
}

/** A card never seen here: the person's own account, the one signed in with a weaker way, or a new one. */
async function accountForNewCard(tx: Tx, comer: CardComer, proven: ProvenCard): Promise<ResidentAccount | null> {
  const match = await askRegister(tx, proven)
  const personId = match?.kind === 'one' ? match.personId : null
  const theirs = personId === null ? undefined : await findResidentOf(tx, personId)
  if (theirs !== undefined) return joinCard(tx, theirs, proven)
  const account = (await weakAccount(tx, comer, personId)) ?? (await openAccount(tx, 'card', { name: proven.holder.name, personId, language: comer.voice.language }))
  await addCard(tx, account.id, proven)
  tx.publish(facts.wayAdded, accountSubject(account.id), { way: 'card' })
  if (personId === null) await handToClerk(tx, account.id, proven, match)
  else tx.publish(facts.accountMatched, accountSubject(account.id), { by: 'card' })
  return account
}

/**
 * All four attributes are those of somebody whose account exists: the new certificate takes the place of the old one
 * (old and new serial are joined by the attributes), or becomes a further way where the account had no card.
 */
async function joinCard(tx: Tx, account: ResidentAccount, proven: ProvenCard): Promise<ResidentAccount> {
  const [old] = await listCards(tx, account.id)
  if (old === undefined) {
    await addCard(tx, account.id, proven)
    tx.publish(facts.wayAdded, accountSubject(account.id), { way: 'card' })
  } else await renew(tx, old, proven, 'attributes')
  return account
}

/** Whoever signed in by mail or passkey in this browser and now brings a card proves that account, if it is nobody's yet. */
async function weakAccount(tx: Tx, { actor }: Comer, personId: string | null): Promise<ResidentAccount | null> {
  if (actor.resident === null || actor.resident.personId !== null) return null
  const account = await findResident(tx, actor.resident.accountId)
  if (account === undefined || !account.isOpen || (await listCards(tx, account.id)).length > 0) return null
  if (personId !== null) await changeResident(tx, account.id, { personId })
  return { ...account, personId }
}

/** Null where the city has no register that could be asked: the account then works for what needs none. */
async function askRegister(tx: Tx, { holder }: ProvenCard): Promise<CardMatch | null> {
  try {
    return await tx.ask(personOnCard, holder)
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === 'unavailable') return null
    throw thrown
  }
}

async function handToClerk(tx: Tx, accountId: string, proven: ProvenCard, match: CardMatch | null): Promise<void> {
  if (match === null) return
  const reason = match.kind === 'none' ? 'none' : 'several'
  await openCase(tx, accountId, reason, tx.sealOf('resident-identity').close(writeAttributes(proven.holder), caseContext(accountId)))
  tx.publish(facts.matchOpened, accountSubject(accountId), { reason })
}

/** Under which the card's attributes lie sealed in the case of an account. */
export function caseContext(accountId: string): string {
  return `match case ${accountId}`
}
