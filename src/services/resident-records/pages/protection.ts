import { renderLinkButton } from '#design/button/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { mayExtend, phaseOf, type Protection } from '../rules/protection.ts'
import { findPerson, listPeople, type PersonRecord } from '../store/people.ts'
import { hiddenBy } from '../store/protection.ts'
import { protectionRows, type NotedRefusal, type TakenProtectionStep } from '../store/protection-rows.ts'
import { protectionWords as words } from '../text/protection-words.ts'
import { renderApplicationForm, renderDecision, renderEnding, renderRefusalForm, type Again } from './protection-forms.ts'
import { applicationPath, protectionCrumbs, protectionPath, renderPhase } from './protection-frame.ts'
import { personPath } from './staff-frame.ts'

const BASIS = '住民基本台帳事務処理要領第5-10'

/** The form of an application for one person; `?extends=` continues a protection that ends within a month. */
export async function showApplication(visit: Visit, again?: Again): Promise<Answer> {
  const { voice, tx, params, query } = visit
  const person = await personMeant(visit, params.id ?? '')
  const earlier = isUuid(query.extends ?? '') ? await protectionRows.find(tx, query.extends ?? '') : undefined
  const continued = earlier !== undefined && earlier.personId === person.id && mayExtend(earlier, tx.today) ? earlier : undefined
  const title = continued === undefined ? words.begin : words.extend
  const main = html`${renderPageTitle({ title: voice.say(title), kicker: person.registration.name, lead: voice.say(continued === undefined ? words.beginLead : words.extendLead) })}
    ${renderEarlier(visit, await protectionRows.list(tx, { personId: person.id }))}
    ${renderApplicationForm(visit, person, continued, again)}`
  const answer = shown({ title: voice.plain(title), main, area: 'staff', crumbs: protectionCrumbs(voice), isSecret: true })
  return again === undefined ? answer : { ...answer, status: 422 }
}

/** One protection: who is hidden until when, what may be done now, who was refused, what happened. */
export async function showProtection(visit: Visit, problems: FormProblems = {}): Promise<Answer> {
  const { voice, tx, params } = visit
  const protection = isUuid(params.id ?? '') ? await protectionRows.find(tx, params.id ?? '') : undefined
  if (protection === undefined) throw new Fault('not-found')
  const people = await listPeople(tx, { ids: await hiddenBy(tx, protection.id) })
  const [steps, refusals] = [await protectionRows.steps(tx, protection.id), await protectionRows.refusals(tx, protection.id)]
  await tx.note({ act: 'see protection', subject: `resident:${protection.personId}`, basis: BASIS })
  const name = people.find(({ id }) => id === protection.personId)?.registration.name ?? ''
  const main = html`${renderPageTitle({ title: `${voice.plain(words.title)} ${protection.number}`, kicker: name, facts: renderPhase(voice, phaseOf(protection, tx.today)) })}
    ${renderStack({
      gap: 'large',
      parts: [
        renderFacts(voice, protection, people), renderDecision(visit, protection, problems), renderExtension(visit, protection), renderEnding(visit, protection, problems),
        renderRefusals(visit, protection, refusals, problems), renderSteps(voice, steps),
      ],
    })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff', crumbs: protectionCrumbs(voice), isSecret: true })
}

/** Protections that the person has or had: a second one is seldom meant. */
function renderEarlier({ voice, tx }: Visit, earlier: readonly Protection[]): Html {
  if (earlier.length === 0) return nothing
  const lines = earlier.map((protection) => html`<li><a href="${protectionPath(protection.id)}">${protection.number}</a> ${voice.say(words[protection.category])} ${renderPhase(voice, phaseOf(protection, tx.today))} ${protection.endsOn?.toString() ?? ''}</li>`)
  return renderNotice({ voice, kind: 'info', title: voice.say(words.title), body: html`<ul>${lines}</ul>` })
}

async function personMeant({ tx }: Visit, id: string): Promise<PersonRecord> {
  const person = isUuid(id) ? await findPerson(tx, id) : undefined
  if (person === undefined) throw new Fault('not-found')
  return person
}

function renderFacts(voice: Voice, protection: Protection, people: readonly PersonRecord[]): Html {
  const { beginsOn, endsOn, requester, requesterName, requesterProof, opinionFrom, opinionOn } = protection
  const period = beginsOn === null || endsOn === null ? '' : `${beginsOn.toString()} 〜 ${endsOn.toString()}`
  return renderFactsList({
    facts: [
      { term: voice.say(words.people), description: people.map(({ id, registration }) => html`<a href="${personPath(id)}">${registration.name}</a> ${registration.address}`) },
      { term: voice.say(words.category), description: voice.say(words[protection.category]) },
      { term: voice.say(words.scope), description: voice.say(words[protection.scope]) },
      { term: voice.say(words.period), description: period },
      { term: voice.say(words.appliedOn), description: `${protection.appliedOn.toString()} ${protection.draftedByName}` },
      { term: voice.say(words.requester), description: html`${voice.say(words[requester])} ${requesterName}` },
      { term: voice.say(words.requesterProof), description: requesterProof },
      { term: voice.say(words.against), description: protection.against },
      { term: voice.say(words.opinionFrom), description: `${opinionFrom} ${opinionOn?.toString() ?? ''}` },
      { term: voice.say(words.note), description: protection.note },
      { term: voice.say(words.reason), description: protection.refusalReason || protection.endReason },
    ].filter(({ description }) => Array.isArray(description) || String(description).trim() !== ''),
  })
}

function renderExtension({ voice, tx }: Visit, protection: Protection): Html {
  if (!mayExtend(protection, tx.today)) return nothing
  const href = `${applicationPath(protection.personId)}?extends=${protection.id}`
  return renderSection({ heading: voice.say(words.extend), lead: voice.say(words.extendLead), body: renderLinkButton({ href, label: voice.say(words.extend) }) })
}

function renderRefusals(visit: Visit, protection: Protection, refusals: readonly NotedRefusal[], problems: FormProblems): Html {
  const { voice } = visit
  const table = renderTable({
    caption: voice.say(words.refusals), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.appliedOn), width: 'narrow' }, { heading: voice.say(words.askedBy) }, { heading: voice.say(words.askedFor) }, { heading: voice.say(words.answer) }],
    rows: refusals.map(({ onDay, askedBy, askedFor, answer }) => [onDay.toString(), askedBy, askedFor, answer]),
  })
  return renderSection({ heading: voice.say(words.refusals), body: html`${refusals.length === 0 ? nothing : table} ${renderRefusalForm(visit, protection, problems)}` })
}

function renderSteps(voice: Voice, steps: readonly TakenProtectionStep[]): Html {
  if (steps.length === 0) return nothing
  return renderSection({
    heading: voice.say(words.history),
    body: html`<ol>${steps.map(({ step, at, byName, note }) => html`<li>${minuteOf(at)} ${voice.say(words[`step_${step}`])} ${byName} ${note}</li>`)}</ol>`,
  })
}
