import type { Example } from '../example.ts'
import { renderMark } from '../mark/view.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderFigures } from './view.ts'

export const figuresExamples: readonly Example[] = [
  {
    title: galleryWords.figures,
    render: (voice) =>
      renderFigures({
        figures: [
          { label: voice.say(sampleWords.project), value: voice.number(60), note: voice.say(sampleWords.planBody) },
          {
            label: '達成',
            mark: renderMark({ scale: 'achievement', glyph: '◎', label: '◎' }),
            value: voice.number(31),
            href: '/design#achieved',
          },
          { label: voice.say(sampleWords.usage), value: voice.number(1204.5), unit: '㎥' },
        ],
      }),
  },
]
