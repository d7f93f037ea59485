import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns, renderSection } from '#design/layout/view.ts'
import { renderErrorSummary, renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { findStaffVisit, type StaffVisit } from '../actions/staff-visit.ts'
import { FIELD_PREFIX, OPENABLE_FIELDS, settingsForm } from '../forms/rounds.ts'
import { isWritingKind } from '../rules/rounds.ts'
import type { Round } from '../store/rounds.ts'
import { roundWords } from '../text/round-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { fieldName } from './field-names.ts'
import { getRound, roundsCrumb } from './round-board.ts'
import { roundName } from './round-names.ts'
import { deskCrumb, showNoPlanForStaff } from './staff-frame.ts'
import type { Tongue } from './tongue.ts'

/** Name, days and open fields of a round, for publishers. */
export async function showRoundSettings(visit: Visit): Promise<Answer> {
  const found = await findStaffVisit(visit)
  return found === undefined ? showNoPlanForStaff(visit) : showSettingsOf(visit, found)
}

/** The same page with what was typed and what is wrong with it. */
export async function askSettingsAgain(visit: Submission<unknown>): Promise<Answer> {
  const text = (name: string) => (typeof visit.typed[name] === 'string' ? visit.typed[name] : undefined)
  const found = await findStaffVisit(visit, { plan: text('plan'), year: text('year') })
  if (found === undefined) throw new Fault('bad-request', 'the form lacks its hidden fields')
  return showSettingsOf(visit, found, { typed: visit.typed, problems: visit.problems })
}

interface Again {
  readonly typed: Typed
  readonly problems: FormProblems
}

export function showSettingsOf(visit: Visit, found: StaffVisit, again?: Again): Answer {
  const { voice } = visit
  const round = getRound(found, visit.params.round ?? '')
  const path = `/staff/plan/rounds/${encodeURIComponent(round.key)}`
  const back = found.links.to(path, { year: String(found.year) })
  const errors = Object.entries(again?.problems ?? {}).map(([name, { phrase, values }]) => ({ fieldId: fieldId(name), message: voice.say(phrase, values) }))
  const form = renderForm({
    voice,
    action: `${path}/settings`,
    csrfToken: visit.formToken(),
    hidden: { plan: found.plan.key, year: String(found.year) },
    body: html`${renderNameAndDays(visit, round, again)} ${isWritingKind(round.kind) ? renderFields(found.tongue, round, again?.typed) : ''}`,
    buttons: html`${renderButton({ label: voice.say(staffWords.save), icon: 'check' })} ${renderLinkButton({ href: back, kind: 'link', label: voice.say(roundWords.rounds) })}`,
  })
  const main = html`${renderPageTitle({ kicker: roundName(voice, round), title: voice.say(roundWords.settings) })} ${renderErrorSummary({ voice, errors })}
    ${round.closedAt === null ? form : renderNotice({ voice, kind: 'info', title: voice.say(roundWords.settingsLocked) })}`
  const crumbs = [deskCrumb(found), roundsCrumb(found), { href: back, label: roundName(voice, round) }]
  return shown({ title: voice.plain(roundWords.settings), main, area: 'staff', status: again === undefined ? 200 : 422, crumbs })
}

const DAYS = ['opensOn', 'writeBy', 'sectionBy', 'departmentBy', 'officeBy'] as const

function renderNameAndDays({ voice }: Visit, round: Round, again: Again | undefined): Html {
  const typedOr = (name: string, kept: string) => (typeof again?.typed[name] === 'string' ? again.typed[name] : kept)
  const error = (name: string) => {
    const problem = again?.problems[name]
    return problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }
  }
  const name = renderField({ voice, kind: 'text', name: 'name', label: voice.say(settingsForm.name.label), value: typedOr('name', round.name), isRequired: true, lang: 'ja', ...error('name') })
  const days = DAYS.map((day) =>
    renderField({ voice, kind: 'date', name: day, label: voice.say(settingsForm[day].label), value: typedOr(day, round[day].toString()), isRequired: true, ...error(day) }),
  )
  return html`${name} ${renderColumns({ kind: 'halves', parts: days })}`
}

function renderFields(tongue: Tongue, { fields }: Round, typed: Typed | undefined): Html {
  const { voice } = tongue
  const choices = [
    { value: 'writer', label: voice.say(roundWords.openForWriters) },
    { value: 'office', label: voice.say(roundWords.openForOffice) },
    { value: 'none', label: voice.say(roundWords.notOpen) },
  ]
  const parts = OPENABLE_FIELDS.map((field) => {
    const name = `${FIELD_PREFIX}${field}`
    const sent = typed?.[name]
    const value = typeof sent === 'string' ? sent : (fields.find((open) => open.field === field)?.openedFor ?? 'none')
    return renderField({ voice, kind: 'radios', name, label: openableName(tongue, field), choices, value, isRequired: true, isTagHidden: true, isInline: true })
  })
  return renderSection({ heading: voice.say(roundWords.openFields), id: 'fields', body: html`<div class="stack">${parts}</div>` })
}

function openableName(tongue: Tongue, field: (typeof OPENABLE_FIELDS)[number]): Html {
  const { voice } = tongue
  if (field === 'years/report/actual') return voice.say(roundWords.fieldActualNow)
  if (field === 'years/report/note') return voice.say(roundWords.fieldNoteNow)
  if (field === 'years/*/actual') return voice.say(roundWords.fieldActualAll)
  return field === 'years/*/note' ? voice.say(roundWords.fieldNoteAll) : fieldName(tongue, field)
}
