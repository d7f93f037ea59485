import { numberPath, numberTitle, READER_DUTY } from '#capabilities/number-vault/number-vault.ts'
import { may } from '#kernel/access/actor.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderColumns, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Registration } from '../model.ts'
import { listEntries, type Entry } from '../store/entries.ts'
import { findHousehold, type HouseholdRecord } from '../store/households.ts'
import { findPerson, listPeople, listVersions, type PersonRecord } from '../store/people.ts'
import { RELEASE_DUTY } from '../store/protection-filter.ts'
import { KIND_WORDS } from '../text/entry-words.ts'
import { fieldWords, PERSON_LABELS } from '../text/field-words.ts'
import { protectionWords } from '../text/protection-words.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { comparedSubjects, renderComparison } from './comparison.ts'
import { renderLife } from './life.ts'
import { momentOf, renderMomentForm, type AskedMoment } from './moment-form.ts'
import { applicationPath } from './protection-frame.ts'
import { renderStanding } from './standing.ts'
import { deskCrumb, entryPath, householdPath, personPath, renderStatus, VIEW_BASIS } from './staff-frame.ts'
import { dayText, personValue, type Named } from './values.ts'

/** One person: what the register says now, or of any day as it was known at any time, and how it came to say so. */
export async function showPerson(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const id = params.id ?? ''
  const asked = momentOf(visit.query, tx.today)
  // Before anything is read: whoever looks for somebody they may not know of is in the audit all the same.
  if (isUuid(id)) await tx.note({ act: 'view resident', subject: `resident:${id}`, basis: VIEW_BASIS })
  const versions = isUuid(id) ? await listVersions(tx, id) : []
  const latest = versions.find(({ version }) => version.supersededAt === null) ?? versions[0]
  if (latest === undefined) throw new Fault('not-found', 'there is no such person')
  const now = await findPerson(tx, id)
  const then = asked.isPast ? await findPerson(tx, id, asked.moment) : now
  const household = then === undefined ? undefined : await findHousehold(tx, then.registration.householdId, asked.moment)
  const entries = await listEntries(tx, { personIds: [id] })
  const { name, kana } = (then ?? latest).registration
  const main = html`
    ${renderPageTitle({ title: name, kicker: kana, facts: html`${renderStanding(voice, (then ?? latest).registration.standing)} <span>${voice.say(fieldWords.addresseeNumber)} ${latest.addresseeNumber}</span>`, actions: asked.isPast ? nothing : renderActs(visit, then ?? latest) })}
    ${renderStack({ gap: 'large', parts: [
      renderWaiting(visit, entries),
      await renderThen(visit, asked, now, then),
      then === undefined ? nothing : renderColumns({ kind: 'main-and-side', parts: [renderRegistration(visit, then, household), renderMomentForm(visit, personPath(id), asked)] }),
      household === undefined ? nothing : await renderHousehold(visit, household, asked),
      await renderLife(visit, versions, entries),
    ] })}`
  return shown({ title: name, main, area: 'staff', crumbs: [deskCrumb(voice)], isSecret: true })
}

/** What stands in the register of somebody, in the order of 第7条; empty fields are left out. */
const SHOWN_FIELDS: readonly (keyof Registration)[] = [
  'name', 'kana', 'alphabet', 'commonName', 'commonKana', 'formerName', 'formerKana', 'birthDate', 'birthCertainty', 'sex', 'relationship', 'registeredDomicile', 'domicileHead', 'nationality', 'residenceCategory', 'residenceStatus',
  'residencePeriod', 'residenceUntil', 'residentSince', 'residentCause', 'address', 'postalCode', 'addressSince', 'addressNotifiedOn', 'previousAddress', 'movedTo', 'movedToOn', 'movedToNotifiedOn', 'standing', 'endedOn', 'endedCause',
]

function renderRegistration({ voice }: Visit, { registration, version }: PersonRecord, household: HouseholdRecord | undefined): Html {
  const named: Named = new Map()
  const isSaid = (field: keyof Registration) => registration[field] !== null && registration[field] !== '' && !(field === 'birthCertainty' && registration.birthCertainty === 'day') && !(field === 'nationality' && registration.nationality === 'JP')
  const facts = SHOWN_FIELDS.filter(isSaid).map((field) => ({ term: voice.say(PERSON_LABELS[field] ?? fieldWords.name), description: personValue(voice, field, registration, named) }))
  const number = household === undefined ? [] : [{ term: voice.say(fieldWords.householdNumber), description: html`<a href="${householdPath(household.id)}">${household.number}</a>` }]
  const frame = { term: voice.say(words.holdsFrom), description: html`${dayText(voice, version.validFrom)} ${version.validTo === null ? nothing : html`～ ${dayText(voice, version.validTo.subtract({ days: 1 }))}`} (${voice.say(words.recordedAt, { time: minuteOf(version.recordedAt) })})` }
  return renderPanel({ heading: voice.say(words.registered), body: renderFactsList({ facts: [...facts, ...number, frame] }) })
}

/** Looking back: what is other there than now. */
async function renderThen({ voice, tx }: Visit, asked: AskedMoment, now: PersonRecord | undefined, then: PersonRecord | undefined): Promise<Html> {
  if (!asked.isPast) return nothing
  const title = voice.say(words.stateOf, { day: dayText(voice, asked.on), known: asked.knownOn === null ? voice.plain(words.knownNow) : voice.plain(words.knownThen, { day: dayText(voice, asked.knownOn) }) })
  if (then === undefined) return renderNotice({ voice, kind: 'info', title, body: voice.say(words.nothingThen) })
  const subjects = await comparedSubjects(tx, voice, [{ kind: 'person', id: then.id, before: then.registration, after: now?.registration ?? null }])
  const difference = renderSection({ heading: voice.say(words.differenceToNow), body: renderComparison(voice, subjects) })
  return html`${renderNotice({ voice, kind: 'info', title })}${difference}`
}

function renderWaiting({ voice }: Visit, entries: readonly Entry[]): Html {
  const waiting = entries.filter(({ status }) => status === 'draft' || status === 'review' || status === 'approved')
  if (waiting.length === 0) return nothing
  const body = html`<ul>${waiting.map(({ id, kind, status, occurredOn }) => html`<li><a href="${entryPath(id)}">${voice.say(KIND_WORDS[kind])} ${dayText(voice, occurredOn)}</a> ${renderStatus(voice, status)}</li>`)}</ul>`
  return renderNotice({ voice, kind: 'info', title: voice.say(words.onTheirWay), body })
}

/** What can be entered about this person: of a resident moves and more, of who left only corrections. */
function renderActs({ voice, actor }: Visit, { id, registration }: PersonRecord): Html {
  const few = [
    may(actor, RELEASE_DUTY) ? renderLinkButton({ href: applicationPath(id), label: voice.say(protectionWords.title), icon: 'shield', kind: 'secondary', size: 'small' }) : nothing,
    may(actor, READER_DUTY) ? renderLinkButton({ href: numberPath(id), label: voice.say(numberTitle), icon: 'key', kind: 'secondary', size: 'small' }) : nothing,
  ]
  if (!may(actor, 'residents-clerk')) return renderCluster({ parts: few })
  const start = (kind: string, label: Phrase<never>, more = '') => renderLinkButton({ href: `/staff/residents/entries/new?kind=${kind}&person=${id}&household=${registration.householdId}${more}`, label: voice.say(label), kind: 'secondary', size: 'small' })
  const moves = registration.standing !== 'resident' ? [] : [start('move', KIND_WORDS.move), start('out', KIND_WORDS.out), start('household', KIND_WORDS.household), start('birth', KIND_WORDS.birth), start('death', KIND_WORDS.death), start('official', words.removeByOffice, '&act=remove')]
  return renderCluster({ parts: [...moves, start('koseki', KIND_WORDS.koseki), start('official', words.amendByOffice, '&act=amend'), start('correction', KIND_WORDS.correction), ...few] })
}

async function renderHousehold({ voice, tx }: Visit, household: HouseholdRecord, asked: AskedMoment): Promise<Html> {
  const members = (await listPeople(tx, { householdIds: [household.id], ...asked.moment })).filter(({ registration }) => registration.standing === 'resident')
  if (members.length === 0) return nothing
  return renderSection({
    heading: voice.say(fieldWords.household), actions: renderLinkButton({ href: householdPath(household.id), label: voice.say(words.toHousehold), kind: 'secondary', size: 'small' }),
    body: renderMembers(voice, members),
  })
}

export function renderMembers(voice: Visit['voice'], members: readonly PersonRecord[]): Html {
  return renderTable({
    caption: voice.say(words.members), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [fieldWords.name, fieldWords.relationship, fieldWords.birthDate, fieldWords.sex, fieldWords.residentSince].map((label) => ({ heading: voice.say(label) })),
    rows: members.map(({ id, registration }) => [
      html`<a href="${personPath(id)}">${registration.name}</a>`, registration.relationship, dayText(voice, registration.birthDate), personValue(voice, 'sex', registration, new Map()), dayText(voice, registration.residentSince),
    ]),
  })
}
