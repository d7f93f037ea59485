import { attributes, html, nothing, trusted, type Html, type HtmlValue } from '#kernel/html/html.ts'

/**
 * A printed mark such as ◎○△×→. The schedule's and the achievement's scales share glyphs but mean different things,
 * so the schedule's stand in squares and the achievement's in circles, wherever they are shown.
 */
export type MarkScale = 'schedule' | 'achievement'

export interface Mark {
  readonly scale: MarkScale
  /** As the plan prints it: ◎ ○ △ × → − or any other sign. */
  readonly glyph: string
  /** What it means, in the plan's own words, e.g. 実施、完了. */
  readonly label: string
  /** What was only planned is drawn as an outline, what came is filled; `actual` where nothing is said. */
  readonly moment?: 'planned' | 'actual'
}

export interface MarkProps extends Mark {
  /** Prints the label beside the sign; otherwise it is there for screen readers and on hovering. */
  readonly isLabelShown?: boolean
}

export function renderMark({ scale, glyph, label, moment = 'actual', isLabelShown = false }: MarkProps): Html {
  const level = LEVELS[glyph] ?? 'other'
  const words = html`<span${attributes({ class: isLabelShown ? 'mark-label' : 'visually-hidden' })}>${label}</span>`
  return html`<span class="mark mark-${scale} mark-${moment} mark-${level}"
    ><svg class="mark-sign" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true"
      >${isLabelShown ? nothing : html`<title>${label}</title>`}${FRAMES[scale]}${signOf(glyph)}</svg
    >${words}</span
  >`
}

export interface MarkLegendProps {
  readonly heading: HtmlValue
  readonly marks: readonly Mark[]
}

/** What each mark of one scale means. Stands near every table of marks. */
export function renderMarkLegend({ heading, marks }: MarkLegendProps): Html {
  return html`<div class="mark-legend">
    <p class="mark-legend-heading">${heading}</p>
    <ul class="mark-legend-list">
      ${marks.map((mark) => html`<li>${renderMark({ ...mark, isLabelShown: true })}</li>`)}
    </ul>
  </div>`
}

function signOf(glyph: string): Html {
  return (
    SIGNS[glyph] ??
    html`<text x="14" y="14" text-anchor="middle" dominant-baseline="central" font-size="15">${glyph}</text>`
  )
}

/** Signs are drawn, not typed: fonts disagree about the size of ◎ and △, and lack some of them. */
const DRAWN = {
  best: '<circle cx="14" cy="14" r="7.6"/><circle cx="14" cy="14" r="3.4"/>',
  good: '<circle cx="14" cy="14" r="6.6"/>',
  partly: '<path d="M14 7.2 21 19.6H7z"/>',
  not: '<path d="m8.6 8.6 10.8 10.8M19.4 8.6 8.6 19.4"/>',
  on: '<path d="M6.5 14h14.5M15.2 8.2 21 14l-5.8 5.8"/>',
  none: '<path d="M8 14h12"/>',
} as const

/** Sources print the same sign by different characters; each is drawn the same. */
const LEVELS: Readonly<Record<string, keyof typeof DRAWN>> = {
  '◎': 'best',
  '○': 'good',
  '〇': 'good',
  '◯': 'good',
  '△': 'partly',
  '×': 'not',
  '✕': 'not',
  '→': 'on',
  '⇒': 'on',
  '−': 'none',
  '－': 'none',
  '-': 'none',
  '―': 'none',
}

const SIGNS: Readonly<Record<string, Html>> = Object.fromEntries(
  Object.entries(LEVELS).map(([glyph, level]) => [glyph, trusted(`<g class="mark-lines">${DRAWN[level]}</g>`)]),
)

const FRAMES: Readonly<Record<MarkScale, Html>> = {
  schedule: trusted('<rect class="mark-frame" x="1" y="1" width="26" height="26" rx="5"/>'),
  achievement: trusted('<circle class="mark-frame" cx="14" cy="14" r="13"/>'),
}
