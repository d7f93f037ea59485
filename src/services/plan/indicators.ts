import '#capabilities/indicators/indicators.ts'
import type { Indicator } from '#capabilities/indicators/model.ts'
import { phrases } from '#kernel/text/text.ts'
import { facts } from './facts.ts'

const words = phrases({
  title: { ja: '{公開|こうかい}した{報告書|ほうこくしょ}', 'ja-x-yasashii': '{出|だ}した {報告書|ほうこくしょ}の {数|かず}', en: 'Reports published', pt: 'Relatórios publicados' },
  unit: { ja: '{件|けん}', 'ja-x-yasashii': '{件|けん}', en: 'reports', pt: 'relatórios' },
  reason: { ja: '{数|かぞ}え{始|はじ}め', 'ja-x-yasashii': 'はじめて {数|かぞ}えました', en: 'First definition', pt: 'Primeira definição' },
})

/** How often a yearly report was published, every revision counted: the plan promises one a year. */
export const reportsPublished: Indicator = {
  key: 'plan.reports-published',
  title: words.title,
  unit: words.unit,
  nature: 'output',
  direction: 'up',
  definitions: [{ from: '2017-04-01', reason: words.reason, fact: facts.reportPublished.name, count: { kind: 'count' } }],
}
