import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderConfirm } from './view.ts'

export const confirmExamples: readonly Example[] = [
  {
    title: galleryWords.confirm,
    render: (voice) =>
      renderConfirm({
        voice,
        level: 4,
        title: voice.say(sampleWords.publishQuestion),
        body: html`<p>${voice.say(sampleWords.publishBody)}</p>`,
        action: '/design',
        csrfToken: 'example',
        confirmLabel: voice.say(sampleWords.publish),
        cancelHref: '/design',
      }),
  },
  {
    title: sampleWords.remove,
    render: (voice) =>
      renderConfirm({
        voice,
        level: 4,
        title: voice.say(sampleWords.removeQuestion),
        body: html`<p>${voice.say(sampleWords.removeBody)}</p>`,
        action: '/design',
        csrfToken: 'example',
        confirmLabel: voice.say(sampleWords.remove),
        cancelHref: '/design',
        isDangerous: true,
      }),
  },
]
