import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderDifference } from '#design/difference/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm, renderHiddenFields } from '#design/form/view.ts'
import { renderHeading, renderPageTitle } from '#design/heading/view.ts'
import { renderColumns, renderProse } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { ComparedField, Comparison } from '../actions/edit-comparison.ts'
import { revisionOf, type StaffVisit } from '../actions/staff-visit.ts'
import { CHOICE_PREFIX, editFieldsOf } from '../forms.ts'
import type { KeptChange } from '../store/changes.ts'
import { planWords } from '../text/plan-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { renderChange } from './change-text.ts'
import { fieldName } from './field-names.ts'
import { sheetAction } from './links.ts'
import { deskCrumb } from './staff-frame.ts'
import { timeText, type Tongue } from './tongue.ts'

interface Meeting {
  readonly comparison: Comparison
  readonly chosen: ReadonlyMap<string, 'mine' | 'theirs'>
  /** What the others did since the editor opened the sheet. */
  readonly since: readonly KeptChange[]
  /** The editor has seen this page and sent it back without choosing. */
  readonly isAskedAgain: boolean
}

/** Two people wrote one sheet: the second sees both versions, field by field, and chooses. Nothing has been written. */
export function showConflict(visit: Submission<{ revision: string }>, found: StaffVisit, projectKey: string | null, meeting: Meeting): Answer {
  const { voice } = visit
  const { tongue, links, year } = found
  const project = tongue.document.projects.find(({ key }) => key === projectKey)
  const back = links.sheet(projectKey, year)
  const { both, theirs, mine } = meeting.comparison
  const body = html`
    ${both.length === 0 ? nothing : renderPanel({ heading: voice.say(staffWords.conflictFields), body: html`<div class="stack">${both.map((field) => renderChoice(tongue, field, meeting))}</div>` })}
    ${renderSettled(tongue, theirs, staffWords.conflictOthers, staffWords.conflictOthersBody, (field) => ({ before: field.given, after: field.present }))}
    ${renderSettled(tongue, mine, staffWords.conflictMine, staffWords.conflictMineBody, (field) => ({ before: field.given, after: field.typed }))}`
  const main = html`${renderPageTitle({
    kicker: project === undefined ? voice.say(staffWords.editCover) : tongue.projectName(project),
    title: voice.say(staffWords.conflictTitle),
  })}
  ${renderNotice({ voice, kind: 'warning', title: renderWho(tongue, meeting.since), body: voice.say(staffWords.conflictBody), isAnnounced: true })}
  ${renderForm({
    voice,
    action: sheetAction(projectKey),
    csrfToken: visit.formToken(),
    hidden: { plan: found.plan.key, year: String(year), revision: visit.values.revision, seen: String(revisionOf(found, projectKey)) },
    body: html`${renderHiddenFields(typedFields(visit, found, projectKey))} ${body}`,
    buttons: html`${renderButton({ label: voice.say(staffWords.saveChosen) })}
      ${renderLinkButton({ href: back, kind: 'link', label: voice.say(staffWords.keepTheirs) })}`,
  })}`
  return shown({ title: voice.plain(staffWords.conflictTitle), main, area: 'staff', status: 409, crumbs: [deskCrumb(found), { href: back, label: voice.say(staffWords.sheet) }] })
}

/** Everything that was typed travels on, so that no choice loses any of it. */
function typedFields({ typed }: Submission<unknown>, { present }: StaffVisit, projectKey: string | null): Record<string, string> {
  const names = editFieldsOf(present.document, projectKey).map(({ name }) => name)
  return Object.fromEntries(names.flatMap((name) => (typeof typed[name] === 'string' ? [[name, typed[name]]] : [])))
}

function renderWho(tongue: Tongue, since: readonly KeptChange[]): Html {
  const last = since.at(-1)
  if (last === undefined) return tongue.voice.say(staffWords.conflictTitle)
  return tongue.voice.say(staffWords.conflictBy, { name: last.byName, at: timeText(tongue.voice, last.at) })
}

function renderChoice(tongue: Tongue, field: ComparedField, { chosen, isAskedAgain }: Meeting): Html {
  const { voice } = tongue
  const name = fieldName(tongue, field.edit.address.field)
  const choices = [
    { value: 'theirs', label: voice.say(staffWords.keepTheirs) },
    { value: 'mine', label: voice.say(staffWords.takeMine) },
  ]
  const value = chosen.get(field.edit.name)
  const error = isAskedAgain && value === undefined ? { error: voice.say(staffWords.chooseOne) } : {}
  return html`<div class="stack stack-small">
    ${renderHeading({ level: 3, content: name })}
    ${renderColumns({ kind: 'halves', parts: [renderVersion(tongue, field, 'theirs'), renderVersion(tongue, field, 'mine')] })}
    ${
      field.edit.kind === 'step'
        ? nothing
        : html`<details open><summary>${voice.say(staffWords.differenceBetween)}</summary>
            <div${tongue.japaneseBlock}>${renderDifference({ voice, before: field.present, after: field.typed })}</div></details>`
    }
    ${renderField({ voice, kind: 'radios', name: `${CHOICE_PREFIX}${field.edit.name}`, label: html`${name}: ${voice.say(staffWords.chooseOne)}`, choices, isRequired: true, isTagHidden: true, isInline: true, ...error, ...(value === undefined ? {} : { value }) })}
  </div>`
}

function renderVersion(tongue: Tongue, { edit, present, typed }: ComparedField, whose: 'theirs' | 'mine'): Html {
  const { voice } = tongue
  const text = whose === 'theirs' ? present : typed
  const shownText = edit.scale === null ? text : text === '' ? '' : `${tongue.mark(edit.scale.name, text)?.glyph} ${tongue.stepLabel(edit.scale.name, text)}`
  const body = shownText === '' ? voice.say(planWords.blank) : html`<div${tongue.japaneseBlock}>${renderProse(shownText)}</div>`
  return html`<div><p><strong>${voice.say(whose === 'theirs' ? staffWords.theirs : staffWords.mine)}</strong></p>${body}</div>`
}

/** Fields about which there is nothing to choose, with what they were and are. */
function renderSettled(
  tongue: Tongue,
  fields: readonly ComparedField[],
  heading: typeof staffWords.conflictMine,
  lead: typeof staffWords.conflictMine,
  texts: (field: ComparedField) => { before: string; after: string },
): Html {
  if (fields.length === 0) return nothing
  const items = fields.map(
    (field) => html`<div class="stack stack-small"><p><strong>${fieldName(tongue, field.edit.address.field)}</strong></p>
      ${renderChange(tongue, { field: field.edit.address.field, ...texts(field) })}</div>`,
  )
  return renderPanel({ heading: tongue.voice.say(heading), body: html`<p>${tongue.voice.say(lead)}</p><div class="stack">${items}</div>` })
}
