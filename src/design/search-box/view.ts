import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { renderButton } from '../button/view.ts'
import { formWords } from '../text.ts'

export interface SearchBoxProps {
  readonly voice: Voice
  /** Where the words are sent by GET: works on any phone. */
  readonly action: string
  readonly name: string
  readonly label: HtmlValue
  readonly hint?: HtmlValue
  readonly value?: string
  readonly maxLength: number
  /**
   * Address of a piece of HTML that shows the results for `?name=…`. Where scripts run it is fetched while one types
   * and put into `results`; without them the button does the same.
   */
  readonly liveAction?: string
  /**
   * What stands below the box: the results of what was sent. The text of its `[data-announce]` is read out when it
   * changes, so that nobody has to listen to all of it after every letter.
   */
  readonly results: HtmlValue
}

/** The one thing a page is for: words in, answers below. */
export function renderSearchBox({ voice, action, name, label, hint, value = '', maxLength, liveAction, results }: SearchBoxProps): Html {
  const box = attributes({
    class: 'control', type: 'search', id: 'search-box', name, value, maxlength: maxLength, autocomplete: 'off',
    enterkeyhint: 'search', 'aria-describedby': hint ? 'search-box-hint' : null,
  })
  return html`<live-search class="search-box"${attributes({ 'data-live': liveAction })}>
    <search class="search-box-form no-print">
      <form${attributes({ action, method: 'get' })}>
        <label for="search-box">${label}</label>
        ${hint ? html`<p class="search-box-hint" id="search-box-hint">${hint}</p>` : nothing}
        <div class="search-box-row">
          <input${box}>
          ${renderButton({ label: voice.say(formWords.search), icon: 'search' })}
        </div>
      </form>
    </search>
    <p class="visually-hidden" role="status"></p>
    <div class="search-box-results">${results}</div>
  </live-search>`
}
