import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderColourLabel } from './view.ts'

export const colourLabelExamples: readonly Example[] = [
  {
    title: galleryWords.colourLabel,
    render: (voice) =>
      html`<div class="cluster">
        ${renderColourLabel({ colour: '#b3261e', label: voice.say(sampleWords.draft), sign: 'A' })}
        ${renderColourLabel({ colour: '#00677f', label: voice.say(sampleWords.published), size: 'large' })}
      </div>`,
  },
]
