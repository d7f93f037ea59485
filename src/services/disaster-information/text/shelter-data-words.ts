import { phrases } from '#kernel/text/text.ts'

/** The shelters as open data. */
export const shelterDataWords = phrases({
  sheltersTitle: { ja: '{指定|してい}{緊急|きんきゅう}{避難|ひなん}{場所|ばしょ}{一覧|いちらん}', 'ja-x-yasashii': '{逃|に}げる {場所|ばしょ}の {表|ひょう}', en: 'Designated emergency evacuation sites', pt: 'Locais de evacuação de emergência designados' },
  sheltersBody: {
    ja: '{災害|さいがい}の{種類|しゅるい}ごとの{指定|してい}。{空欄|くうらん}は「{指定|してい}なし」で、{安全|あんぜん}という{意味|いみ}ではありません。',
    'ja-x-yasashii': 'どの {災害|さいがい}の とき {使|つか}えるか。{空欄|くうらん}は 「{使|つか}えない」です。',
    en: 'What each place is designated for. A blank means “not designated”, never “safe”.',
    pt: 'Para que cada local é designado. Em branco significa “não designado”, nunca “seguro”.',
  },
  openTitle: { ja: '{開設中|かいせつちゅう}の{避難所|ひなんじょ}', 'ja-x-yasashii': '{今|いま} {開|あ}いている {避難所|ひなんじょ}', en: 'Shelters that are open', pt: 'Abrigos abertos' },
  openBody: { ja: '{今|いま}{開|ひら}いている{避難所|ひなんじょ}と、{入|はい}っている{人数|にんずう}。{訓練|くんれん}は{含|ふく}みません。', 'ja-x-yasashii': '{今|いま} {開|あ}いている {避難所|ひなんじょ}。{練習|れんしゅう}は {入|はい}りません。', en: 'What is open now and how many are inside. Drills are not in it.', pt: 'O que está aberto agora e quantas pessoas há. Simulados não entram.' },
  keyword: { ja: '{防災|ぼうさい}', 'ja-x-yasashii': '{防災|ぼうさい}', en: 'disaster prevention', pt: 'prevenção de desastres' },
  id: { ja: '{共通|きょうつう}ID', 'ja-x-yasashii': '{番号|ばんごう}', en: 'Common ID', pt: 'ID comum' },
  name: { ja: '{名称|めいしょう}', 'ja-x-yasashii': '{名前|なまえ}', en: 'Name', pt: 'Nome' },
  kana: { ja: '{名称|めいしょう}のカナ', 'ja-x-yasashii': '{名前|なまえ}の カタカナ', en: 'Name in katakana', pt: 'Nome em katakana' },
  english: { ja: '{名称|めいしょう}の{英字|えいじ}', 'ja-x-yasashii': '{名前|なまえ}の {英語|えいご}', en: 'Name in Latin letters', pt: 'Nome em letras latinas' },
  address: { ja: '{所在地|しょざいち}', 'ja-x-yasashii': '{場所|ばしょ}', en: 'Address', pt: 'Endereço' },
  latitude: { ja: '{緯度|いど}', 'ja-x-yasashii': '{緯度|いど}', en: 'Latitude', pt: 'Latitude' },
  longitude: { ja: '{経度|けいど}', 'ja-x-yasashii': '{経度|けいど}', en: 'Longitude', pt: 'Longitude' },
  isShelterToo: { ja: '{指定|してい}{避難所|ひなんじょ}との{重複|ちょうふく}', 'ja-x-yasashii': '{泊|と}まれる {避難所|ひなんじょ}でも ある', en: 'Is a designated shelter too', pt: 'É também abrigo designado' },
  capacity: { ja: '{想定|そうてい}{収容|しゅうよう}{人数|にんずう}', 'ja-x-yasashii': '{入|はい}れる {人|ひと}の {数|かず}', en: 'Capacity in people', pt: 'Capacidade em pessoas' },
  note: { ja: '{備考|びこう}', 'ja-x-yasashii': 'メモ', en: 'Note', pt: 'Observação' },
  openedAt: { ja: '{開設|かいせつ}{日時|にちじ}', 'ja-x-yasashii': '{開|あ}いた {時間|じかん}', en: 'Opened at', pt: 'Aberto em' },
  occupants: { ja: '{避難者|ひなんしゃ}{数|すう}', 'ja-x-yasashii': '{中|なか}に いる {人|ひと}の {数|かず}', en: 'People inside', pt: 'Pessoas no local' },
  isFull: { ja: '{満員|まんいん}', 'ja-x-yasashii': 'いっぱいで {入|はい}れない', en: 'Full', pt: 'Lotado' },
  takesPets: { ja: 'ペットの{受|う}け{入|い}れ', 'ja-x-yasashii': 'ペットと {入|はい}れる', en: 'Takes pets', pt: 'Aceita animais' },
  changedAt: { ja: '{更新|こうしん}{日時|にちじ}', 'ja-x-yasashii': '{新|あたら}しく なった {時間|じかん}', en: 'Last changed', pt: 'Última alteração' },
})
