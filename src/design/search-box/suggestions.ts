import { attributes, html, type Html } from '#kernel/html/html.ts'

/**
 * A search form that suggests names while one types (ARIA 1.2, combobox with a listbox). `address` answers `?q=…` with
 * JSON as the browser's part, suggestions-client.ts, describes it. Where no script runs it is the form alone.
 */
export function renderSuggesting(address: string | undefined, form: Html): Html {
  if (address === undefined) return form
  return html`<search-suggestions class="suggesting"${attributes({ 'data-address': address })}>${form}</search-suggestions>`
}
