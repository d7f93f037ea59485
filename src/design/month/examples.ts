import { html } from '#kernel/html/html.ts'
import { renderColourSign } from '../colour-label/view.ts'
import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderMonth } from './view.ts'

export const monthExamples: readonly Example[] = [
  {
    title: galleryWords.month,
    render: (voice) =>
      renderMonth({
        voice,
        month: Temporal.PlainYearMonth.from('2026-11'),
        today: Temporal.PlainDate.from('2026-11-22'),
        holidays: new Map([['2026-11-03', voice.plain(sampleWords.published)]]),
        days: new Map([
          ['2026-11-05', html`<ul><li>${renderColourSign({ colour: '#b3261e', sign: 'A' })}<span class="visually-hidden">${voice.plain(sampleWords.draft)}</span></li></ul>`],
        ]),
      }),
  },
]
