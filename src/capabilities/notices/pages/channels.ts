import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList, type Fact } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import type { FormProblems } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { findLineQuota } from '../line/quota.ts'
import { mailDnsRecords, zoneText } from '../mail/dns-records.ts'
import { mailDomainsOf } from '../mail/mail-domains.ts'
import { publishedKeys } from '../mail/signing-keys.ts'
import { HAND_OVERS, type ChannelKey } from '../model.ts'
import { budgetOf, LINE_PLAN_KEYS, LINE_PLANS } from '../rules/line-plans.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import { findLineSettings, findPushContact, findVapidKey, type LineSettings } from '../store/channel-settings.ts'
import { countLineMessages, countSubscribers } from '../store/overview.ts'
import { channelWords as words } from '../text/channel-words.ts'
import { sentWords } from '../text/sent-words.ts'
import { renderBreakable } from './breakable.ts'
import { errorOf, textIn } from './choice-fields.ts'
import { staffCrumbs } from './sent.ts'

/** How each channel stands, its keys, what LINE still takes this month, and what the DNS must say. */
export async function showChannels(visit: Visit): Promise<Answer> {
  return channelsPage(visit, null, {})
}

export async function askChannelsAgain(visit: Submission<unknown>): Promise<Answer> {
  const { problems } = visit
  const shownProblems = problems.basicId === undefined ? problems : { ...problems, basicId: { phrase: words.basicIdWrong } }
  const answer = await channelsPage(visit, { basicId: textIn(visit.typed, 'basicId'), plan: textIn(visit.typed, 'plan'), contact: textIn(visit.typed, 'contact') }, shownProblems)
  return answer.kind === 'page' ? { ...answer, status: 422 } : answer
}

/** Secrets are never sent back. */
interface TypedSettings {
  readonly basicId: string
  readonly plan: string
  readonly contact: string
}

async function channelsPage(visit: Visit, typed: TypedSettings | null, problems: FormProblems): Promise<Answer> {
  const { voice, tx, seal } = visit
  const line = await findLineSettings(tx, seal)
  const contact = await findPushContact(tx, seal)
  const counts = await countSubscribers(tx)
  const people = (channel: string) => counts.filter((count) => count.channel === channel).reduce((sum, count) => sum + count.people, 0)
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderStack({
      gap: 'large',
      parts: [
        renderPanel({ heading: voice.say(sentWords.mail), actions: trafficLink(voice, 'mail'), body: html`${renderFactsList({ facts: [peopleFact(voice, people('mail'))] })}<p>${voice.say(words.mailHint)}</p>${await renderDns(visit)}` }),
        renderPanel({ heading: voice.say(sentWords.push), actions: trafficLink(voice, 'push'), body: await renderPush(visit, contact, typed?.contact, people('push'), problems) }),
        renderPanel({ heading: voice.say(sentWords.line), actions: trafficLink(voice, 'line'), body: await renderLine(visit, line, typed, people('line'), problems) }),
        renderPanel({ heading: voice.say(sentWords.handOvers), actions: renderLinkButton({ href: '/staff/notices/hand-overs', label: voice.say(words.seeHandOvers), kind: 'secondary', icon: 'list', size: 'small' }), body: html`<ul>${HAND_OVERS.map((channel) => html`<li><a href="/staff/notices/traffic/${channel}">${voice.say(sentWords[channel])}</a></li>`)}</ul>` }),
      ],
    })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff', crumbs: staffCrumbs(voice), isSecret: true })
}

function trafficLink(voice: Voice, channel: ChannelKey): Html {
  return renderLinkButton({ href: `/staff/notices/traffic/${channel}`, label: voice.say(words.seeTraffic), kind: 'secondary', icon: 'list', size: 'small' })
}

function peopleFact(voice: Voice, people: number): Fact {
  return { term: voice.say(words.friends), description: voice.number(people) }
}

function stateFact(voice: Voice, isReal: boolean): Fact {
  return { term: voice.say(sentWords.state), description: renderBadge({ label: voice.say(isReal ? words.real : words.standIn), tone: isReal ? 'success' : 'info' }) }
}

async function renderDns({ voice, tx, seal, city }: Visit): Promise<Html> {
  const keys = await publishedKeys(tx, seal)
  const heading = html`<h3 class="heading heading-3">${voice.say(words.dns)}</h3>`
  if (keys.length === 0) return html`${heading}<p>${voice.say(words.dnsNone)}</p>`
  const domains = mailDomainsOf(city)
  const records = mailDnsRecords({ ...domains, keys, senders: ['mx'], isTrial: true, receivingHost: domains.domain })
  return html`${heading}<p>${voice.say(words.dnsLead)}</p>${renderTable({
    caption: voice.say(words.dns), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.recordName) }, { heading: voice.say(words.recordType) }, { heading: voice.say(words.recordValue), width: 'wide' }],
    rows: records.map(({ name, type, value }) => [renderBreakable(name), type, renderBreakable(type === 'TXT' ? zoneText(value) : value)]),
  })}`
}

async function renderPush(visit: Visit, contact: string | undefined, typed: string | undefined, people: number, problems: FormProblems): Promise<Html> {
  const { voice, tx, seal } = visit
  const key = await findVapidKey(tx, seal)
  return html`${renderFactsList({ facts: [stateFact(voice, contact !== undefined), peopleFact(voice, people), { term: voice.say(words.pushKey), description: renderBreakable(key?.publicPart ?? '–') }] })}
    ${renderForm({
      voice, action: '/staff/notices/channels/push', csrfToken: visit.formToken(),
      body: renderField({
        voice, kind: 'text', inputType: 'email', name: 'contact', label: voice.say(words.pushContact), hint: voice.say(words.pushContactHint), isRequired: false,
        value: typed ?? contact ?? '', ...errorOf(voice, problems, 'contact'),
      }),
      buttons: renderButton({ label: voice.say(words.save), kind: 'secondary' }),
    })}`
}

async function renderLine(visit: Visit, line: LineSettings | undefined, typed: TypedSettings | null, friends: number, problems: FormProblems): Promise<Html> {
  const { voice, city } = visit
  const forget = line === undefined ? nothing : renderForm({
    voice, action: '/staff/notices/channels/line/forget', csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(words.forget), kind: 'danger' }),
  })
  return html`${renderFactsList({
    facts: [stateFact(voice, line !== undefined), peopleFact(voice, friends), { term: voice.say(words.webhook), description: renderBreakable(`${portalOrigin(city)}/notices/line/webhook`) }],
  })}
  ${await renderBudget(visit, line, friends)}
  ${renderForm({
    voice, action: '/staff/notices/channels/line', csrfToken: visit.formToken(),
    body: html`${renderField({ voice, kind: 'text', name: 'basicId', label: voice.say(words.basicId), isRequired: true, width: 'medium', value: typed?.basicId ?? line?.basicId ?? '', ...errorOf(voice, problems, 'basicId') })}
      ${renderField({ voice, kind: 'radios', name: 'plan', label: voice.say(words.plan), isRequired: true, value: typed?.plan ?? line?.plan ?? '', choices: LINE_PLAN_KEYS.map((plan) => ({ value: plan, label: voice.say(words[plan]) })), ...errorOf(voice, problems, 'plan') })}
      ${renderField({ voice, kind: 'password', autocomplete: 'new-password', name: 'accessToken', label: voice.say(words.accessToken), hint: voice.say(words.secretHint), isRequired: true, ...errorOf(voice, problems, 'accessToken') })}
      ${renderField({ voice, kind: 'password', autocomplete: 'new-password', name: 'channelSecret', label: voice.say(words.channelSecret), hint: voice.say(words.secretHint), isRequired: true, ...errorOf(voice, problems, 'channelSecret') })}`,
    buttons: renderButton({ label: voice.say(words.save), kind: 'secondary' }),
  })}${forget}`
}

/** Shown before anybody sends: 5,000 friends use up the middle plan with one notice. */
async function renderBudget({ voice, tx }: Visit, line: LineSettings | undefined, friends: number): Promise<Html> {
  const monthBegan = tx.today.with({ day: 1 }).toZonedDateTime('Asia/Tokyo').toInstant()
  const own = await countLineMessages(tx, monthBegan)
  const told = await findLineQuota(line)
  const { allowed, used, left, broadcasts } = budgetOf(told ?? { allowed: LINE_PLANS[line?.plan ?? 'light'].messages, used: own }, friends)
  const facts = [
    ...(line === undefined ? [] : [{ term: voice.say(words.plan), description: voice.say(words[line.plan]) }]),
    { term: voice.say(words.allowed), description: allowed === null ? voice.say(words.noLimit) : voice.number(allowed) },
    ...(told === undefined ? [] : [{ term: voice.say(words.usedByLine), description: allowed === null ? voice.number(used) : `${voice.number(used)} / ${voice.number(allowed)}` }]),
    { term: voice.say(words.used), description: voice.number(own) },
    ...(left === null ? [] : [{ term: voice.say(words.left), description: voice.number(left) }]),
    ...(broadcasts === null ? [] : [{ term: voice.say(words.broadcasts), description: voice.number(broadcasts) }]),
  ]
  return html`<h3 class="heading heading-3">${voice.say(words.quota)}</h3>
    ${told === undefined ? renderNotice({ voice, kind: 'warning', title: voice.say(words.lineSilent), body: html`<p>${voice.say(words.budgetHint)}</p>` }) : nothing}
    ${broadcasts === 0 ? renderNotice({ voice, kind: 'warning', title: voice.say(words.tooFew), body: html`<p>${voice.say(words.tooFewBody, { left: left ?? 0, friends })}</p>` }) : nothing}
    ${renderFactsList({ facts })}`
}
