import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderSteps } from './view.ts'

export const stepsExamples: readonly Example[] = [
  {
    title: galleryWords.steps,
    render: (voice) =>
      renderSteps({
        voice,
        current: 1,
        steps: [
          { label: voice.say(sampleWords.stepRead), href: '/design#step' },
          { label: voice.say(sampleWords.stepReview) },
          { label: voice.say(sampleWords.stepApply) },
        ],
      }),
  },
]
