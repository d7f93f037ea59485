import type { Person } from '#kernel/access/people.ts'
import { closeSession, LONGEST_HOURS, openSession } from '#kernel/access/sessions.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { redirect, type Answer, type Cookie } from '#kernel/web/answers.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { isLanguage } from '#kernel/web/readers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import {
  LANGUAGE_OF_WHO_NEVER_CHOSE,
  subjectOf,
  type HalfSession,
  type ProofMethod,
  type SessionMethod,
} from '../model.ts'
import { findAccount, rememberConfirmation } from '../store/accounts.ts'
import { HALF_SESSION_COOKIE, HALF_SESSION_MINUTES, openHalfSession } from '../store/half-sessions.ts'
import { recordSuccess } from './proving.ts'

const A_YEAR_IN_SECONDS = 31_536_000
const LONGEST_SECONDS = LONGEST_HOURS * 3600

/** Who has proven enough comes in, unless the passphrase was good for this once only and must be replaced first. */
export async function comeIn(
  visit: Visit,
  person: Person,
  proven: { method: SessionMethod; returnTo: string },
): Promise<Answer> {
  const account = await findAccount(visit.tx, person.id)
  if (account?.isOneTime) return goHalfway(visit, { personId: person.id, awaits: 'new-passphrase', ...proven })
  return enter(visit, person, proven)
}

/** Lets somebody go on to the next step, and nowhere else. */
export async function goHalfway(visit: Visit, half: HalfSession): Promise<Answer> {
  const secret = await openHalfSession(visit.tx, half)
  await recordSuccess(visit, half.personId, lastProofOf(half.method), 'halfway')
  const cookie = { name: HALF_SESSION_COOKIE, value: secret, maxAgeSeconds: HALF_SESSION_MINUTES * 60 }
  return redirect(half.awaits === 'second-step' ? '/sign-in/second-step' : '/sign-in/new-passphrase', {
    cookies: [cookie],
  })
}

/**
 * Opens the session. Its secret is always new, whatever the browser brought along (session fixation), and a session
 * that this browser had before ends.
 */
export async function enter(
  visit: Visit,
  person: Person,
  { method, returnTo }: { method: SessionMethod; returnTo: string },
): Promise<Answer> {
  const { tx, client, actor, session, cookies } = visit
  if (session !== null && actor.person !== null) await closeSession(tx, actor.person.id, session.id)
  const opened = await openSession(tx, person.id, { device: client.device, method })
  await rememberConfirmation(tx, opened.id)
  await recordSuccess(visit, person.id, lastProofOf(method), 'accepted')
  tx.publish(facts.signedIn, subjectOf(person.id), { method })
  const set: Cookie[] = [{ name: SESSION_COOKIE, value: opened.secret, maxAgeSeconds: LONGEST_SECONDS }]
  if (cookies[HALF_SESSION_COOKIE] !== undefined) set.push({ name: HALF_SESSION_COOKIE, value: null, maxAgeSeconds: 0 })
  // Somebody who chose a language on this device keeps it; Japanese is what everybody begins with and is no wish.
  if (
    cookies.language === undefined &&
    person.language !== LANGUAGE_OF_WHO_NEVER_CHOSE &&
    isLanguage(person.language)
  ) {
    set.push(languageCookie(person.language))
  }
  return redirect(returnTo, { cookies: set })
}

/** The same cookie that the language switch sets. */
export function languageCookie(language: string): Cookie {
  return { name: 'language', value: language, maxAgeSeconds: A_YEAR_IN_SECONDS, isReadableByScripts: true }
}

function lastProofOf(method: SessionMethod): Exclude<ProofMethod, 'reset'> {
  switch (method) {
    case 'passphrase':
    case 'passkey':
      return method
    case 'passphrase+totp':
      return 'totp'
    case 'passphrase+recovery-code':
      return 'recovery-code'
    default:
      return assertNever(method)
  }
}
