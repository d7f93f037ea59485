import { phrases } from '#kernel/text/text.ts'

/** Words for counted figures beside the plan's texts. */
export const evidenceWords = phrases({
  measured: { ja: '{数|かぞ}えた{数値|すうち}', 'ja-x-yasashii': '{数|かぞ}えた {数|かず}', en: 'Counted figures', pt: 'Números apurados' },
  measuredLead: {
    ja: '{記録|きろく}から{数|かぞ}えています。{数|かず}を{開|ひら}くと、{元|もと}の{記録|きろく}まで{見|み}られます。',
    'ja-x-yasashii': '{市|し}の {記録|きろく}から {数|かぞ}えました。{数|かず}を {押|お}すと、もとの {記録|きろく}が {見|み}えます。',
    en: 'Counted from what was recorded. Open a number to see the records behind it.',
    pt: 'Apurados a partir dos registros. Abra um número para ver os registros de origem.',
  },
  none: {
    ja: 'この{事業|じぎょう}を{数|かぞ}える{指標|しひょう}はまだありません。',
    'ja-x-yasashii': 'この {事業|じぎょう}の {数|かず}は まだ ありません。',
    en: 'Nothing is counted for this project yet.',
    pt: 'Ainda não há indicadores apurados para este projeto.',
  },
  target: { ja: '{目標|もくひょう}', 'ja-x-yasashii': '{目標|もくひょう}', en: 'Target', pt: 'Meta' },
  baseline: { ja: '{基準|きじゅん}', 'ja-x-yasashii': 'はじめの {数|かず}', en: 'Baseline', pt: 'Linha de base' },
  met: { ja: '{達成|たっせい}', 'ja-x-yasashii': 'できました', en: 'Met', pt: 'Atingida' },
  notMet: { ja: '{未達成|みたっせい}', 'ja-x-yasashii': 'まだです', en: 'Not met', pt: 'Não atingida' },
  beingCounted: { ja: '{数|かぞ}えています', 'ja-x-yasashii': '{数|かぞ}えて います', en: 'Being counted', pt: 'Em apuração' },
})
