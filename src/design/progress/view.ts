import { attributes, html, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { contentWords } from '../text.ts'

export interface ProgressProps {
  readonly voice: Voice
  readonly label: HtmlValue
  /** Whole numbers; `done` at most `total`. */
  readonly done: number
  readonly total: number
  /** Unique on the page. */
  readonly id: string
}

/** How much of a known amount is done, in words and as a bar. */
export function renderProgress({ voice, label, done, total, id }: ProgressProps): Html {
  // An empty task is a finished one; <progress> accepts no maximum of 0.
  const bar = total === 0 ? { max: 1, value: 1 } : { max: total, value: done }
  return html`<div class="progress">
    <div class="progress-words">
      <label class="progress-label" for="${id}">${label}</label>
      <span>${voice.say(contentWords.progress, { done, total })}</span>
    </div>
    <progress${attributes({ id, ...bar })}>${voice.number(done)} / ${voice.number(total)}</progress>
  </div>`
}
