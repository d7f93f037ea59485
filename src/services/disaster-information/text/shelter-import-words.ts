import type { Phrase } from '#kernel/text/text.ts'
import { phrases } from '#kernel/text/text.ts'
import type { CellProblem } from '../rules/shelter-rows.ts'

/** Bringing the list of shelters in. */
export const shelterImportWords = phrases({
  title: { ja: '{避難|ひなん}{場所|ばしょ}・{避難所|ひなんじょ}の{一覧|いちらん}', 'ja-x-yasashii': '{逃|に}げる {場所|ばしょ}の {表|ひょう}', en: 'List of evacuation sites and shelters', pt: 'Lista de locais de evacuação e abrigos' },
  hint: {
    ja: '{自治体標準|じちたいひょうじゅん}オープンデータの「{指定|してい}{緊急|きんきゅう}{避難|ひなん}{場所|ばしょ}{一覧|いちらん}」、{国土地理院|こくどちりいん}の CSV・GeoJSON、この{画面|がめん}から{書|か}き{出|だ}した{表|ひょう}を{読|よ}みます。{災害|さいがい}{種別|しゅべつ}の{空欄|くうらん}は「{指定|してい}なし」です。',
    'ja-x-yasashii': '{国|くに}の {決|き}まった {形|かたち}の {表|ひょう}(CSV、GeoJSON、Excel)を {読|よ}みます。{空欄|くうらん}は 「{指定|してい}なし」です。',
    en: 'Reads the municipal standard dataset of emergency evacuation sites, the CSV and GeoJSON of the Geospatial Information Authority, and our own export. A blank hazard means “not designated”.',
    pt: 'Lê o conjunto padrão municipal de locais de evacuação, o CSV e o GeoJSON da Autoridade de Informação Geoespacial e nossa própria exportação. Risco em branco significa “não designado”.',
  },
  rows: { ja: '{表|ひょう}の{行|ぎょう}', 'ja-x-yasashii': '{行|ぎょう}', en: 'Rows', pt: 'Linhas' },
  places: { ja: '{読|よ}めた{場所|ばしょ}', 'ja-x-yasashii': '{読|よ}めた {場所|ばしょ}', en: 'Places read', pt: 'Locais lidos' },
  added: { ja: '{加|くわ}わる{場所|ばしょ}', 'ja-x-yasashii': '{増|ふ}える {場所|ばしょ}', en: 'New places', pt: 'Locais novos' },
  changed: { ja: '{変|か}わる{場所|ばしょ}', 'ja-x-yasashii': '{変|か}わる {場所|ばしょ}', en: 'Changed places', pt: 'Locais alterados' },
  same: { ja: 'そのままの{場所|ばしょ}', 'ja-x-yasashii': '{同|おな}じ {場所|ばしょ}', en: 'Unchanged places', pt: 'Locais iguais' },
  gone: { ja: '{一覧|いちらん}から{外|はず}れる{場所|ばしょ}({表|ひょう}にないもの)', 'ja-x-yasashii': 'なくなる {場所|ばしょ}', en: 'Places taken off the list (not in the file)', pt: 'Locais retirados da lista (não estão no arquivo)' },
  leftOut: { ja: '{取|と}り{込|こ}まない{行|ぎょう}', 'ja-x-yasashii': '{入|い}れない {行|ぎょう}', en: 'Rows left out', pt: 'Linhas deixadas de fora' },
  withoutTown: { ja: '{町|まち}がわからない{場所|ばしょ}', 'ja-x-yasashii': '{町|まち}が わからない {場所|ばしょ}', en: 'Places whose town is not known', pt: 'Locais cujo bairro não se sabe' },
  forFlood: { ja: '{洪水|こうずい}に{指定|してい}された{場所|ばしょ}', 'ja-x-yasashii': '{川|かわ}の {水|みず}が あふれた とき {使|つか}える {場所|ばしょ}', en: 'Designated for floods', pt: 'Designados para inundações' },
  noHeading: {
    ja: '{見出|みだ}し「{heading}」がありません。{自治体標準|じちたいひょうじゅん}か{国土地理院|こくどちりいん}の{見出|みだ}しのまま{取|と}り{込|こ}んでください。',
    'ja-x-yasashii': '{見出|みだ}し「{heading}」が ありません。{形|かたち}を {変|か}えないで {入|い}れて ください。',
    en: 'The heading “{heading}” is missing. Bring the list in with the headings of the national standard or the Geospatial Information Authority.',
    pt: 'Falta o título “{heading}”. Importe a lista com os títulos do padrão nacional ou da Autoridade de Informação Geoespacial.',
  },
  noRows: { ja: '{表|ひょう}に{場所|ばしょ}が{一|ひと}つもありません。{今|いま}の{一覧|いちらん}はそのままです。', 'ja-x-yasashii': '{場所|ばしょ}が ありません。{今|いま}の {表|ひょう}は {変|か}わりません。', en: 'There is no place in the file. The present list stays as it is.', pt: 'Não há nenhum local no arquivo. A lista atual permanece como está.' },
  notGeoJson: {
    ja: 'GeoJSON として{読|よ}めません({place}{件目|けんめ}: {why})。FeatureCollection の{点|てん}(Point)だけの{一覧|いちらん}にしてください。',
    'ja-x-yasashii': 'GeoJSONが {読|よ}めません({place}{番目|ばんめ}: {why})。',
    en: 'It cannot be read as GeoJSON (place {place}: {why}). Give a FeatureCollection of Points.',
    pt: 'Não é possível ler como GeoJSON (local {place}: {why}). Use uma FeatureCollection de Points.',
  },
  oddCell: { ja: '{確|たし}かめる{欄|らん}', 'ja-x-yasashii': '{見|み}て ほしい ところ', en: 'Cells to look at', pt: 'Células a conferir' },
  rowLeftOut: { ja: '{取|と}り{込|こ}めない{行|ぎょう}', 'ja-x-yasashii': '{入|い}れられない {行|ぎょう}', en: 'Rows that cannot be taken', pt: 'Linhas que não entram' },
  exportTitle: { ja: '{避難|ひなん}{場所|ばしょ}・{避難所|ひなんじょ}', 'ja-x-yasashii': '{逃|に}げる {場所|ばしょ}', en: 'Evacuation sites and shelters', pt: 'Locais de evacuação e abrigos' },
})

const cell = phrases({
  'no-id': { ja: '{共通|きょうつう}ID がありません。{書|か}かないとこの{行|ぎょう}は{取|と}り{込|こ}みません。', 'ja-x-yasashii': '{番号|ばんごう}が ありません。', en: 'The common ID is missing; without it the row is not taken.', pt: 'Falta o ID comum; sem ele a linha não entra.' },
  'odd-id': { ja: '「{read}」は ID に{使|つか}えません。{英数字|えいすうじ}40{字|じ}までで{書|か}いてください。', 'ja-x-yasashii': '「{read}」は {番号|ばんごう}に {使|つか}えません。', en: '“{read}” cannot be an ID. Use up to 40 letters and digits.', pt: '“{read}” não pode ser um ID. Use até 40 letras e algarismos.' },
  'id-twice': { ja: 'ID「{read}」は{前|まえ}の{行|ぎょう}にもあります。{正|ただ}しい ID を{書|か}くと{取|と}り{込|こ}みます。', 'ja-x-yasashii': '{番号|ばんごう}「{read}」が {二|ふた}つ あります。', en: 'The ID “{read}” stands in an earlier row too. Write the right one and the row is taken.', pt: 'O ID “{read}” já está em outra linha. Escreva o correto e a linha entra.' },
  'no-name': { ja: '{名前|なまえ}がありません。{書|か}かないとこの{行|ぎょう}は{取|と}り{込|こ}みません。', 'ja-x-yasashii': '{名前|なまえ}が ありません。', en: 'The name is missing; without it the row is not taken.', pt: 'Falta o nome; sem ele a linha não entra.' },
  'odd-flag': { ja: '「{read}」は 1 でも{空欄|くうらん}でもありません。{答|こた}えがなければ「{指定|してい}なし」とします。{指定|してい}されているなら 1 と{書|か}いてください。', 'ja-x-yasashii': '「{read}」は {読|よ}めません。{使|つか}えるなら 1 と {書|か}いて ください。', en: '“{read}” is neither 1 nor blank. Unanswered, it counts as “not designated”; write 1 if it is.', pt: '“{read}” não é 1 nem vazio. Sem resposta, conta como “não designado”; escreva 1 se for.' },
  'odd-degrees': { ja: '「{read}」は{国内|こくない}の{緯度|いど}・{経度|けいど}ではありません。{答|こた}えがなければ{位置|いち}は{不明|ふめい}とします。', 'ja-x-yasashii': '「{read}」は {正|ただ}しい {位置|いち}では ありません。', en: '“{read}” is no latitude or longitude in this country. Unanswered, the position counts as unknown.', pt: '“{read}” não é latitude nem longitude do país. Sem resposta, a posição fica desconhecida.' },
  'half-a-point': { ja: '{緯度|いど}と{経度|けいど}の{片方|かたほう}だけがあります。{答|こた}えがなければ{位置|いち}は{不明|ふめい}とします。', 'ja-x-yasashii': '{位置|いち}が {半分|はんぶん}しか ありません。', en: 'Only one of latitude and longitude is given. Unanswered, the position counts as unknown.', pt: 'Só há latitude ou longitude. Sem resposta, a posição fica desconhecida.' },
  'odd-capacity': { ja: '「{read}」は{人数|にんずう}ではありません。{答|こた}えがなければ{不明|ふめい}とします。', 'ja-x-yasashii': '「{read}」は {人|ひと}の {数|かず}では ありません。', en: '“{read}” is no number of people. Unanswered, it counts as unknown.', pt: '“{read}” não é um número de pessoas. Sem resposta, fica desconhecido.' },
  'odd-word': { ja: '「{read}」に、{使|つか}える{言葉|ことば}でないものがあります。それは{読|よ}みません。', 'ja-x-yasashii': '「{read}」は {読|よ}めません。', en: '“{read}” holds a word that is not known here; it is not read.', pt: '“{read}” contém uma palavra desconhecida; ela não é lida.' },
})

export const CELL_WORDS: Readonly<Record<CellProblem, Phrase>> = cell
