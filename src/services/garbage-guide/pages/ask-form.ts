import { renderButton } from '#design/button/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import type { Typed, ValuesOf } from '#kernel/forms/form.ts'
import type { askForm } from '../forms.ts'
import { askWords } from '../text/ask-words.ts'
import { words } from '../text/guide-words.ts'
import { guideVisit, type GuideVisit } from './guide-visit.ts'
import { typedIn } from './typed-search.ts'

interface AskFormTerms {
  readonly word: string
  readonly address?: string
  /** What was searched for is asked as it is, with one tap. */
  readonly isWordHidden: boolean
  readonly wordError?: HtmlValue
  readonly addressError?: HtmlValue
}

export function renderAskForm({ visit, voice }: GuideVisit, terms: AskFormTerms): Html {
  const { word, address = '', isWordHidden, wordError, addressError } = terms
  return renderForm({
    voice,
    action: '/garbage/ask',
    csrfToken: visit.formToken(),
    hidden: isWordHidden ? { word } : {},
    body: html`${isWordHidden ? nothing : renderField({
      voice, kind: 'text', name: 'word', label: voice.say(askWords.word), hint: voice.say(askWords.wordHint), value: word, isRequired: true,
      ...(wordError === undefined ? {} : { error: wordError }),
    })}
    ${renderField({
      voice, kind: 'text', inputType: 'email', autocomplete: 'email', name: 'address', value: address, isRequired: false,
      label: voice.say(askWords.address), hint: voice.say(askWords.addressHint),
      ...(addressError === undefined ? {} : { error: addressError }),
    })}`,
    buttons: renderButton({ label: voice.say(askWords.ask), icon: 'question' }),
  })
}

/** Asking on a page of its own: for who found something, but not what they meant. */
export async function showAsk(visit: Visit): Promise<Answer> {
  return askPage(await guideVisit(visit), { word: typedIn(visit.query), isWordHidden: false })
}

/** The same with what was wrong, and everything typed kept. */
export async function askAgain(visit: Submission<ValuesOf<typeof askForm>>): Promise<Answer> {
  const { typed, problems, voice } = visit
  return askPage(await guideVisit(visit), {
    word: textIn(typed, 'word'),
    address: textIn(typed, 'address'),
    isWordHidden: false,
    ...(problems.word ? { wordError: voice.say(problems.word.phrase, problems.word.values) } : {}),
    ...(problems.address ? { addressError: voice.say(askWords.addressWrong) } : {}),
  })
}

function askPage(given: GuideVisit, terms: AskFormTerms): Answer {
  const { voice } = given
  const main = html`${renderPageTitle({ title: voice.say(askWords.title), lead: voice.say(askWords.notFoundBody) })} ${renderAskForm(given, terms)}`
  return shown({ title: voice.plain(askWords.title), main, crumbs: [{ href: '/garbage', label: voice.say(words.title) }] })
}

function textIn(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}
