import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderDifference } from './view.ts'

export const differenceExamples: readonly Example[] = [
  {
    title: galleryWords.difference,
    render: (voice) =>
      renderDifference({
        voice,
        before: '平成33年度から、窓口でカードによる申請の受付を行う。',
        after: '令和3年度から、窓口とスマートフォンで申請の受付を行う。',
      }),
  },
  {
    title: sampleWords.name,
    render: (voice) => renderDifference({ voice, before: '高橋 花子', after: '髙橋 花子', granularity: 'character' }),
  },
]
