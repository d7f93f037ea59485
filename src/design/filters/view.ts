import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { renderButton, renderLinkButton } from '../button/view.ts'
import { fieldId } from '../field/model.ts'
import { renderHiddenFields } from '../form/view.ts'
import { formWords } from '../text.ts'

export interface FilterSelect {
  readonly name: string
  readonly label: HtmlValue
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

export interface FiltersProps {
  readonly voice: Voice
  /** Where the form leads, without a query: the list's own address. */
  readonly action: string
  readonly search?: { readonly name: string; readonly label: HtmlValue; readonly value: string }
  readonly selects?: readonly FilterSelect[]
  readonly hidden?: Readonly<Record<string, string>>
  /** Where the list stands without any filter; shown as a link while one is set. */
  readonly clearHref?: string
}

/** Narrows a list by words and choices. A plain GET form: every result has an address that can be shared. */
export function renderFilters({ voice, action, search, selects = [], hidden = {}, clearHref }: FiltersProps): Html {
  const isSet = (search !== undefined && search.value !== '') || selects.some(({ value }) => value !== '')
  return html`<search class="filters no-print">
    <form${attributes({ class: 'filters-form', action, method: 'get' })}>
      ${renderHiddenFields(hidden)} ${search === undefined ? nothing : renderSearchBox(search)}
      ${selects.map((select) => renderSelect(voice, select))}
      <div class="filters-buttons">
        ${renderButton({ label: voice.say(formWords.narrow), kind: 'primary', icon: 'search' })}
        ${
          isSet && clearHref !== undefined
            ? renderLinkButton({ label: voice.say(formWords.clearFilters), kind: 'link', href: clearHref })
            : nothing
        }
      </div>
    </form>
  </search>`
}

function renderSearchBox({ name, label, value }: NonNullable<FiltersProps['search']>): Html {
  const given = attributes({ class: 'control', type: 'search', id: fieldId(name), name, value })
  return html`<div class="filter filter-search">
    <label class="filter-label" for="${fieldId(name)}">${label}</label><input${given}>
  </div>`
}

function renderSelect(voice: Voice, { name, label, value, choices }: FilterSelect): Html {
  return html`<div class="filter">
    <label class="filter-label" for="${fieldId(name)}">${label}</label>
    <div class="control-select">
      <select${attributes({ class: 'control', id: fieldId(name), name })}>
        <option value="">${voice.plain(formWords.all)}</option>
        ${choices.map((choice) => {
          const given = attributes({ value: choice.value, selected: choice.value === value })
          return html`<option${given}>${choice.label}</option>`
        })}
      </select>
    </div>
  </div>`
}
