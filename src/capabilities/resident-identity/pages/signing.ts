import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing } from '#kernel/html/html.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { ownSignature } from '../actions/signing.ts'
import { myWords as words } from '../text/my-page.ts'
import { belowMyPage } from './account.ts'

/** What is to be signed, before the browser leaves for the provider. */
export async function showSigning(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const asked = await ownSignature(visit)
  if (asked.signedAt !== null) return redirect(asked.returnTo)
  const facts = renderFactsList({
    facts: [
      { term: voice.say(words.signDocument), description: asked.title },
      { term: voice.say(words.signFingerprint), description: html`<code>${asked.documentHash.toString('hex')}</code>` },
    ],
  })
  const main = html`
    ${renderPageTitle({ title: voice.say(words.signTitle), lead: voice.say(words.signLead) })}
    ${asked.refusal === null ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(words.signRefused) })}
    ${renderPanel({ body: facts })}
    <p>${renderLinkButton({ label: voice.say(words.signButton), icon: 'lock', href: `/my/sign/${asked.id}/card` })}
    ${renderLinkButton({ label: voice.say(words.signBack), kind: 'link', href: asked.returnTo })}</p>`
  return shown({ title: voice.plain(words.signTitle), main, crumbs: belowMyPage(voice) })
}
