import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderBarChart } from './view.ts'

export const chartExamples: readonly Example[] = [
  {
    title: galleryWords.chart,
    render: (voice) =>
      renderBarChart({
        voice,
        caption: voice.say(sampleWords.byDepartment),
        rowHeading: voice.say(sampleWords.department),
        series: [
          { label: '達成', sign: '◎', tone: 'best' },
          { label: '概ね達成', sign: '○', tone: 'good' },
          { label: '一部達成', sign: '△', tone: 'partly' },
          { label: '未実施', sign: '×', tone: 'not' },
        ],
        rows: [
          { label: '政策部', values: [9, 6, 2, 1], href: '/design#policy' },
          { label: '生活文化部', values: [5, 3, 0, 0] },
          { label: '建設部', values: [2, 1, 4, 0] },
          { label: '教育委員会', values: [3, 4, 1, 2] },
        ],
      }),
  },
  {
    title: sampleWords.share,
    render: (voice) =>
      renderBarChart({
        voice,
        caption: voice.say(sampleWords.share),
        rowHeading: voice.say(sampleWords.year),
        kind: 'share',
        isTableOpen: true,
        series: [
          { label: voice.say(sampleWords.counter), tone: 'first' },
          { label: voice.say(sampleWords.shop), tone: 'second' },
        ],
        rows: [
          { label: '令和2年度', values: [18_402, 2_960] },
          { label: '令和3年度', values: [15_117, 6_871] },
        ],
      }),
  },
]
