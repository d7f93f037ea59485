import { attributes, html, type Html, type HtmlValue } from '#kernel/html/html.ts'
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
  /** False where adding the rows up says nothing, as with medians and shares. True where nothing is said. */
  readonly isSummed?: boolean
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
    const segment = width === 0 ? null : renderSegment({ from, width, tone, sign, number: voice.number(value) })
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
  readonly sign: string | undefined
  readonly number: string
}

function renderSegment({ from, width, tone, sign, number }: Segment): Html {
  const room = { x: percent(from), y: 0, width: percent(width), height: '100%' }
  const rect = html`<rect${attributes({ class: `chart-${tone}`, ...room })}></rect>`
  const numberFits = roomFor(width, WIDTH_OF_EDGES + WIDTH_OF_DIGIT * number.length)
  if (numberFits === 'none') return rect
  const signFits = roomFor(width, WIDTH_OF_EDGES + WIDTH_OF_DIGIT * number.length + WIDTH_OF_SIGN)
  const hasSign = sign !== undefined && signFits !== 'none'
  return html`${rect}<text
      class="chart-text chart-text-${numberFits} chart-on-${tone}"
      x="${percent(from + width / 2)}" y="50%" text-anchor="middle" dominant-baseline="central"
      >${hasSign && html`<tspan class="chart-text-${signFits}">${sign} </tspan>`}${number}</text
    >`
}

/** In percent of a bar of 280 px, which is what a phone has room for. */
const WIDTH_OF_EDGES = 2
const WIDTH_OF_DIGIT = 2.5
const WIDTH_OF_SIGN = 7

/** Whether a text fits everywhere, only in a chart of twice a phone's width, or nowhere (then the table has it). */
function roomFor(width: number, needed: number): 'always' | 'wide' | 'none' {
  if (width >= needed) return 'always'
  return width >= needed / 2 ? 'wide' : 'none'
}

function renderNumbers({ voice, caption, rowHeading, series, rows, isSummed = true }: BarChartProps): Html {
  const hasTotal = series.length > 1
  const sums = series.map((_, index) => rows.reduce((sum, row) => sum + (row.values[index] ?? 0), 0))
  const total = voice.say(contentWords.total)
  const cells = (values: readonly number[]): readonly string[] => {
    const all = hasTotal ? [...values, totalOf({ values })] : values
    return all.map((value) => voice.number(value))
  }
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
    ...(isSummed ? { footer: [total, ...cells(sums)] } : {}),
  })
}

function totalOf({ values }: Pick<ChartRow, 'values'>): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`
}
