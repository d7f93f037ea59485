import { phrases } from '#kernel/text/text.ts'

export const indicatorWords = phrases({
  items: { ja: '{多言語|たげんご}のお{知|し}らせ', 'ja-x-yasashii': 'お{知|し}らせの {数|かず}', en: 'News items in several languages', pt: 'Notícias em vários idiomas' },
  texts: { ja: '{読|よ}めるお{知|し}らせ({言葉別|ことばべつ})', 'ja-x-yasashii': '{言葉|ことば}ごとの お{知|し}らせ', en: 'News that can be read, by language', pt: 'Notícias legíveis, por idioma' },
  sends: { ja: 'お{知|し}らせの{送信先|そうしんさき}', 'ja-x-yasashii': '{送|おく}った {数|かず}', en: 'News sent to subscribers', pt: 'Notícias enviadas a inscritos' },
  minutes: { ja: '{公開|こうかい}から{訳|やく}がそろうまで', 'ja-x-yasashii': '{訳|やく}が できるまで', en: 'Time from publication to translation', pt: 'Tempo da publicação à tradução' },
  unitItems: { ja: '{件|けん}', 'ja-x-yasashii': '{件|けん}', en: 'items', pt: 'itens' },
  unitPeople: { ja: '{人|にん}', 'ja-x-yasashii': '{人|にん}', en: 'people', pt: 'pessoas' },
  unitMinutes: { ja: '{分|ふん}', 'ja-x-yasashii': '{分|ふん}', en: 'minutes', pt: 'minutos' },
  first: { ja: '{最初|さいしょ}の{数|かぞ}え{方|かた}', 'ja-x-yasashii': '{初|はじ}めの {数|かぞ}え{方|かた}', en: 'First definition', pt: 'Primeira definição' },
})
