import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { passkeyForm, totpForm } from '../forms.ts'
import { BASIS, subjectOf } from '../model.ts'
import { showPasskeys } from '../pages/passkeys.ts'
import { showCodes, showTotp } from '../pages/second-step.ts'
import { challengeHash, isOwnChallenge } from '#capabilities/passkeys/challenges.ts'
import { openEnrolment, stepOfCode, totpContext } from '../proofs/one-time-codes.ts'
import { passkeyCreationFor, readCreated, relyingPartyAt, verifyCreated, type NewPasskey } from '#capabilities/passkeys/passkeys.ts'
import { newRecoveryCodes, recoveryText } from '../proofs/spoken-codes.ts'
import { addPasskey, removePasskey, spendChallenge } from '../store/passkeys.ts'
import { addTotp, findTotp, removeTotp, replaceRecoveryCodes } from '../store/second-factors.ts'
import { passkeyWords, secondFactorWords } from '../text/account.ts'
import { signInWords } from '../text/sign-in.ts'
import { confirmationFirst, insiderOf } from './insider.ts'

export async function turnTotpOn(visit: Submission<ValuesOf<typeof totpForm>>): Promise<Answer> {
  const { tx, seal, values } = visit
  const { person } = insiderOf(visit)
  const hindrance = await confirmationFirst(visit, '/account/second-step')
  if (hindrance !== null) return hindrance
  const secret = openEnrolment(seal, person.id, values.secret, tx.now)
  if (secret === null) return showTotp(visit, { typed: {}, problems: { code: { phrase: secondFactorWords.stale } } })
  const step = stepOfCode(secret, values.code, tx.now)
  if (step === null)
    return showTotp(visit, { typed: visit.typed, problems: { code: { phrase: signInWords.codeRefused } } })
  const added = await addTotp(tx, person.id, seal.close(secret, totpContext(person.id)), step)
  if (added === 0) return redirect('/account', { notice: secondFactorWords.already })
  await enrolled(visit, 'totp')
  return redirect('/account/recovery-codes', { notice: secondFactorWords.turnedOn })
}

export async function turnTotpOff(visit: Visit): Promise<Answer> {
  const { person } = insiderOf(visit)
  const hindrance = await confirmationFirst(visit, '/account/second-step/remove')
  if (hindrance !== null) return hindrance
  if (await findTotp(visit.tx, person.id)) {
    await removeTotp(visit.tx, person.id)
    await removed(visit, 'totp')
  }
  return redirect('/account', { notice: secondFactorWords.turnedOff })
}

/** The codes stand in the answer alone, so this one page follows a form directly and is not kept anywhere. */
export async function makeRecoveryCodes(visit: Visit): Promise<Answer> {
  const { tx, seal } = visit
  const { person } = insiderOf(visit)
  const hindrance = await confirmationFirst(visit, '/account/recovery-codes')
  if (hindrance !== null) return hindrance
  if (!(await findTotp(tx, person.id)))
    return redirect('/account/second-step', { notice: secondFactorWords.needsSecondStep })
  const codes = newRecoveryCodes()
  await replaceRecoveryCodes(
    tx,
    person.id,
    codes.map((code) => seal.mac(recoveryText(person.id, code))),
  )
  await tx.note({ act: 'make recovery codes', subject: subjectOf(person.id), basis: BASIS })
  return showCodes(visit, codes)
}

export async function registerPasskey(visit: Submission<ValuesOf<typeof passkeyForm>>): Promise<Answer> {
  const { tx, values } = visit
  const { person } = insiderOf(visit)
  const hindrance = await confirmationFirst(visit, '/account/passkeys')
  if (hindrance !== null) return hindrance
  const made = await createdPasskey(visit, person.id, values.credential)
  if (made === null || (await addPasskey(tx, person.id, values.name.trim(), made)) === 0) {
    return showPasskeys(visit, { typed: visit.typed, problems: { name: { phrase: passkeyWords.refused } } })
  }
  await enrolled(visit, 'passkey')
  return redirect('/account/passkeys', { notice: passkeyWords.added })
}

async function createdPasskey(
  { tx, city, client, seal }: Visit,
  personId: string,
  credential: string,
): Promise<NewPasskey | null> {
  const party = relyingPartyAt(city, client.origin)
  const answered = readCreated(credential)
  if (party === null || answered === null) return null
  if (!isOwnChallenge(seal, passkeyCreationFor(personId), answered.challenge, tx.now)) return null
  if (!(await spendChallenge(tx, challengeHash(answered.challenge)))) return null
  return verifyCreated(party, answered)
}

export async function dropPasskey(visit: Visit): Promise<Answer> {
  const { tx, params } = visit
  const id = params.id ?? ''
  const { person } = insiderOf(visit)
  const hindrance = await confirmationFirst(visit, '/account/passkeys')
  if (hindrance !== null) return hindrance
  if ((await removePasskey(tx, person.id, id)) > 0) await removed(visit, 'passkey')
  return redirect('/account/passkeys', { notice: passkeyWords.removed })
}

async function enrolled(visit: Visit, kind: 'totp' | 'passkey'): Promise<void> {
  const subject = subjectOf(insiderOf(visit).person.id)
  visit.tx.publish(facts.secondFactorEnrolled, subject, { kind })
  await visit.tx.note({ act: `enrol ${kind}`, subject, basis: BASIS })
}

async function removed(visit: Visit, kind: 'totp' | 'passkey'): Promise<void> {
  const subject = subjectOf(insiderOf(visit).person.id)
  visit.tx.publish(facts.secondFactorRemoved, subject, { kind })
  await visit.tx.note({ act: `remove ${kind}`, subject, basis: BASIS })
}
