import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { redirect, shown, type Answer, type Crumb } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { confirmationFirst, insiderOf } from '../actions/insider.ts'
import { totpForm } from '../forms.ts'
import { newTotpSecret, openEnrolment, renderQr, sealEnrolment, totpAddress } from '../proofs/one-time-codes.ts'
import { countRecoveryCodes, findTotp } from '../store/second-factors.ts'
import { secondFactorWords as words } from '../text/account.ts'
import { belowAccount, statusOf } from './account.ts'
import { blankForm, renderFields, renderProblems, typedText, type FilledForm } from './fields.ts'

/** The second step: what there is, or the way to set it up. */
export async function openSecondStep(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const { person } = insiderOf(visit)
  const totp = await findTotp(tx, person.id)
  if (!totp) return (await confirmationFirst(visit, '/account/second-step')) ?? showTotp(visit)
  const left = await countRecoveryCodes(tx, person.id)
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderNotice({
      voice,
      kind: 'success',
      title: voice.say(words.isOnSince, { date: dayOf(totp.enrolledAt).toString() }),
      body: voice.say(words.recoveryLeft, { count: left }),
      actions: renderCluster({
        parts: [
          renderLinkButton({
            label: voice.say(words.makeCodes),
            kind: left === 0 ? 'primary' : 'secondary',
            href: '/account/recovery-codes',
          }),
          renderLinkButton({ label: voice.say(words.turnOff), kind: 'link', href: '/account/second-step/remove' }),
        ],
      }),
    })}`
  return shown({ title: voice.plain(words.title), main, crumbs: belowAccount(voice), area: 'staff' })
}

/** Shows a secret to scan or to type, and asks for the first code. A form that came back shows the same again. */
export async function showTotp(visit: Visit, filled: FilledForm = blankForm): Promise<Answer> {
  const { voice, tx, seal, city } = visit
  const { person } = insiderOf(visit)
  const brought = openEnrolment(seal, person.id, typedText(filled.typed.secret) ?? '', tx.now)
  const secret = brought ?? newTotpSecret()
  const qr = await renderQr(totpAddress(secret, { issuer: city.name, login: person.login }), voice.plain(words.qrLabel))
  const form = renderForm({
    voice,
    action: '/account/second-step',
    csrfToken: visit.formToken(),
    hidden: { secret: sealEnrolment(seal, person.id, secret, tx.now) },
    body: renderFields(voice, totpForm, filled, { code: { inputMode: 'numeric', width: 'medium' } }),
    buttons: renderButton({ label: voice.say(words.turnOn) }),
  })
  const scan = html`<p>${voice.say(words.scanBody)}</p>
    <p>${qr}</p>
    <p>${voice.say(words.typed)}:<br><code>${groupsOf(secret)}</code></p>`
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderProblems(voice, totpForm, filled)}
    ${renderPanel({ heading: voice.say(words.scan), body: renderStack({ parts: [scan] }) })}
    ${renderPanel({ heading: voice.say(words.confirm), body: form })}`
  return shown({
    title: voice.plain(words.title),
    main,
    crumbs: belowAccount(voice),
    area: 'staff',
    status: statusOf(filled),
    isSecret: true,
  })
}

/** Four signs at a time, as one reads them off. */
function groupsOf(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}

export async function showTurnTotpOff(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const hindrance = await confirmationFirst(visit, '/account/second-step/remove')
  if (hindrance !== null) return hindrance
  const main = html`
    ${renderPageTitle({ title: voice.say(words.turnOff) })}
    ${renderConfirm({
      voice,
      title: voice.say(words.turnOffQuestion),
      body: voice.say(words.turnOffBody),
      action: '/account/second-step/remove',
      csrfToken: visit.formToken(),
      confirmLabel: voice.say(words.turnOff),
      cancelHref: '/account/second-step',
      isDangerous: true,
    })}`
  return shown({ title: voice.plain(words.turnOff), main, crumbs: belowSecondStep(visit), area: 'staff' })
}

export async function openRecoveryCodes(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const { person } = insiderOf(visit)
  if (!(await findTotp(tx, person.id))) return redirect('/account/second-step', { notice: words.needsSecondStep })
  const hindrance = await confirmationFirst(visit, '/account/recovery-codes')
  if (hindrance !== null) return hindrance
  const left = await countRecoveryCodes(tx, person.id)
  const form = renderForm({
    voice,
    action: '/account/recovery-codes',
    csrfToken: visit.formToken(),
    body: html`<p>${voice.say(words.makeCodesBody)}</p>`,
    buttons: renderButton({ label: voice.say(words.makeCodes) }),
  })
  const main = html`
    ${renderPageTitle({ title: voice.say(words.recoveryTitle), lead: voice.say(words.recoveryLead) })}
    <p>${voice.say(words.recoveryLeft, { count: left })}</p>
    ${renderPanel({ body: form })}`
  return shown({ title: voice.plain(words.recoveryTitle), main, crumbs: belowSecondStep(visit), area: 'staff' })
}

/** The one time that recovery codes are shown. */
export function showCodes(visit: Visit, codes: readonly string[]): Answer {
  const { voice } = visit
  const main = html`
    ${renderPageTitle({ title: voice.say(words.recoveryTitle) })}
    ${renderNotice({
      voice,
      kind: 'warning',
      title: voice.say(words.codesShown),
      body: voice.say(words.codesShownBody),
      isAnnounced: true,
    })}
    ${renderPanel({ body: renderCodes(codes) })}
    <p class="no-print">${renderLinkButton({ label: voice.say(words.codesKept), href: '/account' })}</p>`
  return shown({
    title: voice.plain(words.recoveryTitle),
    main,
    crumbs: belowSecondStep(visit),
    area: 'staff',
    isSecret: true,
  })
}

function renderCodes(codes: readonly string[]): Html {
  return codes.length === 0 ? nothing : html`<ol>${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>`
}

function belowSecondStep({ voice }: Visit): Crumb[] {
  return [...belowAccount(voice), { href: '/account/second-step', label: voice.say(words.short) }]
}
