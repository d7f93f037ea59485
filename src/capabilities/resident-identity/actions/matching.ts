import { personOf, searchPeople, type RegisteredPerson } from '#capabilities/residents/residents.ts'
import { changeResident, closeResident, findResident, findResidentOf } from '#kernel/access/residents.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { declineForm, matchForm } from '../forms.ts'
import { accountSubject, MATCH_BASIS, type CardHolder, type MatchCase } from '../model.ts'
import { readAttributes } from '../rules/card-match.ts'
import { moveCards } from '../store/cards.ts'
import { findOpenCase, settleCase } from '../store/match-cases.ts'
import { deskWords as words } from '../text/desk.ts'
import { caseContext } from './card-entering.ts'

const MOST_FOUND = 10

/** What the card said; opening it is written down about the account, so that the person sees that it was looked at. */
export async function attributesOf({ tx, seal }: Visit, { accountId, sealedAttributes }: MatchCase): Promise<CardHolder> {
  const text = seal.open(sealedAttributes, caseContext(accountId))
  if (text === undefined) throw new Fault('not-found')
  await tx.note({ act: 'view card attributes', subject: accountSubject(accountId), basis: MATCH_BASIS })
  return readAttributes(text)
}

/** Candidates by the clerk's words; null where the city has no register to ask. Who is protected from the clerk is not among them. */
export async function candidates({ tx }: Visit, typed: string): Promise<readonly RegisteredPerson[] | null> {
  try {
    return typed === '' ? [] : await tx.ask(searchPeople, { words: typed, limit: MOST_FOUND })
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === 'unavailable') return null
    throw thrown
  }
}

/** A clerk joins the account with one person, with a reason. Where that person has an account already, the card moves there. */
export async function matchAccount(visit: Submission<ValuesOf<typeof matchForm>>): Promise<Answer> {
  const { tx, params, values } = visit
  const open = await findOpenCase(tx, params['id'] ?? '')
  if (open === undefined) return redirect('/staff/identity', { notice: words.gone })
  const person = await tx.ask(personOf, { key: values.personId })
  const account = await findResident(tx, open.accountId)
  if (person === null || account === undefined) throw new Fault('not-found')
  const theirs = await findResidentOf(tx, person.id)
  if (theirs === undefined || theirs.id === account.id) await changeResident(tx, account.id, { personId: person.id })
  else {
    await moveCards(tx, account.id, theirs.id)
    await closeResident(tx, account.id)
    tx.publish(facts.certificateRenewed, accountSubject(theirs.id), { link: 'clerk' })
  }
  await settleCase(tx, open.id, { outcome: 'matched', personId: person.id, why: values.why })
  for (const subject of [accountSubject(account.id), `resident:${person.id}`]) await tx.note({ act: 'match account', subject, basis: MATCH_BASIS })
  tx.publish(facts.accountMatched, accountSubject(theirs?.id ?? account.id), { by: 'clerk' })
  return redirect('/staff/identity', { notice: words.matched })
}

export async function declineMatch(visit: Submission<ValuesOf<typeof declineForm>>): Promise<Answer> {
  const { tx, params, values } = visit
  const open = await findOpenCase(tx, params['id'] ?? '')
  if (open === undefined) return redirect('/staff/identity', { notice: words.gone })
  await settleCase(tx, open.id, { outcome: 'declined', personId: null, why: values.why })
  await tx.note({ act: 'decline match', subject: accountSubject(open.accountId), basis: MATCH_BASIS })
  tx.publish(facts.matchDeclined, accountSubject(open.accountId), {})
  return redirect('/staff/identity', { notice: words.declined })
}
