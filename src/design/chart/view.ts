import { html, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { renderTable } from '../table/view.ts'
import { contentWords } from '../text.ts'

/** `best` to `none` are the colours of the achievement marks; the numbered ones have no meaning of their own. */
export type ChartTone = 'best' | 'good' | 'partly' | 'not' | 'none' | 'first' | 'second' | 'third' | 'fourth'

export interface ChartSeries {
  readonly label: HtmlValue
  /** A sign or a letter printed in the bar before the number, so that colour is never alone, e.g. ◎. */
  readonly sign?: string
  readonly tone: ChartTone
}

export interface ChartRow {
  readonly label: HtmlValue
  /** One number for each series, in their order; none below zero. */
  readonly values: readonly number[]
  /** Leads on from the row's name in the table. */
  readonly href?: string
}

export interface BarChartProps {
  readonly voice: Voice
  readonly caption: HtmlValue
  /** What the rows are, e.g. 部. */
  readonly rowHeading: HtmlValue
  readonly series: readonly ChartSeries[]
  readonly rows: readonly ChartRow[]
  /** `amount`: the longest bar fills the width. `share`: every bar does. `amount` where nothing is said. */
  readonly kind?: 'amount' | 'share'
  /** Shows the table from the start. */
  readonly isTableOpen?: boolean
}

/** Horizontal stacked bars, and the same numbers as a table: the drawing is only for the eye. */
export function renderBarChart(props: BarChartProps): Html {
  const { voice, caption, series, rows, kind = 'amount', isTableOpen = false } = props
  const longest = Math.max(...rows.map(totalOf), 0)
  const bars = rows.map((row) => renderBar(voice, series, row, kind === 'share' ? totalOf(row) : longest))
  return html`<figure class="chart">
    <figcaption class="chart-caption">${caption}</figcaption>
    <div class="chart-drawing" aria-hidden="true">
      <ul class="chart-legend">
        ${series.map(
          ({ label, sign, tone }) =>
            html`<li>
              <svg class="chart-key" viewBox="0 0 12 12" width="12" height="12"
                ><rect class="chart-${tone}" x=".5" y=".5" width="11" height="11" rx="2"></rect></svg
              >${sign} ${label}
            </li>`,
        )}
      </ul>
      <div class="chart-bars">${bars}</div>
    </div>
    <details class="chart-table"${isTableOpen && html` open`}>
      <summary>${voice.say(contentWords.asTable)}</summary>
      ${renderNumbers(props)}
    </details>
  </figure>`
}

function renderBar(voice: Voice, series: readonly ChartSeries[], row: ChartRow, whole: number): Html {
  if (row.values.length !== series.length) {
    throw new RangeError(`A chart of ${series.length} series was given a row of ${row.values.length} values`)
  }
  let from = 0
  const segments = series.map(({ sign, tone }, index) => {
    const value = row.values[index] ?? 0
    const width = whole === 0 ? 0 : (value / whole) * 100
    const segment = width === 0 ? null : renderSegment({ from, width, tone, text: textFitting(width, sign, voice.number(value)) })
    from += width
    return segment
  })
  return html`<div class="chart-row">
    <span class="chart-label">${row.label}</span>
    <svg class="chart-bar" width="100%" height="32">${segments}</svg>
    <span class="chart-total">${voice.number(totalOf(row))}</span>
  </div>`
}

interface Segment {
  /** Both in percent of the bar's room. */
  readonly from: number
  readonly width: number
  readonly tone: ChartTone
  readonly text: string
}

/** What of sign and number has room on a phone, where the bar is some 280 px wide; the rest is in the table. */
function textFitting(width: number, sign: string | undefined, number: string): string {
  const widthOfNumber = 2 + 2.5 * number.length
  if (width < widthOfNumber) return ''
  return sign === undefined || width < widthOfNumber + WIDTH_OF_SIGN ? number : `${sign} ${number}`
}

/** In percent of the bar's room. */
const WIDTH_OF_SIGN = 7

function renderSegment({ from, width, tone, text }: Segment): Html {
  const middle = percent(from + width / 2)
  return html`<rect class="chart-${tone}" x="${percent(from)}" y="0" width="${percent(width)}" height="100%"></rect>
    ${
      text !== '' &&
      html`<text class="chart-on-${tone}" x="${middle}" y="50%" text-anchor="middle" dominant-baseline="central"
        >${text}</text
      >`
    }`
}

function renderNumbers({ voice, caption, rowHeading, series, rows }: BarChartProps): Html {
  const hasTotal = series.length > 1
  const sums = series.map((_, index) => rows.reduce((sum, row) => sum + (row.values[index] ?? 0), 0))
  const total = voice.say(contentWords.total)
  const cells = (values: readonly number[]): readonly string[] =>
    [...values, ...(hasTotal ? [values.reduce((sum, value) => sum + value, 0)] : [])].map((value) => voice.number(value))
  return renderTable({
    caption,
    isCaptionHidden: true,
    columns: [
      { heading: rowHeading },
      ...series.map(({ sign, label }) => ({ heading: html`${sign} ${label}`, isNumeric: true })),
      ...(hasTotal ? [{ heading: total, isNumeric: true }] : []),
    ],
    rows: rows.map(({ label, href, values }) => [
      href === undefined ? label : html`<a href="${href}">${label}</a>`,
      ...cells(values),
    ]),
    footer: [total, ...cells(sums)],
  })
}

function totalOf({ values }: ChartRow): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`
}
