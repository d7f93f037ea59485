import { html, type Html } from '#kernel/html/html.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Voice } from '#kernel/text/text.ts'
import { contentWords } from '../text.ts'
import { differenceOf, type Granularity, type Stretch } from './difference.ts'

export interface DifferenceProps {
  readonly voice: Voice
  readonly before: string
  readonly after: string
  /** `word` where nothing is said. */
  readonly granularity?: Granularity
}

/**
 * What was taken out and what was put in, in one running text. Struck through and underlined, between signs that also
 * show in black and white, and named for screen readers, most of which pass over <del> and <ins> in silence.
 */
export function renderDifference({ voice, before, after, granularity = 'word' }: DifferenceProps): Html {
  const stretches = differenceOf(before, after, granularity)
  const isUnchanged = stretches.every(({ kind }) => kind === 'same')
  return html`<div class="difference">
    ${isUnchanged && html`<p class="difference-unchanged">${voice.say(contentWords.unchanged)}</p>`}
    <p class="difference-text">${stretches.map((stretch) => renderStretch(voice, stretch))}</p>
  </div>`
}

function renderStretch(voice: Voice, { kind, text }: Stretch): Html {
  switch (kind) {
    case 'same':
      return html`${text}`
    case 'removed':
      return html`<del><span class="visually-hidden">[${voice.plain(contentWords.removed)}: </span>${text}<span
        class="visually-hidden">]</span></del>`
    case 'added':
      return html`<ins><span class="visually-hidden">[${voice.plain(contentWords.added)}: </span>${text}<span
        class="visually-hidden">]</span></ins>`
    default:
      return assertNever(kind)
  }
}
