import { phrases } from '#kernel/text/text.ts'

/** What staff read about how many people subscribe. */
export const subscriberWords = phrases({
  title: { ja: '{受|う}け{取|と}る{人|ひと}の{数|かず}', 'ja-x-yasashii': '{受|う}け{取|と}る {人|ひと}の {数|かず}', en: 'Subscribers', pt: 'Inscritos' },
  lead: {
    ja: '{数|かず}だけです。{宛先|あてさき}はどこにも{表示|ひょうじ}しません。1{人|り}が2つの{方法|ほうほう}で{受|う}け{取|と}ると、2と{数|かぞ}えます。',
    'ja-x-yasashii': '{数|かず}だけを {見|み}せます。アドレスは {見|み}せません。',
    en: 'Numbers only: no address is shown anywhere. Whoever is reached in two ways counts twice.',
    pt: 'Só números: nenhum endereço é mostrado. Quem recebe de duas formas conta duas vezes.',
  },
  byChannel: { ja: '{受|う}け{取|と}り{方|かた}と{言葉|ことば}', 'ja-x-yasashii': 'もらい{方|かた}と ことば', en: 'By channel and language', pt: 'Por canal e idioma' },
  byTopic: { ja: 'お{知|し}らせの{種類|しゅるい}', 'ja-x-yasashii': 'お{知|し}らせの {種類|しゅるい}', en: 'By topic', pt: 'Por assunto' },
  byTown: { ja: '{町|まち}', 'ja-x-yasashii': '{町|まち}', en: 'By town', pt: 'Por bairro' },
  people: { ja: '{人数|にんずう}', 'ja-x-yasashii': '{人数|にんずう}', en: 'People', pt: 'Pessoas' },
  whole: { ja: '{市|し}の{全部|ぜんぶ}', 'ja-x-yasashii': '{市|し}の {全部|ぜんぶ}', en: 'The whole city', pt: 'A cidade toda' },
  download: { ja: 'Excel で{受|う}け{取|と}る', 'ja-x-yasashii': 'Excel', en: 'Excel workbook', pt: 'Planilha Excel' },
  empty: { ja: 'まだだれも{登録|とうろく}していません', 'ja-x-yasashii': 'まだ だれも いません', en: 'Nobody has subscribed yet', pt: 'Ainda não há inscritos' },
  kind: { ja: '{区分|くぶん}', 'ja-x-yasashii': '{種類|しゅるい}', en: 'Kind', pt: 'Tipo' },
  name: { ja: '{名前|なまえ}', 'ja-x-yasashii': '{名前|なまえ}', en: 'Name', pt: 'Nome' },
})
