import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { renderBadge, type BadgeTone } from '../badge/view.ts'
import { renderButton, renderLinkButton } from '../button/view.ts'
import { renderDifference } from '../difference/view.ts'
import { renderField } from '../field/view.ts'
import { renderForm } from '../form/view.ts'
import { renderHeading, type HeadingLevel } from '../heading/view.ts'
import { contentWords, reviewWords } from '../text.ts'

/** The answer is sent as `answer=accept|edit|skip|undo`, a corrected text as `text` beside it. */
export const ANSWER_FIELD_NAME = 'answer'
export const TEXT_FIELD_NAME = 'text'
export type AnswerName = 'accept' | 'edit' | 'skip' | 'undo'

export type QuestionState = 'open' | 'accepted' | 'edited' | 'skipped'

export interface QuestionCardProps {
  readonly voice: Voice
  /** Unique on the page; the card's anchor. A redirect to `#id` also puts the focus there. */
  readonly id: string
  /** Place among all questions, counted from 1, and how many there are. */
  readonly number: number
  readonly total: number
  /** The row as the source prints it, e.g. ①(3)-1 行政情報提供事業. */
  readonly row: HtmlValue
  readonly column: HtmlValue
  readonly read: string
  readonly proposed: string
  readonly reason: HtmlValue
  /** Where only some answers are possible, such as marks; otherwise the answer is a text. */
  readonly choices?: readonly { readonly value: string; readonly label: HtmlValue }[]
  readonly state: QuestionState
  /** What was decided, once `accepted` or `edited`. */
  readonly answer?: string
  /** Who decided, and when. */
  readonly answeredBy?: HtmlValue
  readonly action: string
  readonly csrfToken: string
  readonly hidden?: Readonly<Record<string, string>>
  /** What is wrong with a correction that came back; the box then stands open with `answer` in it. */
  readonly error?: HtmlValue
  /** Where the keys j and k lead when the page has no further card. */
  readonly nextHref?: string
  readonly previousHref?: string
  /** Takes the focus when the page opens, so that the keys work at once: at most one card a page. */
  readonly isFocused?: boolean
  /** Level of the card's heading; 2 where nothing is said. */
  readonly level?: HeadingLevel
}

/** One doubtful place of an import: where it stands, what was read, what is proposed and why, and three answers. */
export function renderQuestionCard(props: QuestionCardProps): Html {
  const { voice, id, row, column, reason, state, level = 2, isFocused = false } = props
  const titleId = `${id}-title`
  const focus = { tabindex: -1, autofocus: isFocused }
  const given = attributes({ class: `question question-${state}`, id, ...focus, 'aria-labelledby': titleId })
  return html`<question-card>
    <article${given}>
      <div class="question-head">
        <p>${voice.say(reviewWords.position, { number: props.number, total: props.total })}</p>
        ${renderBadge({ label: voice.say(STATE_WORDS[state]), tone: STATE_TONES[state] })}
      </div>
      ${renderHeading({ level, content: row, id: titleId })}
      <p class="question-place">${voice.say(reviewWords.column)}: <strong>${column}</strong></p>
      <p class="question-reason"><strong>${voice.say(reviewWords.reason)}</strong> ${reason}</p>
      ${renderTexts(props)} ${state === 'open' || state === 'skipped' ? renderAnswers(props) : renderUndo(props)}
      ${renderNeighbours(props)}
    </article>
  </question-card>`
}

/** The keys of the card, to be shown once on a page of questions. Hidden where scripts do not run. */
export function renderQuestionKeys(voice: Voice): Html {
  const keys: readonly (readonly [string, Phrase<never>])[] = [
    ['j', reviewWords.nextQuestion],
    ['k', reviewWords.previousQuestion],
    ['a', reviewWords.accept],
    ['e', reviewWords.edit],
    ['s', reviewWords.skip],
    ['u', reviewWords.undo],
  ]
  return html`<question-keys>
    <details class="question-keys">
      <summary>${voice.say(reviewWords.keys)}</summary>
      <p>${voice.say(reviewWords.keysHint)}</p>
      <dl>
        ${keys.map(([key, word]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${voice.say(word)}</dd></div>`)}
      </dl>
    </details>
  </question-keys>`
}

function renderTexts({ voice, read, proposed, state, answer = '', answeredBy }: QuestionCardProps): Html {
  const isDecided = state === 'accepted' || state === 'edited'
  return html`<dl class="question-texts">
      ${renderText(voice, reviewWords.read, read, 'read')}
      ${renderText(voice, reviewWords.proposed, proposed, 'proposed')}
      ${isDecided ? renderText(voice, reviewWords.answer, answer, 'answer') : nothing}
    </dl>
    ${
      read !== '' && proposed !== '' && read !== proposed
        ? html`<details class="question-changes">
            <summary>${voice.say(reviewWords.changes)}</summary>
            ${renderDifference({ voice, before: read, after: proposed, granularity: 'character' })}
          </details>`
        : nothing
    }
    ${answeredBy ? html`<p class="question-by">${answeredBy}</p>` : nothing}`
}

function renderText(voice: Voice, word: Phrase<never>, text: string, kind: string): Html {
  const shown = text === '' ? html`<span class="question-blank">${voice.say(contentWords.blank)}</span>` : text
  return html`<div class="question-text question-text-${kind}">
    <dt>${voice.say(word)}</dt>
    <dd>${shown}</dd>
  </div>`
}

/** Two forms: Enter in the correction must never send 提案どおり, the first button of the other. */
function renderAnswers(props: QuestionCardProps): Html {
  const { voice, action, csrfToken, hidden = {}, error } = props
  const answers = html`${renderAnswerButton(voice, 'accept', 'a', reviewWords.accept, 'primary')}
  ${renderAnswerButton(voice, 'skip', 's', reviewWords.skip, 'secondary')}`
  const save = renderButton({
    label: voice.say(reviewWords.saveEdit),
    name: ANSWER_FIELD_NAME,
    value: 'edit' satisfies AnswerName,
  })
  return html`<div class="question-answers">
    ${renderForm({ voice, action, csrfToken, hidden, body: nothing, buttons: answers })}
    <details class="question-edit"${attributes({ open: Boolean(error) })}>
      <summary class="button button-secondary" data-key="e" aria-keyshortcuts="e"
        >${voice.say(reviewWords.edit)} <kbd aria-hidden="true">e</kbd></summary
      >
      ${renderForm({ voice, action, csrfToken, hidden, body: renderCorrection(props), buttons: save })}
    </details>
  </div>`
}

function renderCorrection(props: QuestionCardProps): Html {
  const { voice, id, proposed, answer, choices, error } = props
  const frame = {
    voice,
    // Ids are made from names; every card of a page has a field of this name.
    idPrefix: id,
    name: TEXT_FIELD_NAME,
    label: voice.say(reviewWords.correctText),
    isRequired: false,
    isTagHidden: true,
    ...(error ? { error } : {}),
  }
  const value = answer ?? proposed
  if (choices !== undefined) return renderField({ ...frame, kind: 'radios', choices, value })
  return renderField({ ...frame, kind: 'textarea', value, rows: Math.min(2 + Math.ceil(value.length / 40), 12) })
}

function renderUndo({ voice, action, csrfToken, hidden = {} }: QuestionCardProps): Html {
  const buttons = renderAnswerButton(voice, 'undo', 'u', reviewWords.undo, 'secondary')
  return renderForm({ voice, action, csrfToken, hidden, body: nothing, buttons })
}

function renderAnswerButton(
  voice: Voice,
  value: AnswerName,
  key: string,
  word: Phrase<never>,
  kind: 'primary' | 'secondary',
): Html {
  const label = html`${voice.say(word)} <kbd aria-hidden="true">${key}</kbd>`
  return renderButton({ label, kind, name: ANSWER_FIELD_NAME, value, key })
}

function renderNeighbours({ voice, nextHref, previousHref }: QuestionCardProps): Html {
  if (nextHref === undefined && previousHref === undefined) return nothing
  const link = (href: string | undefined, word: Phrase<never>, key: string): Html =>
    href === undefined ? nothing : renderLinkButton({ label: voice.say(word), kind: 'link', href, key })
  return html`<div class="cluster">
    ${link(previousHref, reviewWords.previousQuestion, 'k')} ${link(nextHref, reviewWords.nextQuestion, 'j')}
  </div>`
}

const STATE_WORDS: Readonly<Record<QuestionState, Phrase<never>>> = {
  open: reviewWords.open,
  accepted: reviewWords.accepted,
  edited: reviewWords.edited,
  skipped: reviewWords.skipped,
}

const STATE_TONES: Readonly<Record<QuestionState, BadgeTone>> = {
  open: 'warning',
  accepted: 'success',
  edited: 'success',
  skipped: 'neutral',
}
