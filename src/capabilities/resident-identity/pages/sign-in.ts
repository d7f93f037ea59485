import { newChallenge } from '#capabilities/passkeys/challenges.ts'
import { PASSKEY_SIGN_IN, relyingPartyAt, requestOptions } from '#capabilities/passkeys/passkeys.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderPasskey } from '#design/passkey/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { cardSettings } from '../card/settings.ts'
import { mailForm } from '../forms.ts'
import { returnWay } from '../rules/return-way.ts'
import { signInWords as words } from '../text/sign-in.ts'
import { blankForm, renderFields, renderProblems, statusOf, typedText, type FilledForm } from './fields.ts'

/** The page people come by; whoever has proven enough goes on. */
export async function openSignIn(visit: Visit): Promise<Answer> {
  const returnTo = returnWay(visit.query['return'])
  const { resident } = visit.actor
  const isEnough = resident !== null && (visit.query['proof'] !== 'card' || resident.proof === 'card')
  return isEnough ? redirect(returnTo) : showSignIn(visit, { ...blankForm, typed: { return: returnTo } })
}

export type SignInRefusal = 'passkey-refused' | 'crowded'

export async function showSignIn(visit: Visit, filled: FilledForm, refusal?: SignInRefusal): Promise<Answer> {
  const { voice, query, actor } = visit
  const returnTo = returnWay(typedText(filled.typed['return']))
  const needsCard = query['proof'] === 'card'
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${needsCard ? renderNotice({ voice, kind: 'info', title: voice.say(words.cardNeeded), body: voice.say(words.cardNeededWhy) }) : nothing}
    ${actor.person === null ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(words.staffHere) })}
    ${renderRefusal(visit, refusal)}
    ${renderProblems(voice, mailForm, filled)}
    ${renderPanel({ heading: voice.say(words.card), body: await renderCardWay(visit, returnTo) })}
    ${needsCard ? nothing : renderPanel({ heading: voice.say(words.mail), body: renderMailWay(visit, filled, returnTo) })}
    ${needsCard ? nothing : await renderPasskeyWay(visit, returnTo)}
    <p><a href="/sign-in">${voice.say(words.staff)}</a></p>`
  const status = refusal === 'crowded' ? 429 : refusal === undefined ? statusOf(filled) : 422
  return shown({ title: voice.plain(words.title), main, status })
}

function renderRefusal({ voice }: Visit, refusal: SignInRefusal | undefined): Html {
  if (refusal === undefined) return nothing
  if (refusal === 'crowded') return renderNotice({ voice, kind: 'error', title: voice.say(words.crowded), isAnnounced: true })
  return renderNotice({ voice, kind: 'error', title: voice.say(words.passkeyRefused), body: voice.say(words.passkeyRefusedWay), isAnnounced: true })
}

async function renderCardWay(visit: Visit, returnTo: string): Promise<Html> {
  const { voice } = visit
  if ((await cardSettings(visit)) === null) return html`<p>${voice.say(words.cardClosed)}</p>`
  const href = `/my/sign-in/card?${new URLSearchParams({ return: returnTo })}`
  return html`<p>${voice.say(words.cardLead)}</p>
    <p>${renderLinkButton({ label: voice.say(words.cardButton), icon: 'lock', href })}</p>`
}

function renderMailWay(visit: Visit, filled: FilledForm, returnTo: string): Html {
  const { voice } = visit
  const form = renderForm({
    voice,
    action: '/my/sign-in/mail',
    csrfToken: visit.formToken(),
    hidden: { return: returnTo },
    body: renderFields(voice, mailForm, filled),
    buttons: renderButton({ label: voice.say(words.mailButton), kind: 'secondary' }),
  })
  return html`<p>${voice.say(words.mailLead)}</p>${form}`
}

/** Nothing where passkeys cannot work; where they can, design shows the button only to browsers that know them. */
async function renderPasskeyWay(visit: Visit, returnTo: string): Promise<Html> {
  const { voice, city, client, seal, tx } = visit
  const party = relyingPartyAt(city, client.origin)
  if (party === null) return nothing
  const passkey = renderPasskey({
    voice,
    ceremony: 'get',
    options: await requestOptions(party, newChallenge(seal, PASSKEY_SIGN_IN, tx.now)),
    action: '/my/sign-in/passkey',
    csrfToken: visit.formToken(),
    hidden: { return: returnTo },
    label: voice.say(words.passkeyButton),
    hint: voice.say(words.passkeyHint),
    fallback: voice.say(words.passkeyFallback),
  })
  return renderPanel({ heading: voice.say(words.passkey), body: passkey })
}
