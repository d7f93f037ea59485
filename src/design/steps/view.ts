import { html, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { renderIcon } from '../icon/view.ts'
import { contentWords } from '../text.ts'

export interface StepsProps {
  readonly voice: Voice
  /** A step that is done may lead back to itself. */
  readonly steps: readonly { readonly label: HtmlValue; readonly href?: string }[]
  /** Place of the current step, counted from 0; `steps.length` when all are done. */
  readonly current: number
}

/** Where one is in a procedure of several pages. */
export function renderSteps({ voice, steps, current }: StepsProps): Html {
  return html`<ol class="steps">
    ${steps.map(({ label, href }, index) => {
      if (index < current) {
        const name = href === undefined ? label : html`<a href="${href}">${label}</a>`
        return html`<li class="step step-done">
          <span class="step-sign" aria-hidden="true">${renderIcon('check')}</span>
          <span class="step-label"
            >${name} <span class="visually-hidden">(${voice.say(contentWords.stepDone)})</span></span
          >
        </li>`
      }
      const sign = html`<span class="step-sign" aria-hidden="true">${index + 1}</span>`
      return index === current
        ? html`<li class="step step-now" aria-current="step">
            ${sign}<span class="step-label">${label}</span>
          </li>`
        : html`<li class="step">${sign}<span class="step-label">${label}</span></li>`
    })}
  </ol>`
}
