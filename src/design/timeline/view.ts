import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'

export interface TimelineEntry {
  /** As people read it, e.g. 令和4年5月2日 14:05. */
  readonly at: HtmlValue
  /** ISO 8601 instant or date for machines. */
  readonly dateTime: string
  /** Who did it, with the unit they acted for. */
  readonly who?: HtmlValue
  readonly what: HtmlValue
  /** A difference, a reason, a link. */
  readonly detail?: HtmlValue
  readonly tone?: 'neutral' | 'success' | 'warning' | 'error'
}

/** What happened to one thing, in the order given: newest first unless the page says otherwise. */
export function renderTimeline({ entries }: { readonly entries: readonly TimelineEntry[] }): Html {
  return html`<ol class="timeline">
    ${entries.map(
      ({ at, dateTime, who, what, detail, tone = 'neutral' }) =>
        html`<li class="timeline-entry timeline-${tone}">
          <p class="timeline-when">
            <time${attributes({ datetime: dateTime })}>${at}</time>${who ? html`<span>${who}</span>` : nothing}
          </p>
          <p class="timeline-what">${what}</p>
          ${detail ? html`<div class="timeline-detail">${detail}</div>` : nothing}
        </li>`,
    )}
  </ol>`
}
