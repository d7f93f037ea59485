import { html, type Html, type HtmlValue } from '#kernel/html/html.ts'

export type BadgeTone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'error'

export interface BadgeProps {
  /** One or two words; they carry the meaning, the tone only repeats it. */
  readonly label: HtmlValue
  /** `neutral` where nothing is said. */
  readonly tone?: BadgeTone
}

/** A state or a kind in a word or two, e.g. 再掲, 下書き, 公開中. */
export function renderBadge({ label, tone = 'neutral' }: BadgeProps): Html {
  return html`<span class="badge badge-${tone}">${label}</span>`
}
