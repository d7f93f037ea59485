import type { City } from '#kernel/city/city.ts'
import type { FormProblems, Problem } from '#kernel/forms/form.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Account } from '../model.ts'
import { verifyPassphrase } from '../proofs/passphrase-hash.ts'
import { normalSpokenCode } from '../proofs/spoken-codes.ts'
import { normalPassphrase, PASSPHRASE_POLICY, problemWith, type PassphraseProblem } from '../rules/passphrase.ts'
import { passphraseWords } from '../text/sign-in.ts'

export interface FreshPassphrase {
  readonly fresh: string
  readonly again: string
}

/** What speaks against a new passphrase, by field; empty when it may be set. */
export async function problemsWithFresh(
  { fresh, again }: FreshPassphrase,
  owner: { readonly login: string; readonly account: Account | undefined; readonly city: City },
): Promise<FormProblems> {
  const passphrase = normalPassphrase(fresh)
  const problem = problemWith(passphrase, { login: owner.login, cityNames: namesOf(owner.city) })
  if (problem !== null) return { fresh: wordsFor(problem) }
  if (await isKnown(passphrase, owner.account)) return { fresh: { phrase: passphraseWords.sameAsBefore } }
  return normalPassphrase(again) === passphrase ? {} : { again: { phrase: passphraseWords.different } }
}

/** The one-time passphrase is known to whoever issued it and must not live on. */
async function isKnown(passphrase: string, account: Account | undefined): Promise<boolean> {
  if (account === undefined || account.passphraseHash === null) return false
  const meant = account.isOneTime ? normalSpokenCode(passphrase) : passphrase
  return (await verifyPassphrase(meant, account.passphraseHash)) !== 'wrong'
}

/** 亀山市 is guessed as 亀山, too. */
function namesOf(city: City): string[] {
  return [city.key, city.name, city.name.replace(/[市町村区]$/u, ''), city.nameRomaji]
}

function wordsFor(problem: PassphraseProblem): Problem {
  switch (problem) {
    case 'too-short':
      return { phrase: passphraseWords.tooShort, values: { min: PASSPHRASE_POLICY.minCharacters } }
    case 'too-long':
      return { phrase: passphraseWords.tooLong, values: { max: PASSPHRASE_POLICY.maxCharacters } }
    case 'monotonous':
      return { phrase: passphraseWords.monotonous }
    case 'common':
      return { phrase: passphraseWords.common }
    case 'too-near':
      return { phrase: passphraseWords.tooNear }
    default:
      return assertNever(problem)
  }
}
