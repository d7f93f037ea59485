import { findPerson, type Person } from '#kernel/access/people.ts'
import { closeSession } from '#kernel/access/sessions.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { codeForm, newPassphraseForm, passkeySignInForm, recoveryForm, signInForm } from '../forms.ts'
import { BASIS, subjectOf, type HalfSession, type Passkey } from '../model.ts'
import { showNewPassphrase, showRecovery, showSecondStep, showSignIn, startAgain } from '../pages/sign-in.ts'
import { challengeHash, isOwnChallenge } from '#capabilities/passkeys/challenges.ts'
import { stepOfCode, totpContext } from '../proofs/one-time-codes.ts'
import { PASSKEY_SIGN_IN, readAsserted, relyingPartyAt, verifyAsserted } from '#capabilities/passkeys/passkeys.ts'
import { hashPassphrase } from '../proofs/passphrase-hash.ts'
import { recoveryText } from '../proofs/spoken-codes.ts'
import type { Refusal } from '../rules/lockout.ts'
import { normalPassphrase } from '../rules/passphrase.ts'
import { returnWay } from '../rules/return-way.ts'
import { findAccount, setPassphrase } from '../store/accounts.ts'
import { addAttempt } from '../store/attempts.ts'
import { closeHalfSession, findHalfSession, HALF_SESSION_COOKIE } from '../store/half-sessions.ts'
import { findPasskeyByCredential, rememberPasskeyUse, spendChallenge } from '../store/passkeys.ts'
import { findTotp, useRecoveryCode, useTotpStep } from '../store/second-factors.ts'
import { signInWords } from '../text/sign-in.ts'
import { comeIn, enter, goHalfway } from './entering.ts'
import { problemsWithFresh } from './passphrases.ts'
import { prove, provePassphrase, recordSuccess } from './proving.ts'

export async function signIn(visit: Submission<ValuesOf<typeof signInForm>>): Promise<Answer> {
  const { tx, values } = visit
  const proof = await provePassphrase(visit, values)
  if (proof.kind !== 'right') return showSignIn(visit, { filled: visit, refusal: proof })
  const { person, account } = proof
  if (account.expiresAt !== null && Temporal.Instant.compare(tx.now, account.expiresAt) >= 0) {
    await recordSuccess(visit, person.id, 'passphrase', 'halfway')
    return showSignIn(visit, { filled: visit, refusal: { kind: 'expired' } })
  }
  const proven = { method: 'passphrase', returnTo: returnWay(values.return) } as const
  if (await findTotp(tx, person.id)) return goHalfway(visit, { personId: person.id, awaits: 'second-step', ...proven })
  return comeIn(visit, person, proven)
}

export async function giveCode(visit: Submission<ValuesOf<typeof codeForm>>): Promise<Answer> {
  const { tx, seal, values } = visit
  const begun = await begunBy(visit, 'second-step')
  if (begun === null) return startAgain()
  const { person, half } = begun
  const proof = await prove(visit, { claimed: { personId: person.id, loginMac: null }, method: 'totp' }, async () => {
    const totp = await findTotp(tx, person.id)
    const secret = totp && seal.open(totp.sealedSecret, totpContext(person.id))
    const step = secret === undefined ? null : stepOfCode(secret, values.code, tx.now)
    return step !== null && useTotpStep(tx, person.id, step)
  })
  if (proof.kind !== 'right') return showSecondStep(visit, { filled: withCodeProblem(visit, proof), refusal: proof })
  return finishSecondStep(visit, person, { ...half, method: 'passphrase+totp' })
}

export async function giveRecoveryCode(visit: Submission<ValuesOf<typeof recoveryForm>>): Promise<Answer> {
  const { tx, seal, values } = visit
  const begun = await begunBy(visit, 'second-step')
  if (begun === null) return startAgain()
  const { person, half } = begun
  const proof = await prove(visit, { claimed: { personId: person.id, loginMac: null }, method: 'recovery-code' }, () =>
    useRecoveryCode(tx, person.id, seal.mac(recoveryText(person.id, values.code))),
  )
  if (proof.kind !== 'right')
    return showRecovery(visit, { filled: withCodeProblem(visit, proof, true), refusal: proof })
  return finishSecondStep(visit, person, { ...half, method: 'passphrase+recovery-code' })
}

async function finishSecondStep(visit: Visit, person: Person, half: HalfSession): Promise<Answer> {
  await closeHalfSession(visit.tx, visit.cookies[HALF_SESSION_COOKIE] ?? '')
  return comeIn(visit, person, half)
}

/** The first passphrase of one's own. */
export async function chooseFirstPassphrase(visit: Submission<ValuesOf<typeof newPassphraseForm>>): Promise<Answer> {
  const { tx, city, values } = visit
  const begun = await begunBy(visit, 'new-passphrase')
  if (begun === null) return startAgain()
  const { person, half } = begun
  const problems = await problemsWithFresh(values, {
    login: person.login,
    account: await findAccount(tx, person.id),
    city,
  })
  if (Object.keys(problems).length > 0) return showNewPassphrase(visit, { filled: { typed: {}, problems } })
  await setPassphrase(tx, person.id, await hashPassphrase(normalPassphrase(values.fresh)))
  tx.publish(facts.passphraseChanged, subjectOf(person.id), {})
  await closeHalfSession(tx, visit.cookies[HALF_SESSION_COOKIE] ?? '')
  return enter(visit, person, half)
}

/**
 * A passkey cannot be guessed, so failures neither stop it nor are counted against its owner: a forged answer must not
 * lock anybody out. They do count against the address they came from.
 */
export async function signInWithPasskey(visit: Submission<ValuesOf<typeof passkeySignInForm>>): Promise<Answer> {
  const { tx, values } = visit
  const passkey = await assertedPasskey(visit, values.credential)
  const person = passkey && (await findPerson(tx, passkey.personId))
  if (person?.isActive) return comeIn(visit, person, { method: 'passkey', returnTo: returnWay(values.return) })
  const loginMac = visit.seal.mac('passkey')
  await addAttempt(tx, {
    claimed: { personId: null, loginMac },
    address: visit.client.address,
    method: 'passkey',
    outcome: 'refused',
  })
  await tx.note({ act: 'sign-in passkey refused', subject: subjectOf(null), basis: BASIS })
  tx.publish(facts.signInRefused, subjectOf(null), { method: 'passkey' })
  return showSignIn(visit, {
    filled: { typed: { return: values.return }, problems: {} },
    refusal: { kind: 'passkey-refused' },
  })
}

/** The passkey whose signature this is; its counter moves on and the challenge is used up. */
async function assertedPasskey({ tx, city, client, seal }: Visit, credential: string): Promise<Passkey | null> {
  const party = relyingPartyAt(city, client.origin)
  const answered = readAsserted(credential)
  if (party === null || answered === null) return null
  if (!isOwnChallenge(seal, PASSKEY_SIGN_IN, answered.challenge, tx.now)) return null
  if (!(await spendChallenge(tx, challengeHash(answered.challenge)))) return null
  const passkey = await findPasskeyByCredential(tx, answered.response.id)
  if (passkey === undefined) return null
  const signCount = await verifyAsserted(party, answered, { ...passkey, ownerId: passkey.personId })
  if (signCount === null) return null
  await rememberPasskeyUse(tx, passkey.id, signCount)
  return passkey
}

export async function signOut({ tx, actor, session }: Visit): Promise<Answer> {
  if (actor.person !== null && session !== null) {
    await closeSession(tx, actor.person.id, session.id)
    await tx.note({ act: 'sign-out', subject: subjectOf(actor.person.id), basis: BASIS })
  }
  return redirect('/', {
    notice: signInWords.signedOut,
    cookies: [{ name: SESSION_COOKIE, value: null, maxAgeSeconds: 0 }],
  })
}

/** Who is half signed in and may still sign in at all. */
async function begunBy(
  visit: Visit,
  awaits: HalfSession['awaits'],
): Promise<{ person: Person; half: HalfSession } | null> {
  const half = await findHalfSession(visit.tx, visit.cookies[HALF_SESSION_COOKIE], awaits)
  const person = half && (await findPerson(visit.tx, half.personId))
  return half && person?.isActive ? { person, half } : null
}

function withCodeProblem(visit: Submission<unknown>, refusal: Refusal, isRecovery = false) {
  const phrase = isRecovery ? signInWords.recoveryRefused : signInWords.codeRefused
  return { typed: visit.typed, problems: refusal.kind === 'refused' ? { code: { phrase } } : {} }
}
