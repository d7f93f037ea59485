import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { html, nothing } from '#kernel/html/html.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import { words } from '../text/resident-words.ts'
import { casePath } from './case-visit.ts'
import { arriveAtDraft, type DraftVisit } from './draft-visit.ts'
import { draftCrumbs } from './step.ts'

export async function showLater(visit: Visit): Promise<Answer> {
  const arrival = await arriveAtDraft(visit)
  if (arrival.kind === 'filed') return redirect(casePath(visit.seal, arrival.application))
  return laterPage(visit, arrival.draft, { mail: arrival.draft.application.mail, isWrong: false })
}

/** How to go on later, on this device or another: by signing in, or by an address that is the key. */
export function laterPage(visit: Visit, draft: DraftVisit, { mail, isWrong }: { mail: string; isWrong: boolean }): Answer {
  const { voice, client } = visit
  const { base, application } = draft
  const link = application.accountId !== null || application.channel === 'paper' ? html`<p>${voice.say(words.laterAccount)}</p>` : html`<p>${voice.say(words.laterLink)}</p>
    <p><a href="${base}/1">${client.origin}${base}/1</a></p>
    ${renderForm({
      voice, action: `${base}/later`, csrfToken: visit.formToken(),
      body: renderField({
        voice, kind: 'text', inputType: 'email', autocomplete: 'email', name: 'mail', label: voice.say(words.mail), value: mail, isRequired: true,
        ...(isWrong ? { error: voice.say(words.mailWrong) } : {}),
      }),
      buttons: renderButton({ label: voice.say(words.sendLink), kind: 'secondary', icon: 'mail' }),
    })}`
  const main = html`${renderPageTitle({ title: voice.say(words.later), kicker: voice.say(draft.definition.title), lead: voice.say(words.laterLead, { days: APPLICATION_LIMITS.draftDays }) })}
    ${renderStack({
      gap: 'large',
      parts: [link, renderCluster({ parts: [
        renderLinkButton({ href: `${base}/check`, label: voice.say(words.next), kind: 'secondary' }),
        renderLinkButton({ href: `${base}/discard`, label: voice.say(words.discard), kind: 'link', icon: 'trash' }),
      ] })],
    })}`
  return shown({ title: voice.plain(words.later), main, status: isWrong ? 422 : 200, crumbs: draftCrumbs(visit, draft), isSecret: true })
}

export async function showDiscard(visit: Visit): Promise<Answer> {
  const arrival = await arriveAtDraft(visit)
  if (arrival.kind === 'filed') return redirect(casePath(visit.seal, arrival.application))
  const { voice } = visit
  const { base, definition } = arrival.draft
  const main = html`${renderPageTitle({ title: voice.say(words.discard), kicker: voice.say(definition.title) })}
    ${renderConfirm({
      voice, title: voice.say(words.discardTitle), body: voice.say(words.discardBody), action: `${base}/discard`, csrfToken: visit.formToken(), fields: nothing,
      confirmLabel: voice.say(words.discard), cancelHref: `${base}/later`, cancelLabel: voice.say(words.keepIt), isDangerous: true,
    })}`
  return shown({ title: voice.plain(words.discard), main, crumbs: draftCrumbs(visit, arrival.draft), isSecret: true })
}
