import { phrases } from '#kernel/text/text.ts'

/** Why a place of an imported report is asked about: one plain sentence for each kind of question. */
export const QUESTION_REASONS = phrases({
  // Rows and cells
  'lost-cell': {
    ja: 'この{行|ぎょう}には「{column}」の{欄|らん}がなく、{右|みぎ}の{欄|らん}が{左|ひだり}に{詰|つ}まっていると{読|よ}みました。',
    'ja-x-yasashii': 'この{行|ぎょう}には「{column}」がありません。{右|みぎ}の{字|じ}が{左|ひだり}に{来|き}たと{読|よ}みました。',
    en: 'This row has lost its cell for “{column}”; the cells to its right were read as having moved left.',
    pt: 'Esta linha perdeu a célula “{column}”; as células à direita foram lidas como deslocadas para a esquerda.',
  },
  'lost-cell-copy': {
    ja: 'この{行|ぎょう}には「{column}」の{欄|らん}がありません。{同|おな}じ{事業|じぎょう}の{source}の{記載|きさい}を{使|つか}う{案|あん}です。',
    'ja-x-yasashii': 'この{行|ぎょう}には「{column}」がありません。{同|おな}じ{仕事|しごと}の{source}の{字|じ}を{使|つか}います。',
    en: 'This row has lost its cell for “{column}”; the text of {source}, the same project, is proposed.',
    pt: 'Esta linha perdeu a célula “{column}”; propõe-se o texto de {source}, o mesmo projeto.',
  },
  'blank-cell': {
    ja: 'ほかの{行|ぎょう}には「{column}」の{記載|きさい}がありますが、この{行|ぎょう}では{空欄|くうらん}です。',
    'ja-x-yasashii': 'この{行|ぎょう}の「{column}」には{何|なに}も{書|か}いてありません。',
    en: 'Other rows fill in “{column}”, but here it is blank.',
    pt: 'Outras linhas preenchem “{column}”, mas aqui está em branco.',
  },
  'blank-cell-copy': {
    ja: '「{column}」が{空欄|くうらん}です。{同|おな}じ{事業|じぎょう}の{source}の{記載|きさい}を{使|つか}う{案|あん}です。',
    'ja-x-yasashii': '「{column}」に{何|なに}もありません。{同|おな}じ{仕事|しごと}の{source}の{字|じ}を{使|つか}います。',
    en: '“{column}” is blank; the text of {source}, the same project, is proposed.',
    pt: '“{column}” está em branco; propõe-se o texto de {source}, o mesmo projeto.',
  },
  'mark-among-texts': {
    ja: '「{column}」に{文章|ぶんしょう}がなく{印|しるし}だけがあります。{隣|となり}の{印|しるし}が{入|はい}り、{文章|ぶんしょう}が{抜|ぬ}けたと{読|よ}みました。',
    'ja-x-yasashii': '「{column}」に{文|ぶん}がなく、{印|しるし}だけがあります。{文|ぶん}がなくなったと{読|よ}みました。',
    en: '“{column}” holds only a mark: the neighbouring mark was read as doubled and the text as lost.',
    pt: '“{column}” contém só um sinal: leu-se o sinal vizinho como repetido e o texto como perdido.',
  },
  'displaced-cells': {
    ja: '「{column}」から{右|みぎ}の{欄|らん}がずれていたので、{内容|ないよう}に{合|あ}う{欄|らん}へ{移|うつ}して{読|よ}みました。',
    'ja-x-yasashii': '「{column}」から{右|みぎ}の{場所|ばしょ}がちがいました。{正|ただ}しい{場所|ばしょ}へ{動|うご}かして{読|よ}みました。',
    en: 'From “{column}” on the cells stood in the wrong columns and were read where their contents belong.',
    pt: 'A partir de “{column}” as células estavam em colunas erradas e foram lidas onde o conteúdo pertence.',
  },
  'merged-cells': {
    ja: '「{column}」とほかの{欄|らん}の{内容|ないよう}が{一|ひと}つのセルに{入|はい}っていたので、{分|わ}けて{読|よ}みました。',
    'ja-x-yasashii': '「{column}」とほかの{字|じ}がいっしょになっていました。{分|わ}けて{読|よ}みました。',
    en: 'One cell held “{column}” together with another column; they were read apart.',
    pt: 'Uma célula continha “{column}” junto com outra coluna; foram lidas separadamente.',
  },
  'torn-cell': {
    ja: '「{column}」の{内容|ないよう}が{複数|ふくすう}のセルに{分|わ}かれていたので、つないで{読|よ}みました。',
    'ja-x-yasashii': '「{column}」の{字|じ}がいくつかに{分|わ}かれていました。つないで{読|よ}みました。',
    en: 'The text of “{column}” was torn into several cells and was read as one.',
    pt: 'O texto de “{column}” estava dividido em várias células e foi lido como um só.',
  },
  'swapped-cells': {
    ja: '「{column}」と「{other}」の{中身|なかみ}が{入|い}れ{替|か}わっていると{読|よ}みました。',
    'ja-x-yasashii': '「{column}」と「{other}」の{場所|ばしょ}が{反対|はんたい}だと{読|よ}みました。',
    en: 'The contents of “{column}” and “{other}” were read as exchanged.',
    pt: 'Os conteúdos de “{column}” e “{other}” foram lidos como trocados.',
  },
  'extra-cell': {
    ja: 'どの{欄|らん}にも{当|あ}てはまらないセルなので、{計画|けいかく}には{入|い}れません。',
    'ja-x-yasashii': 'どこに{入|い}れるかわからない{字|じ}です。{計画|けいかく}には{入|い}れません。',
    en: 'This cell fits no column and is not taken into the plan.',
    pt: 'Esta célula não cabe em nenhuma coluna e não entra no plano.',
  },
  'row-over-lines': {
    ja: '{一|ひと}つの{行|ぎょう}が{lines}{行|ぎょう}に{分|わ}かれていたので、つないで{読|よ}みました。',
    'ja-x-yasashii': '{一|ひと}つの{行|ぎょう}が{lines}つに{分|わ}かれていました。つないで{読|よ}みました。',
    en: 'One row stood on {lines} lines and was read as one.',
    pt: 'Uma linha da tabela ocupava {lines} linhas e foi lida como uma só.',
  },
  'glued-rows': {
    ja: '{前|まえ}の{行|ぎょう}と{改行|かいぎょう}なしにつながっていたので、{番号|ばんごう}の{前|まえ}で{分|わ}けました。',
    'ja-x-yasashii': '{前|まえ}の{行|ぎょう}とつながっていました。{番号|ばんごう}の{前|まえ}で{分|わ}けました。',
    en: 'This row was glued to the one before; they were parted before its number.',
    pt: 'Esta linha estava colada à anterior; foram separadas antes do número.',
  },
  'cut-row': {
    ja: 'この{行|ぎょう}は「{column}」で{切|き}れています。{文章|ぶんしょう}の{終|お}わりも{失|うしな}われているかもしれません。',
    'ja-x-yasashii': 'この{行|ぎょう}は「{column}」で{終|お}わっています。{続|つづ}きがないかもしれません。',
    en: 'This row breaks off at “{column}”; the end of that text may be lost as well.',
    pt: 'Esta linha termina em “{column}”; o fim desse texto também pode estar perdido.',
  },
  'repeated-row': {
    ja: '{line}{行目|ぎょうめ}とまったく{同|おな}じ{行|ぎょう}なので、{一度|いちど}だけ{数|かぞ}えます。',
    'ja-x-yasashii': '{line}{行目|ぎょうめ}と{同|おな}じです。{一|いっ}かいだけ{数|かぞ}えます。',
    en: 'This row repeats line {line} word for word and is counted once.',
    pt: 'Esta linha repete a linha {line} palavra por palavra e é contada uma só vez.',
  },
  'row-out-of-order': {
    ja: '{番号|ばんごう}の{順|じゅん}に{並|なら}んでいない{行|ぎょう}なので、{番号|ばんごう}の{順|じゅん}の{位置|いち}に{置|お}きます。',
    'ja-x-yasashii': '{番号|ばんごう}の{順番|じゅんばん}がちがいます。{番号|ばんごう}の{順番|じゅんばん}に{置|お}きます。',
    en: 'This row stands out of the order of numbers and is placed by its number.',
    pt: 'Esta linha está fora da ordem dos números e é colocada pelo seu número.',
  },
  'line-left-out': {
    ja: '{表|ひょう}の{行|ぎょう}とも{見出|みだ}しとも{読|よ}めない{行|ぎょう}なので、{計画|けいかく}には{入|い}れません。',
    'ja-x-yasashii': '{何|なん}の{行|ぎょう}かわかりません。{計画|けいかく}には{入|い}れません。',
    en: 'This line is neither a row nor a heading and is not taken into the plan.',
    pt: 'Esta linha não é nem linha da tabela nem título e não entra no plano.',
  },
  'doubtful-text': {
    ja: '「{column}」の{文章|ぶんしょう}が{年度|ねんど}の{添|そ}え{書|が}きのように{読|よ}めます。この{欄|らん}のままでよいか{確|たし}かめてください。',
    'ja-x-yasashii': '「{column}」の{字|じ}は、{年度|ねんど}の{説明|せつめい}のようです。ここでよいか{見|み}てください。',
    en: 'The text of “{column}” reads like a note beside a year; please confirm that it belongs here.',
    pt: 'O texto de “{column}” parece uma nota de um ano; confirme se pertence a esta coluna.',
  },
  'stored-differently': {
    ja: '「{column}」の{元|もと}の{記載|きさい}と{計画|けいかく}に{入|い}れる{値|あたい}が{異|こと}なります。',
    'ja-x-yasashii': '「{column}」の{元|もと}の{字|じ}と、{計画|けいかく}に{入|い}れる{字|じ}がちがいます。',
    en: 'What the source says in “{column}” and what the plan would hold differ.',
    pt: 'O que a fonte diz em “{column}” e o que o plano guardaria são diferentes.',
  },
  // Numbers
  'number-lost': {
    ja: '{番号|ばんごう}が{読|よ}み{取|と}れないので、{前後|ぜんご}の{行|ぎょう}から{考|かんが}えた{番号|ばんごう}です。',
    'ja-x-yasashii': '{番号|ばんごう}が{読|よ}めません。{前|まえ}と{後|あと}の{行|ぎょう}から{考|かんが}えました。',
    en: 'The number cannot be read; this one follows from the rows around it.',
    pt: 'O número não pode ser lido; este resulta das linhas vizinhas.',
  },
  'number-repeated': {
    ja: '{同|おな}じ{番号|ばんごう}が{line}{行目|ぎょうめ}にもあるので、{空|あ}いている{番号|ばんごう}を{付|つ}ける{案|あん}です。',
    'ja-x-yasashii': '{同|おな}じ{番号|ばんごう}が{line}{行目|ぎょうめ}にもあります。ほかの{番号|ばんごう}を{付|つ}けます。',
    en: 'Line {line} bears the same number; a free one is proposed.',
    pt: 'A linha {line} tem o mesmo número; propõe-se um número livre.',
  },
  'number-form': {
    ja: '{番号|ばんごう}の{書|か}き{方|かた}がほかの{行|ぎょう}と{異|こと}なるので、そろえる{案|あん}です。',
    'ja-x-yasashii': '{番号|ばんごう}の{書|か}き{方|かた}がほかとちがいます。{同|おな}じにします。',
    en: 'The number is written differently from the others; the usual form is proposed.',
    pt: 'O número está escrito de forma diferente dos outros; propõe-se a forma usual.',
  },
  'number-gap': {
    ja: 'この{番号|ばんごう}の{行|ぎょう}が{見当|みあ}たりません。{元|もと}の{表|ひょう}に{欠番|けつばん}があるか{確|たし}かめてください。',
    'ja-x-yasashii': 'この{番号|ばんごう}の{行|ぎょう}がありません。{元|もと}の{表|ひょう}を{見|み}てください。',
    en: 'No row bears this number; please check whether the printed table leaves it out.',
    pt: 'Nenhuma linha tem este número; verifique se a tabela impressa o omite.',
  },
  // Repetitions
  'relisting-name': {
    ja: '【{再掲|さいけい}】ですが{同|おな}じ{名前|なまえ}の{事業|じぎょう}がありません。{名前|なまえ}が{近|ちか}い{main}「{name}」の{再掲|さいけい}と{読|よ}みました。',
    'ja-x-yasashii': '【{再掲|さいけい}】ですが、{同|おな}じ{名前|なまえ}がありません。{近|ちか}い{名前|なまえ}の{main}「{name}」と{同|おな}じと{読|よ}みました。',
    en: 'This is marked as a repetition, but no project bears the same name; {main} “{name}” comes nearest.',
    pt: 'Está marcado como repetição, mas nenhum projeto tem o mesmo nome; {main} “{name}” é o mais próximo.',
  },
  'relisting-alone': {
    ja: '【{再掲|さいけい}】ですが{元|もと}の{事業|じぎょう}が{見当|みあ}たらないので、{一|ひと}つの{事業|じぎょう}として{入|い}れます。',
    'ja-x-yasashii': '【{再掲|さいけい}】ですが、{元|もと}の{行|ぎょう}がありません。{一|ひと}つの{仕事|しごと}として{入|い}れます。',
    en: 'This is marked as a repetition, but its main listing is missing; it is kept as a project of its own.',
    pt: 'Está marcado como repetição, mas falta a listagem principal; fica como projeto próprio.',
  },
  'relisting-unmarked': {
    ja: '{main}と{同|おな}じ{事業|じぎょう}ですが【{再掲|さいけい}】の{印|しるし}がありません。{再掲|さいけい}と{読|よ}みました。',
    'ja-x-yasashii': '{main}と{同|おな}じ{仕事|しごと}ですが【{再掲|さいけい}】がありません。{再掲|さいけい}と{読|よ}みました。',
    en: 'This is the same project as {main} but bears no mark of repetition; it was read as one.',
    pt: 'É o mesmo projeto que {main}, mas sem sinal de repetição; foi lido como repetição.',
  },
  'same-name': {
    ja: '{main}と{事業名|じぎょうめい}が{同|おな}じですが{内容|ないよう}が{異|こと}なるので、{別|べつ}の{事業|じぎょう}として{入|い}れます。',
    'ja-x-yasashii': '{main}と{名前|なまえ}が{同|おな}じですが、{内容|ないよう}がちがいます。{別|べつ}の{仕事|しごと}として{入|い}れます。',
    en: 'The name is that of {main}, but the contents differ; it is kept as a project of its own.',
    pt: 'O nome é o de {main}, mas o conteúdo é diferente; fica como projeto próprio.',
  },
  'relistings-missing': {
    ja: '【{再掲有|さいけいあり}】ですが、ほかに{同|おな}じ{事業|じぎょう}の{行|ぎょう}が{見当|みあ}たりません。',
    'ja-x-yasashii': '【{再掲有|さいけいあり}】ですが、{同|おな}じ{仕事|しごと}の{行|ぎょう}がほかにありません。',
    en: 'The project is said to be listed again, but no other row lists it.',
    pt: 'Diz-se que o projeto é listado de novo, mas nenhuma outra linha o lista.',
  },
  'relistings-unannounced': {
    ja: '{numbers}に{再掲|さいけい}がありますが【{再掲有|さいけいあり}】の{印|しるし}がないので、{付|つ}ける{案|あん}です。',
    'ja-x-yasashii': '{numbers}に{再掲|さいけい}があります。【{再掲有|さいけいあり}】を{付|つ}けます。',
    en: 'The project is listed again at {numbers}, but nothing says so here; the mark is proposed.',
    pt: 'O projeto é listado de novo em {numbers}, mas nada o indica aqui; propõe-se o sinal.',
  },
  'repetition-form': {
    ja: '{再掲|さいけい}の{印|しるし}の{書|か}き{方|かた}が【】と{異|こと}なるので、そろえる{案|あん}です。',
    'ja-x-yasashii': '{再掲|さいけい}の{印|しるし}の{書|か}き{方|かた}がちがいます。【】にします。',
    en: 'The mark of repetition is not printed in 【】 as elsewhere; the usual form is proposed.',
    pt: 'O sinal de repetição não está em 【】 como nos outros; propõe-se a forma usual.',
  },
  // Copies of one project
  'copies-differ': {
    ja: '{同|おな}じ{事業|じぎょう}の{source}と{異|こと}なります（この{行|ぎょう}は「{here}」、{入|い}れる{値|あたい}は「{there}」）。',
    'ja-x-yasashii': '{同|おな}じ{仕事|しごと}の{source}とちがいます（ここは「{here}」、{入|い}れる{字|じ}は「{there}」）。',
    en: 'This differs from {source}, the same project: “{here}” here, “{there}” in what would be stored.',
    pt: 'Difere de {source}, o mesmo projeto: “{here}” aqui, “{there}” no que seria guardado.',
  },
  'copies-differ-in-form': {
    ja: '{同|おな}じ{事業|じぎょう}の{source}と、{全角|ぜんかく}・{半角|はんかく}や{空白|くうはく}だけが{異|こと}なります。',
    'ja-x-yasashii': '{同|おな}じ{仕事|しごと}の{source}と、{字|じ}の{幅|はば}やすき{間|ま}だけがちがいます。',
    en: 'This differs from {source}, the same project, only in character width or spaces.',
    pt: 'Difere de {source}, o mesmo projeto, só na largura dos caracteres ou em espaços.',
  },
  'copy-adds-notes': {
    ja: '{年度|ねんど}の{添|そ}え{書|が}きが{main}にはなく、この{再掲|さいけい}の{行|ぎょう}だけにあるので、{補|おぎな}う{案|あん}です。',
    'ja-x-yasashii': '{年度|ねんど}の{説明|せつめい}が{main}にありません。この{行|ぎょう}の{字|じ}を{使|つか}います。',
    en: 'Only this repetition prints texts beside the years, {main} does not; they are taken over.',
    pt: 'Só esta repetição traz textos junto aos anos, {main} não; eles são aproveitados.',
  },
  // Years and marks
  'year-mark-lost': {
    ja: '{年度|ねんど}の{印|しるし}が{found}{個|こ}しかなく{expected}{年度分|ねんどぶん}に{足|た}りません。「{column}」の{印|しるし}が{抜|ぬ}けたと{読|よ}みました。',
    'ja-x-yasashii': '{印|しるし}が{found}{個|こ}です。{expected}{個|こ}{必要|ひつよう}です。「{column}」の{印|しるし}がないと{読|よ}みました。',
    en: 'There are {found} marks for {expected} years; the one of “{column}” was read as lost.',
    pt: 'Há {found} sinais para {expected} anos; o de “{column}” foi lido como perdido.',
  },
  'year-mark-lost-copy': {
    ja: '{年度|ねんど}の{印|しるし}が{found}{個|こ}しかなく{expected}{年度分|ねんどぶん}に{足|た}りません。{同|おな}じ{事業|じぎょう}のほかの{行|ぎょう}から「{column}」を{補|おぎな}う{案|あん}です。',
    'ja-x-yasashii': '{印|しるし}が{found}{個|こ}です。{expected}{個|こ}{必要|ひつよう}です。{同|おな}じ{仕事|しごと}の{行|ぎょう}から「{column}」を{入|い}れます。',
    en: 'There are {found} marks for {expected} years; “{column}” is filled from another listing of the project.',
    pt: 'Há {found} sinais para {expected} anos; “{column}” é preenchido a partir de outra listagem do projeto.',
  },
  'year-texts-apart': {
    ja: '{年度|ねんど}の{文|ぶん}が{印|しるし}とは{別|べつ}のセルに{並|なら}んでいたので、{各年度|かくねんど}の{添|そ}え{書|が}きとして{読|よ}みました。',
    'ja-x-yasashii': '{年度|ねんど}の{説明|せつめい}が{別|べつ}の{場所|ばしょ}にありました。それぞれの{年度|ねんど}の{説明|せつめい}として{読|よ}みました。',
    en: 'The texts of the years stood in cells of their own and were read as notes beside the marks.',
    pt: 'Os textos dos anos estavam em células próprias e foram lidos como notas junto aos sinais.',
  },
  'year-text-order': {
    ja: '「{column}」の{添|そ}え{書|が}きが{named}のことを{述|の}べており、{年度|ねんど}の{順|じゅん}と{合|あ}いません。',
    'ja-x-yasashii': '「{column}」の{説明|せつめい}に{named}のことが{書|か}いてあります。{年度|ねんど}がちがうかもしれません。',
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
    'ja-x-yasashii': '「{mark}」は{説明|せつめい}にない{印|しるし}です。{印|しるし}なしにして、{字|じ}を{説明|せつめい}に{残|のこ}します。',
    en: 'The legend does not know “{mark}”; no step is stored, and what was printed is kept as a note.',
    pt: 'A legenda não conhece “{mark}”; não se guarda etapa, e o que estava impresso fica como nota.',
  },
  'unlisted-mark': {
    ja: '「{mark}」は{凡例|はんれい}にない{印|しるし}です。{計画|けいかく}から{外|はず}れたものを{表|あらわ}すと{読|よ}みました。',
    'ja-x-yasashii': '「{mark}」は{説明|せつめい}にない{印|しるし}です。{計画|けいかく}から{外|はず}れた{意味|いみ}と{読|よ}みました。',
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
  // Characters and words
  'broken-words': {
    ja: '{語|ご}の{途中|とちゅう}に{改行|かいぎょう}の{跡|あと}の{空白|くうはく}があるので、{詰|つ}める{案|あん}です。',
    'ja-x-yasashii': '{言葉|ことば}の{途中|とちゅう}に{空白|くうはく}があります。つなげます。',
    en: 'Line breaks left spaces inside words; joined words are proposed.',
    pt: 'Quebras de linha deixaram espaços dentro de palavras; propõem-se as palavras unidas.',
  },
  'impossible-year': {
    ja: '「{written}」は{改元|かいげん}{後|ご}の{年|とし}で、{正|ただ}しくは「{right}」です。{元|もと}の{文章|ぶんしょう}のまま{残|のこ}す{案|あん}です。',
    'ja-x-yasashii': '「{written}」は、{今|いま}の{言|い}い{方|かた}では「{right}」です。{元|もと}の{字|じ}のまま{残|のこ}します。',
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
    'ja-x-yasashii': '{計算|けいさん}の{式|しき}のような{字|じ}です。{計算|けいさん}しないで、{字|じ}のまま{入|い}れます。',
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
  // Owners
  'joint-owners': {
    ja: '{一|ひと}つのセルに{組織|そしき}の{名前|なまえ}が{二|ふた}つ{以上|いじょう}あるので、{共同|きょうどう}の{担当|たんとう}として{分|わ}けて{読|よ}みました。',
    'ja-x-yasashii': '{名前|なまえ}が{二|ふた}つ{以上|いじょう}あります。いっしょに{担当|たんとう}すると{読|よ}みました。',
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
    'ja-x-yasashii': '{部|ぶ}と{課|か}とグループがいっしょです。{名前|なまえ}の{最後|さいご}の{字|じ}で{分|わ}けました。',
    en: 'Department, section and group stand in one cell; they were told apart by how their names end.',
    pt: 'Departamento, seção e grupo estão numa célula; foram separados pelo fim dos nomes.',
  },
  'unit-variant': {
    ja: 'よく{似|に}た{組織名|そしきめい}「{others}」がほかの{行|ぎょう}にあります。{同|おな}じ{組織|そしき}か{確|たし}かめてください。',
    'ja-x-yasashii': '{似|に}た{名前|なまえ}「{others}」がほかにあります。{同|おな}じところか{見|み}てください。',
    en: 'Other rows name “{others}”, which is nearly the same; please check whether it is one unit.',
    pt: 'Outras linhas citam “{others}”, quase igual; verifique se é a mesma unidade.',
  },
  // The tree, the legend and the header
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
  // The cover sheet
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

/** Every reason to ask; a closed set, so that a review screen can group and explain them. */
export type QuestionKind = keyof typeof QUESTION_REASONS
