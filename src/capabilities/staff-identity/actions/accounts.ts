import { findPerson, type Person } from '#kernel/access/people.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems, ValuesOf } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import type { createForm, giveDutyForm, issueForm, takeDutyForm } from '../forms.ts'
import { BASIS, subjectOf } from '../model.ts'
import { showTakeDuty } from '../pages/account-acts.ts'
import { showCreate, showIssued } from '../pages/account-creation.ts'
import { showAccountOf } from '../pages/accounts.ts'
import { knownDuties } from '../pages/people.ts'
import { dayIn } from '../rules/day.ts'
import type { DutyProblem } from '../rules/duties.ts'
import {
  addAccount,
  disableAccount,
  enableAccount,
  giveDuty,
  resetPassphrase,
  takeDuty,
  type CreationProblem,
  type TakingProblem,
} from '../staff-identity.ts'
import { administrationWords as words } from '../text/administration.ts'

export async function create(visit: Submission<ValuesOf<typeof createForm>>): Promise<Answer> {
  const { tx, values } = visit
  const unitCode = values.unit === '' ? null : values.unit
  const created = await addAccount(tx, { ...values, unitCode, duties: [] })
  if (!created.ok) return showCreate(visit, { typed: visit.typed, problems: CREATION_PROBLEMS[created.problem] })
  return redirect(`/staff/accounts/${created.personId}/passphrase`, { notice: words.created })
}

const CREATION_PROBLEMS: Readonly<Record<CreationProblem, FormProblems>> = {
  'login-not-allowed': { login: { phrase: words.loginWrong } },
  'login-taken': { login: { phrase: words.loginTaken } },
  'unit-unknown': { unit: { phrase: words.unitUnknown } },
}

/** The passphrase stands in the answer alone; asked for twice, the second one holds and is the one on the screen. */
export async function issuePassphrase(visit: Submission<ValuesOf<typeof issueForm>>): Promise<Answer> {
  const person = await accountIn(visit)
  if (isOwn(visit, person)) return backTo(person, words.ownAccount)
  const issued = await resetPassphrase(visit.tx, person.id, { removeSecondFactors: visit.values.removeFactors })
  return showIssued(visit, person, issued)
}

export async function disable(visit: Visit): Promise<Answer> {
  const person = await accountIn(visit)
  if (isOwn(visit, person)) return backTo(person, words.ownAccount)
  if (person.isActive) await disableAccount(visit.tx, person.id)
  return backTo(person, words.disabledNotice)
}

export async function enable(visit: Visit): Promise<Answer> {
  const person = await accountIn(visit)
  if (!person.isActive) await enableAccount(visit.tx, person.id)
  return backTo(person, words.enabledNotice)
}

export async function give(visit: Submission<ValuesOf<typeof giveDutyForm>>): Promise<Answer> {
  const { tx, values, typed } = visit
  const person = await accountIn(visit)
  if (!knownDuties(visit).some((duty) => duty.name === values.duty)) {
    return showAccountOf(visit, person, { typed, problems: { duty: { phrase: words.dutyUnknown } } })
  }
  const problem = await giveDuty(tx, person.id, values)
  return problem === null
    ? backTo(person, words.given)
    : showAccountOf(visit, person, { typed, problems: GIVING_PROBLEMS[problem] })
}

const GIVING_PROBLEMS: Readonly<Record<DutyProblem, FormProblems>> = {
  'ends-before-it-begins': { to: { phrase: words.endsBefore } },
  overlaps: { duty: { phrase: words.overlaps } },
}

export async function take(visit: Submission<ValuesOf<typeof takeDutyForm>>): Promise<Answer> {
  const { tx, values, typed } = visit
  const person = await accountIn(visit)
  const from = dayIn(values.from)
  if (from === null) throw new Fault('bad-request', 'from: a day such as 2026-04-01')
  const problem = await takeDuty(tx, person.id, { duty: values.duty, from }, values.lastDay)
  if (problem === 'no-such-duty') throw new Fault('not-found')
  return problem === null
    ? backTo(person, words.taken)
    : showTakeDuty(visit, person, { typed, problems: { lastDay: { phrase: TAKING_PROBLEMS[problem] } } })
}

const TAKING_PROBLEMS: Readonly<Record<Exclude<TakingProblem, 'no-such-duty'>, Phrase<never>>> = {
  'in-the-past': words.lastDayTooEarly,
  'own-last-administration': words.ownLast,
}

/** The person whose account the address names. */
export async function accountIn({ tx, params }: Pick<Visit, 'tx' | 'params'>): Promise<Person> {
  const person = await findPerson(tx, params.id ?? '')
  if (person === undefined) throw new Fault('not-found')
  return person
}

/** The same for a page that shows it: a login is personal, so that it was looked at is written down. */
export async function accountShown(visit: Pick<Visit, 'tx' | 'params'>): Promise<Person> {
  const person = await accountIn(visit)
  await visit.tx.note({ act: 'view account', subject: subjectOf(person.id), basis: BASIS })
  return person
}

function isOwn({ actor }: Visit, person: Person): boolean {
  return actor.id === person.id
}

function backTo(person: Person, notice: Phrase<never>): Answer {
  return redirect(`/staff/accounts/${person.id}`, { notice })
}
