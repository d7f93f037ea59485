import { renderBadge } from '#design/badge/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderHeading } from '#design/heading/view.ts'
import { renderColumns, renderProse } from '#design/layout/view.ts'
import { renderMark } from '#design/mark/view.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { SHEET_LIMITS, type EditField } from '../forms.ts'
import { takesFigures, textPieces } from '../rules/figure-references.ts'
import type { RoundDecision } from '../rules/rounds.ts'
import { isUnchanged, lengthOf, OUTPUT_LIMITS, type OutputLimits } from '../rules/round-aids.ts'
import { fieldText } from '../store/document-fields.ts'
import { aidWords } from '../text/round-aid-words.ts'
import { planWords } from '../text/plan-words.ts'
import { referenceWords } from '../text/reference-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { fieldName } from './field-names.ts'
import { REFUSAL_WORDS } from './round-names.ts'
import type { Tongue } from './tongue.ts'

/** What was written the year before, to write on from. */
export interface EarlierSheet {
  readonly results: string
  readonly outcomes: string
  readonly periodStatus: string
}

export interface FieldCircumstances {
  readonly year: number
  readonly typed?: Typed | undefined
  readonly problems: FormProblems
  readonly earlier?: EarlierSheet | undefined
  /** What the round does not open is shown as it stands, with the reason. */
  readonly decisionOn: (field: string) => RoundDecision
}

/** The fields of a sheet or the cover, gathered by what they are about. */
export function renderEditFields(tongue: Tongue, fields: readonly EditField[], circumstances: FieldCircumstances): Html {
  const { voice } = tongue
  const groups = Map.groupBy(fields, ({ group }) => group)
  const one = (field: EditField, label?: HtmlValue) => renderEditField(tongue, field, circumstances, label)
  const panel = (group: EditField['group'], heading: HtmlValue, body: (own: readonly EditField[]) => HtmlValue) => {
    const own = groups.get(group)
    return own === undefined ? nothing : renderPanel({ heading, body: html`<div class="stack">${renderClosedReasons(tongue, own, circumstances)}${body(own)}</div>` })
  }
  return html`${panel('report', voice.say(staffWords.textsHeading, { year: tongue.plainYear(circumstances.year) }), (own) => own.map((field) => one(field)))}
    ${panel('years', voice.say(staffWords.yearsHeading), (own) => renderYears(tongue, own, one))}
    ${panel('about', voice.say(staffWords.aboutHeading), (own) => own.map((field) => one(field)))}
    ${panel('sections', voice.say(planWords.cover), (own) => own.map((field) => one(field, fieldName(tongue, field.address.field))))}
    ${panel('indicators', voice.say(planWords.indicators), (own) => renderIndicators(tongue, own, one))}`
}

/** Why some fields of a panel cannot be written, each reason once. */
function renderClosedReasons({ voice }: Tongue, fields: readonly EditField[], { decisionOn }: FieldCircumstances): HtmlValue {
  const decisions = fields.map(({ address }) => decisionOn(address.field))
  const reasons = new Set(decisions.flatMap((decision) => (decision.ok ? [] : [decision.reason])))
  return [...reasons].map((reason) => html`<p><small>${voice.say(REFUSAL_WORDS[reason])}</small></p>`)
}

type RenderOne = (field: EditField, label?: HtmlValue) => Html

function renderYears(tongue: Tongue, fields: readonly EditField[], one: RenderOne): Html {
  const years = Map.groupBy(fields, ({ address }) => Number(address.field.split('/')[1]))
  const parts = [...years].map(([year, own]) => {
    const planned = plannedMark(tongue, own[0], year)
    return html`<div class="stack stack-small">
      ${renderHeading({ level: 3, content: tongue.year(year) })}
      <p>${planned === null ? tongue.voice.say(staffWords.yearNothingPlanned) : html`${tongue.voice.say(planWords.planned)} ${renderMark({ ...planned, isLabelShown: true })}`}</p>
      ${own.map((field) => one(field, field.kind === 'step' ? yearLabel(tongue, staffWords.yearActual, year) : yearLabel(tongue, staffWords.yearNote, year)))}
    </div>`
  })
  return renderColumns({ kind: 'thirds', parts })
}

function yearLabel(tongue: Tongue, phrase: typeof staffWords.yearActual, year: number): Html {
  return tongue.voice.say(phrase, { year: tongue.plainYear(year) })
}

function plannedMark(tongue: Tongue, field: EditField | undefined, year: number) {
  const project = tongue.document.projects.find(({ key }) => key === field?.address.projectKey)
  return tongue.mark('schedule', project?.years.find((cell) => cell.year === year)?.planned ?? null, 'planned')
}

function renderIndicators(tongue: Tongue, fields: readonly EditField[], one: RenderOne): Html[] {
  const numbers = Map.groupBy(fields, ({ address }) => address.field.split('/')[1] ?? '')
  return [...numbers].map(
    ([number, own]) => html`<fieldset class="stack stack-small">
      <legend class="field-label">${tongue.voice.say(planWords.indicator, { number })}</legend>
      ${own.slice(0, 1).map((field) => one(field))} ${renderColumns({ kind: 'halves', parts: own.slice(1).map((field) => one(field)) })}
    </fieldset>`,
  )
}

function renderEditField(tongue: Tongue, edit: EditField, circumstances: FieldCircumstances, label?: HtmlValue): Html {
  const { voice, document } = tongue
  const { typed, problems, decisionOn } = circumstances
  if (!decisionOn(edit.address.field).ok) return renderClosedField(tongue, edit, label)
  const problem = problems[edit.name]
  const given = typed?.[edit.name]
  const value = typeof given === 'string' ? given : (fieldText(document, edit.address) ?? '')
  const frame = {
    voice,
    name: edit.name,
    label: label ?? voice.say(edit.field.label),
    isRequired: false,
    isTagHidden: true,
    ...(problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }),
  }
  if (edit.scale !== null) {
    const { name, steps } = edit.scale
    const choices = steps.map(({ key, glyph }) => ({ value: key, label: `${glyph} ${tongue.stepLabel(name, key)}` }))
    return renderField({ ...frame, kind: 'select', choices, value, emptyLabel: voice.plain(staffWords.noMark) })
  }
  if (edit.kind === 'text') return renderField({ ...frame, kind: 'text', value })
  const limits = OUTPUT_LIMITS[edit.address.field]
  const field = renderField({ ...frame, kind: 'textarea', value, rows: rowsFor(value), limit: limits?.table ?? SHEET_LIMITS.text })
  const marker = attributes({ class: 'stack stack-small', 'data-takes-figures': takesFigures(edit.address.field) })
  const box = html`<div${marker}>${field} ${limits === undefined ? nothing : renderLengths(tongue, value, limits)} ${renderFilled(tongue, edit)}</div>`
  const before = renderEarlier(tongue, edit, value, circumstances)
  return before === null ? box : renderColumns({ kind: 'halves', parts: [box, before] })
}

/** The saved text as readers get it, where figures stand in it. */
function renderFilled(tongue: Tongue, { address }: EditField): Html {
  const { voice, document } = tongue
  const text = fieldText(document, address) ?? ''
  if (!takesFigures(address.field) || textPieces(text, document.reportYear).every((piece) => typeof piece === 'string')) return nothing
  return html`<section><p class="field-label">${voice.say(referenceWords.filled)}</p><div${tongue.japaneseBlock}>${tongue.prose(text)}</div></section>`
}

/** How long the saved text is, and whether each output has room for it. */
function renderLengths({ voice }: Tongue, value: string, limits: OutputLimits): Html {
  const count = lengthOf(value)
  const line = (words: typeof aidWords.lengthTable, limit: number) =>
    html`<li>${voice.say(words, { count, limit })} ${count > limit ? renderBadge({ label: voice.say(aidWords.tooLong, { count: count - limit }), tone: 'warning' }) : nothing}</li>`
  return html`<ul class="cluster">${line(aidWords.lengthTable, limits.table)}${line(aidWords.lengthWeb, limits.web)}</ul>`
}

/** A field that is not open: its name and what stands there. */
function renderClosedField(tongue: Tongue, { address, field, scale }: EditField, label?: HtmlValue): Html {
  const { voice, document } = tongue
  const text = fieldText(document, address) ?? ''
  const shownText = text === '' || scale === null ? text : `${tongue.mark(scale.name, text)?.glyph} ${tongue.stepLabel(scale.name, text)}`
  const body = text === '' ? html`<p><small>${voice.say(planWords.blank)}</small></p>` : html`<div${tongue.japaneseBlock}>${tongue.prose(shownText)}</div>`
  return html`<div><p class="field-label">${label ?? voice.say(field.label)}</p>${body}</div>`
}

/** Room for what is there and a little more. */
function rowsFor(value: string): number {
  const lines = value.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / CHARACTERS_A_LINE), 0)
  return Math.min(Math.max(lines + 1, 4), 16)
}

const CHARACTERS_A_LINE = 42

/** The text of the year before, beside the box; and a word where this year's is still the same. Null where there is none. */
function renderEarlier(tongue: Tongue, { address }: EditField, value: string, { earlier, year }: FieldCircumstances): Html | null {
  const { voice } = tongue
  const part = address.field.replace('sheet/', '')
  const text = address.field.startsWith('sheet/') ? (earlier?.[part as keyof EarlierSheet] ?? '') : ''
  if (text === '') return null
  const same = isUnchanged(value, text) ? renderBadge({ label: voice.say(staffWords.sameAsLastYear), tone: 'warning' }) : nothing
  return html`<section><p class="field-label">${voice.say(staffWords.lastYear, { year: tongue.plainYear(year - 1) })} ${same}</p>
    <div${tongue.japaneseBlock}>${renderProse(text)}</div></section>`
}
