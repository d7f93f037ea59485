import { findPersonByLogin, type Person } from '#kernel/access/people.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import { BASIS, subjectOf, type Account, type AttemptOutcome, type Claimed, type ProofMethod } from '../model.ts'
import { hashPassphrase, verifyPassphrase } from '../proofs/passphrase-hash.ts'
import { normalSpokenCode } from '../proofs/spoken-codes.ts'
import {
  isCrowded,
  LOCKOUT,
  standingAfter,
  waitAfter,
  type Failures,
  type Refusal,
  type Standing,
} from '../rules/lockout.ts'
import { normalLogin } from '../rules/login.ts'
import { normalPassphrase } from '../rules/passphrase.ts'
import { findAccount, strengthenHash } from '../store/accounts.ts'
import { addAttempt, countFailuresFrom, failuresOf, waitForTurn } from '../store/attempts.ts'

/** Where and when an attempt is made. */
type Attempting = Pick<Visit, 'tx' | 'client'>
/** What is tried: by which proof, for whom. */
interface Trial {
  readonly claimed: Claimed
  readonly method: Exclude<ProofMethod, 'reset'>
}

/** Nobody's identity: looked for where a name is unknown, so that both ways take the same queries. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

export type PassphraseProof = { readonly kind: 'right'; readonly person: Person; readonly account: Account } | Refusal

/** Checks a login and a passphrase and writes the attempt down. Time and words tell nobody which names exist. */
export async function provePassphrase(
  visit: Attempting & { seal: Seal },
  typed: { login: string; passphrase: string },
): Promise<PassphraseProof> {
  const { tx, seal } = visit
  const login = normalLogin(typed.login)
  const person = await findPersonByLogin(tx, login)
  const claimed: Claimed = person
    ? { personId: person.id, loginMac: null }
    : { personId: null, loginMac: seal.mac(`login ${login}`) }
  const trial: Trial = { claimed, method: 'passphrase' }
  const hindrance = await hindranceTo(visit, trial)
  if (hindrance !== null) return hindrance
  const account = await findAccount(tx, person?.id ?? NOBODY)
  const meant = account?.isOneTime ? normalSpokenCode(typed.passphrase) : normalPassphrase(typed.passphrase)
  const verdict = await verifyPassphrase(meant, person?.isActive ? (account?.passphraseHash ?? null) : null)
  if (verdict === 'wrong' || person === undefined || account === undefined) return fail(visit, trial)
  if (verdict === 'right-but-old') await strengthenHash(tx, person.id, await hashPassphrase(meant))
  return { kind: 'right', person, account }
}

/** Checks any other proof of a known person, under the same limits. */
export async function prove(
  visit: Attempting,
  trial: Trial,
  holds: () => Promise<boolean>,
): Promise<{ readonly kind: 'right' } | Refusal> {
  const hindrance = await hindranceTo(visit, trial)
  if (hindrance !== null) return hindrance
  return (await holds()) ? { kind: 'right' } : fail(visit, trial)
}

/** Writes down that somebody got in, or half the way. */
export async function recordSuccess(
  visit: Attempting,
  personId: string,
  method: Trial['method'],
  outcome: 'accepted' | 'halfway',
): Promise<void> {
  await record(visit, { claimed: { personId, loginMac: null }, method }, outcome)
}

/** What stands in the way of trying at all: a wait after failures, or a crowd of failures from one address. */
async function hindranceTo(visit: Attempting, trial: Trial): Promise<Refusal | null> {
  const { tx, client } = visit
  const since = tx.now.subtract({ minutes: LOCKOUT.addressWindowMinutes })
  if (isCrowded(await countFailuresFrom(tx, client.address, since))) {
    await record(visit, trial, 'crowded')
    return { kind: 'crowded' }
  }
  await waitForTurn(tx, trial.claimed)
  const standing = standingAfter(await failuresOf(tx, trial.claimed), tx.now)
  if (standing.kind === 'open') return null
  await record(visit, trial, 'waiting')
  return standing
}

async function fail(visit: Attempting, trial: Trial): Promise<Refusal> {
  const { tx } = visit
  const subject = subjectOf(trial.claimed.personId)
  await record(visit, trial, 'refused')
  tx.publish(facts.signInRefused, subject, { method: trial.method })
  const failures = await failuresOf(tx, trial.claimed)
  const standing = standingAfter(failures, tx.now)
  if (standing.kind === 'open') return { kind: 'refused' }
  tx.publish(facts.lockedOut, subject, { minutes: minutesOf(standing, failures) })
  return standing
}

function minutesOf(standing: Standing, { count }: Failures): number | null {
  return standing.kind === 'closed' ? null : waitAfter(count)
}

async function record({ tx, client }: Attempting, { claimed, method }: Trial, outcome: AttemptOutcome): Promise<void> {
  await addAttempt(tx, { claimed, method, outcome, address: client.address })
  await tx.note({ act: `sign-in ${method} ${outcome}`, subject: subjectOf(claimed.personId), basis: BASIS })
}
