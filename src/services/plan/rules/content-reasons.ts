import { phrases } from '#kernel/text/text.ts'

/** Reasons to ask about marks, texts and owners: what stands in the cells. */
export const CONTENT_REASONS = phrases({
  'year-mark-lost': {
    ja: '{年度|ねんど}の{印|しるし}が{found}{個|こ}しかなく{expected}{年度分|ねんどぶん}に{足|た}りません。「{column}」の{印|しるし}が{抜|ぬ}けたと{読|よ}みました。',
    'ja-x-yasashii':
      '{印|しるし}が{found}{個|こ}です。{expected}{個|こ}{必要|ひつよう}です。「{column}」の{印|しるし}がないと{読|よ}みました。',
    en: 'There are {found} marks for {expected} years; the one of “{column}” was read as lost.',
    pt: 'Há {found} sinais para {expected} anos; o de “{column}” foi lido como perdido.',
  },
  'year-mark-lost-copy': {
    ja: '{年度|ねんど}の{印|しるし}が{found}{個|こ}しかなく{expected}{年度分|ねんどぶん}に{足|た}りません。{同|おな}じ{事業|じぎょう}のほかの{行|ぎょう}から「{column}」を{補|おぎな}う{案|あん}です。',
    'ja-x-yasashii':
      '{印|しるし}が{found}{個|こ}です。{expected}{個|こ}{必要|ひつよう}です。{同|おな}じ{仕事|しごと}の{行|ぎょう}から「{column}」を{入|い}れます。',
    en: 'There are {found} marks for {expected} years; “{column}” is filled from another listing of the project.',
    pt: 'Há {found} sinais para {expected} anos; “{column}” é preenchido a partir de outra listagem do projeto.',
  },
  'year-texts-apart': {
    ja: '{年度|ねんど}の{文|ぶん}が{印|しるし}とは{別|べつ}のセルに{並|なら}んでいたので、{各年度|かくねんど}の{添|そ}え{書|が}きとして{読|よ}みました。',
    'ja-x-yasashii':
      '{年度|ねんど}の{説明|せつめい}が{別|べつ}の{場所|ばしょ}にありました。それぞれの{年度|ねんど}の{説明|せつめい}として{読|よ}みました。',
    en: 'The texts of the years stood in cells of their own and were read as notes beside the marks.',
    pt: 'Os textos dos anos estavam em células próprias e foram lidos como notas junto aos sinais.',
  },
  'year-text-order': {
    ja: '「{column}」の{添|そ}え{書|が}きが{named}のことを{述|の}べており、{年度|ねんど}の{順|じゅん}と{合|あ}いません。',
    'ja-x-yasashii':
      '「{column}」の{説明|せつめい}に{named}のことが{書|か}いてあります。{年度|ねんど}がちがうかもしれません。',
    en: 'The note of “{column}” speaks of {named}, which does not fit the order of years.',
    pt: 'A nota de “{column}” fala de {named}, o que não combina com a ordem dos anos.',
  },
  'variant-mark': {
    ja: '「{mark}」は{凡例|はんれい}の「{glyph}」の{字形違|じけいちが}いと{読|よ}みました。',
    'ja-x-yasashii': '「{mark}」は「{glyph}」と{同|おな}じ{印|しるし}と{読|よ}みました。',
    en: '“{mark}” was read as another form of “{glyph}” in the legend.',
    pt: '“{mark}” foi lido como outra forma de “{glyph}” da legenda.',
  },
  'two-marks': {
    ja: '{一|ひと}つの{欄|らん}に{印|しるし}が{二|ふた}つ{以上|いじょう}あるので、{最後|さいご}の「{mark}」を{採|と}る{案|あん}です。',
    'ja-x-yasashii': '{印|しるし}が{二|ふた}つ{以上|いじょう}あります。{最後|さいご}の「{mark}」を{使|つか}います。',
    en: 'The cell holds more than one mark; the last, “{mark}”, is proposed.',
    pt: 'A célula contém mais de um sinal; propõe-se o último, “{mark}”.',
  },
  'unknown-mark': {
    ja: '「{mark}」は{凡例|はんれい}にない{印|しるし}です。{年度|ねんど}は{印|しるし}なしとし、{元|もと}の{記載|きさい}は{添|そ}え{書|が}きに{残|のこ}します。',
    'ja-x-yasashii':
      '「{mark}」は{説明|せつめい}にない{印|しるし}です。{印|しるし}なしにして、{字|じ}を{説明|せつめい}に{残|のこ}します。',
    en: 'The legend does not know “{mark}”; no step is stored, and what was printed is kept as a note.',
    pt: 'A legenda não conhece “{mark}”; não se guarda etapa, e o que estava impresso fica como nota.',
  },
  'unlisted-mark': {
    ja: '「{mark}」は{凡例|はんれい}にない{印|しるし}です。{計画|けいかく}から{外|はず}れたものを{表|あらわ}すと{読|よ}みました。',
    'ja-x-yasashii':
      '「{mark}」は{説明|せつめい}にない{印|しるし}です。{計画|けいかく}から{外|はず}れた{意味|いみ}と{読|よ}みました。',
    en: 'The legend does not know “{mark}”; it was read as “left the plan”.',
    pt: 'A legenda não conhece “{mark}”; foi lido como “saiu do plano”.',
  },
  'mark-by-words': {
    ja: '{印|しるし}がなく「{words}」とだけあります。{凡例|はんれい}で{同|おな}じ{意味|いみ}の「{glyph}」と{読|よ}みました。',
    'ja-x-yasashii': '{印|しるし}がなく「{words}」とあります。{同|おな}じ{意味|いみ}の「{glyph}」と{読|よ}みました。',
    en: 'There is no mark, only “{words}”, which the legend calls “{glyph}”.',
    pt: 'Não há sinal, só “{words}”, que a legenda chama de “{glyph}”.',
  },
  'no-mark': {
    ja: '「{column}」に{凡例|はんれい}の{印|しるし}がありません。{書|か}かれている{文字|もじ}は{印|しるし}として{読|よ}めません。',
    'ja-x-yasashii': '「{column}」に{印|しるし}がありません。',
    en: '“{column}” holds no mark of the legend; the words cannot be read as one.',
    pt: '“{column}” não contém sinal da legenda; as palavras não podem ser lidas como tal.',
  },
  'text-beside-mark': {
    ja: '「{column}」の{印|しるし}の{横|よこ}に{文字|もじ}があります。{計画|けいかく}には{印|しるし}だけを{入|い}れます。',
    'ja-x-yasashii': '「{column}」の{印|しるし}の{横|よこ}に{字|じ}があります。{印|しるし}だけを{入|い}れます。',
    en: 'There are words beside the mark of “{column}”; only the mark is stored.',
    pt: 'Há palavras junto ao sinal de “{column}”; só o sinal é guardado.',
  },
  'broken-words': {
    ja: '{語|ご}の{途中|とちゅう}に{改行|かいぎょう}の{跡|あと}の{空白|くうはく}があるので、{詰|つ}める{案|あん}です。',
    'ja-x-yasashii': '{言葉|ことば}の{途中|とちゅう}に{空白|くうはく}があります。つなげます。',
    en: 'Line breaks left spaces inside words; joined words are proposed.',
    pt: 'Quebras de linha deixaram espaços dentro de palavras; propõem-se as palavras unidas.',
  },
  'impossible-year': {
    ja: '「{written}」は{改元|かいげん}{後|ご}の{年|とし}で、{正|ただ}しくは「{right}」です。{元|もと}の{文章|ぶんしょう}のまま{残|のこ}す{案|あん}です。',
    'ja-x-yasashii':
      '「{written}」は、{今|いま}の{言|い}い{方|かた}では「{right}」です。{元|もと}の{字|じ}のまま{残|のこ}します。',
    en: '“{written}” lies after the change of era and is “{right}”; the text is kept as written.',
    pt: '“{written}” é posterior à mudança de era e corresponde a “{right}”; o texto fica como está.',
  },
  spelling: {
    ja: '「{word}」は、この{報告書|ほうこくしょ}のほかの{箇所|かしょ}では「{usual}」と{書|か}かれています。{読|よ}み{取|と}りの{誤|あやま}りでないか{確|たし}かめてください。',
    'ja-x-yasashii': '「{word}」は、ほかの{場所|ばしょ}では「{usual}」です。まちがいではないか{見|み}てください。',
    en: 'Elsewhere the report writes “{usual}” for “{word}”; please check for a misread character.',
    pt: 'Noutros pontos o relatório escreve “{usual}” em vez de “{word}”; verifique se há erro de leitura.',
  },
  formula: {
    ja: '{表計算|ひょうけいさん}の{式|しき}のように{始|はじ}まる{文字|もじ}です。{計算|けいさん}せず、{文字|もじ}のまま{入|い}れます。',
    'ja-x-yasashii':
      '{計算|けいさん}の{式|しき}のような{字|じ}です。{計算|けいさん}しないで、{字|じ}のまま{入|い}れます。',
    en: 'The text begins like a spreadsheet formula; it is kept as text and never computed.',
    pt: 'O texto começa como uma fórmula de planilha; fica como texto e nunca é calculado.',
  },
  'control-characters': {
    ja: '{目|め}に{見|み}えない{制御|せいぎょ}{文字|もじ}が{混|ま}じっているので、{取|と}り{除|のぞ}く{案|あん}です。',
    'ja-x-yasashii': '{見|み}えない{特別|とくべつ}な{字|じ}があります。{取|と}ります。',
    en: 'The cell holds control characters; the text without them is proposed.',
    pt: 'A célula contém caracteres de controle; propõe-se o texto sem eles.',
  },
  'invisible-characters': {
    ja: '{文字|もじ}の{向|む}きを{変|か}える{符号|ふごう}など{見|み}えない{文字|もじ}が{混|ま}じっているので、{取|と}り{除|のぞ}く{案|あん}です。',
    'ja-x-yasashii': '{見|み}えない{字|じ}があります。{取|と}ります。',
    en: 'The cell holds invisible characters, such as marks of writing direction; the text without them is proposed.',
    pt: 'A célula contém caracteres invisíveis, como marcas de direção; propõe-se o texto sem eles.',
  },
  'too-long': {
    ja: 'セルが{長|なが}すぎるので、{読|よ}める{長|なが}さまでで{切|き}りました。',
    'ja-x-yasashii': '{字|じ}が{多|おお}すぎます。{途中|とちゅう}で{切|き}りました。',
    en: 'The cell is too long and was cut at the limit.',
    pt: 'A célula é longa demais e foi cortada no limite.',
  },
  undecodable: {
    ja: '{読|よ}み{取|と}れない{文字|もじ}（〓や�）があります。{正|ただ}しい{文字|もじ}に{直|なお}してください。',
    'ja-x-yasashii': '{読|よ}めない{字|じ}（�）があります。{正|ただ}しい{字|じ}を{書|か}いてください。',
    en: 'A character could not be decoded (�); please put in the right one.',
    pt: 'Um caractere não pôde ser decodificado (�); coloque o correto.',
  },
  'html-layout': {
    ja: 'ページの{体裁|ていさい}を{表|あらわ}すHTMLのタグが{混|ま}じっているので、{文章|ぶんしょう}だけを{段落|だんらく}にして{取|と}り{出|だ}しました。',
    'ja-x-yasashii': 'HTMLの{記号|きごう}があります。{文|ぶん}だけを{取|と}り{出|だ}しました。',
    en: 'The text held HTML tags of the page layout; its words were taken out as paragraphs.',
    pt: 'O texto continha marcas HTML do layout; as palavras foram extraídas em parágrafos.',
  },
  'joint-owners': {
    ja: '{一|ひと}つのセルに{組織|そしき}の{名前|なまえ}が{二|ふた}つ{以上|いじょう}あるので、{共同|きょうどう}の{担当|たんとう}として{分|わ}けて{読|よ}みました。',
    'ja-x-yasashii':
      '{名前|なまえ}が{二|ふた}つ{以上|いじょう}あります。いっしょに{担当|たんとう}すると{読|よ}みました。',
    en: 'One cell names more than one unit; they were read as joint owners.',
    pt: 'Uma célula nomeia mais de uma unidade; foram lidas como responsáveis conjuntas.',
  },
  'numbered-owners': {
    ja: '①②の{番号|ばんごう}が{付|つ}いた{担当|たんとう}なので、{事業|じぎょう}の①②に{対応|たいおう}する{共同|きょうどう}の{担当|たんとう}として{読|よ}みました。',
    'ja-x-yasashii': '①②の{番号|ばんごう}があります。{仕事|しごと}の①②の{担当|たんとう}と{読|よ}みました。',
    en: 'The units are numbered ①②; they were read as joint owners of the parts ① and ② of the project.',
    pt: 'As unidades estão numeradas ①②; foram lidas como responsáveis conjuntas das partes ① e ② do projeto.',
  },
  'numbered-parts': {
    ja: '{一|ひと}つの{行|ぎょう}に①②の{二|ふた}つの{内容|ないよう}があります。{一|ひと}つの{事業|じぎょう}として{入|い}れます。',
    'ja-x-yasashii': '①②の{二|ふた}つの{内容|ないよう}があります。{一|ひと}つの{仕事|しごと}として{入|い}れます。',
    en: 'One row holds two parts, ① and ②; it is kept as one project.',
    pt: 'Uma linha contém duas partes, ① e ②; fica como um só projeto.',
  },
  'owner-path': {
    ja: '{部|ぶ}・{課|か}・グループが{一|ひと}つのセルに{入|はい}っているので、{名前|なまえ}の{終|お}わりの{文字|もじ}で{分|わ}けました。',
    'ja-x-yasashii':
      '{部|ぶ}と{課|か}とグループがいっしょです。{名前|なまえ}の{最後|さいご}の{字|じ}で{分|わ}けました。',
    en: 'Department, section and group stand in one cell; they were told apart by how their names end.',
    pt: 'Departamento, seção e grupo estão numa célula; foram separados pelo fim dos nomes.',
  },
  'unit-variant': {
    ja: 'よく{似|に}た{組織名|そしきめい}「{others}」がほかの{行|ぎょう}にあります。{同|おな}じ{組織|そしき}か{確|たし}かめてください。',
    'ja-x-yasashii': '{似|に}た{名前|なまえ}「{others}」がほかにあります。{同|おな}じところか{見|み}てください。',
    en: 'Other rows name “{others}”, which is nearly the same; please check whether it is one unit.',
    pt: 'Outras linhas citam “{others}”, quase igual; verifique se é a mesma unidade.',
  },
})
