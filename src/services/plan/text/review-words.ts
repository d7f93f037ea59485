import { phrases } from '#kernel/text/text.ts'

/** Words of the outside review, of the next direction and of what became of it. */
export const reviewWords = phrases({
  review: { ja: '{外部評価|がいぶひょうか}', 'ja-x-yasashii': '{外|そと}の {人|ひと}の {意見|いけん}', en: 'Outside review', pt: 'Avaliação externa' },
  reviewSummary: { ja: '{計画|けいかく}の{事業|じぎょう}に{意見|いけん}を{書|か}きます', 'ja-x-yasashii': '{計画|けいかく}に {意見|いけん}を {書|か}きます', en: 'Comment on the projects of the plan', pt: 'Comente os projetos do plano' },
  reviewLead: {
    ja: '{外部評価|がいぶひょうか}の{委員|いいん}が{意見|いけん}を{書|か}き、{市|し}が{答|こた}えます。どちらも{次|つぎ}の{公表|こうひょう}で{市民|しみん}に{見|み}えます。',
    'ja-x-yasashii': '{意見|いけん}と {市|し}の {答|こた}えは、{次|つぎ}の {発表|はっぴょう}で みんなに {見|み}えます。',
    en: 'Outside reviewers comment and the city answers; residents see both with the next publication.',
    pt: 'Avaliadores externos comentam e a cidade responde; os moradores veem ambos na próxima publicação.',
  },
  reviewNotOpen: {
    ja: '{外部評価|がいぶひょうか}の{回|かい}が{始|はじ}まっていないので、{意見|いけん}は{書|か}けません',
    'ja-x-yasashii': 'いまは {意見|いけん}を {書|か}けません',
    en: 'Comments can be written while an outside review is running',
    pt: 'Comentários só durante uma avaliação externa',
  },
  comments: { ja: '{意見|いけん}', 'ja-x-yasashii': '{意見|いけん}', en: 'Comments', pt: 'Comentários' },
  unanswered: { ja: '{答|こた}えのない{意見|いけん}', 'ja-x-yasashii': '{答|こた}えて いない {意見|いけん}', en: 'Unanswered', pt: 'Sem resposta' },
  noComments: { ja: 'まだ{意見|いけん}はありません', 'ja-x-yasashii': 'まだ ありません', en: 'No comments yet', pt: 'Ainda não há comentários' },
  writeComment: { ja: '{意見|いけん}を{書|か}く', 'ja-x-yasashii': '{意見|いけん}を {書|か}く', en: 'Write a comment', pt: 'Escrever um comentário' },
  commentKept: { ja: '{意見|いけん}を{受|う}け{取|と}りました', 'ja-x-yasashii': '{受|う}け{取|と}りました', en: 'Your comment was received', pt: 'Comentário recebido' },
  answer: { ja: '{市|し}の{答|こた}え', 'ja-x-yasashii': '{市|し}の {答|こた}え', en: 'The city’s answer', pt: 'Resposta da cidade' },
  writeAnswer: { ja: '{答|こた}えを{保存|ほぞん}する', 'ja-x-yasashii': '{答|こた}えを {保存|ほぞん}する', en: 'Save the answer', pt: 'Salvar a resposta' },
  answerKept: { ja: '{答|こた}えを{保存|ほぞん}しました', 'ja-x-yasashii': '{保存|ほぞん}しました', en: 'The answer was saved', pt: 'Resposta salva' },
  byReviewer: { ja: '{外部評価|がいぶひょうか}の{委員|いいん}', 'ja-x-yasashii': '{外|そと}の {人|ひと}', en: 'Outside reviewer', pt: 'Avaliador externo' },
  direction: { ja: '{次|つぎ}の{方向|ほうこう}', 'ja-x-yasashii': '{次|つぎ}に どうするか', en: 'Next direction', pt: 'Próxima direção' },
  directionReason: { ja: 'その{理由|りゆう}', 'ja-x-yasashii': '{理由|りゆう}', en: 'Reason', pt: 'Motivo' },
  chooseDirection: { ja: '{方向|ほうこう}を{決|き}める', 'ja-x-yasashii': '{決|き}める', en: 'Choose the direction', pt: 'Escolher a direção' },
  directionChosen: { ja: '{次|つぎ}の{方向|ほうこう}を{保存|ほぞん}しました', 'ja-x-yasashii': '{保存|ほぞん}しました', en: 'The direction was saved', pt: 'Direção salva' },
  noDirection: { ja: 'まだ{決|き}まっていません', 'ja-x-yasashii': 'まだ {決|き}めて いません', en: 'Not chosen yet', pt: 'Ainda não escolhida' },
  directionBefore: { ja: '{year}に{決|き}めた{方向|ほうこう}', 'ja-x-yasashii': '{year}に {決|き}めた こと', en: 'Direction chosen in {year}', pt: 'Direção escolhida no {year}' },
  outcome: { ja: 'その{後|ご}どうなったか', 'ja-x-yasashii': 'その {後|あと} どう なったか', en: 'What became of it', pt: 'O que aconteceu depois' },
  outcomeAsked: { ja: '{前|まえ}の{年度|ねんど}に{決|き}めたことが、どうなったかを{書|か}いてください。', 'ja-x-yasashii': 'どう なったか {書|か}いて ください。', en: 'Tell what became of what was chosen the year before.', pt: 'Conte o que aconteceu com o que foi escolhido no ano anterior.' },
  saveOutcome: { ja: '{保存|ほぞん}する', 'ja-x-yasashii': '{保存|ほぞん}する', en: 'Save', pt: 'Salvar' },
  outcomeKept: { ja: 'その{後|ご}を{保存|ほぞん}しました', 'ja-x-yasashii': '{保存|ほぞん}しました', en: 'Saved', pt: 'Salvo' },
  unknownDirection: { ja: '{方向|ほうこう}を{選|えら}んでください', 'ja-x-yasashii': '{選|えら}んで ください', en: 'Choose a direction', pt: 'Escolha uma direção' },
})
