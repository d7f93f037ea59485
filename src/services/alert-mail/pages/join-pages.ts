import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer, type Crumb } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { languageChoices, roleChoices } from '../forms/school-forms.ts'
import type { Guardian, School, SchoolClass } from '../model.ts'
import { isCodeOf, numberInCode, openJoinRequest } from '../rules/personal-links.ts'
import { classTitle } from '../rules/school-year.ts'
import { findGuardian, findGuardianByNumber } from '../store/guardians.ts'
import { findClass, findSchool } from '../store/schools.ts'
import { guardianWords as words } from '../text/guardian-words.ts'
import { maskedAddress } from '../actions/letters.ts'
import { errorFor, renderProblems, typedText, type FormStand } from './text-boxes.ts'

const UNTOUCHED: FormStand = { typed: {}, problems: {} }

/** Where a code from paper is typed. */
export function showCodePage(visit: Visit): Promise<Answer> {
  return showCodeForm(visit, UNTOUCHED)
}

export async function showCodeForm(visit: Visit, stand: FormStand): Promise<Answer> {
  const { voice } = visit
  const main = html`${renderPageTitle({ title: voice.say(words.joinTitle), lead: voice.say(words.joinLead) })}${renderCodeForm(visit, stand)}`
  const status = Object.keys(stand.problems).length > 0 ? 422 : 200
  return shown({ title: voice.plain(words.joinTitle), main, status })
}

function renderCodeForm({ voice, formToken }: Visit, { typed, problems }: FormStand): Html {
  return renderForm({
    voice, action: '/schools/join', csrfToken: formToken(),
    body: renderField({ voice, kind: 'text', name: 'code', label: voice.say(words.code), hint: voice.say(words.codeHint), isRequired: true, width: 'medium', value: typedText(typed, 'code'), ...errorFor(voice, problems, 'code') }),
    buttons: renderButton({ label: voice.say(words.next) }),
  })
}

export interface Invitation {
  readonly guardian: Guardian
  readonly one: SchoolClass
  readonly school: School
}

/** What a code in the address invites to; undefined for a wrong, old or ended one. */
export async function findInvitation({ tx, seal, params }: Visit): Promise<Invitation | undefined> {
  const number = numberInCode(params.code ?? '')
  const guardian = number === undefined ? undefined : await findGuardianByNumber(tx, number)
  if (guardian === undefined || guardian.state === 'left' || !isCodeOf(seal, guardian, params.code ?? '')) return undefined
  return invitationOf(tx, guardian)
}

export async function invitationOf(tx: Tx, guardian: Guardian): Promise<Invitation | undefined> {
  const one = await findClass(tx, guardian.classId)
  const school = one === undefined ? undefined : await findSchool(tx, one.schoolKey)
  return one === undefined || school === undefined ? undefined : { guardian, one, school }
}

/** The page of a code: whose class it is, and what the guardian chooses. */
export function showInvitationPage(visit: Visit): Promise<Answer> {
  return showInvitation(visit)
}

export async function showInvitation(visit: Visit, stand: FormStand = UNTOUCHED): Promise<Answer> {
  const { voice } = visit
  const found = await findInvitation(visit)
  const crumbs = joinCrumbs(voice)
  if (found === undefined) {
    const main = html`${renderPageTitle({ title: voice.say(words.joinTitle) })}${renderNotice({ voice, kind: 'error', title: voice.say(words.badCode), isAnnounced: true })}${renderCodeForm(visit, UNTOUCHED)}`
    return shown({ title: voice.plain(words.joinTitle), main, status: 404 })
  }
  const { school, guardian } = found
  const title = { school: voice.plain(school.name) }
  if (guardian.state === 'confirmed') {
    const main = html`${renderPageTitle({ title: voice.say(words.invitationTitle, title) })}${renderNotice({ voice, kind: 'info', title: voice.say(words.usedCode), body: voice.say(words.usedCodeBody) })}`
    return shown({ title: voice.plain(words.invitationTitle, title), main, crumbs })
  }
  const main = html`${renderPageTitle({ title: voice.say(words.invitationTitle, title) })}${renderProblems(voice, stand.problems)}
    ${renderStack({ parts: [renderInvited(voice, found), renderJoinForm(visit, found, stand)] })}`
  const status = Object.keys(stand.problems).length > 0 ? 422 : 200
  return shown({ title: voice.plain(words.invitationTitle, title), main, status, crumbs, isSecret: true })
}

function renderInvited(voice: Voice, { school, one, guardian }: Invitation): Html {
  return renderFactsList({
    facts: [
      { term: voice.say(words.forClass), description: html`${voice.say(school.name)} ${classTitle(school.kind, one)}` },
      { term: voice.say(words.forChild), description: guardian.childLabel },
      ...(guardian.invitedAddress === null ? [] : [{ term: voice.say(words.address), description: maskedAddress(guardian.invitedAddress) }]),
    ],
  })
}

function renderJoinForm({ voice, params, formToken }: Visit, { guardian }: Invitation, { typed, problems }: FormStand): Html {
  const isByMail = guardian.invitedAddress !== null
  // Whoever reads this page in a language most likely wants the mails in it, unless the school said otherwise.
  const language = typedText(typed, 'language') || (guardian.language === 'ja' ? voice.language : guardian.language)
  const own = renderField({ voice, kind: 'text', name: 'own', label: voice.say(words.ownPage), hint: voice.say(words.ownPageHint), isRequired: false, value: typedText(typed, 'own'), ...errorFor(voice, problems, 'own') })
  const isOwnOpen = problems.own !== undefined || typedText(typed, 'own') !== ''
  const choices = (all: typeof roleChoices | typeof languageChoices) => all.map(({ value, label }) => ({ value, label: voice.say(label) }))
  return renderForm({
    voice, action: `/schools/join/${params.code}`, csrfToken: formToken(),
    body: html`${isByMail ? nothing : renderField({ voice, kind: 'text', inputType: 'email', autocomplete: 'email', name: 'address', label: voice.say(words.address), hint: voice.say(words.addressHint), isRequired: false, isTagHidden: true, value: typedText(typed, 'address'), ...errorFor(voice, problems, 'address') })}
      <details${isOwnOpen && html` open`}><summary>${voice.say(words.byLineOrPush)}</summary><p><a href="/notices">${voice.say(words.toNotices)}</a></p>${own}</details>
      ${renderField({ voice, kind: 'radios', name: 'role', label: voice.say(words.role), isRequired: true, value: typedText(typed, 'role') || (guardian.role ?? ''), choices: choices(roleChoices), ...errorFor(voice, problems, 'role') })}
      ${renderField({ voice, kind: 'radios', name: 'language', label: voice.say(words.language), isRequired: true, value: language, choices: choices(languageChoices), ...errorFor(voice, problems, 'language') })}`,
    buttons: renderButton({ label: voice.say(isByMail ? words.confirm : words.sendLetter) }),
  })
}

export async function showLetterSent({ voice }: Visit): Promise<Answer> {
  const main = html`${renderPageTitle({ title: voice.say(words.letterSentTitle) })}${renderEmpty({ icon: 'mail', title: voice.say(words.letterSentTitle), body: voice.say(words.letterSentBody) })}`
  return shown({ title: voice.plain(words.letterSentTitle), main, crumbs: joinCrumbs(voice) })
}

/** Behind the link of a letter: nothing happens until the button is pressed, so that a mail program's preview joins nobody. */
export async function showConfirmPlace(visit: Visit): Promise<Answer> {
  const { voice, tx, seal, params } = visit
  const request = openJoinRequest(seal, params.token ?? '')
  const guardian = request === undefined ? undefined : await findGuardian(tx, request.guardianId)
  if (request === undefined || guardian?.state !== 'invited' || guardian.codeRound !== request.codeRound || Temporal.Instant.compare(Temporal.Instant.from(request.until), tx.now) < 0) return showLinkGone(visit)
  const invitation = await invitationOf(tx, guardian)
  if (invitation === undefined) return showLinkGone(visit)
  const main = html`${renderPageTitle({ title: voice.say(words.confirmTitle) })}
    ${renderStack({
      parts: [renderInvited(voice, invitation), renderConfirm({
        voice, title: voice.say(words.confirmTitle), body: voice.say(words.confirmBody, { school: voice.plain(invitation.school.name), address: request.address }),
        action: `/schools/confirm/${params.token}`, csrfToken: visit.formToken(), confirmLabel: voice.say(words.confirm), cancelHref: '/schools/join',
      })],
    })}`
  return shown({ title: voice.plain(words.confirmTitle), main, isSecret: true })
}

export async function showLinkGone({ voice }: Visit): Promise<Answer> {
  const action = renderLinkButton({ href: '/schools/join', label: voice.say(words.joinTitle), kind: 'secondary' })
  const main = html`${renderPageTitle({ title: voice.say(words.confirmTitle) })}${renderEmpty({ icon: 'warning', title: voice.say(words.linkGone), action })}`
  return shown({ title: voice.plain(words.confirmTitle), main, status: 404 })
}

function joinCrumbs(voice: Voice): Crumb[] {
  return [{ href: '/schools/join', label: voice.say(words.joinTitle) }]
}
