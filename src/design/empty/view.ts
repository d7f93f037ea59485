import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { renderIcon, type IconName } from '../icon/view.ts'

export interface EmptyProps {
  /** Says what is not here, e.g. 申請はまだありません. */
  readonly title: HtmlValue
  /** Says why, or what will make something appear. */
  readonly body?: HtmlValue
  /** What one can do now. */
  readonly action?: HtmlValue
  readonly icon?: IconName
}

/** Stands where a list would, so that nobody wonders whether the page is broken. */
export function renderEmpty({ title, body, action, icon = 'document' }: EmptyProps): Html {
  return html`<div class="empty">
    ${renderIcon(icon)}
    <p class="empty-title">${title}</p>
    ${body ? html`<p class="empty-body">${body}</p>` : nothing} ${action}
  </div>`
}
