import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderYearLine } from './view.ts'

export const yearLineExamples: readonly Example[] = [
  {
    title: galleryWords.yearLine,
    render: (voice) => {
      const studied = { scale: 'schedule', glyph: '△', label: '調査、検討' } as const
      const begun = { scale: 'schedule', glyph: '○', label: '一部実施、推進' } as const
      const done = { scale: 'schedule', glyph: '◎', label: '実施、完了' } as const
      const goesOn = { scale: 'schedule', glyph: '→', label: '継続' } as const
      return renderYearLine({
        voice,
        label: voice.plain(sampleWords.planYears),
        years: [
          { label: '平成29年度', planned: studied, actual: studied, note: '他市の利用状況を調べた' },
          { label: '平成30年度', planned: begun, actual: studied, note: '端末の選定' },
          { label: '令和元年度', planned: done, actual: begun },
          { label: '令和2年度', planned: goesOn, actual: done, note: '10月から交付を始めた' },
          { label: '令和3年度', planned: goesOn, actual: null, isReportYear: true },
        ],
      })
    },
  },
]
