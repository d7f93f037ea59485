import { phrases } from '#kernel/text/text.ts'

/** What stands in the catalogue of open data. */
export const dataWords = phrases({
  itemsTitle: { ja: 'ごみの{分別方法|ぶんべつほうほう}', 'ja-x-yasashii': 'ごみの {捨|す}て{方|かた}の {一覧|いちらん}', en: 'How to sort waste', pt: 'Como separar o lixo' },
  itemsBody: {
    ja: '{品目|ひんもく}ごとの{分別区分|ぶんべつくぶん}と{注意点|ちゅういてん}です。{自治体標準|じちたいひょうじゅん}オープンデータセットの{列|れつ}にならっています。',
    'ja-x-yasashii': 'ものの {捨|す}て{方|かた}の {表|ひょう}です。',
    en: 'Class and note for every item, in the columns of the municipal standard open data set.',
    pt: 'Tipo e observação de cada item, nas colunas do padrão municipal de dados abertos.',
  },
  daysTitle: { ja: 'ごみの{収集日|しゅうしゅうび}', 'ja-x-yasashii': 'ごみを {集|あつ}める {日|ひ}', en: 'Waste collection days', pt: 'Dias de coleta do lixo' },
  daysBody: {
    ja: '{地区|ちく}と{分別区分|ぶんべつくぶん}ごとの{収集日|しゅうしゅうび}です。{曜日|ようび}の{書|か}き{方|かた}は 5374 と{同|おな}じです({例|れい}: {火|か}2 は{第|だい}2{火曜日|かようび})。',
    'ja-x-yasashii': '{地区|ちく}と ごみの {種類|しゅるい}と {集|あつ}める {日|ひ}の {表|ひょう}です。',
    en: 'Collection days by district and class, in the notation of 5374 (火2 is the second Tuesday).',
    pt: 'Dias de coleta por distrito e tipo, na notação do 5374 (火2 é a segunda terça-feira).',
  },
  keyword: { ja: 'ごみ', 'ja-x-yasashii': 'ごみ', en: 'waste', pt: 'lixo' },
  municipality: { ja: '{全国地方公共団体|ぜんこくちほうこうきょうだんたい}コード', 'ja-x-yasashii': '{市|し}の {番号|ばんごう}', en: 'Municipality code', pt: 'Código do município' },
  id: { ja: 'ID', 'ja-x-yasashii': '{番号|ばんごう}', en: 'ID', pt: 'ID' },
  item: { ja: '{品目|ひんもく}', 'ja-x-yasashii': 'もの', en: 'Item', pt: 'Item' },
  class: { ja: '{分別区分|ぶんべつくぶん}', 'ja-x-yasashii': 'ごみの {種類|しゅるい}', en: 'Class', pt: 'Tipo' },
  note: { ja: '{注意点|ちゅういてん}', 'ja-x-yasashii': '{注意|ちゅうい}', en: 'Note', pt: 'Observação' },
  districtId: { ja: '{地区|ちく}ID', 'ja-x-yasashii': '{地区|ちく}の {番号|ばんごう}', en: 'District ID', pt: 'ID do distrito' },
  district: { ja: '{地区|ちく}', 'ja-x-yasashii': '{地区|ちく}', en: 'District', pt: 'Distrito' },
  towns: { ja: '{町名|ちょうめい}', 'ja-x-yasashii': '{町|まち}', en: 'Towns', pt: 'Bairros' },
  days: { ja: '{収集日|しゅうしゅうび}', 'ja-x-yasashii': '{集|あつ}める {日|ひ}', en: 'Collection days', pt: 'Dias de coleta' },
})
