import { renderField } from '#design/field/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderErrorSummary } from '#design/notice/view.ts'
import { fieldId } from '#design/field/model.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, type Voice } from '#kernel/text/text.ts'
import { LANGUAGE_FIELDS, LANGUAGE_WORDS, TEXT_LIMITS } from '../forms/text-fields.ts'
import { alertWords as words } from '../text/alert-words.ts'

/** How a form stands: what was typed, and what is wrong with it. */
export interface FormStand {
  readonly typed: Typed
  readonly problems: FormProblems
}

/** Title and text in four languages, the Japanese first. */
export function renderTextBoxes(voice: Voice, { typed, problems }: FormStand): Html {
  return renderStack({
    parts: LANGUAGES.map((language) => {
      const [title, body] = [`title.${LANGUAGE_FIELDS[language]}`, `body.${LANGUAGE_FIELDS[language]}`]
      const isRequired = language === 'ja'
      return renderPanel({
        heading: voice.say(LANGUAGE_WORDS[language]), level: 3,
        body: html`${renderField({ voice, kind: 'text', name: title, label: voice.say(words.titleField), isRequired, value: typedText(typed, title), ...errorFor(voice, problems, title), ...(language === 'en' || language === 'pt' ? { lang: language } : {}) })}
          ${renderField({ voice, kind: 'textarea', name: body, label: voice.say(words.bodyField), isRequired, limit: TEXT_LIMITS.body, rows: 6, value: typedText(typed, body), ...errorFor(voice, problems, body), ...(isRequired ? { hint: voice.say(words.bodyHint) } : {}) })}`,
      })
    }),
  })
}

export function typedText(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : Array.isArray(value) ? String(value.at(-1) ?? '') : ''
}

export function typedBoxes(typed: Typed, name: string): readonly string[] {
  const value = typed[name]
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : []
}

export function errorFor(voice: Voice, problems: FormProblems, name: string): { readonly error?: Html } {
  const problem = problems[name]
  return problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }
}

/** How many answers need a look, above the form. */
export function renderProblems(voice: Voice, problems: FormProblems): Html {
  const errors = Object.entries(problems).map(([name, { phrase, values }]) => ({ fieldId: fieldId(name), message: voice.say(phrase, values) }))
  return errors.length === 0 ? nothing : renderErrorSummary({ voice, errors })
}
