import { renderButton } from '#design/button/view.ts'
import { renderForm } from '#design/form/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderErrorSummary, renderNotice } from '#design/notice/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { randomUUID } from 'node:crypto'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { isEntryKind } from '../forms/entry-form.ts'
import type { EntryKind } from '../model.ts'
import type { Drawn } from '../rules/draw-up.ts'
import type { Finding } from '../rules/findings.ts'
import type { Known } from '../rules/known.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { findEntry, type TypedEntry } from '../store/entries.ts'
import { compareEntry } from '../store/comparing.ts'
import { knownFor } from '../store/known.ts'
import { KIND_WORDS } from '../text/entry-words.ts'
import { FINDING_WORDS } from '../text/finding-words.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { comparedSubjects, renderComparison } from './comparison.ts'
import { EntryFields } from './entry-fields.ts'
import { sectionsOf } from './entry-sections.ts'
import { deskCrumb, entryPath, VIEW_BASIS } from './staff-frame.ts'

/** What a form is about before anything is typed: told in the address by whoever leads to it. */
export interface FormSubject {
  readonly kind: EntryKind
  readonly draftId: string
  readonly refersTo: string | null
  readonly source: string
  readonly prepared: string
}

/** A new entry: `kind`, and the `household`, `person`, `act` or entry (`refers`) it is about. */
export async function showNewEntry(visit: Visit): Promise<Answer> {
  const { query, tx, city } = visit
  const kind = query.kind ?? 'in'
  if (!isEntryKind(kind)) throw new Fault('not-found', 'there is no such kind of entry')
  const asked = { household: query.household, person: query.person, act: query.act }
  const typed = Object.fromEntries(Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined))
  const subject = { kind, draftId: randomUUID(), refersTo: isUuid(query.refers ?? '') ? (query.refers ?? null) : null, source: kind === 'official' || kind === 'correction' || kind === 'cancel' || kind === 'koseki' ? 'office' : 'counter', prepared: '' }
  const known = await knownFor(tx, city, { ...subject, typed })
  return renderEntryForm(visit, { subject, known, typed, action: '/staff/residents/entries/new' })
}

export async function showEditEntry(visit: Visit): Promise<Answer> {
  const { tx, city, params } = visit
  const entry = isUuid(params.id ?? '') ? await findEntry(tx, params.id ?? '') : undefined
  if (entry === undefined || entry.status !== 'draft') throw new Fault('not-found', 'there is no such draft')
  const known = await knownFor(tx, city, { draftId: entry.id, kind: entry.kind, typed: entry.typed, refersTo: entry.refersTo })
  const subject = { kind: entry.kind, draftId: entry.id, refersTo: entry.refersTo, source: entry.source, prepared: '' }
  return renderEntryForm(visit, { subject, known, typed: entry.typed, action: `${entryPath(entry.id)}/edit`, seen: entry.edition })
}

export interface FormTerms {
  readonly subject: FormSubject
  readonly known: Known
  readonly typed: TypedEntry
  readonly action: string
  /** Edition of the draft that is changed. */
  readonly seen?: number
  /** What came of it when it was sent. */
  readonly drawn?: Drawn
  readonly notice?: Html
}

export async function renderEntryForm(visit: Visit, { subject, known, typed, action, seen, drawn, notice }: FormTerms): Promise<Answer> {
  const { voice, tx } = visit
  const { kind, draftId, refersTo, source, prepared } = subject
  await tx.note({ act: `draft ${kind}`, subject: known.household === null ? 'residents:new' : `household:${known.household.id}`, basis: VIEW_BASIS })
  const fields = new EntryFields(voice, known, typed, drawn?.refusals ?? [])
  const about = { household: known.household?.id ?? '', person: typed.person ?? '', act: kind === 'official' ? (typed.act ?? 'amend') : '' }
  const hidden = { ...onlyFilled(about), ...(seen === undefined ? { kind, draft: draftId, source, ...onlyFilled({ refers: refersTo ?? '', prepared }) } : { seen: String(seen) }) }
  const isRefused = (drawn?.refusals.length ?? 0) > 0
  const buttons = html`${renderButton({ label: voice.say(words.checkAndKeep), icon: 'check' })}
    ${isRefused ? renderButton({ label: voice.say(words.keepAnyway), kind: 'secondary', name: 'keep', value: 'yes' }) : nothing}`
  const main = html`${renderPageTitle({ title: voice.say(KIND_WORDS[kind]), kicker: voice.say(seen === undefined ? words.newEntry : words.editEntry), ...(known.target === null ? {} : { lead: voice.say(words.cancelsNumber, { number: known.target.number }) }) })}
    ${notice ?? nothing}
    ${isRefused ? renderRefusals(voice, fields, drawn?.refusals ?? []) : nothing}
    ${renderWarnings(voice, drawn?.warnings ?? [])}
    ${known.target === null ? nothing : await renderTaken(visit, known)}
    ${renderForm({ voice, action, csrfToken: visit.formToken(), hidden, body: renderStack({ parts: sectionsOf(fields, kind, known.today), gap: 'large' }), buttons })}`
  return shown({ title: voice.plain(KIND_WORDS[kind]), main, area: 'staff', crumbs: [deskCrumb(voice)], status: isRefused ? 422 : 200 })
}

function onlyFilled(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

/** What stands in the way, each a link to its field and with the rule it comes from. */
function renderRefusals(voice: Voice, fields: EntryFields, refusals: readonly Finding[]): Html {
  return renderErrorSummary({ voice, errors: refusals.map(({ field, code, values, article }) => ({ fieldId: fieldId(field), message: html`${fields.labelOf(field)}: ${voice.say(FINDING_WORDS[code], values)} <span lang="ja">（${article}）</span>` })) })
}

/** What does not stand in the way but wants a second look. */
export function renderWarnings(voice: Voice, warnings: readonly Finding[]): Html {
  if (warnings.length === 0) return nothing
  const body = html`<ul>${warnings.map(({ code, values, article }) => html`<li>${voice.say(FINDING_WORDS[code], values)} <span lang="ja">（${article}）</span></li>`)}</ul>`
  return renderNotice({ voice, kind: 'warning', title: voice.say(words.lookAgain), body })
}

/** What a cancellation takes away, so that whoever writes it sees what they undo. */
async function renderTaken(visit: Visit, { target }: Known): Promise<Html> {
  const { voice, tx } = visit
  const entry = target === null ? undefined : await findEntry(tx, target.id)
  if (entry === undefined) return nothing
  const compared = await comparedSubjects(tx, voice, await compareEntry(tx, entry))
  return renderPanel({ heading: voice.say(words.whatItSaid), body: renderComparison(voice, compared) })
}
