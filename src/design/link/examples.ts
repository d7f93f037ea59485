import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderExternalLink } from './view.ts'

export const linkExamples: readonly Example[] = [
  {
    title: galleryWords.link,
    render: (voice) =>
      html`<p>
        <a href="/design#link">${voice.say(sampleWords.details)}</a>
        ${renderExternalLink({ voice, href: 'https://example.jp/', label: voice.say(sampleWords.library) })}
      </p>`,
  },
]
