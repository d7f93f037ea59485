import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderExternalLink } from '#design/link/view.ts'
import type { FormProblems } from '#kernel/forms/form.ts'
import { html } from '#kernel/html/html.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { findContactByAddress } from '../contacts.ts'
import { listDistricts } from '../notices.ts'
import { readLineCode } from '../rules/link-code.ts'
import { BASES } from '../rules/retention.ts'
import { contactLink } from '../rules/token.ts'
import { findLineSettings, findVapidKey } from '../store/channel-settings.ts'
import { pushWords as words } from '../text/push-words.ts'
import { subscribeWords } from '../text/subscribe-words.ts'
import { firstChoices, renderChoiceFields, typedChoices, type ShownChoices } from './choice-fields.ts'
import { crumbs, hasTopics, nothingYet, renderProblems, tooLate } from './subscribe.ts'

/** Everything is chosen first; the script then asks the browser and fills in the hidden fields. */
export async function showPushForm(visit: Visit): Promise<Answer> {
  return pushPage(visit, firstChoices(visit), {})
}

export async function askPushAgain(visit: Submission<unknown>, problems: FormProblems = visit.problems): Promise<Answer> {
  const answer = await pushPage(visit, typedChoices(visit.typed), problems)
  return answer.kind === 'page' ? { ...answer, status: 422 } : answer
}

async function pushPage(visit: Visit, given: ShownChoices, { endpoint, p256dh, auth, ...problems }: FormProblems): Promise<Answer> {
  const { voice, tx, seal } = visit
  const key = await findVapidKey(tx, seal)
  if (!hasTopics(visit) || key === undefined) return nothingYet(visit)
  const isRefused = (endpoint ?? p256dh ?? auth) !== undefined
  const useMail = renderLinkButton({ href: '/notices/mail', label: voice.say(words.useMail), kind: 'secondary', icon: 'mail' })
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${isRefused && renderNotice({ voice, kind: 'error', title: voice.say(words.notGiven), actions: useMail, isAnnounced: true })}
    ${renderProblems(voice, problems)}
    <div id="push-needs">${renderNotice({ voice, kind: 'info', title: voice.say(words.needs), body: voice.say(words.needsBody), actions: useMail })}</div>
    <div id="push-form" data-key="${key.publicPart}">${renderForm({
      voice, action: '/notices/push', csrfToken: visit.formToken(), hidden: { endpoint: '', p256dh: '', auth: '' },
      body: renderChoiceFields(visit, await listDistricts(tx), given, problems),
      buttons: renderButton({ label: voice.say(words.allow), icon: 'bell' }),
    })}</div>
    <script type="module" src="/notices/push.js"></script>`
  return shown({ title: voice.plain(words.title), main, crumbs: crumbs(voice) })
}

/** How to become a friend; the account's answer leads on. */
export async function showLine({ voice, tx, seal }: Visit): Promise<Answer> {
  const settings = await findLineSettings(tx, seal)
  const useMail = renderLinkButton({ href: '/notices/mail', label: voice.say(words.useMail), kind: 'secondary', icon: 'mail' })
  const main = html`${renderPageTitle({ title: voice.say(words.lineTitle), lead: voice.say(words.lineLead) })}
    ${settings === undefined
      ? renderNotice({ voice, kind: 'warning', title: voice.say(words.lineNotSet), body: voice.say(words.lineNotSetBody), actions: useMail })
      : html`<p>${renderExternalLink({ voice, href: friendLink(settings.basicId), label: voice.say(words.addFriend) })}</p>`}`
  return shown({ title: voice.plain(words.lineTitle), main, crumbs: crumbs(voice) })
}

/** LINE Developers, "LINE URL scheme": the account's name goes with its @ percent-encoded. */
function friendLink(basicId: string): string {
  return `https://line.me/R/ti/p/${encodeURIComponent(basicId)}`
}

/** What the link in the chat opens; for who is subscribed already, their own page. */
export async function showLineChoices(visit: Visit): Promise<Answer> {
  const { tx, seal, params } = visit
  const userId = readLineCode(seal, params.code ?? '', tx.now)
  if (userId === undefined) return tooLate(visit)
  const contact = await findContactByAddress(tx, 'line', userId)
  if (contact !== undefined) {
    await tx.note({ act: 'find a subscription by LINE', subject: `contact:${contact.id}`, basis: BASES.ownRequest })
    return redirect(contactLink(seal, contact.id))
  }
  return linePage(visit, firstChoices(visit), {})
}

export async function askLineAgain(visit: Submission<unknown>, problems: FormProblems = visit.problems): Promise<Answer> {
  const answer = await linePage(visit, typedChoices(visit.typed), problems)
  return answer.kind === 'page' ? { ...answer, status: 422 } : answer
}

async function linePage(visit: Visit, given: ShownChoices, problems: FormProblems): Promise<Answer> {
  const { voice, params } = visit
  if (!hasTopics(visit)) return nothingYet(visit)
  const main = html`${renderPageTitle({ title: voice.say(words.lineChoose) })}
    ${renderProblems(voice, problems)}
    ${renderForm({
      voice, action: `/notices/line/${params.code ?? ''}`, csrfToken: visit.formToken(),
      body: renderChoiceFields(visit, await listDistricts(visit.tx), given, problems),
      buttons: renderButton({ label: voice.say(subscribeWords.confirm), icon: 'check' }),
    })}`
  return shown({ title: voice.plain(words.lineChoose), main, crumbs: crumbs(voice), isSecret: true })
}
