import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { html, nothing } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { signInWords as words } from '../text/sign-in.ts'

const toSignIn = (visit: Visit) => [{ href: '/my/sign-in', label: visit.voice.say(words.title) }]

/** The same for every address, known or not. */
export async function showSent(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const main = html`
    ${renderPageTitle({ title: voice.say(words.sentTitle), lead: voice.say(words.sentBody) })}
    <p>${voice.say(words.sentNothing)}</p>`
  return shown({ title: voice.plain(words.sentTitle), main, crumbs: toSignIn(visit) })
}

/** A page with a button and nothing else: looking at it uses nothing up, and tells nothing of the link. */
export async function showLink(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const form = renderForm({
    voice,
    action: `/my/sign-in/mail/${encodeURIComponent(visit.params['token'] ?? '')}`,
    csrfToken: visit.formToken(),
    body: nothing,
    buttons: renderButton({ label: voice.say(words.linkButton) }),
  })
  const main = html`
    ${renderPageTitle({ title: voice.say(words.linkTitle), lead: voice.say(words.linkLead) })}
    ${renderPanel({ body: form })}`
  return shown({ title: voice.plain(words.linkTitle), main, crumbs: toSignIn(visit), isSecret: true })
}

export async function showLinkEnded(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const main = html`
    ${renderPageTitle({ title: voice.say(words.linkEnded) })}
    ${renderEmpty({ icon: 'warning', title: voice.say(words.linkEndedWay), action: renderLinkButton({ href: '/my/sign-in', label: voice.say(words.title) }) })}`
  return shown({ title: voice.plain(words.linkEnded), main, crumbs: toSignIn(visit), status: 422 })
}
