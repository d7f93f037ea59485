import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { contentWords } from '../text.ts'
import { renderBadge } from './view.ts'

export const badgeExamples: readonly Example[] = [
  {
    title: galleryWords.badge,
    render: (voice) =>
      html`<div class="cluster">
        ${renderBadge({ label: voice.say(sampleWords.draft) })}
        ${renderBadge({ label: voice.say(sampleWords.relisted), tone: 'accent' })}
        ${renderBadge({ label: voice.say(contentWords.info), tone: 'info' })}
        ${renderBadge({ label: voice.say(sampleWords.published), tone: 'success' })}
        ${renderBadge({ label: voice.say(contentWords.warning), tone: 'warning' })}
        ${renderBadge({ label: voice.say(sampleWords.overdue), tone: 'error' })}
      </div>`,
  },
]
