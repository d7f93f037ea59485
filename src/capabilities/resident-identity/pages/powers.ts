import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderForm, renderHiddenFields } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { TOKEN_FIELD } from '#kernel/forms/form.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { listWards } from '../actions/wards.ts'
import { residentOf } from '../actions/resident.ts'
import { offerForm, takeForm } from '../forms.ts'
import type { Proxy } from '../model.ts'
import { returnWay } from '../rules/return-way.ts'
import { listGiven, listHeld } from '../store/proxies.ts'
import { powerWords as words } from '../text/powers.ts'
import { belowMyPage } from './account.ts'
import { blankForm, renderFields, renderProblems, statusOf, type FilledForm } from './fields.ts'

interface Filled {
  readonly offer?: FilledForm
  readonly take?: FilledForm
}

export async function showPowers(visit: Visit, { offer = blankForm, take = blankForm }: Filled = {}): Promise<Answer> {
  const { voice } = visit
  const { proof, personId } = residentOf(visit)
  const isProven = proof === 'card'
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderProblems(voice, offerForm, offer)} ${renderProblems(voice, takeForm, take)}
    ${isProven ? nothing : renderNotice({ voice, kind: 'info', title: voice.say(words.needsCard), body: html`<p><a href="/my/sign-in?proof=card&amp;return=%2Fmy%2Fpowers">${voice.say(words.needsCard)}</a></p>` })}
    ${renderSection({ heading: voice.say(words.whom), body: isProven && personId !== null ? await renderChoices(visit, personId) : renderEmpty({ icon: 'person', title: voice.say(words.nobody) }) })}
    <p>${voice.say(words.counter)}</p>
    ${isProven && personId !== null ? await renderGiven(visit, personId) : nothing}
    ${isProven ? renderOffer(visit, offer) : nothing}
    ${isProven ? renderTake(visit, take) : nothing}`
  return shown({ title: voice.plain(words.title), main, crumbs: belowMyPage(voice), status: Math.max(statusOf(offer), statusOf(take)) })
}

/** Stands where there is nothing to say: no power is needed for oneself. */
const NOTHING = '–'

interface Choice {
  readonly whom: string
  readonly personId: string | null
  readonly name: HtmlValue
  readonly kind: HtmlValue
  readonly until: string
  /** A power that begins later, or that may be ended here. */
  readonly isOpen: boolean
  readonly endHref: string | null
}

async function renderChoices(visit: Visit, personId: string): Promise<Html> {
  const { voice, tx } = visit
  const wards = await listWards(tx, personId)
  const held = await listHeld(tx, personId)
  const choices: Choice[] = [
    { whom: 'self', personId: null, name: voice.say(words.yourself), kind: NOTHING, until: NOTHING, isOpen: true, endHref: null },
    ...wards.map((ward): Choice => ({ whom: `guardian ${ward.personId}`, personId: ward.personId, name: ward.name, kind: voice.say(words.guardian), until: ward.until.toString(), isOpen: true, endHref: null })),
    ...held.map((proxy): Choice => ({
      whom: `proxy ${proxy.id}`, personId: proxy.principalId, name: proxy.principalName, kind: voice.say(words.proxy), until: proxy.validTo.toString(),
      isOpen: Temporal.PlainDate.compare(proxy.validFrom, tx.today) <= 0, endHref: `/my/powers/${proxy.id}/end`,
    })),
  ]
  const nobody = choices.length === 1 ? renderEmpty({ icon: 'person', title: voice.say(words.nobody) }) : nothing
  return html`${nobody}${renderTable({
    caption: voice.say(words.whom),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [words.whom, words.kind, words.until, words.now].map((word) => ({ heading: voice.say(word) })),
    rows: choices.map((choice) => choiceRow(visit, choice)),
  })}`
}

function choiceRow(visit: Visit, choice: Choice): readonly HtmlValue[] {
  const { voice } = visit
  const { actsFor } = residentOf(visit)
  const isNow = choice.personId === (actsFor?.personId ?? null)
  const end = choice.endHref === null ? nothing : renderLinkButton({ label: html`${voice.say(words.end)} <span class="visually-hidden">${choice.name}</span>`, kind: 'link', size: 'small', href: choice.endHref })
  const label = html`${voice.say(choice.whom === 'self' ? words.actSelf : words.act)} <span class="visually-hidden">${choice.name}</span>`
  const act = html`<form action="/my/powers/act" method="post">
    ${renderHiddenFields({ [TOKEN_FIELD]: visit.formToken(), whom: choice.whom, return: returnWay(visit.query['return']) })}
    ${renderButton({ label, kind: 'secondary', size: 'small' })}
  </form>`
  const now = isNow ? renderBadge({ label: voice.say(words.now), tone: 'success' }) : choice.isOpen ? act : nothing
  return [choice.name, choice.kind, choice.until, html`${now} ${end}`]
}

async function renderGiven(visit: Visit, personId: string): Promise<Html> {
  const { voice, tx } = visit
  const given = await listGiven(tx, personId)
  const body = given.length === 0 ? renderEmpty({ icon: 'person', title: voice.say(words.givenNobody) }) : renderTable({
    caption: voice.say(words.given),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [words.holder, words.from, words.to, words.end].map((word) => ({ heading: voice.say(word) })),
    rows: given.map((proxy): readonly HtmlValue[] => [holderOf(visit, proxy), proxy.validFrom.toString(), proxy.validTo.toString(), endLink(visit, proxy)]),
  })
  return renderSection({ heading: voice.say(words.given), body })
}

function holderOf({ voice }: Visit, { holderName }: Proxy): HtmlValue {
  return holderName ?? voice.say(words.waiting)
}

function endLink({ voice }: Visit, { id, holderName }: Proxy): Html {
  return renderLinkButton({ label: html`${voice.say(words.end)} <span class="visually-hidden">${holderName}</span>`, kind: 'secondary', size: 'small', href: `/my/powers/${id}/end` })
}

function renderOffer(visit: Visit, filled: FilledForm): Html {
  const { voice } = visit
  const form = renderForm({
    voice, action: '/my/powers/offer', csrfToken: visit.formToken(), body: renderFields(voice, offerForm, filled),
    buttons: renderButton({ label: voice.say(words.offerButton) }),
  })
  return renderSection({ heading: voice.say(words.offer), lead: voice.say(words.offerLead), body: renderPanel({ body: form }) })
}

function renderTake(visit: Visit, filled: FilledForm): Html {
  const { voice } = visit
  const form = renderForm({
    voice, action: '/my/powers/take', csrfToken: visit.formToken(), body: renderFields(voice, takeForm, filled),
    buttons: renderButton({ label: voice.say(words.takeButton), kind: 'secondary' }),
  })
  return renderSection({ heading: voice.say(words.take), body: renderPanel({ body: form }) })
}

/** The code, once: no browser keeps this page, and the database knows its fingerprint only. */
export async function showOffered(visit: Visit, code: string): Promise<Answer> {
  const { voice } = visit
  const main = html`
    ${renderPageTitle({ title: voice.say(words.offered), lead: voice.say(words.offeredBody) })}
    ${renderPanel({ body: html`<p><strong><code>${code}</code></strong></p>` })}
    <p><a href="/my/powers">${voice.say(words.title)}</a></p>`
  return shown({ title: voice.plain(words.offered), main, crumbs: belowMyPage(voice), isSecret: true })
}
