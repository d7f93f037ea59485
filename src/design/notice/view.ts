import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { renderHeading, type HeadingLevel } from '../heading/view.ts'
import { renderIcon, type IconName } from '../icon/view.ts'
import { contentWords, formWords } from '../text.ts'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

export interface NoticeProps {
  readonly voice: Voice
  readonly kind: NoticeKind
  readonly title: HtmlValue
  readonly body?: HtmlValue
  /** Links and buttons under the text. */
  readonly actions?: HtmlValue
  /** Read out when the page opens: for the answer to what a person just did. */
  readonly isAnnounced?: boolean
}

/** A message above or between the page's contents; its kind is said in words and by an icon, not by colour alone. */
export function renderNotice({ voice, kind, title, body, actions, isAnnounced = false }: NoticeProps): Html {
  const role = isAnnounced ? (kind === 'error' || kind === 'warning' ? 'alert' : 'status') : null
  return html`<div class="notice notice-${kind}"${attributes({ role })}>
    ${renderIcon(KIND_ICONS[kind])}
    <div class="notice-text">
      <p class="notice-title"><span class="visually-hidden">${voice.say(KIND_WORDS[kind])}: </span>${title}</p>
      ${body ? html`<div class="notice-body">${body}</div>` : nothing}
      ${actions ? html`<div class="cluster">${actions}</div>` : nothing}
    </div>
  </div>`
}

export interface ErrorSummaryProps {
  readonly voice: Voice
  /** In the order of the fields; `fieldId` as `fieldId(name)` in field/view.ts gives it. */
  readonly errors: readonly { readonly fieldId: string; readonly message: HtmlValue }[]
  readonly level?: HeadingLevel
  /** Takes the focus when the page opens; true where nothing is said. */
  readonly isFocused?: boolean
}

/** Stands above a form that came back: how many answers need a look, each a link to its field. */
export function renderErrorSummary({ voice, errors, level = 2, isFocused = true }: ErrorSummaryProps): Html {
  if (errors.length === 0) return nothing
  const given = { class: 'notice notice-error error-summary', role: 'alert', tabindex: -1, autofocus: isFocused }
  return html`<div${attributes(given)}>
    ${renderIcon('error')}
    <div class="notice-text">
      ${renderHeading({ level, content: voice.say(formWords.errorSummary, { count: errors.length }) })}
      <ul class="notice-links">
        ${errors.map(({ fieldId, message }) => html`<li><a href="#${fieldId}">${message}</a></li>`)}
      </ul>
      <p class="notice-hint">${voice.say(formWords.errorSummaryHint)}</p>
    </div>
  </div>`
}

const KIND_ICONS: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  success: 'check-circle',
  warning: 'warning',
  error: 'error',
}

const KIND_WORDS: Readonly<Record<NoticeKind, Phrase<never>>> = {
  info: contentWords.info,
  success: contentWords.success,
  warning: contentWords.warning,
  error: contentWords.error,
}
