import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderForm, renderHiddenFields } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { findPerson, listDuties, type Person } from '#kernel/access/people.ts'
import { listSessions, type SessionLine } from '#kernel/access/sessions.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { TOKEN_FIELD } from '#kernel/forms/form.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { dayOf, minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer, type Crumb } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { insiderOf } from '../actions/insider.ts'
import { changePassphraseForm, confirmForm, languageForm } from '../forms.ts'
import { SESSION_METHODS, type SessionMethod } from '../model.ts'
import { deviceOf } from '#kernel/web/device.ts'
import { isInForce, isOver } from '../rules/duties.ts'
import { returnWay } from '../rules/return-way.ts'
import { findAccount } from '../store/accounts.ts'
import { listPasskeys } from '../store/passkeys.ts'
import { findTotp } from '../store/second-factors.ts'
import { accountWords, passkeyWords, secondFactorWords } from '../text/account.ts'
import { blankForm, renderFields, renderProblems, typedText, type FilledForm } from './fields.ts'
import { titleOfDuty, unitName } from './people.ts'

export async function showAccount(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const { person: insider } = insiderOf(visit)
  const person = await findPerson(tx, insider.id)
  if (person === undefined) throw new Fault('not-found')
  const main = html`
    ${renderPageTitle({ title: voice.say(accountWords.title) })}
    ${renderSection({ heading: voice.say(accountWords.about), body: await renderAbout(visit, person) })}
    ${renderSection({ heading: voice.say(accountWords.safety), body: await renderProofs(visit, person.id) })}
    ${await renderSessions(visit, person.id)}
    ${renderSection({ heading: voice.say(accountWords.language), body: renderLanguage(visit, person) })}`
  return shown({ title: voice.plain(accountWords.title), main, area: 'staff' })
}

async function renderAbout(visit: Visit, person: Person): Promise<Html> {
  const { voice, tx } = visit
  const periods = (await listDuties(tx, person.id)).filter((period) => !isOver(period, tx.today))
  const duties = periods.map((period) => {
    const days = { from: period.from.toString(), to: period.to?.toString() ?? '' }
    const range = period.to === null ? voice.say(accountWords.dutyFrom, days) : voice.say(accountWords.dutyFromTo, days)
    const coming = isInForce(period, tx.today)
      ? nothing
      : renderBadge({ label: voice.say(accountWords.dutyComing), tone: 'info' })
    return html`${titleOfDuty(visit, period.duty)} (${range}) ${coming}`
  })
  return renderFactsList({
    facts: [
      { term: voice.say(accountWords.name), description: person.name },
      { term: voice.say(accountWords.login), description: person.login },
      { term: voice.say(accountWords.unit), description: unitName(voice, person) },
      {
        term: voice.say(accountWords.duties),
        description: duties.length > 0 ? duties : voice.say(accountWords.noDuties),
      },
    ],
  })
}

/** What the person proves themselves with, each with the way to change it. */
async function renderProofs(visit: Visit, personId: string): Promise<Html> {
  const { voice, tx } = visit
  const [account, totp, passkeys] = [
    await findAccount(tx, personId),
    await findTotp(tx, personId),
    await listPasskeys(tx, personId),
  ]
  const link = (href: string, label: Phrase<never>) => html`<a href="${href}">${voice.say(label)}</a>`
  const set = account?.passphraseSetAt
  return renderFactsList({
    facts: [
      {
        term: voice.say(accountWords.passphrase),
        description: set ? voice.say(accountWords.passphraseSince, { date: dayOf(set).toString() }) : '',
        action: link('/account/passphrase', accountWords.changePassphrase),
      },
      {
        term: voice.say(secondFactorWords.short),
        description: totp
          ? voice.say(secondFactorWords.isOnSince, { date: dayOf(totp.enrolledAt).toString() })
          : voice.say(secondFactorWords.isOff),
        action: link('/account/second-step', secondFactorWords.title),
      },
      {
        term: voice.say(passkeyWords.title),
        description:
          passkeys.length > 0
            ? voice.say(passkeyWords.count, { count: passkeys.length })
            : voice.say(passkeyWords.none),
        action: link('/account/passkeys', passkeyWords.manage),
      },
    ],
  })
}

async function renderSessions(visit: Visit, personId: string): Promise<Html> {
  const { voice, tx, session } = visit
  const sessions = await listSessions(tx, personId)
  const label = voice.say(accountWords.everywhere)
  const everywhere = renderLinkButton({ label, kind: 'secondary', href: '/account/sign-out-everywhere' })
  const columns = [
    accountWords.device,
    accountWords.method,
    accountWords.since,
    accountWords.lastUse,
    accountWords.action,
  ]
  return renderSection({
    heading: voice.say(accountWords.sessions),
    lead: voice.say(accountWords.sessionsLead),
    body: html`${renderTable({
      caption: voice.say(accountWords.sessions),
      isCaptionHidden: true,
      isCardsOnPhone: true,
      columns: columns.map((word) => ({ heading: voice.say(word) })),
      rows: sessions.map((line) => rowOf(visit, line, line.id === session?.id)),
    })}
    <p>${everywhere}</p>`,
  })
}

function rowOf(visit: Visit, line: SessionLine, isThis: boolean): readonly HtmlValue[] {
  const { voice } = visit
  const name = html`<span class="visually-hidden">${deviceIn(voice, line.device)}, ${minuteOf(line.createdAt)}</span>`
  const end = html`<form action="/account/sessions/${line.id}/end" method="post">
    ${renderHiddenFields({ [TOKEN_FIELD]: visit.formToken() })}
    ${renderButton({ label: html`${voice.say(accountWords.end)} ${name}`, kind: 'secondary', size: 'small' })}
  </form>`
  const badge = isThis ? renderBadge({ label: voice.say(accountWords.thisDevice), tone: 'success' }) : nothing
  return [
    html`${deviceIn(voice, line.device)} ${badge}`,
    sayMethod(voice, line.method),
    minuteOf(line.createdAt),
    minuteOf(line.seenAt),
    end,
  ]
}

export function deviceIn(voice: Voice, description: string): Html {
  const { browser, system } = deviceOf(description)
  if (browser !== null && system !== null) return voice.say(accountWords.deviceIs, { browser, system })
  return browser === null && system === null ? voice.say(accountWords.unknownDevice) : html`${browser ?? system}`
}

const METHOD_WORDS: Readonly<Record<SessionMethod, Phrase<never>>> = {
  passphrase: accountWords.byPassphrase,
  'passphrase+totp': accountWords.byTotp,
  'passphrase+recovery-code': accountWords.byRecovery,
  passkey: accountWords.byPasskey,
}

function sayMethod(voice: Voice, method: string): Html {
  const known = SESSION_METHODS.find((one) => one === method)
  return voice.say(known === undefined ? accountWords.byOther : METHOD_WORDS[known])
}

function renderLanguage(visit: Visit, person: Person): Html {
  const { voice } = visit
  const form = renderForm({
    voice,
    action: '/account/language',
    csrfToken: visit.formToken(),
    body: renderFields(voice, languageForm, blankForm, { language: { value: person.language } }),
    buttons: renderButton({ label: voice.say(accountWords.save), kind: 'secondary' }),
  })
  return renderPanel({ body: form })
}

/** Crumbs of everything below the account. */
export function belowAccount(voice: Voice): Crumb[] {
  return [{ href: '/account', label: voice.say(accountWords.title) }]
}

export async function showSignOutEverywhere(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const main = html`
    ${renderPageTitle({ title: voice.say(accountWords.everywhere) })}
    ${renderConfirm({
      voice,
      title: voice.say(accountWords.everywhereQuestion),
      body: voice.say(accountWords.everywhereBody),
      action: '/account/sign-out-everywhere',
      csrfToken: visit.formToken(),
      confirmLabel: voice.say(accountWords.everywhere),
      cancelHref: '/account',
      isDangerous: true,
    })}`
  return shown({ title: voice.plain(accountWords.everywhere), main, crumbs: belowAccount(voice), area: 'staff' })
}

export async function showChangePassphrase(visit: Visit, filled: FilledForm = blankForm): Promise<Answer> {
  const { voice } = visit
  const form = renderForm({
    voice,
    action: '/account/passphrase',
    csrfToken: visit.formToken(),
    body: renderFields(voice, changePassphraseForm, filled),
    buttons: renderButton({ label: voice.say(accountWords.changePassphrase) }),
  })
  const main = html`
    ${renderPageTitle({ title: voice.say(accountWords.changePassphrase), lead: voice.say(accountWords.changeLead) })}
    ${renderProblems(voice, changePassphraseForm, filled)} ${renderPanel({ body: form })}`
  return shown({
    title: voice.plain(accountWords.changePassphrase),
    main,
    crumbs: belowAccount(voice),
    area: 'staff',
    status: statusOf(filled),
  })
}

/** Asks for the passphrase once more before something weighty. */
export async function showConfirm(
  visit: Visit,
  filled: FilledForm = { typed: visit.query, problems: {} },
): Promise<Answer> {
  const { voice } = visit
  const form = renderForm({
    voice,
    action: '/account/confirm',
    csrfToken: visit.formToken(),
    hidden: { return: returnWay(typedText(filled.typed.return)) },
    body: renderFields(voice, confirmForm, { ...filled, typed: {} }),
    buttons: renderButton({ label: voice.say(accountWords.confirmButton) }),
  })
  const main = html`
    ${renderPageTitle({ title: voice.say(accountWords.confirm), lead: voice.say(accountWords.confirmLead) })}
    ${renderProblems(voice, confirmForm, filled)} ${renderPanel({ body: form })}`
  return shown({
    title: voice.plain(accountWords.confirm),
    main,
    crumbs: belowAccount(voice),
    area: 'staff',
    status: statusOf(filled),
  })
}

export function statusOf({ problems }: FilledForm): number {
  return Object.keys(problems).length > 0 ? 422 : 200
}
