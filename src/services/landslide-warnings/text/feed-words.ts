import { phrases, type Phrase } from '#kernel/text/text.ts'
import type { FeedProblem } from '../model.ts'

export const feedWords = phrases({
  named: { ja: '{危険度|きけんど}は{県|けん}のサーバーから{受|う}け{取|と}っています。', 'ja-x-yasashii': '{県|けん}の サーバーの {情報|じょうほう}です。', en: 'The danger comes from the prefecture’s server.', pt: 'O perigo vem do servidor da província.' },
  standIn: { ja: 'デモの{代|か}わりのサーバーが{架空|かくう}の{危険度|きけんど}を{返|かえ}しています。', 'ja-x-yasashii': 'デモです。{本当|ほんとう}の {情報|じょうほう}では ありません。', en: 'A stand-in answers with invented danger, since this is a demo.', pt: 'Um substituto responde com perigo fictício, pois isto é uma demonstração.' },
  none: { ja: '{危険度|きけんど}を{受|う}け{取|と}る{先|さき}が{決|き}められていません', 'ja-x-yasashii': '{情報|じょうほう}を もらう ところが ありません', en: 'No source of danger data is set up', pt: 'Nenhuma fonte de dados de perigo está configurada' },
  noneBody: {
    ja: '{県|けん}のサーバーのアドレスを LANDSLIDE_FEED_URL に{書|か}いて、つなぐを{起動|きどう}し{直|なお}してください。それまで、どのますも「{不明|ふめい}」のままです。',
    'ja-x-yasashii': '{県|けん}の サーバーの アドレスを LANDSLIDE_FEED_URL に {書|か}いて ください。',
    en: 'Write the address of the prefecture’s server into LANDSLIDE_FEED_URL and start again. Until then every square stays “not known”.',
    pt: 'Escreva o endereço do servidor da província em LANDSLIDE_FEED_URL e reinicie. Até lá, todos os quadrados ficam como “desconhecido”.',
  },
  notYet: { ja: '{危険度|きけんど}のデータをまだ{尋|たず}ねていません。', 'ja-x-yasashii': 'まだ {情報|じょうほう}を もらって いません。', en: 'The danger data has not been asked for yet.', pt: 'Os dados de perigo ainda não foram solicitados.' },
  never: { ja: 'まだ{一度|いちど}も{受|う}け{取|と}れていません({time}に{尋|たず}ねました)。', 'ja-x-yasashii': 'まだ もらって いません({time})。', en: 'Nothing has been taken in yet (asked at {time}).', pt: 'Nada foi recebido ainda (solicitado em {time}).' },
  answered: { ja: '{最後|さいご}の{返事|へんじ}は{time}です。', 'ja-x-yasashii': '{最後|さいご}は {time}です。', en: 'Last answer at {time}.', pt: 'Última resposta em {time}.' },
  leftOut: { ja: 'この{市|し}と{周|まわ}りにないます{count}{行|ぎょう}は{使|つか}いませんでした。', 'ja-x-yasashii': 'ほかの {市|し}の ますは {使|つか}いません: {count}', en: '{count} rows of squares that are not in or next to the city were left out.', pt: '{count} linhas de quadrados fora da cidade e de seu entorno foram ignoradas.' },
  refused: { ja: '{time}のデータは{使|つか}いませんでした', 'ja-x-yasashii': '{time}の {情報|じょうほう}は {使|つか}いませんでした', en: 'What came at {time} was not taken in', pt: 'O que chegou em {time} não foi usado' },
})

/** Why, in words; the row and the column, or what the server said, stand behind. */
export const FEED_PROBLEM_WORDS: Readonly<Record<FeedProblem, Phrase<never>>> = phrases({
  'no-answer': { ja: 'サーバーが{答|こた}えません。', 'ja-x-yasashii': 'サーバーが {答|こた}えません。', en: 'The server does not answer.', pt: 'O servidor não responde.' },
  'not-ok': { ja: 'サーバーがデータを{出|だ}しません。', 'ja-x-yasashii': 'サーバーが {情報|じょうほう}を {出|だ}しません。', en: 'The server gives no data.', pt: 'O servidor não fornece os dados.' },
  'other-city': { ja: 'この{市|し}のますが{一|ひと}つもありません。', 'ja-x-yasashii': 'この {市|し}の ますが ありません。', en: 'No square of this city is in it.', pt: 'Não há nenhum quadrado desta cidade.' },
  'too-long': { ja: '{大|おお}きすぎます。', 'ja-x-yasashii': '{大|おお}きすぎます。', en: 'It is too long.', pt: 'É grande demais.' },
  'not-csv': { ja: 'UTF-8 の CSV ではありません。', 'ja-x-yasashii': 'UTF-8 の CSV では ありません。', en: 'It is no CSV in UTF-8.', pt: 'Não é um CSV em UTF-8.' },
  'missing-column': { ja: '{列|れつ}が{足|た}りません。', 'ja-x-yasashii': '{列|れつ}が {足|た}りません。', en: 'A column is missing.', pt: 'Falta uma coluna.' },
  'not-a-mesh': { ja: 'ますの{番号|ばんごう}(8けた)ではありません。', 'ja-x-yasashii': 'ますの {番号|ばんごう}が ちがいます。', en: 'It is no square’s number (eight digits).', pt: 'Não é número de quadrado (oito dígitos).' },
  'not-a-time': { ja: '{時刻|じこく}ではありません。', 'ja-x-yasashii': '{時間|じかん}では ありません。', en: 'It is no time.', pt: 'Não é um horário.' },
  'in-the-future': { ja: 'まだ{来|き}ていない{時刻|じこく}です。サーバーとここの{時計|とけい}を{確|たし}かめてください。', 'ja-x-yasashii': 'まだ {来|き}て いない {時間|じかん}です。{時計|とけい}を {見|み}て ください。', en: 'Its time has not come yet. Check the server’s clock and ours.', pt: 'O horário ainda não chegou. Verifique o relógio do servidor e o nosso.' },
  'not-a-level': { ja: '{危険度|きけんど}(0から5)ではありません。', 'ja-x-yasashii': '{危|あぶ}なさ(0から 5)では ありません。', en: 'It is no level (0 to 5).', pt: 'Não é um nível (0 a 5).' },
  twice: { ja: '{同|おな}じますが{二度|にど}あります。', 'ja-x-yasashii': '{同|おな}じ ますが 2つ あります。', en: 'A square stands in it twice.', pt: 'Um quadrado aparece duas vezes.' },
})
