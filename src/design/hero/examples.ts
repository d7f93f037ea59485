import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderServiceTiles } from './view.ts'

export const heroExamples: readonly Example[] = [
  {
    title: galleryWords.hero,
    render: (voice) =>
      renderServiceTiles({
        level: 4,
        tiles: [
          {
            href: '/design#moving',
            icon: 'home',
            title: voice.say(sampleWords.moving),
            body: voice.say(sampleWords.movingBody),
          },
          {
            href: '/design#certificates',
            icon: 'document',
            title: voice.say(sampleWords.certificates),
            body: voice.say(sampleWords.certificatesBody),
          },
          {
            href: '/design#children',
            icon: 'child',
            title: voice.say(sampleWords.childcare),
            body: voice.say(sampleWords.childcareBody),
          },
          {
            href: '/design#garbage',
            icon: 'trash',
            title: voice.say(sampleWords.garbage),
            body: voice.say(sampleWords.garbageBody),
          },
        ],
      }),
  },
]
