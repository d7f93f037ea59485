import { phrases, type Language, type Phrase } from '#kernel/text/text.ts'
import type { NewsState } from '../model.ts'

/** What readers see, and the words around the service. */
export const words = phrases({
  title: { ja: '{多言語|たげんご}のお{知|し}らせ', 'ja-x-yasashii': 'いろいろな {言葉|ことば}の お{知|し}らせ', en: 'News in four languages', pt: 'Notícias em quatro idiomas' },
  summary: { ja: '{市|し}のお{知|し}らせを、4つの{言葉|ことば}で{読|よ}めます', 'ja-x-yasashii': '{市|し}の お{知|し}らせを 4つの {言葉|ことば}で {読|よ}みます', en: 'News of the city in four languages', pt: 'Notícias da cidade em quatro idiomas' },
  duty: { ja: '{多言語|たげんご}のお{知|し}らせを{書|か}く', 'ja-x-yasashii': 'お{知|し}らせを {書|か}く', en: 'Writes multilingual news', pt: 'Escreve notícias multilíngues' },
  none: { ja: 'お{知|し}らせはありません', 'ja-x-yasashii': 'お{知|し}らせは ありません', en: 'There is no news', pt: 'Não há notícias' },
  noneBody: { ja: '{別|べつ}の{月|つき}を{見|み}るか、お{知|し}らせを{受|う}け{取|と}る{登録|とうろく}をしてください。', 'ja-x-yasashii': '{別|べつ}の {月|つき}を {見|み}て ください。', en: 'Look at another month, or subscribe.', pt: 'Veja outro mês ou inscreva-se.' },
  month: { ja: '{月|つき}', 'ja-x-yasashii': '{月|つき}', en: 'Month', pt: 'Mês' },
  byMonth: { ja: '{月|つき}ごとのお{知|し}らせ', 'ja-x-yasashii': '{月|つき}の お{知|し}らせ', en: 'By month', pt: 'Por mês' },
  newest: { ja: '{新|あたら}しいお{知|し}らせ', 'ja-x-yasashii': '{新|あたら}しい お{知|し}らせ', en: 'Newest', pt: 'Mais recentes' },
  readIn: { ja: '{読|よ}む{言葉|ことば}', 'ja-x-yasashii': '{読|よ}む {言葉|ことば}', en: 'Read in', pt: 'Ler em' },
  notTranslated: { ja: '{日本語|にほんご}だけです', 'ja-x-yasashii': 'まだ やさしい {日本語|にほんご}に なって いません', en: 'Not yet translated', pt: 'Ainda não traduzido' },
  notTranslatedBody: {
    ja: 'この{言葉|ことば}の{訳|やく}はまだありません。{日本語|にほんご}の{文|ぶん}を{示|しめ}しています。', 'ja-x-yasashii': 'まだ やさしい {日本語|にほんご}が ありません。 これは ふつうの {日本語|にほんご}です。',
    en: 'There is no English text yet. This is the Japanese text.', pt: 'Ainda não há texto em português. Este é o texto em japonês.',
  },
  byMachine: { ja: '{機械|きかい}が{訳|やく}しました', 'ja-x-yasashii': '{機械|きかい}が {訳|やく}しました', en: 'Translated by a machine', pt: 'Traduzido por máquina' },
  byMachineBody: {
    ja: '{間違|まちが}いがあるかもしれません。{正|ただ}しいのは{日本語|にほんご}の{文|ぶん}です。', 'ja-x-yasashii': '{間違|まちが}いが ある かもしれません。',
    en: 'It may contain mistakes. The Japanese text is the valid one.', pt: 'Pode conter erros. Vale o texto em japonês.',
  },
  follow: { ja: 'お{知|し}らせを{受|う}け{取|と}る', 'ja-x-yasashii': 'お{知|し}らせを もらう', en: 'Get the news', pt: 'Receber as notícias' },
  feed: { ja: 'フィードなど、ほかの{方法|ほうほう}', 'ja-x-yasashii': 'ほかの {方法|ほうほう}', en: 'Feeds and other ways', pt: 'Feeds e outras formas' },
  subscribe: { ja: '{登録|とうろく}する', 'ja-x-yasashii': '{登録|とうろく}する', en: 'Subscribe', pt: 'Inscrever-se' },
  withdrawnTitle: { ja: 'このお{知|し}らせは{取|と}り{下|さ}げられました', 'ja-x-yasashii': 'この お{知|し}らせは やめました', en: 'This news was withdrawn', pt: 'Esta notícia foi retirada' },
  digest: { ja: '{月|つき}のまとめ', 'ja-x-yasashii': '{月|つき}の まとめ', en: 'Digest of the month', pt: 'Resumo do mês' },
  digestTitle: { ja: '{year}{年|ねん}{month}{月|がつ}のお{知|し}らせのまとめ', 'ja-x-yasashii': '{year}{年|ねん} {month}{月|がつ}の お{知|し}らせ', en: 'News of {month}/{year}', pt: 'Notícias de {month}/{year}' },
})

export const LANGUAGE_NAMES: Readonly<Record<Language, Phrase<never>>> = phrases({
  ja: { ja: '{日本語|にほんご}', 'ja-x-yasashii': '{日本語|にほんご}', en: '日本語 (Japanese)', pt: '日本語 (japonês)' },
  'ja-x-yasashii': { ja: 'やさしい{日本語|にほんご}', 'ja-x-yasashii': 'やさしい {日本語|にほんご}', en: 'やさしい日本語 (easy Japanese)', pt: 'やさしい日本語 (japonês fácil)' },
  en: { ja: 'English({英語|えいご})', 'ja-x-yasashii': 'English（{英語|えいご}）', en: 'English', pt: 'English (inglês)' },
  pt: { ja: 'Português(ポルトガル{語|ご})', 'ja-x-yasashii': 'Português（ポルトガル{語|ご}）', en: 'Português (Portuguese)', pt: 'Português' },
})

export const STATE_WORDS: Readonly<Record<NewsState, Phrase<never>>> = phrases({
  draft: { ja: '{下書|したが}き', 'ja-x-yasashii': '{下書|したが}き', en: 'Draft', pt: 'Rascunho' },
  asked: { ja: '2{人目|にんめ}の{確認|かくにん}を{待|ま}つ', 'ja-x-yasashii': '2{人目|にんめ}を {待|ま}つ', en: 'Waits for a second person', pt: 'Aguarda segunda pessoa' },
  published: { ja: '{公開中|こうかいちゅう}', 'ja-x-yasashii': '{出|だ}した', en: 'Published', pt: 'Publicada' },
  withdrawn: { ja: '{取|と}り{下|さ}げ', 'ja-x-yasashii': 'やめた', en: 'Withdrawn', pt: 'Retirada' },
})
