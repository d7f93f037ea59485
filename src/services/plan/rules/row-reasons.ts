import { phrases } from '#kernel/text/text.ts'

/** Reasons to ask about rows, their numbers, repetitions and copies. */
export const ROW_REASONS = phrases({
  'lost-cell': {
    ja: 'この{行|ぎょう}には「{column}」の{欄|らん}がなく、{右|みぎ}の{欄|らん}が{左|ひだり}に{詰|つ}まっていると{読|よ}みました。',
    'ja-x-yasashii':
      'この{行|ぎょう}には「{column}」がありません。{右|みぎ}の{字|じ}が{左|ひだり}に{来|き}たと{読|よ}みました。',
    en: 'This row has lost its cell for “{column}”; the cells to its right were read as having moved left.',
    pt: 'Esta linha perdeu a célula “{column}”; as células à direita foram lidas como deslocadas para a esquerda.',
  },
  'lost-cell-copy': {
    ja: 'この{行|ぎょう}には「{column}」の{欄|らん}がありません。{同|おな}じ{事業|じぎょう}の{source}の{記載|きさい}を{使|つか}う{案|あん}です。',
    'ja-x-yasashii':
      'この{行|ぎょう}には「{column}」がありません。{同|おな}じ{仕事|しごと}の{source}の{字|じ}を{使|つか}います。',
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
    'ja-x-yasashii':
      '「{column}」に{何|なに}もありません。{同|おな}じ{仕事|しごと}の{source}の{字|じ}を{使|つか}います。',
    en: '“{column}” is blank; the text of {source}, the same project, is proposed.',
    pt: '“{column}” está em branco; propõe-se o texto de {source}, o mesmo projeto.',
  },
  'mark-among-texts': {
    ja: '「{column}」に{文章|ぶんしょう}がなく{印|しるし}だけがあります。{隣|となり}の{印|しるし}が{入|はい}り、{文章|ぶんしょう}が{抜|ぬ}けたと{読|よ}みました。',
    'ja-x-yasashii':
      '「{column}」に{文|ぶん}がなく、{印|しるし}だけがあります。{文|ぶん}がなくなったと{読|よ}みました。',
    en: '“{column}” holds only a mark: the neighbouring mark was read as doubled and the text as lost.',
    pt: '“{column}” contém só um sinal: leu-se o sinal vizinho como repetido e o texto como perdido.',
  },
  'displaced-cells': {
    ja: '「{column}」から{右|みぎ}の{欄|らん}がずれていたので、{内容|ないよう}に{合|あ}う{欄|らん}へ{移|うつ}して{読|よ}みました。',
    'ja-x-yasashii':
      '「{column}」から{右|みぎ}の{場所|ばしょ}がちがいました。{正|ただ}しい{場所|ばしょ}へ{動|うご}かして{読|よ}みました。',
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
    'ja-x-yasashii':
      '{番号|ばんごう}の{順番|じゅんばん}がちがいます。{番号|ばんごう}の{順番|じゅんばん}に{置|お}きます。',
    en: 'This row stands out of the order of numbers and is placed by its number.',
    pt: 'Esta linha está fora da ordem dos números e é colocada pelo seu número.',
  },
  'line-left-out': {
    ja: '{表|ひょう}の{行|ぎょう}とも{見出|みだ}しとも{読|よ}めない{行|ぎょう}なので、{計画|けいかく}には{入|い}れません。',
    'ja-x-yasashii': '{何|なん}の{行|ぎょう}かわかりません。{計画|けいかく}には{入|い}れません。',
    en: 'This line is neither a row nor a heading and is not taken into the plan.',
    pt: 'Esta linha não é nem linha da tabela nem título e não entra no plano.',
  },
  'unlike-column': {
    ja: '「{column}」の{内容|ないよう}が、ほかの{行|ぎょう}の{同|おな}じ{欄|らん}と{様子|ようす}が{違|ちが}います。この{欄|らん}でよいか{確|たし}かめてください。',
    'ja-x-yasashii': '「{column}」の{字|じ}が、ほかの{行|ぎょう}とちがいます。ここでよいか{見|み}てください。',
    en: 'What stands in “{column}” is unlike the other rows’; please confirm that it belongs here.',
    pt: 'O conteúdo de “{column}” difere do das outras linhas; confirme se pertence a esta coluna.',
  },
  'stored-differently': {
    ja: '「{column}」の{元|もと}の{記載|きさい}と{計画|けいかく}に{入|い}れる{値|あたい}が{異|こと}なります。',
    'ja-x-yasashii': '「{column}」の{元|もと}の{字|じ}と、{計画|けいかく}に{入|い}れる{字|じ}がちがいます。',
    en: 'What the source says in “{column}” and what the plan would hold differ.',
    pt: 'O que a fonte diz em “{column}” e o que o plano guardaria são diferentes.',
  },
  'number-lost': {
    ja: '{番号|ばんごう}が{読|よ}み{取|と}れないので、{前後|ぜんご}の{行|ぎょう}から{考|かんが}えた{番号|ばんごう}です。',
    'ja-x-yasashii': '{番号|ばんごう}が{読|よ}めません。{前|まえ}と{後|あと}の{行|ぎょう}から{考|かんが}えました。',
    en: 'The number cannot be read; this one follows from the rows around it.',
    pt: 'O número não pode ser lido; este resulta das linhas vizinhas.',
  },
  'number-repeated': {
    ja: '{同|おな}じ{番号|ばんごう}が{line}{行目|ぎょうめ}にもあるので、{空|あ}いている{番号|ばんごう}を{付|つ}ける{案|あん}です。',
    'ja-x-yasashii':
      '{同|おな}じ{番号|ばんごう}が{line}{行目|ぎょうめ}にもあります。ほかの{番号|ばんごう}を{付|つ}けます。',
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
  'relisting-name': {
    ja: '【{再掲|さいけい}】ですが{同|おな}じ{名前|なまえ}の{事業|じぎょう}がありません。{名前|なまえ}が{近|ちか}い{main}「{name}」の{再掲|さいけい}と{読|よ}みました。',
    'ja-x-yasashii':
      '【{再掲|さいけい}】ですが、{同|おな}じ{名前|なまえ}がありません。{近|ちか}い{名前|なまえ}の{main}「{name}」と{同|おな}じと{読|よ}みました。',
    en: 'This is marked as a repetition, but no project bears the same name; {main} “{name}” comes nearest.',
    pt: 'Está marcado como repetição, mas nenhum projeto tem o mesmo nome; {main} “{name}” é o mais próximo.',
  },
  'relisting-alone': {
    ja: '【{再掲|さいけい}】ですが{元|もと}の{事業|じぎょう}が{見当|みあ}たらないので、{一|ひと}つの{事業|じぎょう}として{入|い}れます。',
    'ja-x-yasashii':
      '【{再掲|さいけい}】ですが、{元|もと}の{行|ぎょう}がありません。{一|ひと}つの{仕事|しごと}として{入|い}れます。',
    en: 'This is marked as a repetition, but its main listing is missing; it is kept as a project of its own.',
    pt: 'Está marcado como repetição, mas falta a listagem principal; fica como projeto próprio.',
  },
  'relisting-unmarked': {
    ja: '{main}と{同|おな}じ{事業|じぎょう}ですが【{再掲|さいけい}】の{印|しるし}がありません。{再掲|さいけい}と{読|よ}みました。',
    'ja-x-yasashii':
      '{main}と{同|おな}じ{仕事|しごと}ですが【{再掲|さいけい}】がありません。{再掲|さいけい}と{読|よ}みました。',
    en: 'This is the same project as {main} but bears no mark of repetition; it was read as one.',
    pt: 'É o mesmo projeto que {main}, mas sem sinal de repetição; foi lido como repetição.',
  },
  'same-name': {
    ja: '{main}と{事業名|じぎょうめい}が{同|おな}じですが{内容|ないよう}が{異|こと}なるので、{別|べつ}の{事業|じぎょう}として{入|い}れます。',
    'ja-x-yasashii':
      '{main}と{名前|なまえ}が{同|おな}じですが、{内容|ないよう}がちがいます。{別|べつ}の{仕事|しごと}として{入|い}れます。',
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
  'copies-differ': {
    ja: '{同|おな}じ{事業|じぎょう}の{source}と{異|こと}なります（この{行|ぎょう}は「{here}」、{入|い}れる{値|あたい}は「{there}」）。',
    'ja-x-yasashii':
      '{同|おな}じ{仕事|しごと}の{source}とちがいます（ここは「{here}」、{入|い}れる{字|じ}は「{there}」）。',
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
})
