import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderFactsList } from './view.ts'

export const factsListExamples: readonly Example[] = [
  {
    title: galleryWords.factsList,
    render: (voice) =>
      renderFactsList({
        facts: [
          { term: voice.say(sampleWords.name), description: '桜井 みどり' },
          {
            term: voice.say(sampleWords.phone),
            description: '0595-00-0000',
            action: html`<a href="/design#phone">${voice.say(sampleWords.change)}</a>`,
          },
          { term: voice.say(sampleWords.department), description: ['政策部 広報課', '生活文化部 市民課'] },
        ],
      }),
  },
]
