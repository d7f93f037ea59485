import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { renderButton, renderLinkButton } from '../button/view.ts'
import { renderForm } from '../form/view.ts'
import { renderHeading, type HeadingLevel } from '../heading/view.ts'
import { renderIcon } from '../icon/view.ts'
import { formWords } from '../text.ts'

export interface ConfirmProps {
  readonly voice: Voice
  /** A question that names the thing, e.g. 令和3年度の報告書を公開しますか. */
  readonly title: HtmlValue
  readonly level?: HeadingLevel
  /** What will happen, and whether it can be taken back. */
  readonly body: HtmlValue
  readonly action: string
  readonly csrfToken: string
  readonly hidden?: Readonly<Record<string, string>>
  /** A field that must be filled in first, such as a reason. */
  readonly fields?: HtmlValue
  /** Says what will be done, never just はい. */
  readonly confirmLabel: HtmlValue
  readonly cancelHref: string
  /** Where the usual word, やめる, could be taken for the act itself: of leaving a list, for one. */
  readonly cancelLabel?: HtmlValue
  /** For what removes or cannot be taken back. */
  readonly isDangerous?: boolean
}

/** Asks before something weighty, on a page of its own rather than in a window over the page. */
export function renderConfirm(props: ConfirmProps): Html {
  const { voice, title, level = 2, body, action, csrfToken, hidden = {}, fields, isDangerous = false } = props
  const buttons = html`${renderButton({ label: props.confirmLabel, kind: isDangerous ? 'danger' : 'primary' })}
  ${renderLinkButton({ label: props.cancelLabel ?? voice.say(formWords.cancel), kind: 'secondary', href: props.cancelHref })}`
  return html`<div class="confirm${isDangerous ? ' confirm-dangerous' : ''}">
    <span class="confirm-sign">${renderIcon(isDangerous ? 'warning' : 'question')}</span>
    <div class="confirm-text">
      ${renderHeading({ level, content: title })}
      <div class="confirm-body">${body}</div>
      ${renderForm({ voice, action, csrfToken, hidden, body: fields ?? nothing, buttons })}
    </div>
  </div>`
}
