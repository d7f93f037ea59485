import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing } from '#kernel/html/html.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { isPayable } from '../rules/fold.ts'
import { listSessionsOf } from '../store/sessions.ts'
import { payWords } from '../text/pay-words.ts'
import { said } from './frame.ts'
import { payVisit } from './pay.ts'
import { payPath } from './paths.ts'

/** While the provider's word is on its way, the page looks again by itself. */
const LOOK_AGAIN_SECONDS = 5

/**
 * The way to the provider's page and back. It leads there by a link and never by a redirected form, so that no form of
 * ours is ever answered by another origin; coming back, it shows what the city knows, not what the browser claims.
 */
export async function showCard(visit: Visit): Promise<Answer> {
  const { request, standing, settings } = await payVisit(visit)
  const { voice, tx, query } = visit
  const session = (await listSessionsOf(tx, request.id)).findLast(({ state }) => state === 'open')
  if (session === undefined || !isPayable(standing.state)) return redirect(payPath(request))
  const isBack = query['came'] === 'back'
  const crumbs = [{ href: payPath(request), label: voice.say(payWords.title) }]
  if (isBack) {
    const main = html`${renderPageTitle({ title: said(request.title, voice), kicker: voice.say(payWords.title) })}
      ${renderNotice({ voice, kind: 'info', title: voice.say(payWords.waitingTitle), body: voice.say(payWords.waitingBody), isAnnounced: true })}
      ${renderForm({ voice, action: `${payPath(request)}/card/check`, csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(payWords.lookNow), kind: 'secondary', icon: 'repeat' }) })}`
    return shown({ title: voice.plain(payWords.waitingTitle), main, crumbs, refreshSeconds: LOOK_AGAIN_SECONDS })
  }
  const main = html`${renderPageTitle({ title: voice.say(payWords.cardGoTitle), kicker: said(request.title, voice) })}
    ${renderStack({
      parts: [
        query['came'] === 'away' ? renderNotice({ voice, kind: 'info', title: voice.say(payWords.leftTitle), body: voice.say(payWords.leftBody) }) : nothing,
        settings.isInvented ? renderNotice({ voice, kind: 'info', title: voice.say(payWords.invented), body: voice.say(payWords.inventedBody) }) : nothing,
        html`<p>${voice.say(payWords.cardGoBody)}</p><p>${voice.say(payWords.cardReceipt)}</p>`,
        renderLinkButton({ href: session.url, label: voice.say(payWords.cardGoButton, { amount: session.yen }), icon: 'external', size: 'wide' }),
        html`<p><a href="${payPath(request)}">${voice.say(payWords.otherWay)}</a></p>`,
      ],
    })}`
  return shown({ title: voice.plain(payWords.cardGoTitle), main, crumbs })
}
