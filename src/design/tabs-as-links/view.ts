import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'

export interface TabsProps {
  /** Plain text that names the set for screen readers, e.g. 計画の見方. */
  readonly label: string
  readonly tabs: readonly {
    readonly href: string
    readonly label: HtmlValue
    readonly isCurrent: boolean
    /** How many there are behind it. */
    readonly count?: number
  }[]
}

/** Views of one thing, each at its own address. They look like tabs but are links, and are announced as links. */
export function renderTabs({ label, tabs }: TabsProps): Html {
  return html`<nav class="tabs no-print"${attributes({ 'aria-label': label })}>
    <ul class="tabs-list">
      ${tabs.map(
        (tab) =>
          html`<li>
            <a class="tab"${attributes({ href: tab.href, 'aria-current': tab.isCurrent ? 'page' : null })}
              >${tab.label}${tab.count === undefined ? nothing : html` <span class="tab-count">${tab.count}</span>`}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}
