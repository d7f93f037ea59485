import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderPasskey } from '#design/passkey/view.ts'
import type { Form } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { codeForm, newPassphraseForm, recoveryForm, signInForm } from '../forms.ts'
import type { HalfSession } from '../model.ts'
import { newChallenge } from '#capabilities/passkeys/challenges.ts'
import { PASSKEY_SIGN_IN, relyingPartyAt, requestOptions } from '#capabilities/passkeys/passkeys.ts'
import { returnWay } from '../rules/return-way.ts'
import { findHalfSession, HALF_SESSION_COOKIE } from '../store/half-sessions.ts'
import { signInWords } from '../text/sign-in.ts'
import { renderDemoAccounts } from './demo.ts'
import { blankForm, renderFields, renderProblems, typedText, type FilledForm } from './fields.ts'
import { renderRefusal, type SignInRefusal } from './refusals.ts'

interface Again {
  readonly filled: FilledForm
  readonly refusal?: SignInRefusal
}

const newcomer: Again = { filled: blankForm }

/** The page people come by; whoever is signed in already goes on. */
export async function openSignIn(visit: Visit): Promise<Answer> {
  const returnTo = returnWay(visit.query.return)
  if (visit.session !== null) return redirect(returnTo)
  return showSignIn(visit, { filled: { typed: { return: returnTo, login: visit.query.login ?? '' }, problems: {} } })
}

export async function showSignIn(visit: Visit, { filled, refusal }: Again): Promise<Answer> {
  const { voice } = visit
  const returnTo = returnWay(typedText(filled.typed.return))
  const form = renderForm({
    voice,
    action: '/sign-in',
    csrfToken: visit.formToken(),
    hidden: { return: returnTo },
    body: renderFields(voice, signInForm, filled, { login: { width: 'medium' } }),
    buttons: renderButton({ label: voice.say(signInWords.signIn), icon: 'lock' }),
  })
  const main = html`
    ${renderPageTitle({ title: voice.say(signInWords.title), lead: voice.say(signInWords.lead) })}
    ${renderRefusal(voice, refusal)} ${renderProblems(voice, signInForm, filled)}
    ${renderPanel({ body: renderStack({ parts: [form, await renderPasskeySignIn(visit, returnTo)] }) })}
    <p>${voice.say(signInWords.forgotten)}</p>
    ${await renderDemoAccounts(visit, returnTo)}`
  return shown({ title: voice.plain(signInWords.title), main, area: 'staff', status: statusOf({ filled, refusal }) })
}

/** Nothing where passkeys cannot work; where they can, design shows the button only to browsers that know them. */
async function renderPasskeySignIn(visit: Visit, returnTo: string): Promise<Html> {
  const { voice, city, client, seal, tx } = visit
  const party = relyingPartyAt(city, client.origin)
  if (party === null) return nothing
  return renderPasskey({
    voice,
    ceremony: 'get',
    options: await requestOptions(party, newChallenge(seal, PASSKEY_SIGN_IN, tx.now)),
    action: '/sign-in/passkey',
    csrfToken: visit.formToken(),
    hidden: { return: returnTo },
    label: voice.say(signInWords.withPasskey),
    hint: voice.say(signInWords.passkeyHint),
  })
}

export function showSecondStep(visit: Visit, again: Again = newcomer): Promise<Answer> {
  return showStep(visit, 'second-step', again, {
    form: codeForm,
    action: '/sign-in/second-step',
    title: signInWords.secondStep,
    lead: signInWords.secondStepLead,
    button: signInWords.continue,
    otherWay: { href: '/sign-in/recovery-code', label: signInWords.useRecovery },
  })
}

export function showRecovery(visit: Visit, again: Again = newcomer): Promise<Answer> {
  return showStep(visit, 'second-step', again, {
    form: recoveryForm,
    action: '/sign-in/recovery-code',
    title: signInWords.recovery,
    lead: signInWords.recoveryLead,
    button: signInWords.signIn,
    otherWay: { href: '/sign-in/second-step', label: signInWords.useApp },
  })
}

export function showNewPassphrase(visit: Visit, again: Again = newcomer): Promise<Answer> {
  return showStep(visit, 'new-passphrase', again, {
    form: newPassphraseForm,
    action: '/sign-in/new-passphrase',
    title: signInWords.newPassphrase,
    lead: signInWords.newPassphraseLead,
    button: signInWords.saveAndEnter,
  })
}

interface Step {
  readonly form: Form
  readonly action: string
  readonly title: Phrase<never>
  readonly lead: Phrase<never>
  readonly button: Phrase<never>
  readonly otherWay?: { readonly href: string; readonly label: Phrase<never> }
}

/** A step between the passphrase and the session; without a half session that awaits it, one begins again. */
async function showStep(
  visit: Visit,
  awaits: HalfSession['awaits'],
  { filled, refusal }: Again,
  step: Step,
): Promise<Answer> {
  const { voice, tx, cookies } = visit
  const { otherWay } = step
  if (!(await findHalfSession(tx, cookies[HALF_SESSION_COOKIE], awaits))) return startAgain()
  const form = renderForm({
    voice,
    action: step.action,
    csrfToken: visit.formToken(),
    body: renderFields(voice, step.form, filled, {
      code: { width: 'medium', ...(step.form === codeForm ? { inputMode: 'numeric' } : {}) },
    }),
    buttons: html`${renderButton({ label: voice.say(step.button) })}
    ${otherWay && renderLinkButton({ label: voice.say(otherWay.label), kind: 'link', href: otherWay.href })}`,
  })
  const main = html`
    ${renderPageTitle({ title: voice.say(step.title), lead: voice.say(step.lead) })}
    ${refusal?.kind === 'refused' ? nothing : renderRefusal(voice, refusal)} ${renderProblems(voice, step.form, filled)}
    ${renderPanel({ body: form })}`
  const crumbs = [{ href: '/sign-in', label: voice.say(signInWords.title) }]
  return shown({ title: voice.plain(step.title), main, crumbs, area: 'staff', status: statusOf({ filled, refusal }) })
}

export async function startAgain(): Promise<Answer> {
  return redirect('/sign-in', { notice: signInWords.tooLate })
}

/** Refused pages say so to machines as well. */
function statusOf({ filled, refusal }: { filled: FilledForm; refusal: SignInRefusal | undefined }): number {
  if (refusal?.kind === 'waiting' || refusal?.kind === 'crowded') return 429
  return refusal !== undefined || Object.keys(filled.problems).length > 0 ? 422 : 200
}
