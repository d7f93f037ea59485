import { searchPeople, type RegisteredPerson } from '#capabilities/residents/residents.ts'
import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFilters } from '#design/filters/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { givenFor } from '../actions/given.ts'
import type { receptionForm } from '../forms.ts'
import { changeApplication, findApplication, lockApplication } from '../store/applications.ts'
import { keepEvent } from '../store/events.ts'
import { listUnmatched, matchReception } from '../store/portal.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import { DESK_BASIS, type Application } from '../model.ts'
import { deskWords } from '../text/desk-words.ts'
import { deskProcedures } from './desk-visit.ts'

const CANDIDATES = 10

/** What came from the portal and whose applicant no certificate tells. */
export async function showUnmatched(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const own = new Set((await deskProcedures(visit)).map(({ definition }) => definition.key))
  const cases: { receptionNumber: string; fetchedAt: Temporal.Instant; application: Application }[] = []
  for (const { applicationId, ...reception } of await listUnmatched(tx, APPLICATION_LIMITS.deskRows)) {
    const application = await findApplication(tx, applicationId)
    if (application !== undefined && own.has(application.procedure)) cases.push({ ...reception, application })
  }
  await tx.note({ act: 'list unmatched applications', subject: `unit:${visit.actor.person?.unitCode ?? ''}`, basis: DESK_BASIS })
  const words = (query.q ?? '').trim().slice(0, 100)
  const candidates = words === '' ? [] : await candidatesFor(visit, words)
  const main = html`${renderPageTitle({ title: voice.say(deskWords.portal), lead: voice.say(deskWords.portalLead) })}
    ${cases.length === 0 ? renderEmpty({ title: voice.say(deskWords.portalEmpty) }) : renderStack({
      gap: 'large',
      parts: [
        renderFilters({ voice, action: '/staff/applications/portal', search: { name: 'q', label: voice.say(deskWords.portalFind), value: words } }),
        ...cases.map((one) => renderCase(visit, one, candidates)),
      ],
    })}`
  return shown({ title: voice.plain(deskWords.portal), main, area: 'staff', isSecret: true, crumbs: [{ href: '/staff/applications', label: voice.say(deskWords.title) }] })
}

function renderCase(visit: Visit, { receptionNumber, fetchedAt, application }: { receptionNumber: string; fetchedAt: Temporal.Instant; application: Application }, candidates: readonly RegisteredPerson[]): Html {
  const { voice } = visit
  return renderPanel({
    heading: html`<a href="/staff/applications/${application.id}">${application.number}</a> ${application.applicantName}`,
    body: html`<p>${voice.say(deskWords.portalNumber)}: ${receptionNumber} ${minuteOf(fetchedAt)}</p>
      ${candidates.length === 0 ? nothing : html`<h3 class="heading heading-3">${voice.say(deskWords.candidates)}</h3><ul>${candidates.map(({ id, name, birthDate, address }) => html`<li>${name.registered} ${birthDate.toString()} ${address.written}
        ${renderForm({ voice, action: '/staff/applications/portal', csrfToken: visit.formToken(), hidden: { reception: receptionNumber, person: id }, body: nothing, buttons: renderButton({ label: voice.say(deskWords.portalMatch), kind: 'secondary', size: 'small' }) })}</li>`)}</ul>`}`,
  })
}

/** The register decides whom this clerk may find; who is protected from them is not among them. */
async function candidatesFor({ tx }: Visit, words: string): Promise<readonly RegisteredPerson[]> {
  try {
    return await tx.ask(searchPeople, { words, limit: CANDIDATES })
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === 'unavailable') return []
    throw thrown
  }
}

/** A person at city hall says whose it is, and stands for it in the history. */
export async function matchApplicant(visit: Submission<ValuesOf<typeof receptionForm>>): Promise<Answer> {
  const { tx, values } = visit
  const found = (await listUnmatched(tx, APPLICATION_LIMITS.deskRows)).find(({ receptionNumber }) => receptionNumber === values.reception)
  const application = found === undefined ? undefined : await lockApplication(tx, found.applicationId)
  const isOwn = (await deskProcedures(visit)).some(({ definition }) => definition.key === application?.procedure)
  const { person } = await givenFor(visit, values.person, {})
  if (application === undefined || !isOwn || person === null || (await matchReception(tx, values.reception)) === 0) return redirect('/staff/applications/portal', { notice: deskWords.stale })
  await changeApplication(tx, application.id, { personId: person.id })
  await keepEvent(tx, application.id, 'note', { isInternal: true, text: person.addresseeNumber })
  await tx.note({ act: 'match applicant', subject: `resident:${person.id}`, basis: DESK_BASIS })
  return redirect('/staff/applications/portal', { notice: deskWords.portalMatched })
}
