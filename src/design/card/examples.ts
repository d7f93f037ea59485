import { html } from '#kernel/html/html.ts'
import { renderBadge } from '../badge/view.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderCards, renderPanel } from './view.ts'

export const cardExamples: readonly Example[] = [
  {
    title: galleryWords.card,
    render: (voice) =>
      renderCards({
        level: 4,
        cards: [
          {
            href: '/design#card-1',
            title: voice.say(sampleWords.movingIn),
            body: voice.say(sampleWords.movingBody),
            icon: 'home',
          },
          {
            href: '/design#card-2',
            title: voice.say(sampleWords.plan),
            body: voice.say(sampleWords.planBody),
            icon: 'chart',
            facts: renderBadge({ label: voice.say(sampleWords.published), tone: 'success' }),
          },
          { href: '/design#card-3', title: voice.say(sampleWords.library), icon: 'book' },
        ],
      }),
  },
  {
    title: sampleWords.water,
    render: (voice) =>
      renderPanel({
        heading: voice.say(sampleWords.water),
        level: 4,
        actions: html`<a href="/design#water">${voice.say(sampleWords.details)}</a>`,
        body: html`<p>${voice.say(sampleWords.sentence)}</p>`,
      }),
  },
]
