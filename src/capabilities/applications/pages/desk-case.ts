import { attachmentsOf } from '#capabilities/attachments/attachments.ts'
import type { Attachment } from '#capabilities/attachments/model.ts'
import { scanWords } from '#capabilities/attachments/text.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderColumns, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { renderTimeline } from '#design/timeline/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { dayOf, minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { givenFor } from '../actions/given.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import { ownerOf, type ApplicationEvent, type EventKind, type Given, type Sheet } from '../model.ts'
import { registeredText } from '../rules/register.ts'
import { listEditions } from '../store/applications.ts'
import { listDesk } from '../store/desk.ts'
import { listEvents } from '../store/events.ts'
import { deskWords } from '../text/desk-words.ts'
import { filingWords } from '../text/filing-words.ts'
import { words } from '../text/resident-words.ts'
import { codeOf } from './case-visit.ts'
import { renderDeskForms, type DeskProblems } from './desk-forms.ts'
import { renderDue, wishOf } from './desk.ts'
import { arriveAtDesk, deskProcedures, namesOf, type DeskCase } from './desk-visit.ts'
import { renderCalculation, renderRequirements, renderSheet, renderState, saidText, STATE_WORDS } from './shown-parts.ts'

export async function showCase(visit: Visit): Promise<Answer> {
  return casePage(visit, await arriveAtDesk(visit), {})
}

/** One application on one screen: answers beside the register, files, what was weighed and computed, history, decision. */
export async function casePage(visit: Visit, desk: DeskCase, problems: DeskProblems): Promise<Answer> {
  const { voice, tx, seal } = visit
  const { application, definition } = desk
  const [editions, events, files] = [await listEditions(tx, application.id), await listEvents(tx, application.id), await attachmentsOf(tx, ownerOf(application.id))]
  const given = await givenFor(visit, application.personId, application.answers, dayOf(application.submittedAt))
  const sheet = editions[0]?.sheet ?? { pages: [], requirements: [], calculation: [] }
  const names = await namesOf(tx, [application.claimedBy])
  const looked = (await tx.onBehalfOf(desk.owner, async (own) => desk.version.look?.(own, given))) ?? []
  const main = html`<question-card><div class="question" tabindex="-1">${renderPageTitle({
    title: html`${application.number} ${application.applicantName}`, kicker: voice.say(definition.title),
    facts: html`${renderState(voice, application.state)} ${renderBadge({ label: voice.say(filingWords[application.channel]) })} ${renderDue(visit, application.dueOn, application.state)}
      <span>${voice.say(deskWords.holder)}: ${application.claimedBy === null ? voice.say(deskWords.nobody) : names.get(application.claimedBy)}</span>`,
    actions: await renderNeighbours(visit, desk),
  })}
    ${renderColumns({
      kind: 'main-and-side',
      parts: [
        renderStack({ gap: 'large', parts: [
          renderSection({ heading: voice.say(deskWords.answers), body: html`${renderRegistered(visit, sheet, given)} ${renderSheet(voice, sheet)}` }),
          renderFiles(visit, desk, files),
          renderSection({ heading: voice.say(words.requirements), body: html`${renderRequirements(voice, [...sheet.requirements, ...looked])} ${renderCalculation(voice, sheet.calculation)}` }),
          ...editions.slice(1).map((one) => html`<details><summary>${voice.say(filingWords.earlier, { edition: one.edition })}</summary>${renderSheet(voice, one.sheet)}</details>`),
          renderHistory(visit, events),
        ] }),
        renderStack({ parts: [
          await renderDeskForms(visit, desk, problems),
          application.accountId === null ? renderPanel({ heading: voice.say(deskWords.printed), body: renderFactsList({ facts: [{ term: voice.say(words.number), description: application.number }, { term: voice.say(words.code), description: codeOf(seal, application.id) }] }) }) : nothing,
        ] }),
      ],
    })}</div></question-card>`
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return shown({ title: application.number, main, area: 'staff', status, isSecret: true, crumbs: [{ href: '/staff/applications', label: voice.say(deskWords.title) }] })
}

/** The cases before and after it on the open pile, under the keys k and j. */
async function renderNeighbours(visit: Visit, { application }: DeskCase): Promise<Html> {
  const { voice, tx } = visit
  const own = await deskProcedures(visit)
  const lines = await listDesk(tx, { ...wishOf(visit, own).wish, limit: APPLICATION_LIMITS.deskRows })
  const at = lines.findIndex(({ id }) => id === application.id)
  const link = (line: { id: string; number: string } | undefined, key: string, icon: 'left' | 'right') =>
    line === undefined || line.id === application.id ? nothing : renderLinkButton({ href: `/staff/applications/${line.id}`, label: line.number, kind: 'secondary', size: 'small', icon, key })
  return html`${renderCluster({ parts: [link(at > 0 ? lines[at - 1] : undefined, 'k', 'left'), link(lines[at + 1], 'j', 'right')] })}<small>${voice.say(deskWords.shortcuts)}</small>`
}

/** What refers to the register: filed, as the register was then, and as it is today. */
function renderRegistered({ voice }: Visit, sheet: Sheet, { person }: Given): Html {
  if (person === null) return renderNotice({ voice, kind: 'warning', title: voice.say(deskWords.notRegistered) })
  const sources = [['name', 'registered'], ['kana', 'kana'], ['birth-date', 'birth-date'], ['address', 'address']] as const
  const lines = sheet.pages.flatMap((page) => page.lines).filter(({ registered }) => registered !== undefined)
  const today = new Set(sources.map(([source]) => registeredText(source === 'name' ? 'name' : source, person)))
  return renderTable({
    caption: voice.say(deskWords.register), isCardsOnPhone: true,
    columns: [{ heading: voice.say(deskWords.answers) }, { heading: voice.say(filingWords.answers) }, { heading: voice.say(deskWords.register) }, { heading: voice.say(deskWords.difference), width: 'narrow' }],
    rows: lines.map(({ label, text, registered = '' }) => {
      const isSame = 'plain' in text && text.plain === registered && today.has(registered)
      return [voice.say(label), saidText(voice, text), today.has(registered) ? registered : html`<del>${registered}</del>`, renderBadge({ label: voice.say(isSame ? deskWords.same : deskWords.differs), tone: isSame ? 'success' : 'warning' })]
    }),
  })
}

/** Pictures are shown as they will be read, upright; of a PDF its pages and how the first one lies are told. */
function renderFiles({ voice }: Visit, { base, version }: DeskCase, files: readonly Attachment[]): Html {
  if (files.length === 0) return nothing
  return renderSection({
    heading: voice.say(deskWords.attachments),
    body: html`${files.map(({ id, slot, fileName, kind, pages, width, height, scanned }) => {
      const title = version.documents.find(({ key }) => key === slot)?.title
      const lies = width === null || height === null ? nothing : voice.say(width > height ? deskWords.sideways : deskWords.upright)
      return renderPanel({
        level: 3, heading: title === undefined ? slot : voice.say(title),
        body: html`<p><a href="${base}/files/${id}">${fileName}</a> ${pages === null ? nothing : voice.say(deskWords.pages, { count: pages })} ${lies} ${renderBadge({ label: voice.say(scanWords[scanned]), tone: scanned === 'clean' ? 'success' : 'warning' })}</p>
          ${kind === 'jpeg' || kind === 'png' ? html`<a href="${base}/files/${id}"><img class="picture" src="${base}/files/${id}" alt="${fileName}" loading="lazy" width="${width}" height="${height}"></a>` : nothing}`,
      })
    })}`,
  })
}

const EVENT_WORDS: Readonly<Record<EventKind, Phrase<never>>> = {
  submitted: STATE_WORDS.submitted, claimed: deskWords.eventClaimed, 'handed-over': deskWords.eventHandedOver, released: deskWords.eventReleased,
  'correction-asked': STATE_WORDS['correction-asked'], corrected: STATE_WORDS.corrected, proposed: deskWords.proposed, 'sent-back': deskWords.sendBack,
  approved: STATE_WORDS.approved, refused: STATE_WORDS.refused, withdrawn: STATE_WORDS.withdrawn, 'stage-set': deskWords.eventStage,
  'message-to-resident': deskWords.eventOut, 'message-from-resident': deskWords.eventIn, note: deskWords.eventNote, 'register-differs': deskWords.eventDiffers,
}

function renderHistory({ voice }: Visit, events: readonly ApplicationEvent[]): Html {
  return renderSection({
    heading: voice.say(deskWords.history),
    body: renderTimeline({
      entries: events.toReversed().map(({ kind, at, byName, text, isInternal }) => ({
        at: minuteOf(at), dateTime: at.toString(), what: voice.say(EVENT_WORDS[kind]), ...(byName === '' ? {} : { who: byName }),
        ...(text === '' ? {} : { detail: html`<p>${text}</p>` }), ...(isInternal ? { tone: 'neutral' as const } : {}),
      })),
    }),
  })
}
