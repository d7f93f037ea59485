import { newChallenge } from '#capabilities/passkeys/challenges.ts'
import { creationOptions, passkeyCreationFor, relyingPartyAt } from '#capabilities/passkeys/passkeys.ts'
import type { Proof } from '#kernel/access/actor.ts'
import { listResidentSessions, type ResidentSessionLine } from '#kernel/access/resident-sessions.ts'
import { findResident } from '#kernel/access/residents.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderForm, renderHiddenFields } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderPasskey } from '#design/passkey/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { TOKEN_FIELD } from '#kernel/forms/form.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer, type Crumb } from '#kernel/web/answers.ts'
import { deviceOf } from '#kernel/web/device.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { residentOf } from '../actions/resident.ts'
import { languageForm, mailboxForm, passkeyForm } from '../forms.ts'
import { ADDRESS_CONTEXT, maskedAddress } from '../rules/mail-address.ts'
import { findOpenCaseOf } from '../store/match-cases.ts'
import { waysOf, type Way } from '../store/ways.ts'
import { accountWords as words } from '../text/account.ts'
import { myWords } from '../text/my-page.ts'
import { signInWords } from '../text/sign-in.ts'
import { blankForm, renderFields, renderProblems, statusOf, type FilledForm } from './fields.ts'

/** Crumbs of everything below My page. */
export function belowMyPage(voice: Voice): Crumb[] {
  return [{ href: '/my', label: voice.say(myWords.title) }]
}

interface Filled {
  readonly mailbox?: FilledForm
  readonly passkey?: FilledForm
}

export async function showAccount(visit: Visit, { mailbox = blankForm, passkey = blankForm }: Filled = {}): Promise<Answer> {
  const { voice, tx } = visit
  const { accountId } = residentOf(visit)
  const ways = await waysOf(tx, accountId)
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderProblems(voice, mailboxForm, mailbox)} ${renderProblems(voice, passkeyForm, passkey)}
    ${renderSection({ heading: voice.say(words.about), body: await renderAbout(visit) })}
    ${renderSection({ heading: voice.say(words.ways), body: renderWays(visit, ways) })}
    ${ways.some((way) => way.kind === 'card') ? nothing : renderSection({ heading: voice.say(words.addCard), body: renderAddCard(visit) })}
    ${renderSection({ heading: voice.say(words.addMail), body: renderPanel({ body: renderAddMailbox(visit, mailbox) }) })}
    ${await renderAddPasskey(visit, ways, passkey)}
    ${await renderDevices(visit, accountId)}
    ${renderSection({ heading: voice.say(words.language), body: renderPanel({ body: await renderLanguage(visit, accountId) }) })}
    ${renderSection({ heading: voice.say(words.close), lead: voice.say(words.closeLead), body: html`<p>${renderLinkButton({ label: voice.say(words.close), kind: 'secondary', href: '/my/account/close' })}</p>` })}`
  return shown({ title: voice.plain(words.title), main, crumbs: belowMyPage(voice), status: Math.max(statusOf(mailbox), statusOf(passkey)) })
}

async function renderAbout(visit: Visit): Promise<Html> {
  const { voice, tx } = visit
  const { accountId, name, personId, proof } = residentOf(visit)
  const waits = personId === null && (await findOpenCaseOf(tx, accountId)) !== undefined
  return renderFactsList({
    facts: [
      { term: voice.say(words.name), description: name },
      { term: voice.say(words.proof), description: voice.say(PROOF_WORDS[proof]) },
      { term: voice.say(words.register), description: voice.say(personId !== null ? words.registerYes : waits ? words.registerWaits : words.registerNo) },
    ],
  })
}

const PROOF_WORDS: Readonly<Record<Proof, Phrase<never>>> = { card: words.byCard, passkey: words.byPasskey, mail: words.byMail }

function renderWays(visit: Visit, ways: readonly Way[]): Html {
  const { voice } = visit
  return renderTable({
    caption: voice.say(words.ways),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [words.way, words.since, words.lastUse, words.action].map((word) => ({ heading: voice.say(word) })),
    rows: ways.map((way) => wayRow(visit, way, ways.length > 1)),
  })
}

function wayRow({ voice, seal }: Visit, way: Way, mayRemove: boolean): readonly HtmlValue[] {
  const { id, name, since, usedAt } = toldOf(way, (sealed) => seal.open(sealed, ADDRESS_CONTEXT) ?? '')
  const label = html`${voice.say(PROOF_WORDS[way.kind])}${name === '' ? nothing : html` ${name}`}`
  const remove = renderLinkButton({
    label: html`${voice.say(words.remove)} <span class="visually-hidden">${label}</span>`, kind: 'secondary', size: 'small', href: `/my/account/ways/${way.kind}/${id}/remove`,
  })
  return [label, minuteOf(since), usedAt === null ? voice.say(words.never) : minuteOf(usedAt), mayRemove ? remove : voice.say(words.lastWay)]
}

interface Told {
  readonly id: string
  readonly name: string
  readonly since: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

/** Of a card nothing is told but its days: its serial is nobody's to read off a screen. */
function toldOf(way: Way, open: (sealed: string) => string): Told {
  if (way.kind === 'card') return { id: way.card.id, name: '', since: way.card.linkedAt, usedAt: way.card.usedAt }
  if (way.kind === 'passkey') return { id: way.passkey.id, name: way.passkey.name, since: way.passkey.createdAt, usedAt: way.passkey.usedAt }
  return { id: way.mailbox.id, name: maskedAddress(open(way.mailbox.sealedAddress)), since: way.mailbox.since, usedAt: way.mailbox.usedAt }
}

function renderAddCard({ voice }: Visit): Html {
  return html`<p>${renderLinkButton({ label: voice.say(signInWords.cardButton), icon: 'lock', href: '/my/sign-in/card?return=%2Fmy%2Faccount' })}</p>`
}

function renderAddMailbox(visit: Visit, filled: FilledForm): Html {
  const { voice } = visit
  return renderForm({
    voice, action: '/my/account/mail', csrfToken: visit.formToken(), body: renderFields(voice, mailboxForm, filled),
    buttons: renderButton({ label: voice.say(signInWords.mailButton), kind: 'secondary' }),
  })
}

async function renderAddPasskey(visit: Visit, ways: readonly Way[], filled: FilledForm): Promise<Html> {
  const { voice, city, client, seal, tx } = visit
  const { accountId, name } = residentOf(visit)
  const party = relyingPartyAt(city, client.origin)
  if (party === null) return nothing
  const known = ways.flatMap((way) => (way.kind === 'passkey' ? [way.passkey] : []))
  const body = renderPasskey({
    voice,
    ceremony: 'create',
    options: await creationOptions(party, { id: accountId, login: name, name }, known, newChallenge(seal, passkeyCreationFor(accountId), tx.now)),
    action: '/my/account/passkeys',
    csrfToken: visit.formToken(),
    fields: renderFields(voice, passkeyForm, filled),
    label: voice.say(words.addPasskey),
    fallback: voice.say(signInWords.passkeyFallback),
  })
  return renderSection({ heading: voice.say(words.addPasskey), body: renderPanel({ body }) })
}

async function renderDevices(visit: Visit, accountId: string): Promise<Html> {
  const { voice, tx } = visit
  const sessions = await listResidentSessions(tx, accountId)
  const table = renderTable({
    caption: voice.say(words.devices),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [words.device, words.way, words.since, words.lastUse, words.action].map((word) => ({ heading: voice.say(word) })),
    rows: sessions.map((line) => deviceRow(visit, line)),
  })
  const everywhere = renderLinkButton({ label: voice.say(words.everywhere), kind: 'secondary', href: '/my/account/sign-out-everywhere' })
  return renderSection({ heading: voice.say(words.devices), body: html`${table}<p>${everywhere}</p>` })
}

function deviceRow(visit: Visit, line: ResidentSessionLine): readonly HtmlValue[] {
  const { voice, session } = visit
  const { browser, system } = deviceOf(line.device)
  const name = [browser, system].filter(Boolean).join(', ') || '?'
  const badge = line.id === session?.id ? renderBadge({ label: voice.say(words.thisDevice), tone: 'success' }) : nothing
  const label = html`${voice.say(words.end)} <span class="visually-hidden">${name}, ${minuteOf(line.createdAt)}</span>`
  const end = html`<form action="/my/account/devices/${line.id}/end" method="post">
    ${renderHiddenFields({ [TOKEN_FIELD]: visit.formToken() })} ${renderButton({ label, kind: 'secondary', size: 'small' })}
  </form>`
  return [html`${name} ${badge}`, voice.say(PROOF_WORDS[line.proof]), minuteOf(line.createdAt), minuteOf(line.seenAt), end]
}

async function renderLanguage(visit: Visit, accountId: string): Promise<Html> {
  const { voice, tx } = visit
  const account = await findResident(tx, accountId)
  if (account === undefined) throw new Fault('not-found')
  return renderForm({
    voice, action: '/my/account/language', csrfToken: visit.formToken(),
    body: renderFields(voice, languageForm, blankForm, { values: { language: account.language } }),
    buttons: renderButton({ label: voice.say(words.save), kind: 'secondary' }),
  })
}
