import { phrases } from '#kernel/text/text.ts'

export const indicatorWords = phrases({
  first: { ja: '{収納|しゅうのう}の{仕組|しく}みができたときから{数|かぞ}えます。', 'ja-x-yasashii': 'はじめから {数|かぞ}えます。', en: 'Counted since payments began here.', pt: 'Contado desde o início dos pagamentos aqui.' },
  electronic: { ja: '{電子納付|でんしのうふ}の{割合|わりあい}', 'ja-x-yasashii': 'カードで {払|はら}った {割合|わりあい}', en: 'Share of electronic payments', pt: 'Parcela de pagamentos eletrônicos' },
  paidYen: { ja: '{収納額|しゅうのうがく}', 'ja-x-yasashii': 'もらった お{金|かね}', en: 'Amount collected', pt: 'Valor arrecadado' },
  automatic: { ja: '{消込|けしこみ}の{自動率|じどうりつ}', 'ja-x-yasashii': '{自動|じどう}で {合|あ}った {割合|わりあい}', en: 'Matched automatically', pt: 'Conciliados automaticamente' },
  manual: { ja: '{手作業|てさぎょう}の{件数|けんすう}', 'ja-x-yasashii': '{人|ひと}が {見|み}た {数|かず}', en: 'Settled by hand', pt: 'Resolvidos à mão' },
  refunds: { ja: '{返金|へんきん}の{額|がく}', 'ja-x-yasashii': '{返|かえ}した お{金|かね}', en: 'Amount given back', pt: 'Valor devolvido' },
  percent: { ja: '%', 'ja-x-yasashii': '%', en: '%', pt: '%' },
  yen: { ja: '{円|えん}', 'ja-x-yasashii': '{円|えん}', en: 'yen', pt: 'ienes' },
  cases: { ja: '{件|けん}', 'ja-x-yasashii': '{件|けん}', en: 'cases', pt: 'casos' },
})
