import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderSearchBox } from './view.ts'

export const searchBoxExamples: readonly Example[] = [
  {
    title: galleryWords.searchBox,
    render: (voice) =>
      renderSearchBox({
        voice, action: '/design', name: 'q', label: voice.say(galleryWords.searchBox), maxLength: 100,
        results: html`<p>${voice.say(sampleWords.published)}</p>`,
      }),
  },
]
