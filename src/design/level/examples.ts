import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderLevel } from './view.ts'

export const levelExamples: readonly Example[] = [
  {
    title: galleryWords.level,
    render: (voice) => html`<div class="stack">
      ${([0, 2, 3, 4, 5, null] as const).map((level) => renderLevel({ voice, level }))}
      ${renderLevel({ voice, level: 4, label: voice.say(sampleWords.draft), size: 'large' })}
      ${renderLevel({ voice, level: 5, label: voice.say(sampleWords.published), size: 'board' })}
    </div>`,
  },
]
