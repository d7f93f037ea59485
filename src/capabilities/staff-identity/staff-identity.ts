import { randomUUID } from 'node:crypto'
import { addPerson, entrust, listUnits } from '#kernel/access/organisation.ts'
import {
  endDuty,
  findPersonByLogin,
  listDuties,
  listPeople,
  setActive,
  type DutyPeriod,
  type PeopleWishes,
  type Person,
} from '#kernel/access/people.ts'
import { closeAllSessions } from '#kernel/access/sessions.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from './facts.ts'
import { BASIS, subjectOf } from './model.ts'
import { hashPassphrase } from './proofs/passphrase-hash.ts'
import { newOneTimePassphrase, ONE_TIME_DAYS } from './proofs/spoken-codes.ts'
import { MOST_DEMO_PEOPLE } from './rules/demo.ts'
import { isOwnLastAdministration, problemWithGiving, type DutyProblem } from './rules/duties.ts'
import { isLogin, normalLogin } from './rules/login.ts'
import { accountsOf, listDemoAccounts, setPassphrase } from './store/accounts.ts'
import { addAttempt, lastSignIns } from './store/attempts.ts'
import { closeHalfSessionsOf } from './store/half-sessions.ts'
import { passkeyCounts, removePasskeysOf } from './store/passkeys.ts'
import { removeTotp, withTotp } from './store/second-factors.ts'

export { demoPassphraseOf } from './rules/demo.ts'

/**
 * The front door of staff-identity: what the administrator's pages and the command line do with accounts. Every act is
 * published and written into the audit under the transaction's actor, whichever service the transaction belongs to.
 */
const OWN_NAME = 'staff-identity'

export interface NewAccount {
  readonly login: string
  readonly name: string
  readonly nameKana?: string
  readonly unitCode: string | null
  /** In force from today on. */
  readonly duties: readonly string[]
}

export type CreationProblem = 'login-not-allowed' | 'login-taken' | 'unit-unknown'
export interface NotCreated {
  readonly ok: false
  readonly problem: CreationProblem
}
export interface Created {
  readonly ok: true
  readonly personId: string
}

/** What is told once, to be handed to the account's owner, who replaces it at the first sign-in. */
export interface OneTimePassphrase {
  readonly passphrase: string
  readonly until: Temporal.Instant
}

/** Creates an account with a one-time passphrase; a login or unit that cannot be is a normal result. */
export async function createAccount(tx: Tx, wished: NewAccount): Promise<NotCreated | (Created & OneTimePassphrase)> {
  const created = await addAccount(tx, wished)
  if (!created.ok) return created
  return { ...created, ...(await resetPassphrase(tx, created.personId)) }
}

/** Creates an account that nobody can enter before it is given a passphrase. */
export function addAccount(tx: Tx, wished: NewAccount): Promise<Created | NotCreated> {
  return tx.within(OWN_NAME, async () => {
    const login = normalLogin(wished.login)
    if (!isLogin(login)) return { ok: false, problem: 'login-not-allowed' }
    if (await findPersonByLogin(tx, login)) return { ok: false, problem: 'login-taken' }
    const { unitCode, name, nameKana = '', duties } = wished
    if (unitCode !== null && !(await listUnits(tx, tx.today)).some((unit) => unit.code === unitCode))
      return { ok: false, problem: 'unit-unknown' }
    const id = randomUUID()
    await addPerson(tx, { id, login, name: name.trim(), nameKana: nameKana.trim(), unitCode })
    tx.publish(facts.accountCreated, subjectOf(id), {})
    await noted(tx, 'create account', id)
    for (const duty of new Set(duties)) await giveDuty(tx, id, { duty, from: tx.today, to: null })
    return { ok: true, personId: id }
  })
}

/**
 * Replaces the passphrase by a one-time one, forgives earlier failures and signs the person out everywhere; on wish
 * also takes away the authenticator app and all passkeys, for whoever lost their phone or had it stolen.
 */
export function resetPassphrase(
  tx: Tx,
  personId: string,
  { removeSecondFactors = false } = {},
): Promise<OneTimePassphrase> {
  return tx.within(OWN_NAME, async () => {
    const passphrase = newOneTimePassphrase()
    const until = tx.now.add({ hours: 24 * ONE_TIME_DAYS })
    await setPassphrase(tx, personId, await hashPassphrase(passphrase), { expiresAt: until })
    if (removeSecondFactors) {
      await removeTotp(tx, personId)
      await removePasskeysOf(tx, personId)
    }
    await signOutOf(tx, personId)
    await addAttempt(tx, { claimed: { personId, loginMac: null }, address: '', method: 'reset', outcome: 'cleared' })
    tx.publish(facts.passphraseReset, subjectOf(personId), { secondFactorsRemoved: removeSecondFactors })
    await noted(tx, 'reset passphrase', personId)
    return { passphrase, until }
  })
}

/** Ends every session of the account and lets nobody in by it. What was done with it stays. */
export function disableAccount(tx: Tx, personId: string): Promise<void> {
  return tx.within(OWN_NAME, async () => {
    await setActive(tx, personId, false)
    await signOutOf(tx, personId)
    tx.publish(facts.accountDisabled, subjectOf(personId), {})
    await noted(tx, 'disable account', personId)
  })
}

export function enableAccount(tx: Tx, personId: string): Promise<void> {
  return tx.within(OWN_NAME, async () => {
    await setActive(tx, personId, true)
    tx.publish(facts.accountEnabled, subjectOf(personId), {})
    await noted(tx, 'enable account', personId)
  })
}

/** Gives a duty from a day on, until further notice or to a last day; says what speaks against it. */
export function giveDuty(tx: Tx, personId: string, wished: DutyPeriod): Promise<DutyProblem | null> {
  return tx.within(OWN_NAME, async () => {
    const problem = problemWithGiving(wished, await listDuties(tx, personId))
    if (problem !== null) return problem
    await entrust(tx, personId, wished.duty, wished.from, wished.to)
    tx.publish(facts.dutyGiven, subjectOf(personId), dutyBody(wished))
    await noted(tx, `give duty ${wished.duty}`, personId)
    return null
  })
}

export type TakingProblem = 'no-such-duty' | 'in-the-past' | 'own-last-administration'

/** Ends a duty: at once, or after a last day from today on. */
export function takeDuty(
  tx: Tx,
  personId: string,
  which: { readonly duty: string; readonly from: Temporal.PlainDate },
  lastDay: Temporal.PlainDate | null = null,
): Promise<TakingProblem | null> {
  return tx.within(OWN_NAME, async () => {
    const known = await listDuties(tx, personId)
    const period = known.find(({ duty, from }) => duty === which.duty && from.equals(which.from))
    if (period === undefined) return 'no-such-duty'
    if (lastDay !== null && Temporal.PlainDate.compare(lastDay, tx.today) < 0) return 'in-the-past'
    if (tx.actor.id === personId && isOwnLastAdministration(period, known, tx.today)) return 'own-last-administration'
    const last = lastDay ?? tx.today.subtract({ days: 1 })
    await endDuty(tx, personId, period, last)
    tx.publish(facts.dutyTaken, subjectOf(personId), dutyBody({ ...period, to: last }))
    await noted(tx, `take duty ${period.duty}`, personId)
    return null
  })
}

/** Who may sign in with the demo's passphrase, by login; nobody in a real city. */
export function listDemoPeople(tx: Tx): Promise<Person[]> {
  return tx.within(OWN_NAME, async () => listPeople(tx, { ids: await listDemoAccounts(tx), limit: MOST_DEMO_PEOPLE }))
}

/** An account as administrators see it. */
export interface AccountLine extends Person {
  readonly passphrase: 'none' | 'one-time' | 'own'
  readonly hasTotp: boolean
  readonly passkeys: number
  readonly lastSignInAt: Temporal.Instant | null
}

/** Accounts in the order of their logins; that they were looked at is written down. */
export function listAccounts(tx: Tx, wishes: PeopleWishes): Promise<AccountLine[]> {
  return tx.within(OWN_NAME, async () => {
    const people = await listPeople(tx, wishes)
    const ids = people.map((person) => person.id)
    const accounts = await accountsOf(tx, ids)
    const totp = await withTotp(tx, ids)
    const passkeys = await passkeyCounts(tx, ids)
    const signIns = await lastSignIns(tx, ids)
    await tx.note({
      act: 'view accounts',
      subject: ids.length === 1 ? subjectOf(ids[0] ?? null) : 'accounts',
      basis: BASIS,
    })
    return people.map((person) => {
      const account = accounts.get(person.id)
      const passphrase =
        account === undefined || account.passphraseHash === null ? 'none' : account.isOneTime ? 'one-time' : 'own'
      return {
        ...person,
        passphrase,
        hasTotp: totp.has(person.id),
        passkeys: passkeys.get(person.id) ?? 0,
        lastSignInAt: signIns.get(person.id) ?? null,
      }
    })
  })
}

async function signOutOf(tx: Tx, personId: string): Promise<void> {
  await closeAllSessions(tx, personId)
  await closeHalfSessionsOf(tx, personId)
}

function noted(tx: Tx, act: string, personId: string): Promise<void> {
  return tx.note({ act, subject: subjectOf(personId), basis: BASIS })
}

function dutyBody({ duty, from, to }: DutyPeriod) {
  return { duty, from: from.toString(), to: to?.toString() ?? null }
}
