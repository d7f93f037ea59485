import { renderLinkButton } from '#design/button/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderTimeline, type TimelineEntry } from '#design/timeline/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { canTakeBack, refusedTakeBack } from '../actions/take-back.ts'
import { findStaffVisit, revisionOf, type StaffVisit } from '../actions/staff-visit.ts'
import { findChange, listChanges, type KeptChange } from '../store/changes.ts'
import { fieldText, type FieldAddress } from '../store/document-fields.ts'
import { aidWords } from '../text/round-aid-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { CAUSE_WORDS, renderChange } from './change-text.ts'
import { fieldName } from './field-names.ts'
import { sheetAction } from './links.ts'
import { deskCrumb, showNoPlanForStaff } from './staff-frame.ts'
import { timeText } from './tongue.ts'

/** Changes on one page; older ones stay in the database. */
const CHANGES_SHOWN = 300

export function showSheetHistory(visit: Visit): Promise<Answer> {
  return showHistoryOf(visit, visit.params.project ?? '')
}

export function showCoverHistory(visit: Visit): Promise<Answer> {
  return showHistoryOf(visit, null)
}

async function showHistoryOf(visit: Visit, projectKey: string | null): Promise<Answer> {
  const found = await findStaffVisit(visit)
  if (found === undefined) return showNoPlanForStaff(visit)
  const { voice, tx } = visit
  const { plan, tongue } = found
  const changes = await listChanges(tx, plan.key, { projectKey, limit: CHANGES_SHOWN })
  const project = tongue.document.projects.find(({ key }) => key === projectKey)
  const main = html`${renderPageTitle({
    kicker: project === undefined ? voice.say(staffWords.editCover) : tongue.projectName(project),
    title: voice.say(staffWords.historyOf),
  })}
  ${changes.length === 0 ? renderEmpty({ title: voice.say(staffWords.historyEmpty), icon: 'history' }) : renderTimeline({ entries: changes.map((change) => entryOf(found, change)) })}`
  return shown({ title: voice.plain(staffWords.historyOf), main, area: 'staff', crumbs: crumbsOf(found, projectKey) })
}

function crumbsOf(found: StaffVisit, projectKey: string | null) {
  return [deskCrumb(found), { href: found.links.sheet(projectKey, found.year), label: found.tongue.voice.say(staffWords.sheet) }]
}

function entryOf(found: StaffVisit, change: KeptChange): TimelineEntry {
  const { tongue } = found
  const { voice } = tongue
  return {
    at: timeText(voice, change.at),
    dateTime: change.at.toString(),
    who: html`${change.byName === '' ? nothing : html`${change.byName} · `}${voice.say(CAUSE_WORDS[change.cause])}`,
    what: fieldName(tongue, change.field),
    detail: html`<div class="stack stack-small">${change.cause === 'correction' ? html`<p>${voice.say(aidWords.correction)}: <span lang="ja">${change.reference}</span></p>` : nothing}
      ${renderChange(tongue, change)} ${renderTakeBack(found, change)}</div>`,
  }
}

function renderTakeBack(found: StaffVisit, change: KeptChange): Html {
  if (refusedTakeBack(found, change) !== null || !canTakeBack(found.present.document, change)) return nothing
  const { voice } = found.tongue
  const path = found.links.sheet(change.projectKey, found.year, '/take-back', { change: String(change.id) })
  return html`<div>${renderLinkButton({
    href: path,
    kind: 'secondary',
    size: 'small',
    icon: 'undo',
    label: html`${voice.say(staffWords.takeBack)}<span class="visually-hidden">: ${fieldName(found.tongue, change.field)}, ${timeText(voice, change.at)}</span>`,
  })}</div>`
}

/** Asks before an earlier text is put back, showing what it will replace. */
export async function askTakeBack(visit: Visit): Promise<Answer> {
  const found = await findStaffVisit(visit)
  const id = /^\d{1,15}$/.test(visit.query.change ?? '') ? Number(visit.query.change) : 0
  const change = found && (await findChange(visit.tx, found.plan.key, id))
  if (found === undefined || change === undefined || !canTakeBack(found.present.document, change)) throw new Fault('not-found', 'there is no such change')
  const { voice } = visit
  const { tongue, plan, year } = found
  const { projectKey, field } = change
  const present = fieldText(found.present.document, { projectKey, field } as FieldAddress) ?? ''
  const name = fieldName(tongue, field)
  const main = html`${renderPageTitle({ title: voice.say(staffWords.takeBack), kicker: name })}
  ${renderConfirm({
    voice,
    title: html`${name}`,
    body: html`${renderChange(tongue, { field, before: present, after: change.before })}
      <p>${voice.say(present === change.before ? staffWords.already : staffWords.takeBackBody)}</p>`,
    action: `${sheetAction(projectKey)}/take-back`,
    csrfToken: visit.formToken(),
    hidden: { plan: plan.key, year: String(year), revision: String(revisionOf(found, projectKey)), change: String(change.id) },
    confirmLabel: voice.say(staffWords.takeBack),
    cancelHref: found.links.sheet(projectKey, year, '/history'),
  })}`
  return shown({ title: voice.plain(staffWords.takeBack), main, area: 'staff', crumbs: crumbsOf(found, projectKey) })
}
