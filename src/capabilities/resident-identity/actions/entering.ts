import type { Proof } from '#kernel/access/actor.ts'
import { openResidentSession, RESIDENT_LONGEST_HOURS } from '#kernel/access/resident-sessions.ts'
import { addResident, findResident, type ResidentAccount } from '#kernel/access/residents.ts'
import { closeSession } from '#kernel/access/sessions.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Cookie } from '#kernel/web/answers.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { isLanguage } from '#kernel/web/readers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { randomUUID } from 'node:crypto'
import { facts } from '../facts.ts'
import { accountSubject, BASIS } from '../model.ts'

const A_YEAR_IN_SECONDS = 31_536_000
/** What everybody begins with; it says nothing about a wish. */
const LANGUAGE_OF_WHO_NEVER_CHOSE = 'ja'

/** Whoever comes by is known by these alone: transactions of a page that leaves have their own `tx`. */
export type Comer = Pick<Visit, 'actor' | 'session' | 'client' | 'cookies'>

/** Opens an account in the visitor's language. */
export async function openAccount(tx: Tx, way: Proof, { name, personId, language }: { name: string; personId: string | null; language: string }): Promise<ResidentAccount> {
  const id = randomUUID()
  await addResident(tx, { id, name, personId, language })
  tx.publish(facts.accountOpened, accountSubject(id), { way })
  return { id, name, personId, language, isOpen: true, createdAt: tx.now }
}

/**
 * Opens the session. Its secret is always new, whatever the browser brought along (session fixation); the session that
 * this browser had before ends, a resident's as well as a clerk's.
 */
export async function enter(tx: Tx, comer: Comer, accountId: string, proof: Proof): Promise<readonly Cookie[]> {
  const { actor, session, client, cookies } = comer
  if (session !== null && actor.person !== null) await closeSession(tx, actor.person.id, session.id)
  const instead = actor.resident === null ? null : (session?.id ?? null)
  const { secret } = await openResidentSession(tx, accountId, { device: client.device, proof, instead })
  await tx.note({ act: `sign-in by ${proof}`, subject: accountSubject(accountId), basis: BASIS })
  tx.publish(facts.signedIn, accountSubject(accountId), { way: proof })
  const cookie = { name: SESSION_COOKIE, value: secret, maxAgeSeconds: RESIDENT_LONGEST_HOURS * 3_600 }
  const account = await findResident(tx, accountId)
  const wished = account?.language ?? LANGUAGE_OF_WHO_NEVER_CHOSE
  const isWish = cookies['language'] === undefined && wished !== LANGUAGE_OF_WHO_NEVER_CHOSE && isLanguage(wished)
  return isWish ? [cookie, languageCookie(wished)] : [cookie]
}

/** The same cookie that the language switch sets. */
export function languageCookie(language: string): Cookie {
  return { name: 'language', value: language, maxAgeSeconds: A_YEAR_IN_SECONDS, isReadableByScripts: true }
}
