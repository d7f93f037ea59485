import { phrases } from '#kernel/text/text.ts'

export const indicatorWords = phrases({
  first: { ja: '{申請|しんせい}の{受付|うけつけ}を{数|かぞ}えはじめる', 'ja-x-yasashii': '{数|かぞ}えはじめます', en: 'Applications are counted from here on', pt: 'Início da contagem' },
  filed: { ja: '{申請|しんせい}の{件数|けんすう}', 'ja-x-yasashii': '{申|もう}し{込|こ}みの {数|かず}', en: 'Applications filed', pt: 'Solicitações recebidas' },
  online: { ja: 'オンライン{申請|しんせい}の{割合|わりあい}', 'ja-x-yasashii': 'オンラインの {割合|わりあい}', en: 'Share filed online', pt: 'Parcela on-line' },
  days: { ja: '{決定|けってい}までの{開庁日数|かいちょうにっすう}({中央値|ちゅうおうち})', 'ja-x-yasashii': '{決|き}まるまでの {日|ひ}', en: 'Median business days to a decision', pt: 'Mediana de dias úteis até a decisão' },
  corrected: { ja: '{補正|ほせい}を{求|もと}めた{割合|わりあい}', 'ja-x-yasashii': '{直|なお}して もらった {割合|わりあい}', en: 'Share that needed a correction', pt: 'Parcela que precisou de correção' },
  inTime: { ja: '{期限内|きげんない}に{決定|けってい}した{割合|わりあい}', 'ja-x-yasashii': '{間|ま}に{合|あ}った {割合|わりあい}', en: 'Share decided in time', pt: 'Parcela decidida no prazo' },
  abandoned: { ja: '{送|おく}られなかった{下書|したが}き', 'ja-x-yasashii': '{送|おく}らなかった もの', en: 'Drafts abandoned', pt: 'Rascunhos abandonados' },
  cases: { ja: '{件|けん}', 'ja-x-yasashii': '{件|けん}', en: 'cases', pt: 'casos' },
  percent: { ja: '%', 'ja-x-yasashii': '%', en: '%', pt: '%' },
  daysUnit: { ja: '{日|にち}', 'ja-x-yasashii': '{日|にち}', en: 'days', pt: 'dias' },
})
