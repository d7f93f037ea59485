import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderYearStrip, type YearOfStrip } from './view.ts'

const studied = { scale: 'schedule', glyph: '△', label: '調査、検討', moment: 'planned' } as const
const done = { scale: 'schedule', glyph: '◎', label: '実施、完了' } as const
const goesOn = { scale: 'schedule', glyph: '→', label: '継続', moment: 'planned' } as const

const years: readonly YearOfStrip[] = [
  { label: 'H29', mark: studied, note: '他市の利用状況を調べた' },
  { label: 'H30', mark: null },
  { label: 'R1', mark: done, note: '交付を始めた' },
  { label: 'R2', mark: goesOn },
  { label: 'R3', mark: goesOn, isReportYear: true },
]

export const yearStripExamples: readonly Example[] = [
  { title: galleryWords.yearLine, render: (voice) => renderYearStrip({ voice, label: voice.plain(sampleWords.planYears), years }) },
  {
    title: galleryWords.yearLine,
    render: (voice) => renderYearStrip({ voice, label: voice.plain(sampleWords.planYears), years, isUpright: true }),
  },
]
