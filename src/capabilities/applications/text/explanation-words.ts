import { phrases } from '#kernel/text/text.ts'

/** Words that are kept with what was filed. */
export const explanationWords = phrases({
  yes: { ja: 'はい', 'ja-x-yasashii': 'はい', en: 'Yes', pt: 'Sim' },
  no: { ja: 'いいえ', 'ja-x-yasashii': 'いいえ', en: 'No', pt: 'Não' },
  confirmed: { ja: '{確認|かくにん}しました', 'ja-x-yasashii': '{確認|かくにん}しました', en: 'Confirmed', pt: 'Confirmado' },
  noAnswer: { ja: '({記入|きにゅう}なし)', 'ja-x-yasashii': '({書|か}いて いません)', en: '(no answer)', pt: '(sem resposta)' },
  byAnswers: { ja: 'これまでの{答|こた}えによります。', 'ja-x-yasashii': '{今|いま}までの {答|こた}えで {決|き}まります。', en: 'By your answers so far.', pt: 'Conforme suas respostas até aqui.' },
  byAnswer: { ja: '「{question}」の{答|こた}えによります。', 'ja-x-yasashii': '「{question}」の {答|こた}えで {決|き}まります。', en: 'By your answer to “{question}”.', pt: 'Conforme a resposta a “{question}”.' },
  notAnswered: { ja: '「{question}」に{答|こた}えるとわかります。', 'ja-x-yasashii': '「{question}」に {答|こた}えると わかります。', en: 'Known once “{question}” is answered.', pt: 'Saberemos quando “{question}” for respondida.' },
})
