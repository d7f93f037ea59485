import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { fileAnswer, shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { LANGUAGE_NAMES } from '../forms/subscribe.ts'
import { listDistricts } from '../notices.ts'
import { townsToday } from '../rules/choices.ts'
import { offeredTopics } from '../rules/offered-topics.ts'
import { BASES, daysKept } from '../rules/retention.ts'
import { contactToken, readToken } from '../rules/token.ts'
import { findContact, type ContactState, type KeptContact } from '../store/contacts.ts'
import { listTowns } from '../store/districts.ts'
import { listsOf } from '../store/lists.ts'
import { mineWords as words } from '../text/mine-words.ts'
import { keptChoices, nameOfLanguage, renderChoiceFields, typedChoices, type ShownChoices } from './choice-fields.ts'
import { chosenFacts } from './chosen.ts'
import { crumbs, renderProblems } from './subscribe.ts'

/** One's own page, behind a link that nobody can guess: everything that is chosen can be changed or left here. */
export async function showMine(visit: Visit): Promise<Answer> {
  const contact = await ownContact(visit, 'look at a subscription')
  const towns = townsToday(await listTowns(visit.tx), contact.towns)
  return minePage(visit, contact, keptChoices({ ...contact, towns }), {})
}

export async function askMineAgain(visit: Submission<unknown>, problems: FormProblems = visit.problems): Promise<Answer> {
  const answer = await minePage(visit, await ownContact(visit, 'change a subscription'), typedChoices(visit.typed), problems)
  return answer.kind === 'page' ? { ...answer, status: 422 } : answer
}

/** Whose token the address carries; every use of it is written down. A stranger's token is as good as none. */
export async function ownContact({ tx, params, seal }: Visit, act: string): Promise<KeptContact> {
  const id = readToken(seal, params.token ?? '')
  const contact = id === undefined ? undefined : await findContact(tx, id)
  if (contact === undefined) throw new Fault('not-found', 'there is no such subscription')
  await tx.note({ act, subject: `contact:${contact.id}`, basis: BASES.ownPage })
  return contact
}

async function minePage(visit: Visit, contact: KeptContact, given: ShownChoices, problems: FormProblems): Promise<Answer> {
  const { voice } = visit
  const isLeft = contact.state === 'left'
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: isLeft ? nothing : voice.say(words.lead) })}
    ${renderProblems(voice, problems)}
    ${renderStack({ gap: 'large', parts: isLeft ? [renderLeft(visit, contact)] : await presentParts(visit, contact, given, problems) })}`
  return shown({ title: voice.plain(words.title), main, crumbs: crumbs(voice), isSecret: true })
}

/** Leaving can be undone for as long as the address is kept, and the page says until when. */
function renderLeft(visit: Visit, { address, endedAt }: KeptContact): Html {
  const { voice, tx } = visit
  if (address === '' || endedAt === null) {
    return renderNotice({ voice, kind: 'info', title: voice.say(words.erasedTitle), body: voice.say(words.erasedBody) })
  }
  const until = dayOf(endedAt).add({ days: daysKept(tx.today) }).toString()
  return renderNotice({
    voice, kind: 'success', title: voice.say(words.leftTitle), body: voice.say(words.leftBody, { until }), isAnnounced: true,
    actions: renderForm({ voice, action: ownPath(visit, 'undo'), csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(words.undo), icon: 'undo' }) }),
  })
}

async function presentParts(visit: Visit, contact: KeptContact, given: ShownChoices, problems: FormProblems): Promise<Html[]> {
  const { voice, tx } = visit
  return [
    renderWaiting(visit, contact.state),
    renderPanel({ heading: voice.say(words.languageNow), body: html`<p>${voice.say(words.languageHint)}</p>${renderLanguages(visit, contact)}` }),
    renderPanel({ heading: voice.say(words.topicsNow), body: html`${renderTopics(visit, contact)}${renderLists(visit, await listsOf(tx, contact.id))}` }),
    renderPanel({
      heading: voice.say(words.change), id: 'change',
      body: renderForm({
        voice, action: ownPath(visit), csrfToken: visit.formToken(),
        body: renderChoiceFields(visit, await listDistricts(tx), given, problems),
        buttons: renderButton({ label: voice.say(words.save), icon: 'check' }),
      }),
    }),
    renderPanel({
      heading: voice.say(words.held), body: html`<p>${voice.say(words.heldBody)}</p>${await renderHeld(visit, contact)}`,
      actions: renderLinkButton({ href: ownPath(visit, 'held.json'), label: voice.say(words.download), kind: 'secondary', icon: 'download', isDownload: true }),
    }),
    html`<p>${renderLinkButton({ href: `/notices/leave/${visit.params.token ?? ''}`, label: voice.say(words.leaveAll), kind: 'danger' })}</p>`,
  ]
}

function ownPath({ params }: Visit, step?: string): string {
  return `/notices/mine/${params.token ?? ''}${step === undefined ? '' : `/${step}`}`
}

function renderWaiting(visit: Visit, state: ContactState): Html {
  if (state !== 'unconfirmed' && state !== 'stopped') return nothing
  const { voice } = visit
  return renderNotice({
    voice, kind: 'warning', title: voice.say(words[state]), body: voice.say(state === 'stopped' ? words.stoppedBody : words.unconfirmedBody),
    actions: renderForm({
      voice, action: ownPath(visit, 'wake'), csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(words.startAgain), icon: 'bell' }),
    }),
  })
}

/** One button each, with the name of the language in itself. */
function renderLanguages(visit: Visit, { language }: KeptContact): Html {
  const { voice } = visit
  return renderCluster({
    parts: LANGUAGE_NAMES.map(({ value, label }) => value === language
      ? html`<span>${renderBadge({ label: html`✓ ${nameOfLanguage(voice, value, label)}`, tone: 'accent' })}</span>`
      : renderForm({
        voice, action: ownPath(visit, 'language'), csrfToken: visit.formToken(), hidden: { language: value }, body: nothing,
        buttons: renderButton({ label: nameOfLanguage(voice, value, label), kind: 'secondary' }),
      })),
  })
}

function renderTopics(visit: Visit, contact: KeptContact): Html {
  const { voice, directory } = visit
  const chosen = offeredTopics(directory.parts).filter(({ key }) => contact.topics.includes(key))
  if (chosen.length === 0) return html`<p>${voice.say(words.noTopics)}</p>`
  return renderFactsList({
    facts: chosen.map(({ key, title, summary }) => ({
      term: voice.say(title), description: voice.say(summary),
      action: renderForm({
        voice, action: ownPath(visit, 'topic'), csrfToken: visit.formToken(), hidden: { topic: key }, body: nothing,
        buttons: renderButton({ label: html`${voice.say(words.leaveOne)}<span class="visually-hidden">: ${voice.say(title)}</span>`, kind: 'secondary', size: 'small' }),
      }),
    })),
  })
}

/** Which services keep a list with this contact; what the list is called is theirs to tell. */
function renderLists({ voice, directory }: Visit, lists: readonly string[]): Html {
  const services = directory.parts.filter((part) => lists.some((list) => list.startsWith(`${part.name}.`)))
  if (services.length === 0) return nothing
  return renderNotice({
    voice, kind: 'info', title: voice.say(words.lists),
    body: html`<p>${voice.say(words.listsBody)}</p><ul>${services.map((part) => html`<li>${voice.say(part.title)}</li>`)}</ul>`,
  })
}

const TONES: Readonly<Record<ContactState, BadgeTone>> = { active: 'success', unconfirmed: 'warning', stopped: 'error', left: 'neutral' }

async function renderHeld(visit: Visit, contact: KeptContact): Promise<Html> {
  const { voice } = visit
  return renderFactsList({
    facts: [
      { term: voice.say(words.channel), description: html`${voice.say(words[contact.channel])}: ${shortened(contact)}` },
      { term: voice.say(words.state), description: renderBadge({ label: voice.say(words[contact.state]), tone: TONES[contact.state] }) },
      { term: voice.say(words.since), description: dayOf(contact.confirmedAt ?? contact.madeAt).toString() },
      ...(await chosenFacts(visit, contact)),
    ],
  })
}

/** Enough to know it again: a page may be seen over a shoulder. The file has it whole. */
function shortened({ channel, address }: KeptContact): string {
  if (channel !== 'mail') return `${address.slice(0, 24)}…`
  const at = address.lastIndexOf('@')
  return `${address.slice(0, Math.min(2, at))}…${address.slice(at)}`
}

/** Everything that is held, for the person it is about. */
export async function showHeld(visit: Visit): Promise<Answer> {
  const contact = await ownContact(visit, 'export a subscription')
  const lists = await listsOf(visit.tx, contact.id)
  return fileAnswer(`${JSON.stringify({ ...contact, lists }, null, 2)}\n`, 'application/json; charset=utf-8', 'my-subscription.json')
}

/** Only asks: a mail scanner that opens every link leaves nobody out. */
export async function showLeave(visit: Visit): Promise<Answer> {
  const { voice, seal } = visit
  const contact = await ownContact(visit, 'ask about leaving')
  const own = `/notices/mine/${contactToken(seal, contact.id)}`
  const main = html`${renderPageTitle({ title: voice.say(words.title) })}
    ${contact.state === 'left' ? renderLeft(visit, contact) : renderConfirm({
      voice, title: voice.say(words.leaveTitle), body: voice.say(words.leaveBody), action: `${own}/leave`, csrfToken: visit.formToken(),
      confirmLabel: voice.say(words.leaveAll), cancelHref: own, cancelLabel: voice.say(words.keep), isDangerous: true,
    })}`
  return shown({ title: voice.plain(words.leaveTitle), main, crumbs: crumbs(voice), isSecret: true })
}
