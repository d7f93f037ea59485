import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderProse } from '#design/layout/view.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { StaffVisit } from '../actions/staff-visit.ts'
import { SHEET_LIMITS } from '../forms.ts'
import type { Direction, DirectionChoice } from '../store/directions.ts'
import { reviewWords } from '../text/review-words.ts'
import { sheetAction } from './links.ts'
import { wordOf, type Tongue } from './tongue.ts'

export interface Directions {
  readonly known: readonly Direction[]
  /** Newest year first. */
  readonly choices: readonly DirectionChoice[]
  /** What came back with problems. */
  readonly typed?: Typed
  readonly problems?: FormProblems
}

/** The direction of the project from here, and what became of the last one. */
export function renderDirections(visit: Visit, found: StaffVisit, projectKey: string, directions: Directions): Html {
  const { voice } = visit
  const { known, choices } = directions
  const mayWrite = found.mayEdit(projectKey)
  const now = choices.find(({ year }) => year === found.year)
  const before = choices.find(({ year }) => year < found.year)
  if (known.length === 0) return nothing
  return html`${before === undefined ? nothing : renderBefore(visit, found, projectKey, directions, before, mayWrite)}
    ${renderPanel({
      heading: voice.say(reviewWords.direction),
      id: 'direction',
      body: mayWrite ? renderChoosing(visit, found, projectKey, directions, now) : renderChoice(found.tongue, known, now),
    })}`
}

/** A choice as it is read: the direction and why. */
export function renderChoice(tongue: Tongue, known: readonly Direction[], choice: DirectionChoice | undefined): Html {
  if (choice === undefined) return html`<p>${tongue.voice.say(reviewWords.noDirection)}</p>`
  const direction = known.find(({ key }) => key === choice.directionKey)
  return html`<p><strong>${direction === undefined ? choice.directionKey : wordOf(tongue.voice, direction.words, 'label', direction.label)}</strong></p>
    <div${tongue.japaneseBlock}>${renderProse(choice.reason)}</div>`
}

function renderChoosing(visit: Visit, found: StaffVisit, projectKey: string, directions: Directions, now: DirectionChoice | undefined): Html {
  const { voice } = visit
  const { known } = directions
  const choices = known.map((direction) => ({ value: direction.key, label: plainLabel(voice, direction) }))
  return renderForm({
    voice,
    action: `${sheetAction(projectKey)}/direction`,
    csrfToken: visit.formToken(),
    hidden: { plan: found.plan.key, year: String(found.year) },
    body: html`${renderField({ voice, kind: 'select', name: 'direction', label: voice.say(reviewWords.direction), choices, ...given(voice, directions, 'direction', now?.directionKey), isRequired: true })}
      ${renderField({ voice, kind: 'textarea', name: 'reason', label: voice.say(reviewWords.directionReason), ...given(voice, directions, 'reason', now?.reason), rows: 3, isRequired: true, limit: SHEET_LIMITS.reason })}`,
    buttons: renderButton({ label: voice.say(reviewWords.chooseDirection), kind: 'secondary' }),
  })
}

function renderBefore(visit: Visit, found: StaffVisit, projectKey: string, directions: Directions, before: DirectionChoice, mayWrite: boolean): Html {
  const { voice } = visit
  const { known } = directions
  const outcome = before.outcome === null ? nothing : html`<div${found.tongue.japaneseBlock}>${renderProse(before.outcome)}</div>`
  const form = renderForm({
    voice,
    action: `${sheetAction(projectKey)}/outcome`,
    csrfToken: visit.formToken(),
    hidden: { plan: found.plan.key, year: String(found.year), choice: String(before.id) },
    body: renderField({
      voice, kind: 'textarea', name: 'text', label: voice.say(reviewWords.outcome), hint: voice.say(reviewWords.outcomeAsked), ...given(voice, directions, 'text', before.outcome), rows: 3,
      isRequired: true, limit: SHEET_LIMITS.reason,
    }),
    buttons: renderButton({ label: voice.say(reviewWords.saveOutcome), kind: 'secondary' }),
  })
  return renderPanel({
    heading: voice.say(reviewWords.directionBefore, { year: found.tongue.plainYear(before.year) }),
    body: html`${renderChoice(found.tongue, known, before)} ${mayWrite ? form : outcome}`,
  })
}

/** What was typed, else what is kept; with what is wrong with it. */
function given(voice: Voice, { typed, problems }: Directions, name: string, kept: string | null | undefined) {
  const text = typed?.[name]
  const problem = problems?.[name]
  return { value: typeof text === 'string' ? text : (kept ?? ''), ...(problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }) }
}

function plainLabel(voice: Voice, { label, words }: Direction): string {
  return voice.language === 'ja' ? label : (words.label?.[voice.language] ?? label)
}
