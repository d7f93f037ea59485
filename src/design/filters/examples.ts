import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderFilters } from './view.ts'

export const filtersExamples: readonly Example[] = [
  {
    title: galleryWords.filters,
    render: (voice) =>
      renderFilters({
        voice,
        action: '/design',
        clearHref: '/design',
        search: { name: 'q', label: voice.say(sampleWords.keyword), value: 'コンビニ' },
        selects: [
          {
            name: 'vision',
            label: voice.say(sampleWords.vision),
            value: '1',
            choices: [
              { value: '1', label: '① 誰もが実感できる行政サービス' },
              { value: '2', label: '② 安心とにぎわいのまち' },
            ],
          },
          {
            name: 'achievement',
            label: voice.say(sampleWords.achievement),
            value: '',
            choices: [
              { value: 'achieved', label: '◎ 達成' },
              { value: 'mostly', label: '○ 概ね達成' },
            ],
          },
          {
            name: 'department',
            label: voice.say(sampleWords.department),
            value: '',
            choices: [{ value: 'policy', label: '政策部' }],
          },
        ],
      }),
  },
]
