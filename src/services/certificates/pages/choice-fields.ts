import { renderField } from '#design/field/view.ts'
import type { Html } from '#kernel/html/html.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { RecordCopy } from '#capabilities/residents/record-copy.ts'
import { CERTIFICATE_KINDS, OPTIONS } from '../model.ts'
import { kindWords, optionWords, words } from '../text/words.ts'

/** What came back from the browser, where a form is shown again. */
export interface Sent {
  readonly typed: Typed
  readonly problems: FormProblems
}

/** Which certificate, of whom in the household, with which items: the same at home and at the counter. */
export function renderChoiceFields(voice: Voice, copy: RecordCopy, sent?: Sent): Html[] {
  const residents = copy.people.filter(({ standing }) => standing === 'resident')
  return [
    renderField({
      voice, kind: 'radios', name: 'kind', label: voice.say(words.kind), isRequired: true, ...valueOf(sent, 'kind'), ...errorOf(voice, sent, 'kind'),
      choices: CERTIFICATE_KINDS.map((value) => ({ value, label: voice.say(kindWords[value]) })),
    }),
    renderField({
      voice, kind: 'checkboxes', name: 'people', label: voice.say(words.people), hint: voice.say(words.peopleHint), isRequired: false, values: listOf(sent, 'people'), ...errorOf(voice, sent, 'people'),
      choices: residents.map(({ id, name }) => ({ value: id, label: name })),
    }),
    renderField({
      voice, kind: 'checkboxes', name: 'options', label: voice.say(words.options), hint: voice.say(words.optionsHint), isRequired: false, values: listOf(sent, 'options'), ...errorOf(voice, sent, 'options'),
      choices: OPTIONS.map((value) => ({ value, label: voice.say(optionWords[value]) })),
    }),
  ]
}

export function valueOf(sent: Sent | undefined, name: string): { readonly value?: string } {
  const value = sent?.typed[name]
  return typeof value === 'string' ? { value } : {}
}

export function errorOf(voice: Voice, sent: Sent | undefined, name: string): { readonly error?: Html } {
  const problem = sent?.problems[name]
  return problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }
}

function listOf(sent: Sent | undefined, name: string): readonly string[] {
  const value = sent?.typed[name]
  return typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : []
}
