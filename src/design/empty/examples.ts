import { renderLinkButton } from '../button/view.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderEmpty } from './view.ts'

export const emptyExamples: readonly Example[] = [
  {
    title: galleryWords.empty,
    render: (voice) =>
      renderEmpty({
        title: voice.say(sampleWords.none),
        body: voice.say(sampleWords.noneBody),
        icon: 'mail',
        action: renderLinkButton({ label: voice.say(sampleWords.apply), href: '/design' }),
      }),
  },
]
