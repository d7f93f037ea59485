import { renderField } from '#design/field/view.ts'
import type { Choice } from '#design/field/model.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { LANGUAGE_NAMES } from '../forms/subscribe.ts'
import type { District } from '../model.ts'
import { WHOLE_DISTRICT, type Choices } from '../rules/choices.ts'
import { offeredTopics } from '../rules/offered-topics.ts'
import { clockOf, MINUTES_OF_DAY } from '../rules/quiet-hours.ts'
import { subscribeWords as words } from '../text/subscribe-words.ts'

/** What the form shows: as it was typed, or as it is kept. */
export interface ShownChoices {
  readonly topics: readonly string[]
  readonly place: string
  readonly towns: readonly string[]
  readonly language: string
  readonly quietFrom: string
  readonly quietTo: string
}

/** Where one begins: the topics that are ticked for everybody, the whole city, the language of the page. */
export function firstChoices({ directory, voice }: Visit): ShownChoices {
  const topics = offeredTopics(directory.parts).filter((topic) => topic.isPreselected).map(({ key }) => key)
  return { topics, place: '', towns: [], language: voice.language, quietFrom: '', quietTo: '' }
}

export function keptChoices({ topics, towns, language, quiet }: Choices): ShownChoices {
  const times = quiet === null ? { quietFrom: '', quietTo: '' } : { quietFrom: clockOf(quiet.from), quietTo: clockOf(quiet.to) }
  return { topics, place: '', towns, language, ...times }
}

export function typedChoices(typed: Typed): ShownChoices {
  return {
    topics: textsIn(typed, 'topics'), place: textIn(typed, 'place'), towns: textsIn(typed, 'towns'),
    language: textIn(typed, 'language'), quietFrom: textIn(typed, 'quietFrom'), quietTo: textIn(typed, 'quietTo'),
  }
}

export function textIn(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

function textsIn(typed: Typed, name: string): readonly string[] {
  const value = typed[name]
  return typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : []
}

/** The questions that are the same for mail, browser, LINE and one's own page. */
export function renderChoiceFields(visit: Visit, districts: readonly District[], given: ShownChoices, problems: FormProblems = {}): Html {
  const { voice } = visit
  return html`${renderTopics(visit, given, problems)}
    ${renderPlaces(voice, districts, given, problems)}
    ${renderField({
      voice, kind: 'radios', isRequired: true, name: 'language', label: voice.say(words.language), value: given.language, ...errorOf(voice, problems, 'language'),
      choices: LANGUAGE_NAMES.map(({ value, label }) => ({ value, label: nameOfLanguage(voice, value, label) })),
    })}
    ${renderQuiet(voice, given, problems)}`
}

/** In its own language also for a screen reader. */
export function nameOfLanguage(voice: Voice, language: string, label: Parameters<Voice['say']>[0]): Html {
  const tag = language === 'pt' ? 'pt-BR' : language === 'en' ? 'en' : 'ja'
  return tag === voice.htmlLang ? voice.say(label) : html`<span lang="${tag}">${voice.say(label)}</span>`
}

function renderTopics({ voice, directory }: Visit, given: ShownChoices, problems: FormProblems): Html {
  const topics = offeredTopics(directory.parts)
  return renderField({
    voice, kind: 'checkboxes', name: 'topics', label: voice.say(words.topics), isRequired: true, values: given.topics, ...errorOf(voice, problems, 'topics'),
    choices: topics.map(({ key, title, summary }) => ({ value: key, label: voice.say(title), hint: voice.say(summary) })),
  })
}

/** Nothing chosen is the whole city: who does not care is asked nothing. */
function renderPlaces(voice: Voice, districts: readonly District[], given: ShownChoices, problems: FormProblems): Html {
  return html`<fieldset class="field">
    <legend class="field-label">${voice.say(words.area)}</legend>
    <p class="field-hint">${voice.say(words.areaHint)}</p>
    ${renderField({
      voice, kind: 'text', name: 'place', label: voice.say(words.place), hint: voice.say(words.placeHint), value: given.place, isRequired: false,
      autocomplete: 'address-line1', ...errorOf(voice, problems, 'place'),
    })}
    ${renderTowns(voice, districts, given, problems)}
  </fieldset>`
}

/** One part to open for each district, so that a phone shows ten lines and not a hundred boxes. */
function renderTowns(voice: Voice, districts: readonly District[], given: ShownChoices, problems: FormProblems): Html {
  const isOpen = problems.towns !== undefined
  return html`${isOpen ? renderField({ voice, kind: 'checkboxes', name: 'towns', idPrefix: 'problem', label: voice.say(words.towns), isRequired: false, choices: [], ...errorOf(voice, problems, 'towns') }) : nothing}
    ${districts.map((district, index) => {
      const chosen = district.towns.filter(({ name }) => given.towns.includes(name)).length
      const choices: Choice[] = [
        { value: `${WHOLE_DISTRICT}${district.key}`, label: voice.say(words.wholeDistrict) },
        ...district.towns.map(({ name, label }) => ({ value: name, label: voice.say(label) })),
      ]
      return html`<details><summary>${voice.say(district.name)} <small>(${voice.say(words.chosenOf, { chosen, all: district.towns.length })})</small></summary>
        ${renderField({ voice, kind: 'checkboxes', name: 'towns', idPrefix: `district-${index}`, label: voice.say(district.name), isRequired: false, isTagHidden: true, choices, values: given.towns })}
      </details>`
    })}`
}

/** Every half hour; a list is quicker on a phone than a clock to type. */
function renderQuiet(voice: Voice, given: ShownChoices, problems: FormProblems): Html {
  const times = Array.from({ length: MINUTES_OF_DAY / 30 }, (_, index) => clockOf(index * 30)).map((time) => ({ value: time, label: time }))
  const select = { voice, kind: 'select', choices: times, isRequired: false, isTagHidden: true, emptyLabel: voice.plain(words.noQuiet) } as const
  return html`<fieldset class="field">
    <legend class="field-label">${voice.say(words.quiet)}</legend>
    <p class="field-hint">${voice.say(words.quietHint)}</p>
    <div class="cluster">
      ${renderField({ ...select, name: 'quietFrom', label: voice.say(words.quietFrom), value: given.quietFrom, ...errorOf(voice, problems, 'quietFrom') })}
      ${renderField({ ...select, name: 'quietTo', label: voice.say(words.quietTo), value: given.quietTo, ...errorOf(voice, problems, 'quietTo') })}
    </div>
  </fieldset>`
}

export function errorOf(voice: Voice, problems: FormProblems, name: string): { error: Html } | Record<string, never> {
  const problem = problems[name]
  return problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }
}
