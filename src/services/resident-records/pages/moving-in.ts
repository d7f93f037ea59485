import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderErrorSummary, renderNotice } from '#design/notice/view.ts'
import { renderSteps } from '#design/steps/view.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { MOST_ARRIVALS } from '../rules/arrivals.ts'
import type { Finding } from '../rules/findings.ts'
import { documentsFor, lastDayFor, peopleAtHome } from '../rules/moving-at-home.ts'
import { writtenAddress } from '../rules/places.ts'
import type { TypedEntry } from '../store/entries.ts'
import { fieldWords, SEX_WORDS } from '../text/field-words.ts'
import { FINDING_WORDS } from '../text/finding-words.ts'
import { DOCUMENT_WORDS, movingWords as words, RELATION_CHOICES } from '../text/moving-words.ts'
import { nationalityChoices } from './nationalities.ts'
import { townChoices } from './town-choices.ts'
import { dayText } from './values.ts'

export const MOVING_PATH = '/moving-in'

/** First page: what this is, and the move itself. */
export async function showMovingIn(visit: Visit): Promise<Answer> {
  return movePage(visit, {}, [])
}

export function movePage(visit: Visit, typed: TypedEntry, refusals: readonly Finding[]): Answer {
  const { voice, city } = visit
  const fields = fieldsOf(voice, typed, refusals)
  const body = renderStack({ parts: [
    renderField({ voice, kind: 'date', ...fields('occurredOn', words.movedOn), isRequired: true }),
    renderField({ voice, kind: 'radios', ...fields('where', words.fromWhere, 'japan'), isRequired: true, choices: [{ value: 'japan', label: voice.say(words.fromJapan) }, { value: 'abroad', label: voice.say(words.fromAbroad) }] }),
    renderField({ voice, kind: 'text', ...fields('previousAddress', words.previous), isRequired: false, autocomplete: 'address-line1' }),
    renderField({ voice, kind: 'select', ...fields('town', words.newTown), isRequired: true, choices: townChoices(voice, city) }),
    renderField({ voice, kind: 'text', ...fields('addressNumber', words.newNumber), hint: voice.say(words.newNumberHint), isRequired: true }),
    renderField({ voice, kind: 'text', ...fields('building', words.newBuilding), isRequired: false }),
  ] })
  const introduction = html`${renderNotice({ voice, kind: 'info', title: voice.say(words.notYetDone), body: voice.say(words.nothingKept) })}`
  return step(visit, { place: 0, typed, refusals, action: `${MOVING_PATH}/people`, kept: peopleIn(typed), body, introduction, buttons: renderButton({ label: voice.say(words.next) }) })
}

export function peoplePage(visit: Visit, typed: TypedEntry, refusals: readonly Finding[], wished = 1): Answer {
  const { voice } = visit
  const known = peopleAtHome(typed).at(-1)?.index ?? 0
  const count = Math.min(MOST_ARRIVALS, Math.max(wished, known + 1))
  const panels = Array.from({ length: count }, (_, index) => personPanel(visit, typed, refusals, index))
  const more = count < MOST_ARRIVALS ? renderButton({ label: voice.say(words.oneMore), kind: 'secondary', icon: 'plus', name: 'arrivals', value: String(count + 1) }) : nothing
  const buttons = html`${renderButton({ label: voice.say(words.next) })}${more}${renderBack(voice, `${MOVING_PATH}/move`)}`
  return step(visit, { place: 1, typed, refusals, action: `${MOVING_PATH}/check`, kept: moveIn(typed), body: renderStack({ parts: [html`<p>${voice.say(words.firstPerson)}</p>`, ...panels] }), buttons })
}

function personPanel({ voice }: Visit, typed: TypedEntry, refusals: readonly Finding[], index: number): Html {
  const fields = fieldsOf(voice, typed, refusals)
  const own = (field: string) => `arrival${index}.${field}`
  const relations = RELATION_CHOICES.map(([value, label]) => ({ value, label: voice.plain(label) }))
  return renderPanel({ heading: voice.say(words.personNumber, { number: index + 1 }), body: renderStack({ parts: [
    renderField({ voice, kind: 'text', ...fields(own('name'), words.name), hint: voice.say(words.nameHint), isRequired: true, ...(index === 0 ? { autocomplete: 'name' } : {}) }),
    renderField({ voice, kind: 'text', ...fields(own('kana'), words.kana), isRequired: false }),
    renderField({ voice, kind: 'radios', ...fields(own('sex'), words.sex), isRequired: true, isInline: true, choices: Object.entries(SEX_WORDS).map(([value, label]) => ({ value, label: voice.say(label) })) }),
    renderField({ voice, kind: 'text', ...fields(own('birthDate'), words.born), hint: voice.say(words.bornHint), isRequired: true, width: 'medium', ...(index === 0 ? { autocomplete: 'bday' } : {}) }),
    renderField({ voice, kind: 'select', ...fields(own('relation'), words.relation, index === 0 ? '世帯主' : ''), isRequired: true, choices: relations }),
    renderField({ voice, kind: 'select', ...fields(own('nationality'), words.nationality, 'JP'), isRequired: true, choices: nationalityChoices(voice) }),
  ] }) })
}

/** Everything once more, and what to bring. */
export function checkPage(visit: Visit, typed: TypedEntry, notice: HtmlValue = nothing): Answer {
  const { voice, city } = visit
  const written = writtenAddress(`${city.prefecture.name}${city.name}`, { town: typed.town ?? '', addressNumber: typed.addressNumber ?? '', building: typed.building ?? '' })
  const relationOf = (value: string) => { const found = RELATION_CHOICES.find(([word]) => word === value); return found === undefined ? value : voice.plain(found[1]) }
  const facts = [
    { term: voice.say(words.movedOn), description: typed.occurredOn ?? '' }, { term: voice.say(words.previous), description: typed.previousAddress ?? '' }, { term: voice.say(fieldWords.address), description: written },
    ...peopleAtHome(typed).map(({ index, name, birthDate, relation }) => ({ term: voice.say(words.personNumber, { number: index + 1 }), description: [name, birthDate, relationOf(relation)] })),
  ]
  const body = renderStack({ parts: [html`<p>${voice.say(words.checkLead)}</p>`, renderFactsList({ facts }), renderDocuments(voice, typed)] })
  const buttons = html`${renderButton({ label: voice.say(words.getNumber), icon: 'check' })}${renderBack(voice, `${MOVING_PATH}/people`)}`
  return step(visit, { place: 2, typed, refusals: [], action: `${MOVING_PATH}/number`, kept: { ...moveIn(typed), ...peopleIn(typed) }, body, buttons, introduction: notice })
}

/** The number, large enough to be read across a counter, and never kept by a browser. */
export function numberPage(visit: Visit, typed: TypedEntry, number: string, keptUntil: Temporal.PlainDate): Answer {
  const { voice } = visit
  const lastDay = lastDayFor(typed)
  const main = html`${renderPageTitle({ title: voice.say(words.yourNumber) })}${stepsAt(voice, 4)}
    ${renderStack({ gap: 'large', parts: [
      renderPanel({ heading: voice.say(words.yourNumber), body: html`<p class="figure-value" translate="no">${number}</p><p>${voice.say(words.showNumber)}</p><p>${voice.say(words.keptUntil, { day: dayText(voice, keptUntil) })}</p>` }),
      lastDay === null ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(words.comeUntil, { day: dayText(voice, lastDay) }), body: voice.say(words.notYetDone) }),
      renderDocuments(voice, typed),
    ] })}`
  return shown({ title: voice.plain(words.yourNumber), main, crumbs: [{ href: MOVING_PATH, label: voice.say(words.title) }], isSecret: true })
}

function renderDocuments(voice: Voice, typed: TypedEntry): Html {
  return renderSection({ heading: voice.say(words.toBring), body: html`<ul>${documentsFor(typed).map((document) => html`<li>${voice.say(DOCUMENT_WORDS[document])}</li>`)}</ul>` })
}

interface Step {
  readonly place: number
  readonly typed: TypedEntry
  readonly refusals: readonly Finding[]
  readonly action: string
  /** Answers of the other steps, which travel along unseen. */
  readonly kept: TypedEntry
  readonly body: Html
  readonly buttons: Html
  readonly introduction?: HtmlValue
}

function step({ voice, formToken }: Visit, { place, refusals, action, kept, body, buttons, introduction = nothing }: Step): Answer {
  const errors = refusals.map(({ field, code, values }) => ({ fieldId: fieldId(field), message: html`${labelOf(voice, field)}: ${voice.say(FINDING_WORDS[code], values)}` }))
  const main = html`${renderPageTitle({ title: voice.say(words.title), ...(place === 0 ? { lead: voice.say(words.lead) } : {}) })}${stepsAt(voice, place)}
    ${renderErrorSummary({ voice, errors })} ${introduction}
    ${renderForm({ voice, action, csrfToken: formToken(), hidden: { step: String(place), ...kept }, body, buttons })}`
  const crumbs = place === 0 ? [] : [{ href: MOVING_PATH, label: voice.say(words.title) }]
  return shown({ title: voice.plain(words.title), main, crumbs, description: voice.plain(words.summary), status: refusals.length === 0 ? 200 : 422, isSecret: place > 0 })
}

const LABELS = {
  occurredOn: words.movedOn, where: words.fromWhere, previousAddress: words.previous, town: words.newTown, addressNumber: words.newNumber, building: words.newBuilding,
  name: words.name, kana: words.kana, sex: words.sex, birthDate: words.born, relation: words.relation, nationality: words.nationality,
} as const

function labelOf(voice: Voice, field: string): Html {
  const [, index, own] = /^arrival(\d)\.(\w+)$/.exec(field) ?? []
  const label = LABELS[(own ?? field) as keyof typeof LABELS] ?? words.stepMove
  return index === undefined ? voice.say(label) : html`${voice.say(words.personNumber, { number: Number(index) + 1 })} · ${voice.say(label)}`
}

function stepsAt(voice: Voice, current: number): Html {
  return renderSteps({ voice, steps: [words.stepMove, words.stepPeople, words.stepCheck, words.stepNumber].map((label) => ({ label: voice.say(label) })), current })
}

function renderBack(voice: Voice, formAction: string): Html {
  return renderButton({ label: voice.say(words.back), kind: 'link', formAction })
}

function fieldsOf(voice: Voice, typed: TypedEntry, refusals: readonly Finding[]) {
  return (name: string, label: (typeof words)[keyof typeof words], fallback = '') => {
    const wrong = refusals.find(({ field }) => field === name)
    const error = wrong === undefined ? {} : { error: voice.say(FINDING_WORDS[wrong.code], wrong.values) }
    return { name, label: voice.say(label as typeof words.title), value: typed[name] ?? fallback, ...error }
  }
}

function moveIn(typed: TypedEntry): TypedEntry {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('arrival')))
}

function peopleIn(typed: TypedEntry): TypedEntry {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => /^arrival\d/.test(name)))
}
