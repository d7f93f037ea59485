import { phrases } from '#kernel/text/text.ts'

export const datasetWords = phrases({
  title: { ja: '{計画|けいかく}の{指標|しひょう}（{月|つき}ごと）', 'ja-x-yasashii': '{市|し}の {仕事|しごと}の {数字|すうじ}（{月|つき}）', en: 'Indicators of the plan, by month', pt: 'Indicadores do plano, por mês' },
  description: {
    ja: 'サービスの{記録|きろく}から{数|かぞ}えた{指標|しひょう}の、{月|つき}ごとの{数字|すうじ}です。',
    'ja-x-yasashii': 'サービスの {記録|きろく}を {数|かぞ}えた {月|つき}の {数字|すうじ}です。',
    en: 'The monthly figures of the indicators, counted from what the services recorded.',
    pt: 'Os valores mensais dos indicadores, contados dos registros dos serviços.',
  },
  indicators: { ja: '{指標|しひょう}', 'ja-x-yasashii': '{数字|すうじ}', en: 'indicators', pt: 'indicadores' },
  evaluation: { ja: '{行政|ぎょうせい}{評価|ひょうか}', 'ja-x-yasashii': '{市|し}の {仕事|しごと}の {評価|ひょうか}', en: 'evaluation', pt: 'avaliação' },
  key: { ja: '{指標|しひょう}の{記号|きごう}', 'ja-x-yasashii': '{記号|きごう}', en: 'Key of the indicator', pt: 'Chave do indicador' },
  name: { ja: '{指標|しひょう}の{名前|なまえ}', 'ja-x-yasashii': '{名前|なまえ}', en: 'Name of the indicator', pt: 'Nome do indicador' },
  unit: { ja: '{単位|たんい}', 'ja-x-yasashii': '{単位|たんい}', en: 'Unit', pt: 'Unidade' },
  month: { ja: '{月|つき}（YYYY-MM）', 'ja-x-yasashii': '{月|つき}（YYYY-MM）', en: 'Month (YYYY-MM)', pt: 'Mês (AAAA-MM)' },
  value: { ja: '{数字|すうじ}', 'ja-x-yasashii': '{数字|すうじ}', en: 'Figure', pt: 'Valor' },
  facts: { ja: '{数|かぞ}えた{記録|きろく}の{件数|けんすう}', 'ja-x-yasashii': '{記録|きろく}の {数|かず}', en: 'Records counted', pt: 'Registros contados' },
  version: { ja: '{数|かぞ}え{方|かた}の{版|はん}', 'ja-x-yasashii': '{数|かぞ}えかたの {番号|ばんごう}', en: 'Version of the definition', pt: 'Versão da definição' },
})
