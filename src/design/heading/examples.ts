import { html } from '#kernel/html/html.ts'
import { renderBadge } from '../badge/view.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderHeading } from './view.ts'

export const headingExamples: readonly Example[] = [
  {
    title: galleryWords.heading,
    render: (voice) =>
      html`${renderHeading({ level: 4, content: voice.say(sampleWords.moving), id: 'example-moving' })}
        <p>${voice.say(sampleWords.sentence)}</p>
        ${renderHeading({
          level: 5,
          content: html`${voice.say(sampleWords.movingIn)} ${renderBadge({ label: voice.say(sampleWords.draft) })}`,
        })}
        <p>${voice.say(sampleWords.sentence)}</p>`,
  },
]
