import { challengeHash, isOwnChallenge } from '#capabilities/passkeys/challenges.ts'
import { PASSKEY_SIGN_IN, readAsserted, relyingPartyAt, verifyAsserted } from '#capabilities/passkeys/passkeys.ts'
import { findResident } from '#kernel/access/residents.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import type { passkeySignInForm } from '../forms.ts'
import type { ResidentPasskey } from '../model.ts'
import { showSignIn } from '../pages/sign-in.ts'
import { returnWay } from '../rules/return-way.ts'
import { findPasskeyByCredential, rememberPasskeyUse, spendChallenge } from '../store/passkeys.ts'
import { enter } from './entering.ts'
import { isCrowded, noteFailure } from './limits.ts'

/** A passkey cannot be guessed: failures make the place wait that they come from, never the passkey's owner. */
export async function signInWithPasskey(visit: Submission<ValuesOf<typeof passkeySignInForm>>): Promise<Answer> {
  const { tx, values, client } = visit
  const again = { typed: { return: values.return }, problems: {} }
  if (await isCrowded(tx, client.address)) return showSignIn(visit, again, 'crowded')
  const passkey = await assertedPasskey(visit, values.credential)
  const account = passkey && (await findResident(tx, passkey.accountId))
  if (account?.isOpen) return redirect(returnWay(values.return), { cookies: await enter(tx, visit, account.id, 'passkey') })
  await noteFailure(tx, { way: 'passkey', what: 'passkey', reason: 'not-ours', network: client.address })
  return showSignIn(visit, again, 'passkey-refused')
}

/** The passkey whose signature this is; its counter moves on and the challenge is used up. */
async function assertedPasskey({ tx, city, client, seal }: Visit, credential: string): Promise<ResidentPasskey | null> {
  const party = relyingPartyAt(city, client.origin)
  const answered = readAsserted(credential)
  if (party === null || answered === null) return null
  if (!isOwnChallenge(seal, PASSKEY_SIGN_IN, answered.challenge, tx.now)) return null
  if (!(await spendChallenge(tx, challengeHash(answered.challenge)))) return null
  const passkey = await findPasskeyByCredential(tx, answered.response.id)
  if (passkey === undefined) return null
  const signCount = await verifyAsserted(party, answered, { ...passkey, ownerId: passkey.accountId })
  if (signCount === null) return null
  await rememberPasskeyUse(tx, passkey.id, signCount)
  return passkey
}
