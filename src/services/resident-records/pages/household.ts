import { may } from '#kernel/access/actor.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderColumns, renderSection, renderStack } from '#design/layout/view.ts'
import { renderTimeline } from '#design/timeline/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { listEntries } from '../store/entries.ts'
import { findHousehold, listHouseholds, type HouseholdRecord } from '../store/households.ts'
import { listPeople } from '../store/people.ts'
import { KIND_WORDS } from '../text/entry-words.ts'
import { fieldWords } from '../text/field-words.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { momentOf, renderMomentForm } from './moment-form.ts'
import { renderMembers } from './person.ts'
import { deskCrumb, entryPath, householdPath, renderStatus, VIEW_BASIS } from './staff-frame.ts'
import { dayText } from './values.ts'

/** One household: who lives in it and where, on any day, others at the address, and what happened to it. */
export async function showHousehold(visit: Visit): Promise<Answer> {
  const { voice, tx, params, query } = visit
  const id = params.id ?? ''
  const asked = momentOf(query, tx.today)
  if (isUuid(id)) await tx.note({ act: 'view household', subject: `household:${id}`, basis: VIEW_BASIS })
  const household = isUuid(id) ? await findHousehold(tx, id, asked.moment) : undefined
  if (household === undefined) throw new Fault('not-found', 'there is no such household')
  const members = (await listPeople(tx, { householdIds: [id], ...asked.moment })).filter(({ registration }) => registration.standing === 'resident')
  for (const member of members) await tx.note({ act: 'view household', subject: `resident:${member.id}`, basis: VIEW_BASIS })
  const head = members.find((member) => member.id === household.registration.headId)
  const title = voice.plain(words.householdOf, { name: head?.registration.name ?? household.number })
  const main = html`
    ${renderPageTitle({ title, kicker: html`${voice.say(fieldWords.householdNumber)} ${household.number}`, actions: asked.isPast ? nothing : renderActs(visit, household, members.length > 0) })}
    ${renderStack({ gap: 'large', parts: [
      renderColumns({ kind: 'main-and-side', parts: [renderPlace(visit, household), renderMomentForm(visit, householdPath(id), asked)] }),
      renderSection({ heading: voice.say(words.members), body: members.length === 0 ? renderEmpty({ icon: 'family', title: voice.say(words.nobodyLeft) }) : renderMembers(voice, members) }),
      await renderNeighbours(visit, household),
      await renderPast(visit, id),
    ] })}`
  return shown({ title, main, area: 'staff', crumbs: [deskCrumb(voice)], isSecret: true })
}

function renderPlace({ voice }: Visit, { registration, version }: HouseholdRecord): Html {
  return renderPanel({ heading: voice.say(fieldWords.address), body: renderFactsList({ facts: [
    { term: voice.say(fieldWords.address), description: registration.address }, { term: voice.say(fieldWords.postalCode), description: registration.postalCode }, { term: voice.say(words.holdsFrom), description: dayText(voice, version.validFrom) },
  ] }) })
}

function renderActs({ voice, actor }: Visit, { id }: HouseholdRecord, hasMembers: boolean): Html {
  if (!may(actor, 'residents-clerk') || !hasMembers) return nothing
  return renderCluster({ parts: (['move', 'out', 'household', 'birth', 'death'] as const).map((kind) => renderLinkButton({
    href: `/staff/residents/entries/new?kind=${kind}&household=${id}`, label: voice.say(KIND_WORDS[kind]), kind: 'secondary', size: 'small',
  })) })
}

/** Other households at the same address: whom one may join, and what to ask about. */
async function renderNeighbours({ voice, tx }: Visit, { id, registration }: HouseholdRecord): Promise<Html> {
  const others = (await listHouseholds(tx, { at: registration })).filter((other) => other.id !== id)
  if (others.length === 0) return nothing
  return renderSection({ heading: voice.say(words.sameAddress), body: html`<ul>${others.map((other) => html`<li><a href="${householdPath(other.id)}">${other.number}</a> ${other.registration.building}</li>`)}</ul>` })
}

async function renderPast({ voice, tx }: Visit, id: string): Promise<Html> {
  const entries = await listEntries(tx, { householdIds: [id] })
  return renderSection({ heading: voice.say(words.history), body: renderTimeline({ entries: entries.map((entry) => ({
    at: dayText(voice, entry.occurredOn), dateTime: entry.occurredOn.toString(), what: html`<a href="${entryPath(entry.id)}">${voice.say(KIND_WORDS[entry.kind])} ${entry.title}</a> ${renderStatus(voice, entry.status)}`,
  })) }) })
}
