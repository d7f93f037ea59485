import { phrases } from '#kernel/text/text.ts'

export const indicatorWords = phrases({
  searches: { ja: 'ごみ{分別|ぶんべつ}の{検索|けんさく}', 'ja-x-yasashii': 'ごみの {分|わ}け{方|かた}を さがした {回数|かいすう}', en: 'Searches of the garbage guide', pt: 'Buscas no guia de lixo' },
  hitRate: { ja: '{品目|ひんもく}が{見|み}つかった{割合|わりあい}', 'ja-x-yasashii': '{見|み}つかった {割合|わりあい}', en: 'Searches that found something', pt: 'Buscas com resultado' },
  itemsAdded: { ja: '{追加|ついか}した{品目|ひんもく}', 'ja-x-yasashii': '{新|あたら}しく {入|い}れた もの', en: 'Things added to the guide', pt: 'Itens acrescentados ao guia' },
  questions: { ja: '{載|の}っていない{品目|ひんもく}の{質問|しつもん}', 'ja-x-yasashii': 'ない ものの {質問|しつもん}', en: 'Questions about missing things', pt: 'Perguntas sobre itens que faltam' },
  fetches: { ja: '{収集|しゅうしゅう}カレンダーの{受信|じゅしん}', 'ja-x-yasashii': 'カレンダーを {受|う}け{取|と}った {回数|かいすう}', en: 'Calendars fetched', pt: 'Calendários recebidos' },
  times: { ja: '{回|かい}', 'ja-x-yasashii': '{回|かい}', en: 'times', pt: 'vezes' },
  items: { ja: '{品目|ひんもく}', 'ja-x-yasashii': '{個|こ}', en: 'things', pt: 'itens' },
  cases: { ja: '{件|けん}', 'ja-x-yasashii': '{件|けん}', en: 'questions', pt: 'perguntas' },
  percent: { ja: '％', 'ja-x-yasashii': 'パーセント', en: '%', pt: '%' },
  first: { ja: '{数|かぞ}え{始|はじ}めた{時|とき}の{決|き}め{方|かた}', 'ja-x-yasashii': 'はじめの {決|き}まり', en: 'The first definition', pt: 'A primeira definição' },
})
