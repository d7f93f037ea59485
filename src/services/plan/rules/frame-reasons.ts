import { phrases } from '#kernel/text/text.ts'

/** Reasons to ask about what surrounds the rows: tree, legend, header, cover sheet. */
export const FRAME_REASONS = phrases({
  'direction-differs': {
    ja: '{同|おな}じ{番号|ばんごう}のほかの{行|ぎょう}では「{name}」となっています。',
    'ja-x-yasashii': '{同|おな}じ{番号|ばんごう}のほかの{行|ぎょう}では「{name}」です。',
    en: 'Other rows of the same number call it “{name}”.',
    pt: 'Outras linhas do mesmo número chamam-no “{name}”.',
  },
  'branch-differs-on-cover': {
    ja: '{表紙|ひょうし}では「{other}」となっており、{一覧|いちらん}の{表|ひょう}と{異|こと}なります。',
    'ja-x-yasashii': '{表紙|ひょうし}では「{other}」です。{表|ひょう}とちがいます。',
    en: 'The cover sheet calls it “{other}”, unlike the table.',
    pt: 'A capa chama-o “{other}”, diferente da tabela.',
  },
  'vision-unnamed': {
    ja: 'このビジョンの{見出|みだ}しが{見当|みあ}たりません。',
    'ja-x-yasashii': 'このビジョンの{名前|なまえ}がありません。',
    en: 'The heading of this vision is missing.',
    pt: 'Falta o título desta visão.',
  },
  'legend-glyph': {
    ja: '{凡例|はんれい}の「{label}」に{印|しるし}がありません。ほかの{凡例|はんれい}から「{glyph}」と{読|よ}みました。',
    'ja-x-yasashii': '「{label}」の{印|しるし}がありません。ほかの{説明|せつめい}から「{glyph}」と{読|よ}みました。',
    en: 'The legend has lost the mark of “{label}”; the other legends say “{glyph}”.',
    pt: 'A legenda perdeu o sinal de “{label}”; as outras legendas dizem “{glyph}”.',
  },
  'legend-differs': {
    ja: '{凡例|はんれい}がページによって{異|こと}なります。「{glyph}：{label}」を{採|と}る{案|あん}です。',
    'ja-x-yasashii': '{印|しるし}の{説明|せつめい}がページでちがいます。「{glyph}：{label}」を{使|つか}います。',
    en: 'The legends differ from page to page; “{glyph}: {label}” is proposed.',
    pt: 'As legendas diferem entre páginas; propõe-se “{glyph}: {label}”.',
  },
  'legend-missing': {
    ja: '「{column}」の{凡例|はんれい}が{見当|みあ}たらないので、{標準|ひょうじゅん}の{印|しるし}で{読|よ}みました。',
    'ja-x-yasashii': '「{column}」の{説明|せつめい}がありません。いつもの{印|しるし}で{読|よ}みました。',
    en: 'The legend of “{column}” is missing; the standard marks were used.',
    pt: 'Falta a legenda de “{column}”; usaram-se os sinais padrão.',
  },
  'header-incomplete': {
    ja: '{表|ひょう}の{見出|みだ}しの{一部|いちぶ}が{読|よ}めないので、ほかのページや{標準|ひょうじゅん}の{表|ひょう}から{補|おぎな}いました。',
    'ja-x-yasashii': '{表|ひょう}の{見出|みだ}しが{足|た}りません。ほかのページを{見|み}て{入|い}れました。',
    en: 'Part of the table’s header cannot be read; it was completed from other pages or the standard table.',
    pt: 'Parte do cabeçalho da tabela não pode ser lida; foi completada por outras páginas ou pela tabela padrão.',
  },
  'header-missing': {
    ja: '{表|ひょう}の{見出|みだ}しがないので、{標準|ひょうじゅん}の{表|ひょう}の{並|なら}びで{読|よ}みました。',
    'ja-x-yasashii': '{表|ひょう}の{見出|みだ}しがありません。いつもの{順番|じゅんばん}で{読|よ}みました。',
    en: 'The table has no header; the order of the standard table was assumed.',
    pt: 'A tabela não tem cabeçalho; supôs-se a ordem da tabela padrão.',
  },
  'unknown-column': {
    ja: '「{column}」の{列|れつ}は{計画|けいかく}に{入|い}れる{場所|ばしょ}がないので、{取|と}り{込|こ}みません。',
    'ja-x-yasashii': '「{column}」を{入|い}れる{場所|ばしょ}がありません。{入|い}れません。',
    en: 'The plan has no place for the column “{column}”; it is not imported.',
    pt: 'O plano não tem lugar para a coluna “{column}”; ela não é importada.',
  },
  'swapped-columns': {
    ja: '{見出|みだ}しの「{column}」と「{other}」が{中身|なかみ}と{逆|ぎゃく}なので、{入|い}れ{替|か}えて{読|よ}みました。',
    'ja-x-yasashii': '「{column}」と「{other}」の{見出|みだ}しが{反対|はんたい}です。{入|い}れかえて{読|よ}みました。',
    en: 'The headings “{column}” and “{other}” contradict their cells and were exchanged.',
    pt: 'Os títulos “{column}” e “{other}” contradizem as células e foram trocados.',
  },
  'cover-missing': {
    ja: '「{column}」が{表紙|ひょうし}から{読|よ}み{取|と}れないので、{表|ひょう}の{中身|なかみ}から{補|おぎな}いました。',
    'ja-x-yasashii': '「{column}」が{表紙|ひょうし}にありません。{表|ひょう}を{見|み}て{入|い}れました。',
    en: '“{column}” cannot be read from the cover sheet; it was taken from the table.',
    pt: '“{column}” não pode ser lido na capa; foi tirado da tabela.',
  },
  'cover-differs': {
    ja: '{表紙|ひょうし}の「{column}」は、{表|ひょう}の{年度|ねんど}（{years}）と{合|あ}いません。',
    'ja-x-yasashii': '{表紙|ひょうし}の「{column}」と、{表|ひょう}の{年度|ねんど}（{years}）がちがいます。',
    en: '“{column}” on the cover does not match the years of the table ({years}).',
    pt: '“{column}” na capa não combina com os anos da tabela ({years}).',
  },
})
