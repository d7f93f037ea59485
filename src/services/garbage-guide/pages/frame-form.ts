import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns, renderStack } from '#design/layout/view.ts'
import { renderErrorSummary, renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { FrameKind, FramePart, Guide } from '../model.ts'
import { cellsOf, type CellRefusal, type Cells } from '../rules/frame-cells.ts'
import { findPart, partName, pointersTo } from '../rules/frame.ts'
import { digestOfCells } from '../store/frame.ts'
import { loadGuide } from '../store/guide.ts'
import { frameWords, FRAME_TITLES } from '../text/frame-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { fieldGroups, type FieldGroup, type PartField } from './frame-fields.ts'
import { framePath, pointerPath } from './frame-paths.ts'
import { hasPreview, renderPreview } from './frame-preview.ts'
import { staffCrumb } from './staff-frame.ts'

interface PartPage {
  readonly kind: FrameKind
  readonly guide: Guide
  /** Null for a new one. */
  readonly before: FramePart | null
  /** As it was typed, however wrong. */
  readonly cells: Cells
  readonly refusals?: readonly CellRefusal[]
  readonly notice?: Phrase<never>
  /** A state that can be saved, shown as a calendar first; the digest shows that it was seen. */
  readonly preview?: { readonly part: FramePart; readonly digest: string }
}

export function showNewPart(kind: FrameKind) {
  return async (visit: Visit): Promise<Answer> => showFramePart(visit, { kind, guide: await loadGuide(visit.tx), before: null, cells: {} })
}

export function showPart(kind: FrameKind) {
  return async (visit: Visit): Promise<Answer> => {
    const guide = await loadGuide(visit.tx)
    const before = findPart(guide, kind, visit.params.key ?? '')
    if (before === null) throw new Fault('not-found', 'there is no such part of the guide')
    return showFramePart(visit, { kind, guide, before, cells: cellsOf(kind, before) })
  }
}

/** The form of a part: what was typed, what is wrong with it, or what it would do to the calendar. */
export function showFramePart(visit: Visit, page: PartPage): Answer {
  const { voice } = visit
  const { kind, guide, before, cells, refusals = [], notice, preview } = page
  const groups = fieldGroups(voice, kind, guide, cells)
  const title = voice.say(before === null ? frameWords.add : frameWords.edit)
  const main = html`${renderPageTitle({ title: html`${voice.say(FRAME_TITLES[kind].title)}: ${title}`, ...(before === null ? {} : { kicker: partName(kind, before, voice.language) }) })}
    ${notice === undefined ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(notice), isAnnounced: true })}
    ${renderErrorSummary({ voice, errors: refusals.map(({ column, phrase, values }) => ({ fieldId: fieldId(column), message: html`${labelOf(groups, column)}: ${voice.say(phrase, values)}` })) })}
    ${preview === undefined ? nothing : renderPreview(voice, { kind, guide, part: preview.part, today: visit.tx.today })}
    ${renderPartForm(visit, page, groups)}
    ${before === null ? nothing : renderRetirement(visit, page, before)}`
  return shown({
    title: `${voice.plain(FRAME_TITLES[kind].title)}: ${voice.plain(before === null ? frameWords.add : frameWords.edit)}`, main, area: 'staff',
    crumbs: [staffCrumb(voice), { href: framePath(kind), label: voice.say(FRAME_TITLES[kind].title) }],
    status: refusals.length > 0 || notice !== undefined ? 422 : 200,
  })
}

function renderPartForm(visit: Visit, { kind, before, cells, refusals = [], preview }: PartPage, groups: readonly FieldGroup[]): Html {
  const { voice } = visit
  const saving = preview !== undefined ? frameWords.saveThis : hasPreview(kind) ? frameWords.preview : staffWords.save
  return renderForm({
    voice, csrfToken: visit.formToken(),
    action: before === null ? `${framePath(kind)}/new` : framePath(kind, before.key),
    hidden: { seen: digestOfCells(before && cellsOf(kind, before)), previewed: preview?.digest ?? '' },
    body: renderStack({ parts: groups.map((group) => renderGroup(voice, group, cells, refusals)), gap: 'large' }),
    buttons: html`${renderButton({ label: voice.say(saving), icon: preview === undefined && hasPreview(kind) ? 'calendar' : 'check' })}
      ${before === null ? nothing : renderLinkButton({ href: `${framePath(kind, before.key)}/history`, label: voice.say(staffWords.history), kind: 'secondary', icon: 'history' })}`,
  })
}

function renderGroup(voice: Voice, { heading, hint, fields }: FieldGroup, cells: Cells, refusals: readonly CellRefusal[]): Html {
  const parts = fields.map((field) => renderPartField(voice, field, cells, refusals.find(({ column }) => column === field.column)))
  const body = renderColumns({ kind: 'halves', parts })
  return renderPanel({ heading, body: hint === undefined ? body : renderStack({ parts: [html`<p class="field-hint">${voice.say(hint)}</p>`, body] }) })
}

function renderPartField(voice: Voice, field: PartField, cells: Cells, refusal: CellRefusal | undefined): Html {
  const { column, label, hint, control, isRequired, language, choices = [], emptyLabel } = field
  const frame = {
    voice, name: column, label, isRequired,
    ...(hint === undefined ? {} : { hint: voice.say(hint) }),
    ...(refusal === undefined ? {} : { error: voice.say(refusal.phrase, refusal.values) }),
  }
  const value = cells[column] ?? ''
  switch (control) {
    case 'text':
      return renderField({ ...frame, kind: 'text', value, lang: language === 'en' ? 'en' : language === 'pt' ? 'pt-BR' : 'ja' })
    case 'lines':
      return renderField({ ...frame, kind: 'textarea', value, rows: 4 })
    case 'date':
      return renderField({ ...frame, kind: 'date', value })
    case 'choice':
      return renderField({ ...frame, kind: 'select', choices, value, ...(emptyLabel === undefined ? {} : { emptyLabel }) })
    default:
      return assertNever(control)
  }
}

function labelOf(groups: readonly FieldGroup[], column: string): string {
  return groups.flatMap(({ fields }) => fields).find((field) => field.column === column)?.label ?? column
}

/** Pointers shown by name; beyond them only their number. */
const MOST_POINTERS = 20

/** The way out of use, or what still names the part. */
function renderRetirement(visit: Visit, { kind, guide }: PartPage, before: FramePart): Html {
  const { voice } = visit
  const pointers = pointersTo(guide, kind, before.key)
  if (pointers.length === 0) {
    return renderConfirm({
      voice, title: voice.say(frameWords.retire), body: html`<p>${voice.say(frameWords.retireBody)}</p>`,
      action: `${framePath(kind, before.key)}/retire`, csrfToken: visit.formToken(), hidden: { seen: digestOfCells(cellsOf(kind, before)) },
      confirmLabel: voice.say(frameWords.retire), cancelHref: framePath(kind), isDangerous: true,
    })
  }
  const rest = pointers.length - MOST_POINTERS
  return renderPanel({
    heading: voice.say(frameWords.retire),
    body: html`<p>${voice.say(frameWords.stillUsed, { count: pointers.length })} ${voice.say(frameWords.stillUsedBody)}</p>
      <ul>${pointers.slice(0, MOST_POINTERS).map((pointer) => html`<li><a href="${pointerPath(pointer)}">${pointer.name}</a></li>`)}${rest > 0 ? html`<li>${voice.say(frameWords.andMore, { count: rest })}</li>` : nothing}</ul>`,
  })
}
