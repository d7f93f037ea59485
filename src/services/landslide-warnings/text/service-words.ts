import { phrases } from '#kernel/text/text.ts'

export const serviceWords = phrases({
  title: { ja: '{土砂|どしゃ}{災害|さいがい}の{危険|きけん}', 'ja-x-yasashii': '{土砂|どしゃ}くずれの {危険|きけん}', en: 'Landslide danger', pt: 'Risco de deslizamento' },
  summary: {
    ja: '{自宅|じたく}の{警戒|けいかい}{区域|くいき}と、{今|いま}の{危険度|きけんど}。{前触|まえぶ}れの{通報|つうほう}も。',
    'ja-x-yasashii': '{家|いえ}の {近|ちか}くが {危|あぶ}ないか わかります。',
    en: 'The zones around your home, how dangerous it is now, and reporting signs.',
    pt: 'As zonas em volta de sua casa, o perigo agora, e como avisar de sinais.',
  },
  topic: { ja: '{土砂|どしゃ}{災害|さいがい}({登録|とうろく}した{家|いえ})', 'ja-x-yasashii': '{土砂|どしゃ}くずれ({登録|とうろく}した {家|いえ})', en: 'Landslides (registered homes)', pt: 'Deslizamentos (casas cadastradas)' },
  topicSummary: {
    ja: '{警戒|けいかい}{区域|くいき}の{中|なか}の{家|いえ}に、{危険度|きけんど}が{上|あ}がった{時|とき}に{届|とど}きます。',
    'ja-x-yasashii': '{危|あぶ}ない {場所|ばしょ}の {家|いえ}に お{知|し}らせします。',
    en: 'For homes inside a zone, when the danger rises.',
    pt: 'Para casas dentro de uma zona, quando o perigo aumenta.',
  },
})
