import { phrases } from '#kernel/text/text.ts'

export const indicatorWords = phrases({
  issued: { ja: '{発行|はっこう}した{証明書|しょうめいしょ}', 'ja-x-yasashii': '{出|だ}した {証明書|しょうめいしょ}', en: 'Certificates issued', pt: 'Certidões emitidas' },
  away: { ja: '{窓口|まどぐち}の{外|そと}で{発行|はっこう}した{割合|わりあい}', 'ja-x-yasashii': '{窓口|まどぐち}に {来|こ}ないで もらった {割合|わりあい}', en: 'Issued without a visit to the counter', pt: 'Emitidas sem ir ao balcão' },
  refused: { ja: '{交付|こうふ}しなかった{請求|せいきゅう}', 'ja-x-yasashii': '{出|だ}さなかった {申|もう}し{込|こ}み', en: 'Requests not served', pt: 'Pedidos não atendidos' },
  papers: { ja: '{通|つう}', 'ja-x-yasashii': '{枚|まい}', en: 'papers', pt: 'documentos' },
  cases: { ja: '{件|けん}', 'ja-x-yasashii': '{件|けん}', en: 'requests', pt: 'pedidos' },
  percent: { ja: '％', 'ja-x-yasashii': 'パーセント', en: '%', pt: '%' },
  first: { ja: '{数|かぞ}え{始|はじ}めた{時|とき}の{決|き}め{方|かた}', 'ja-x-yasashii': 'はじめの {決|き}まり', en: 'The first definition', pt: 'A primeira definição' },
})
