import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderCards, renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderErrorSummary, renderNotice } from '#design/notice/view.ts'
import type { FormProblems } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer, type Crumb } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { feedAlternates } from '../feeds.ts'
import { listDistricts, listPublicNotices } from '../notices.ts'
import { offeredTopics } from '../rules/offered-topics.ts'
import { readConfirmToken } from '../rules/token.ts'
import { CONFIRM_HOURS } from '../rules/retention.ts'
import { findPending } from '../store/pending.ts'
import { subscribeWords as words } from '../text/subscribe-words.ts'
import { renderChoiceFields, errorOf, firstChoices, textIn, typedChoices, type ShownChoices } from './choice-fields.ts'
import { renderChosen } from './chosen.ts'
import { renderWaysToFollow } from './following.ts'
import { renderRecent } from './recent.ts'

/** The ways to hear from the city, what it said last, and the way back to one's own page. */
export async function showSubscribe({ voice, tx }: Visit): Promise<Answer> {
  const recent = await listPublicNotices(tx)
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderStack({
      gap: 'large',
      parts: [
        renderCards({
          level: 2,
          cards: [
            { href: '/notices/mail', title: voice.say(words.byMail), body: voice.say(words.byMailBody), icon: 'mail' },
            { href: '/notices/push', title: voice.say(words.byPush), body: voice.say(words.byPushBody), icon: 'bell' },
            { href: '/notices/line', title: voice.say(words.byLine), body: voice.say(words.byLineBody), icon: 'phone' },
          ],
        }),
        renderPanel({
          heading: voice.say(words.change),
          body: html`<p>${voice.say(words.changeBody)}</p>${renderCluster({ parts: [renderLinkButton({ href: '/notices/lost', label: voice.say(words.sendLink), kind: 'secondary', icon: 'mail' })] })}`,
        }),
        renderSection({ heading: voice.say(words.recent), body: renderRecent(voice, recent) }),
        renderWaysToFollow(voice),
      ],
    })}`
  return shown({ title: voice.plain(words.title), main, description: voice.plain(words.summary), alternates: feedAlternates(voice) })
}

export async function showMailForm(visit: Visit): Promise<Answer> {
  return mailPage(visit, '', firstChoices(visit), {})
}

/** The same with what was wrong, and everything typed kept. */
export async function askMailAgain(visit: Submission<unknown>, found: FormProblems = visit.problems): Promise<Answer> {
  const problems = found.address === undefined ? found : { ...found, address: { phrase: words.addressWrong } }
  const answer = await mailPage(visit, textIn(visit.typed, 'address'), typedChoices(visit.typed), problems)
  return answer.kind === 'page' ? { ...answer, status: 422 } : answer
}

async function mailPage(visit: Visit, address: string, given: ShownChoices, problems: FormProblems): Promise<Answer> {
  const { voice } = visit
  const title = html`${voice.say(words.title)}: ${voice.say(words.byMail)}`
  if (!hasTopics(visit)) return nothingYet(visit)
  const main = html`${renderPageTitle({ title, lead: voice.say(words.byMailBody) })}
    ${renderProblems(voice, problems)}
    ${renderForm({
      voice, action: '/notices/mail', csrfToken: visit.formToken(),
      body: html`${renderField({
        voice, kind: 'text', inputType: 'email', inputMode: 'email', autocomplete: 'email', name: 'address', label: voice.say(words.address),
        hint: voice.say(words.whatFor), value: address, isRequired: true, ...errorOf(voice, problems, 'address'),
      })}${renderChoiceFields(visit, await listDistricts(visit.tx), given, problems)}`,
      buttons: renderButton({ label: voice.say(words.subscribe), icon: 'mail' }),
    })}`
  return shown({ title: `${voice.plain(words.title)}: ${voice.plain(words.byMail)}`, main, crumbs: crumbs(voice) })
}

export function hasTopics({ directory }: Visit): boolean {
  return offeredTopics(directory.parts).length > 0
}

export function nothingYet({ voice }: Visit): Answer {
  const main = html`${renderPageTitle({ title: voice.say(words.title) })}${renderEmpty({ icon: 'bell', title: voice.say(words.noTopics) })}`
  return shown({ title: voice.plain(words.title), main, crumbs: crumbs(voice) })
}

export function crumbs(voice: Voice): Crumb[] {
  return [{ href: '/notices', label: voice.say(words.title) }]
}

export function renderProblems(voice: Voice, problems: FormProblems): Html {
  const errors = Object.entries(problems).map(([name, { phrase, values }]) => ({
    fieldId: name === 'towns' ? fieldId('towns', 'district-0') : fieldId(name), message: voice.say(phrase, values),
  }))
  return renderErrorSummary({ voice, errors })
}

/** The same page for a new address, a known one and one that is written to no more today. */
export async function showSent({ voice, query }: Visit): Promise<Answer> {
  const body = query.for === 'link' ? words.linkSentBody : words.sentBody
  const main = html`${renderPageTitle({ title: voice.say(words.sentTitle), lead: voice.say(body) })}<p>${voice.say(words.notArrived)}</p>`
  return shown({ title: voice.plain(words.sentTitle), main, crumbs: crumbs(voice) })
}

export async function showLost(visit: Visit): Promise<Answer> {
  return lostPage(visit, '', {})
}

export async function askLostAgain(visit: Submission<unknown>): Promise<Answer> {
  return lostPage(visit, textIn(visit.typed, 'address'), { address: { phrase: words.addressWrong } })
}

async function lostPage(visit: Visit, address: string, problems: FormProblems): Promise<Answer> {
  const { voice } = visit
  const main = html`${renderPageTitle({ title: voice.say(words.lostTitle), lead: voice.say(words.lostLead) })}
    ${renderForm({
      voice, action: '/notices/lost', csrfToken: visit.formToken(),
      body: renderField({
        voice, kind: 'text', inputType: 'email', inputMode: 'email', autocomplete: 'email', name: 'address', label: voice.say(words.address),
        value: address, isRequired: true, isTagHidden: true, ...errorOf(voice, problems, 'address'),
      }),
      buttons: renderButton({ label: voice.say(words.sendLink), icon: 'mail' }),
    })}`
  return shown({ title: voice.plain(words.lostTitle), main, crumbs: crumbs(voice) })
}

/** Only asks: programs that look at links before their reader does must not subscribe anybody. */
export async function showConfirm(visit: Visit): Promise<Answer> {
  const { voice, tx, params, seal } = visit
  const token = params.token ?? ''
  const id = readConfirmToken(seal, token)
  const pending = id === undefined ? undefined : await findPending(tx, id, tx.now.subtract({ hours: CONFIRM_HOURS }))
  if (pending === undefined) return tooLate(visit)
  const main = html`${renderPageTitle({ title: voice.say(words.confirmTitle), lead: voice.say(words.confirmLead) })}
    ${await renderChosen(visit, pending)}
    ${renderForm({
      voice, action: `/notices/confirm/${token}`, csrfToken: visit.formToken(), body: nothing,
      buttons: renderButton({ label: voice.say(words.confirm), icon: 'check' }),
    })}`
  return shown({ title: voice.plain(words.confirmTitle), main, crumbs: crumbs(voice), isSecret: true })
}

export function tooLate({ voice }: Visit): Answer {
  const main = html`${renderPageTitle({ title: voice.say(words.tooLateTitle) })}
    ${renderNotice({
      voice, kind: 'warning', title: voice.say(words.tooLateBody),
      actions: renderLinkButton({ href: '/notices', label: voice.say(words.again) }),
    })}`
  return shown({ title: voice.plain(words.tooLateTitle), main, crumbs: crumbs(voice), status: 404 })
}

