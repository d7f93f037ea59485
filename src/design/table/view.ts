import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'

export interface TableColumn {
  readonly heading: HtmlValue
  /** Numbers stand at the end of the cell, figure under figure. */
  readonly isNumeric?: boolean
  /** `narrow` never breaks (dates, marks, numbers); `wide` keeps room for running text. */
  readonly width?: 'narrow' | 'wide'
}

export interface TableProps {
  readonly caption: HtmlValue
  /** Keeps the caption for screen readers only, where a heading above already says it. */
  readonly isCaptionHidden?: boolean
  readonly columns: readonly TableColumn[]
  /** Cells in the order of the columns. A row with more or fewer cells than columns is a programming error. */
  readonly rows: readonly (readonly HtmlValue[])[]
  /** The first cell of each row is its heading; true where nothing is said. */
  readonly hasRowHeaders?: boolean
  /** A last row of sums. */
  readonly footer?: readonly HtmlValue[]
  /** On a phone each row becomes a card with its headings inside, instead of a table to scroll sideways. */
  readonly isCardsOnPhone?: boolean
  /** Keeps the headings in sight while a long table scrolls in its own frame. */
  readonly hasStickyHeader?: boolean
  /** Unique on the page; wires the frame's name to the caption. Made from the caption where nothing is said. */
  readonly id?: string
}

/** A table in a frame that scrolls sideways by itself and can be reached by keyboard (WCAG 2.1.1). */
export function renderTable(props: TableProps): Html {
  const { caption, isCaptionHidden = false, columns, rows, hasRowHeaders = true, footer } = props
  const id = props.id ?? `table-${hashOf(html`${caption}`.source)}`
  const frame = ['table-frame', props.hasStickyHeader === true && 'table-sticky'].filter(Boolean).join(' ')
  const table = ['table', props.isCardsOnPhone === true && 'table-cards'].filter(Boolean).join(' ')
  return html`<section class="${frame}" tabindex="0" aria-labelledby="${id}">
    <table class="${table}">
      <caption id="${id}"${attributes({ class: isCaptionHidden ? 'visually-hidden' : null })}>${caption}</caption>
      <thead>
        <tr>${columns.map((column) => html`<th scope="col"${classOf(column)}>${column.heading}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map((cells) => renderRow(columns, cells, hasRowHeaders))}
      </tbody>
      ${footer === undefined ? nothing : html`<tfoot>${renderRow(columns, footer, hasRowHeaders)}</tfoot>`}
    </table>
  </section>`
}

function renderRow(columns: readonly TableColumn[], cells: readonly HtmlValue[], hasRowHeaders: boolean): Html {
  if (cells.length !== columns.length) {
    throw new RangeError(`A table of ${columns.length} columns was given a row of ${cells.length} cells`)
  }
  return html`<tr>
    ${columns.map((column, index) => {
      if (index === 0 && hasRowHeaders) return html`<th scope="row"${classOf(column)}>${cells[index]}</th>`
      // Seen only where the row is a card; CSS puts it before the value.
      const heading = html`<span class="cell-heading">${column.heading}</span>`
      return html`<td${classOf(column)}>${heading}<div class="cell">${cells[index]}</div></td>`
    })}
  </tr>`
}

function classOf({ isNumeric = false, width }: TableColumn): Html {
  const names = [isNumeric && 'numeric', width].filter(Boolean).join(' ')
  return attributes({ class: names === '' ? null : names })
}

/** A short name for an anchor (FNV-1a, 32 bits): the same text gives the same id on every rendering. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
