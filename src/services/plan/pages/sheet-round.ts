import { renderBadge } from '#design/badge/view.ts'
import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderProse } from '#design/layout/view.ts'
import { renderTimeline, type TimelineEntry } from '#design/timeline/view.ts'
import type { KeptIndicator } from '#capabilities/indicators/model.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { StaffVisit } from '../actions/staff-visit.ts'
import { SHEET_LIMITS } from '../forms.ts'
import type { Project } from '../model.ts'
import { tooLongTexts, unchangedTexts } from '../rules/round-aids.ts'
import { actsOpen, dueDayOf, type SheetAct } from '../rules/rounds.ts'
import type { RoundStep } from '../store/rounds.ts'
import { aidWords } from '../text/round-aid-words.ts'
import { roundWords } from '../text/round-words.ts'
import { blankFieldsOf } from './blank-fields.ts'
import { fieldName } from './field-names.ts'
import { sheetAction } from './links.ts'
import { renderUnreadReferences } from './unread-references.ts'
import { ACT_WORDS, roundName, STAGE_WORDS } from './round-names.ts'
import type { EarlierSheet } from './sheet-fields.ts'
import { renderStageBadge } from './stage-badge.ts'
import { dayText, timeText } from './tongue.ts'

interface Circumstances {
  readonly indicators?: readonly KeptIndicator[]
  readonly earlier?: EarlierSheet | undefined
  readonly steps?: readonly RoundStep[]
  readonly typed?: Readonly<Record<string, unknown>>
}

/** Where the sheet is, what still lacks, what the reader may do with it now, and its way so far. */
export function renderSheetRound(visit: Visit, found: StaffVisit, project: Project | null, circumstances: Circumstances): Html {
  if (project === null) return nothing
  const { voice } = visit
  const { stage } = found.writing(project.key)
  const { steps = [] } = circumstances
  return html`${stage === null ? nothing : renderStage(visit, found, project, circumstances)} ${renderLacks(found, project, circumstances, renderUnreadReferences(visit, found, project.key, circumstances.indicators ?? []))}
    ${steps.length === 0 ? nothing : renderPanel({ heading: voice.say(roundWords.wayOfSheet), body: renderTimeline({ entries: steps.map((step) => entryOf(found, step)) }) })}`
}

function renderStage(visit: Visit, found: StaffVisit, project: Project, { typed }: Circumstances): Html {
  const { voice } = visit
  const { stage, roles, levels } = found.writing(project.key)
  const { running } = found.rounds
  if (stage === null) return nothing
  const due = running === null ? null : dueDayOf(stage, running)
  const acts = running === null ? [] : actsOpen({ stage, roles, levels, isBlank: false })
  return renderPanel({
    heading: running === null ? voice.say(roundWords.round) : roundName(voice, running),
    body: html`<div class="stack stack-small"><p>${voice.say(roundWords.stage)} ${renderStageBadge(voice, stage)}
      ${due === null || running === null ? nothing : html`<br><small>${voice.say(roundWords.fromTo, { from: dayText(voice, running.opensOn), to: dayText(voice, due) })}</small>`}</p>
      ${acts.length === 0 ? nothing : renderActs(visit, found, project, acts, typeof typed?.comment === 'string' ? typed.comment : '')}</div>`,
  })
}

function renderActs(visit: Visit, found: StaffVisit, project: Project, acts: readonly SheetAct[], comment: string): Html {
  const { voice } = visit
  const { stage } = found.writing(project.key)
  return renderForm({
    voice,
    action: `${sheetAction(project.key)}/step`,
    csrfToken: visit.formToken(),
    hidden: { plan: found.plan.key, year: String(found.year), stage: stage ?? '' },
    body: renderField({
      voice, kind: 'textarea', name: 'comment', rows: 3, value: comment, isRequired: false, limit: SHEET_LIMITS.note,
      label: voice.say(roundWords.comment), hint: voice.say(roundWords.commentHint),
    }),
    buttons: acts.map((act) =>
      renderButton({ label: voice.say(ACT_WORDS[act]), name: 'act', value: act, kind: act === 'submit' || act === 'approve' ? 'primary' : 'secondary' }),
    ),
  })
}

/** Blank fields, texts of last year, texts too long for the table: what a writer looks at before submitting. */
function renderLacks({ tongue }: StaffVisit, project: Project, { earlier }: Circumstances, unread: Html): Html {
  const { voice } = tongue
  const names = (fields: readonly string[]) => html`<ul>${fields.map((field) => html`<li>${fieldName(tongue, field)}</li>`)}</ul>`
  const lists = [
    [aidWords.blankHere, blankFieldsOf(project)],
    [aidWords.unchangedHere, unchangedTexts(project, earlier).map((part) => `sheet/${part}`)],
    [aidWords.tooLongHere, tooLongTexts(project).map((part) => `sheet/${part}`)],
  ] as const
  const open = lists.filter(([, fields]) => fields.length > 0)
  const body = open.map(([words, fields]) => html`<div>${renderBadge({ label: voice.say(words), tone: 'warning' })} ${names(fields)}</div>`)
  return renderPanel({
    heading: voice.say(aidWords.beforeSubmitting),
    body: open.length === 0 && unread === nothing ? html`<p>${voice.say(aidWords.allGood)}</p>` : html`<div class="stack stack-small">${body} ${unread}</div>`,
  })
}

function entryOf({ tongue }: StaffVisit, { act, from, to, comment, byName, forName, at }: RoundStep): TimelineEntry {
  const { voice } = tongue
  const who = html`${byName}${forName === '' ? nothing : html`（${voice.say(roundWords.inPlaceOf, { name: forName })}）`}`
  return {
    at: timeText(voice, at),
    dateTime: at.toString(),
    who,
    what: voice.say(ACT_WORDS[act]),
    detail: html`<p class="cluster">${voice.say(STAGE_WORDS[from])} <span aria-hidden="true">⇒</span> ${voice.say(STAGE_WORDS[to])}</p>
      ${comment === '' ? nothing : html`<div${tongue.japaneseBlock}>${renderProse(comment)}</div>`}`,
  }
}
