import type { AuditLine } from '#kernel/audit/reading.ts'
import { html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { auditWords as words } from '../text/audit.ts'
import { plainTitleOfDuty } from './people.ts'

/** What this part does, in words. Acts of other services stand as they wrote them. */
const ACTS: Readonly<Record<string, Phrase<never>>> = {
  'sign-out': words.signOut,
  'sign-out everywhere': words.signOutEverywhere,
  'end session': words.endSession,
  'enrol totp': words.enrolTotp,
  'remove totp': words.removeTotp,
  'enrol passkey': words.enrolPasskey,
  'remove passkey': words.removePasskey,
  'make recovery codes': words.makeCodes,
  'view accounts': words.viewAccounts,
  'create account': words.createAccount,
  'reset passphrase': words.resetPassphrase,
  'disable account': words.disableAccount,
  'enable account': words.enableAccount,
  'read audit': words.readAudit,
}

const PROOFS: Readonly<Record<string, Phrase<never>>> = {
  passphrase: words.passphrase,
  totp: words.totp,
  'recovery-code': words.recoveryCode,
  passkey: words.passkey,
}

const OUTCOMES: Readonly<Record<string, Phrase<never>>> = {
  accepted: words.accepted,
  halfway: words.halfway,
  refused: words.refused,
  waiting: words.waiting,
  crowded: words.crowded,
}

export function sayAct(
  visit: Pick<Visit, 'voice' | 'directory'>,
  { act, service }: Pick<AuditLine, 'act' | 'service'>,
): HtmlValue {
  if (service !== 'staff-identity') return act
  const { voice } = visit
  const known = ACTS[act]
  if (known !== undefined) return voice.say(known)
  const [, proof = '', outcome = ''] = /^sign-in (\S+) (\S+)$/.exec(act) ?? []
  const [proofWords, outcomeWords] = [PROOFS[proof], OUTCOMES[outcome]]
  if (proofWords && outcomeWords)
    return voice.say(words.signIn, { proof: voice.plain(proofWords), outcome: voice.plain(outcomeWords) })
  const [, verb = '', duty = ''] = /^(give|take) duty (\S+)$/.exec(act) ?? []
  if (verb === '') return html`${act}`
  return voice.say(verb === 'give' ? words.giveDuty : words.takeDuty, { duty: plainTitleOfDuty(visit, duty) })
}
