import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { ShownLevel } from '../level/view.ts'

/** One square of a map: a mesh, or a piece of one. */
export interface GridSquare {
  readonly column: number
  /** From the top. */
  readonly row: number
  readonly level: ShownLevel
  /** Said to who cannot see it, and shown when it is pointed at. */
  readonly label: string
  readonly href?: string
  readonly isChosen?: boolean
}

export interface GridMapProps {
  readonly label: string
  readonly columns: number
  readonly rows: number
  readonly squares: readonly GridSquare[]
  /** Outlines over the squares, in columns and rows; `special` is filled. */
  readonly shapes?: readonly { readonly points: readonly (readonly [number, number])[]; readonly kind: 'warning' | 'special' }[]
  readonly marks?: readonly { readonly column: number; readonly row: number; readonly label: string }[]
  /** Names written beside a point, so that people find their way. */
  readonly names?: readonly { readonly column: number; readonly row: number; readonly name: string }[]
  readonly legend?: HtmlValue
}

const SIZE = 20

/** A map of squares without tiles of a third party: every square can be reached by keyboard and says what it is. */
export function renderGridMap({ label, columns, rows, squares, shapes = [], marks = [], names = [], legend }: GridMapProps): Html {
  return html`<figure class="grid-map">
    <svg${attributes({ viewBox: `0 0 ${columns * SIZE} ${rows * SIZE}`, role: 'group', 'aria-label': label })}>
      ${squares.map(renderSquare)}
      ${shapes.map(({ points, kind }) => html`<polygon${attributes({ class: `grid-map-${kind}`, points: points.map(([x, y]) => `${round(x * SIZE)},${round(y * SIZE)}`).join(' ') })}></polygon>`)}
      ${names.map(({ column, row, name }) => html`<text${attributes({ class: 'grid-map-name', x: round(column * SIZE), y: round(row * SIZE) })}>${name}</text>`)}
      ${marks.map(({ column, row, label: said }) => html`<circle${attributes({ class: 'grid-map-mark', cx: round(column * SIZE), cy: round(row * SIZE), r: 5 })}><title>${said}</title></circle>`)}
    </svg>
    ${legend ? html`<figcaption>${legend}</figcaption>` : nothing}
  </figure>`
}

function renderSquare({ column, row, level, label, href, isChosen = false }: GridSquare): Html {
  const shape = html`<rect${attributes({
    class: `grid-map-square grid-map-level-${level ?? 'unknown'}${isChosen ? ' grid-map-chosen' : ''}`, x: column * SIZE + 0.5, y: row * SIZE + 0.5, width: SIZE - 1, height: SIZE - 1,
  })}><title>${label}</title></rect>`
  return href === undefined ? shape : html`<a${attributes({ href, 'aria-label': label, 'aria-current': isChosen ? 'true' : null })}>${shape}</a>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
