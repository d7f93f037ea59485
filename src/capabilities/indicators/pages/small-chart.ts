import { renderTable } from '#design/table/view.ts'
import { html, trusted, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Figure } from '../model.ts'
import { text } from '../text.ts'
import { sayMonth, valueText } from './words.ts'

const HEIGHT = 48
const COLUMN = 16
const GAP = 4

/** A year at a glance: a column for each month, and the same numbers as a table behind it. */
export function renderSmallChart(voice: Voice, { indicator, months }: Figure): Html {
  const highest = Math.max(...months.map(({ value }) => value ?? 0), 0)
  const width = months.length * (COLUMN + GAP) - GAP
  const columns = months.map(({ value }, index) => {
    // A month of which there is nothing to tell has no column, not even an empty one.
    if (value === null) return ''
    const height = highest === 0 ? 0 : Math.round((Math.max(value, 0) / highest) * (HEIGHT - 2) * 10) / 10
    // Numbers only, so nothing in it can need escaping.
    return `<rect class="chart-first" x="${index * (COLUMN + GAP)}" y="${HEIGHT - 1 - height}" width="${COLUMN}" height="${height + 1}"></rect>`
  })
  const rows = months.map(({ month, value }) => [sayMonth(voice, month), valueText(voice, value)])
  return html`<svg class="small-chart" aria-hidden="true" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}">${trusted(columns.join(''))}</svg>
    <details class="chart-table">
      <summary>${voice.say(text.byMonth)}<span class="visually-hidden">: ${voice.say(indicator.title)}</span></summary>
      ${renderTable({
        caption: voice.say(indicator.title),
        isCaptionHidden: true,
        id: `months-${indicator.key.replace('.', '-')}`,
        columns: [{ heading: voice.say(text.month) }, { heading: voice.say(indicator.unit), isNumeric: true }],
        rows,
      })}
    </details>`
}
