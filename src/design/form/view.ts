import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { formWords } from '../text.ts'

/** Name of the hidden field that proves a form came from this site. */
export const CSRF_FIELD_NAME = 'csrf'

export interface FormProps {
  readonly voice: Voice
  readonly action: string
  /** `post` where nothing is said. */
  readonly method?: 'post' | 'get'
  /** For every form that posts. */
  readonly csrfToken?: string
  /** Values that travel with the form unseen. */
  readonly hidden?: Readonly<Record<string, string>>
  readonly hasFiles?: boolean
  readonly id?: string
  /** The fields. */
  readonly body: HtmlValue
  /** Buttons, the main one first. */
  readonly buttons: HtmlValue
}

/**
 * A form. The browser's own complaints are switched off (`novalidate`): they speak the browser's language, vanish by
 * themselves, and say less than ours. A second press while the first is under way is held back where scripts run.
 */
export function renderForm(props: FormProps): Html {
  const { voice, action, method = 'post', csrfToken, hidden = {}, hasFiles = false, id, body, buttons } = props
  const enctype = hasFiles ? 'multipart/form-data' : null
  return html`<submit-once${attributes({ 'data-busy': voice.plain(formWords.sending) })}>
    <form${attributes({ class: 'form', id, action, method, enctype, novalidate: true })}>
      ${renderHiddenFields(csrfToken === undefined ? hidden : { [CSRF_FIELD_NAME]: csrfToken, ...hidden })}
      ${body}
      ${buttons ? html`<div class="form-buttons">${buttons}</div>` : nothing}
    </form>
  </submit-once>`
}

export function renderHiddenFields(values: Readonly<Record<string, string>>): Html {
  return html`${Object.entries(values).map(
    ([name, value]) => html`<input${attributes({ type: 'hidden', name, value })}>`,
  )}`
}
