import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderProgress } from './view.ts'

export const progressExamples: readonly Example[] = [
  {
    title: galleryWords.progress,
    render: (voice) =>
      renderProgress({
        voice,
        label: voice.say(sampleWords.reviewProgress),
        done: 31,
        total: 43,
        id: 'example-progress',
      }),
  },
]
