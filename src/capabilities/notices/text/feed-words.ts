import { phrases } from '#kernel/text/text.ts'

export const feedWords = phrases({
  feedTitle: { ja: '{市|し}からのお{知|し}らせ', 'ja-x-yasashii': '{市|し}からの お{知|し}らせ', en: 'Notices from the city', pt: 'Avisos da cidade' },
  nothingNow: {
    ja: '{今|いま}、お{知|し}らせはありません。',
    'ja-x-yasashii': '{今|いま}、お{知|し}らせは ありません。',
    en: 'There are no notices now.',
    pt: 'Não há avisos no momento.',
  },
  stale: {
    ja: '{新|あたら}しいお{知|し}らせを{受|う}け{取|と}れていません。テレビ・ラジオでも{確|たし}かめてください。',
    'ja-x-yasashii': '{新|あたら}しい お{知|し}らせが {届|とど}いて いません。テレビや ラジオも {見|み}て ください。',
    en: 'No fresh notices are coming in. Please also check television and radio.',
    pt: 'Não estão chegando avisos novos. Confira também a televisão e o rádio.',
  },
  inOtherLanguages: { ja: 'ほかの{言葉|ことば}で', 'ja-x-yasashii': 'ほかの ことばで', en: 'In other languages', pt: 'Em outros idiomas' },
  history: { ja: 'これまでの{経過|けいか}', 'ja-x-yasashii': 'いままでの お{知|し}らせ', en: 'What was said so far', pt: 'Histórico deste aviso' },
  issue: { ja: 'お{知|し}らせ', 'ja-x-yasashii': 'お{知|し}らせ', en: 'Notice', pt: 'Aviso' },
  update: { ja: '{更新|こうしん}', 'ja-x-yasashii': '{新|あたら}しく した お{知|し}らせ', en: 'Update', pt: 'Atualização' },
  cancel: { ja: '{解除|かいじょ}・{取|と}り{消|け}し', 'ja-x-yasashii': '{終|お}わった お{知|し}らせ', en: 'Cancelled', pt: 'Cancelamento' },
  thisOne: { ja: 'このページ', 'ja-x-yasashii': 'この ページ', en: 'this page', pt: 'esta página' },
  overtaken: {
    ja: 'このお{知|し}らせは{古|ふる}くなりました。',
    'ja-x-yasashii': 'この お{知|し}らせは {古|ふる}く なりました。',
    en: 'This notice is out of date.',
    pt: 'Este aviso está desatualizado.',
  },
  toNewest: { ja: '{新|あたら}しいお{知|し}らせを{見|み}る', 'ja-x-yasashii': '{新|あたら}しい お{知|し}らせを {見|み}る', en: 'See the newest', pt: 'Ver o mais recente' },
  expired: {
    ja: 'このお{知|し}らせの{期間|きかん}は{終|お}わりました。',
    'ja-x-yasashii': 'この お{知|し}らせは {終|お}わりました。',
    en: 'The time of this notice is over.',
    pt: 'O prazo deste aviso terminou.',
  },
  issuedAt: { ja: '{出|だ}した{時|とき}', 'ja-x-yasashii': '{出|だ}した {時|とき}', en: 'Issued', pt: 'Emitido em' },
  until: { ja: 'いつまで', 'ja-x-yasashii': 'いつまで', en: 'Until', pt: 'Válido até' },
  tellsMore: { ja: 'くわしいページ', 'ja-x-yasashii': 'くわしい ページ', en: 'More about this', pt: 'Mais sobre isto' },
  forMachines: { ja: '{機械|きかい}で{読|よ}む{形|かたち}', 'ja-x-yasashii': '{機械|きかい}で {読|よ}む', en: 'For machines', pt: 'Para máquinas' },
  forDrillsOnly: { ja: '{訓練|くんれん}', 'ja-x-yasashii': '{訓練|くんれん}', en: 'Drill', pt: 'Simulado' },
})
