import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { renderMark, type Mark } from '../mark/view.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderTable } from './view.ts'

const PROJECTS: readonly (readonly [string, string, Mark, number])[] = [
  ['①(1)-1', 'コンビニ交付事業', { scale: 'achievement', glyph: '◎', label: '達成' }, 4_820_000],
  ['①(3)-7', 'ごみ分別検索', { scale: 'achievement', glyph: '○', label: '概ね達成' }, 396_000],
  ['②(1)-1', 'オープンデータ', { scale: 'achievement', glyph: '△', label: '一部達成' }, 0],
]

export const tableExamples: readonly Example[] = [
  {
    title: galleryWords.table,
    render: (voice) =>
      renderTable({
        id: 'example-table',
        caption: voice.say(sampleWords.plan),
        isCardsOnPhone: true,
        columns: [
          { heading: voice.say(sampleWords.project) },
          { heading: voice.say(sampleWords.number), width: 'narrow' },
          { heading: voice.say(sampleWords.achievement), width: 'narrow' },
          { heading: voice.say(sampleWords.cost), isNumeric: true },
        ],
        rows: PROJECTS.map(([number, name, mark, yen]) => [
          html`<a href="/design#project">${name}</a>`,
          number,
          renderMark({ ...mark, isLabelShown: true }),
          voice.number(yen),
        ]),
      }),
  },
  {
    title: sampleWords.users,
    render: (voice) =>
      renderTable({
        id: 'example-wide-table',
        caption: voice.say(sampleWords.users),
        hasStickyHeader: true,
        columns: [
          { heading: voice.say(sampleWords.counter) },
          ...['平成29年度', '平成30年度', '令和元年度', '令和2年度', '令和3年度'].map((heading) => ({
            heading,
            isNumeric: true,
          })),
        ],
        rows: ['あいあい', '関支所', '市民課'].map((place, index) => [
          place,
          ...[812, 940, 1105, 1466, 2048].map((count) => voice.number(count * (index + 1))),
        ]),
        footer: [
          voice.say(sampleWords.total),
          ...[4872, 5640, 6630, 8796, 12_288].map((count) => voice.number(count)),
        ],
      }),
  },
]
