import { setLanguage } from '#kernel/access/people.ts'
import { closeAllSessions, closeOtherSessions, closeSession } from '#kernel/access/sessions.ts'
import type { Problem, ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { changePassphraseForm, confirmForm, languageForm } from '../forms.ts'
import { BASIS, subjectOf } from '../model.ts'
import { showChangePassphrase, showConfirm } from '../pages/account.ts'
import { problemOfRefusal } from '../pages/refusals.ts'
import { hashPassphrase } from '../proofs/passphrase-hash.ts'
import { normalPassphrase } from '../rules/passphrase.ts'
import { returnWay } from '../rules/return-way.ts'
import { rememberConfirmation, setPassphrase } from '../store/accounts.ts'
import { closeHalfSessionsOf } from '../store/half-sessions.ts'
import { accountWords } from '../text/account.ts'
import { languageCookie } from './entering.ts'
import { insiderOf } from './insider.ts'
import { problemsWithFresh } from './passphrases.ts'
import { provePassphrase, recordSuccess } from './proving.ts'

/** Proves once more who is sitting there, for the ten minutes in which weighty things may be changed. */
export async function confirm(visit: Submission<ValuesOf<typeof confirmForm>>): Promise<Answer> {
  const { tx, values } = visit
  const { person, sessionId } = insiderOf(visit)
  const proof = await provePassphrase(visit, { login: person.login, passphrase: values.passphrase })
  if (proof.kind !== 'right') {
    const problems = { passphrase: problemOfRefusal(proof, accountWords.confirmWrong) }
    return showConfirm(visit, { typed: { return: values.return }, problems })
  }
  await recordSuccess(visit, person.id, 'passphrase', 'accepted')
  await rememberConfirmation(tx, sessionId)
  return redirect(returnWay(values.return))
}

/** A new passphrase ends every other session: whoever knew the old one is out. */
export async function changePassphrase(visit: Submission<ValuesOf<typeof changePassphraseForm>>): Promise<Answer> {
  const { tx, city, values } = visit
  const { person, sessionId } = insiderOf(visit)
  const again = (problems: Readonly<Record<string, Problem>>) => showChangePassphrase(visit, { typed: {}, problems })
  const proof = await provePassphrase(visit, { login: person.login, passphrase: values.current })
  if (proof.kind !== 'right') return again({ current: problemOfRefusal(proof, accountWords.currentWrong) })
  const problems = await problemsWithFresh(values, { login: person.login, account: proof.account, city })
  if (Object.keys(problems).length > 0) return again(problems)
  await setPassphrase(tx, person.id, await hashPassphrase(normalPassphrase(values.fresh)))
  await closeOtherSessions(tx, person.id, sessionId)
  await closeHalfSessionsOf(tx, person.id)
  await recordSuccess(visit, person.id, 'passphrase', 'accepted')
  await rememberConfirmation(tx, sessionId)
  tx.publish(facts.passphraseChanged, subjectOf(person.id), {})
  return redirect('/account', { notice: accountWords.passphraseChanged })
}

export async function endSession(visit: Visit): Promise<Answer> {
  const { tx, params } = visit
  const { person, sessionId } = insiderOf(visit)
  const ended = params.id ?? ''
  if ((await closeSession(tx, person.id, ended)) > 0) {
    await tx.note({ act: 'end session', subject: subjectOf(person.id), basis: BASIS })
  }
  const cookies = ended === sessionId ? { cookies: [{ name: SESSION_COOKIE, value: null, maxAgeSeconds: 0 }] } : {}
  return redirect(ended === sessionId ? '/' : '/account', { notice: accountWords.sessionEnded, ...cookies })
}

export async function signOutEverywhere(visit: Visit): Promise<Answer> {
  const { tx } = visit
  const { person } = insiderOf(visit)
  const sessions = await closeAllSessions(tx, person.id)
  await closeHalfSessionsOf(tx, person.id)
  tx.publish(facts.signedOutEverywhere, subjectOf(person.id), { sessions })
  await tx.note({ act: 'sign-out everywhere', subject: subjectOf(person.id), basis: BASIS })
  const cookies = [{ name: SESSION_COOKIE, value: null, maxAgeSeconds: 0 }]
  return redirect('/sign-in', { notice: accountWords.signedOutEverywhere, cookies })
}

export async function chooseLanguage(visit: Submission<ValuesOf<typeof languageForm>>): Promise<Answer> {
  const { tx, values } = visit
  await setLanguage(tx, insiderOf(visit).person.id, values.language)
  return redirect('/account', { notice: accountWords.languageSaved, cookies: [languageCookie(values.language)] })
}
