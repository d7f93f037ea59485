import { phrases } from '#kernel/text/text.ts'

/** Words of the page that surrounds everything. */
export const shellWords = phrases({
  skipToContent: {
    ja: '{本文|ほんぶん}へ{移動|いどう}',
    'ja-x-yasashii': 'この ページの {内容|ないよう}へ {行|い}く',
    en: 'Skip to main content',
    pt: 'Ir para o conteúdo principal',
  },
  search: {
    ja: '{検索|けんさく}',
    'ja-x-yasashii': 'さがす',
    en: 'Search',
    pt: 'Buscar',
  },
  searchBox: {
    ja: '{市|し}のサービスから{探|さが}す{言葉|ことば}',
    'ja-x-yasashii': 'さがす ことば',
    en: 'Words to look for in the city’s services',
    pt: 'Palavras a procurar nos serviços da cidade',
  },
  language: {
    ja: '{言語|げんご}',
    'ja-x-yasashii': 'ことば',
    en: 'Language',
    pt: 'Idioma',
  },
  display: {
    ja: '{表示|ひょうじ}',
    'ja-x-yasashii': '{文字|もじ}',
    en: 'Display',
    pt: 'Exibição',
  },
  textSize: {
    ja: '{文字|もじ}の{大|おお}きさ',
    'ja-x-yasashii': '{文字|もじ}の {大|おお}きさ',
    en: 'Text size',
    pt: 'Tamanho do texto',
  },
  textStandard: {
    ja: '{標準|ひょうじゅん}',
    'ja-x-yasashii': 'ふつう',
    en: 'Standard',
    pt: 'Padrão',
  },
  textLarge: {
    ja: '{大|だい}',
    'ja-x-yasashii': '{大|おお}きい',
    en: 'Large',
    pt: 'Grande',
  },
  textLargest: {
    ja: '{特大|とくだい}',
    'ja-x-yasashii': 'もっと {大|おお}きい',
    en: 'Largest',
    pt: 'Maior',
  },
  furigana: {
    ja: 'ふりがな',
    'ja-x-yasashii': 'ふりがな',
    en: 'Furigana (readings)',
    pt: 'Furigana (leituras)',
  },
  furiganaOn: {
    ja: 'つける',
    'ja-x-yasashii': 'つける',
    en: 'Show',
    pt: 'Mostrar',
  },
  furiganaOff: {
    ja: 'つけない',
    'ja-x-yasashii': 'つけない',
    en: 'Hide',
    pt: 'Ocultar',
  },
  menu: {
    ja: 'メニュー',
    'ja-x-yasashii': 'メニュー',
    en: 'Menu',
    pt: 'Menu',
  },
  mainNavigation: {
    ja: '{主|おも}なメニュー',
    'ja-x-yasashii': '{大切|たいせつ}な メニュー',
    en: 'Main menu',
    pt: 'Menu principal',
  },
  breadcrumbs: {
    ja: '{現在|げんざい}の{位置|いち}',
    'ja-x-yasashii': '{今|いま} {見|み}ている ところ',
    en: 'You are here',
    pt: 'Você está aqui',
  },
  home: {
    ja: 'トップ',
    'ja-x-yasashii': 'はじめの ページ',
    en: 'Home',
    pt: 'Início',
  },
  homeOf: {
    ja: '{city}のトップページ',
    'ja-x-yasashii': '{city}の はじめの ページ',
    en: 'Home page of {city}',
    pt: 'Página inicial de {city}',
  },
  signIn: {
    ja: 'サインイン',
    'ja-x-yasashii': 'サインイン',
    en: 'Sign in',
    pt: 'Entrar',
  },
  signOut: {
    ja: 'サインアウト',
    'ja-x-yasashii': 'サインアウト',
    en: 'Sign out',
    pt: 'Sair',
  },
  signedInAs: {
    ja: 'サインイン{中|ちゅう}',
    'ja-x-yasashii': 'サインインしている {人|ひと}',
    en: 'Signed in as',
    pt: 'Conectado como',
  },
  staffArea: {
    ja: '{職員用|しょくいんよう}',
    'ja-x-yasashii': '{職員|しょくいん}の ページ',
    en: 'Staff',
    pt: 'Equipe',
  },
  footerLinks: {
    ja: 'このサイトについて',
    'ja-x-yasashii': 'この サイトに ついて',
    en: 'About this site',
    pt: 'Sobre este site',
  },
  backToTop: {
    ja: 'ページの{先頭|せんとう}へ',
    'ja-x-yasashii': 'ページの {上|うえ}へ {行|い}く',
    en: 'Back to top',
    pt: 'Voltar ao topo',
  },
  connectedBy: {
    ja: '「つなぐ」で{動|うご}いています',
    'ja-x-yasashii': '「つなぐ」で {動|うご}いて います',
    en: 'Runs on Tsunagu',
    pt: 'Funciona com Tsunagu',
  },
})

/** Words of forms: fields, errors, confirmations, searches. */
export const formWords = phrases({
  required: {
    ja: '{必須|ひっす}',
    'ja-x-yasashii': 'かならず {書|か}く',
    en: 'Required',
    pt: 'Obrigatório',
  },
  optional: {
    ja: '{任意|にんい}',
    'ja-x-yasashii': '{書|か}かなくても いい',
    en: 'Optional',
    pt: 'Opcional',
  },
  error: {
    ja: 'エラー',
    'ja-x-yasashii': 'まちがい',
    en: 'Error',
    pt: 'Erro',
  },
  errorSummary: {
    ja: '{直|なお}すところが{count}か{所|しょ}あります',
    'ja-x-yasashii': '{直|なお}す ところが {count}つ あります',
    en: 'Please check these answers: {count}',
    pt: 'Confira estas respostas: {count}',
  },
  errorSummaryHint: {
    ja: '{入力|にゅうりょく}した{内容|ないよう}は{残|のこ}っています。{項目|こうもく}を{選|えら}ぶと、その{場所|ばしょ}へ{移動|いどう}します。',
    'ja-x-yasashii': '{書|か}いた ことは {消|き}えて いません。{下|した}の {言葉|ことば}を {押|お}すと、その {場所|ばしょ}へ {行|い}きます。',
    en: 'What you entered has been kept. Choose a line to go to its field.',
    pt: 'O que você preencheu foi mantido. Escolha uma linha para ir ao campo.',
  },
  choose: {
    ja: '{選|えら}んでください',
    'ja-x-yasashii': '{選|えら}んで ください',
    en: 'Choose one',
    pt: 'Escolha',
  },
  year: {
    ja: '{年|ねん}（{西暦|せいれき}）',
    'ja-x-yasashii': '{年|ねん}（{西暦|せいれき}）',
    en: 'Year',
    pt: 'Ano',
  },
  month: {
    ja: '{月|つき}',
    'ja-x-yasashii': '{月|つき}',
    en: 'Month',
    pt: 'Mês',
  },
  day: {
    ja: '{日|ひ}',
    'ja-x-yasashii': '{日|ひ}',
    en: 'Day',
    pt: 'Dia',
  },
  characterLimit: {
    ja: '{limit}{文字|もじ}まで',
    'ja-x-yasashii': '{limit}{文字|もじ}まで',
    en: 'Up to {limit} characters',
    pt: 'Até {limit} caracteres',
  },
  charactersLeft: {
    ja: 'あと{count}{文字|もじ}',
    'ja-x-yasashii': 'あと {count}{文字|もじ}',
    en: 'Characters left: {count}',
    pt: 'Caracteres restantes: {count}',
  },
  charactersOver: {
    ja: '{count}{文字|もじ}{超|こ}えています',
    'ja-x-yasashii': '{count}{文字|もじ} {多|おお}いです',
    en: 'Characters too many: {count}',
    pt: 'Caracteres a mais: {count}',
  },
  sending: {
    ja: '{送信|そうしん}しています…',
    'ja-x-yasashii': '{送|おく}って います…',
    en: 'Sending…',
    pt: 'Enviando…',
  },
  cancel: {
    ja: 'やめる',
    'ja-x-yasashii': 'やめる',
    en: 'Cancel',
    pt: 'Cancelar',
  },
  search: {
    ja: '{検索|けんさく}',
    'ja-x-yasashii': 'さがす',
    en: 'Search',
    pt: 'Buscar',
  },
  narrow: {
    ja: '{絞|しぼ}り{込|こ}む',
    'ja-x-yasashii': 'この {条件|じょうけん}で さがす',
    en: 'Show results',
    pt: 'Mostrar resultados',
  },
  clearFilters: {
    ja: '{条件|じょうけん}をすべて{外|はず}す',
    'ja-x-yasashii': '{条件|じょうけん}を ぜんぶ なくす',
    en: 'Clear all filters',
    pt: 'Limpar todos os filtros',
  },
  all: {
    ja: 'すべて',
    'ja-x-yasashii': 'ぜんぶ',
    en: 'All',
    pt: 'Todos',
  },
})

/** Words of what is shown: notices, tables, marks, charts, histories. */
export const contentWords = phrases({
  info: {
    ja: 'お{知|し}らせ',
    'ja-x-yasashii': 'お{知|し}らせ',
    en: 'Information',
    pt: 'Aviso',
  },
  success: {
    ja: '{完了|かんりょう}',
    'ja-x-yasashii': 'できました',
    en: 'Done',
    pt: 'Concluído',
  },
  warning: {
    ja: '{注意|ちゅうい}',
    'ja-x-yasashii': '{気|き}を つけて ください',
    en: 'Warning',
    pt: 'Atenção',
  },
  error: {
    ja: 'エラー',
    'ja-x-yasashii': '{困|こま}った こと',
    en: 'Error',
    pt: 'Erro',
  },
  planned: {
    ja: '{予定|よてい}',
    'ja-x-yasashii': '{予定|よてい}',
    en: 'Planned',
    pt: 'Previsto',
  },
  actual: {
    ja: '{実績|じっせき}',
    'ja-x-yasashii': 'した こと',
    en: 'Actual',
    pt: 'Realizado',
  },
  noMark: {
    ja: '{記載|きさい}なし',
    'ja-x-yasashii': '{書|か}いて ありません',
    en: 'Not stated',
    pt: 'Não informado',
  },
  reportYear: {
    ja: '{報告|ほうこく}の{年度|ねんど}',
    'ja-x-yasashii': '{報告|ほうこく}する {年|とし}',
    en: 'Year of the report',
    pt: 'Ano do relatório',
  },
  asTable: {
    ja: '{表|ひょう}で{見|み}る',
    'ja-x-yasashii': '{表|ひょう}で {見|み}る',
    en: 'Show as a table',
    pt: 'Ver como tabela',
  },
  total: {
    ja: '{合計|ごうけい}',
    'ja-x-yasashii': 'ぜんぶで',
    en: 'Total',
    pt: 'Total',
  },
  progress: {
    ja: '{total}{件|けん}のうち{done}{件|けん}が{済|す}みました',
    'ja-x-yasashii': '{total}の うち {done}が {終|お}わりました',
    en: '{done} of {total} done',
    pt: '{done} de {total} concluídos',
  },
  before: {
    ja: '{変更前|へんこうまえ}',
    'ja-x-yasashii': '{前|まえ}',
    en: 'Before',
    pt: 'Antes',
  },
  after: {
    ja: '{変更後|へんこうご}',
    'ja-x-yasashii': '{後|あと}',
    en: 'After',
    pt: 'Depois',
  },
  removed: {
    ja: '{削除|さくじょ}',
    'ja-x-yasashii': '{消|け}した ところ',
    en: 'Removed',
    pt: 'Removido',
  },
  added: {
    ja: '{追加|ついか}',
    'ja-x-yasashii': '{足|た}した ところ',
    en: 'Added',
    pt: 'Acrescentado',
  },
  unchanged: {
    ja: '{変|か}わっていません',
    'ja-x-yasashii': '{同|おな}じです',
    en: 'Nothing has changed',
    pt: 'Nada mudou',
  },
  blank: {
    ja: '（{空欄|くうらん}）',
    'ja-x-yasashii': '（{何|なに}も {書|か}いて いません）',
    en: '(blank)',
    pt: '(em branco)',
  },
  stepOf: {
    ja: '{total}の{手順|てじゅん}のうち{number}{番目|ばんめ}',
    'ja-x-yasashii': '{total}の うち {number}{番目|ばんめ}',
    en: 'Step {number} of {total}',
    pt: 'Etapa {number} de {total}',
  },
  stepDone: {
    ja: '{済|す}み',
    'ja-x-yasashii': '{終|お}わりました',
    en: 'Done',
    pt: 'Concluída',
  },
  stepNow: {
    ja: '{今|いま}ここ',
    'ja-x-yasashii': '{今|いま} ここ',
    en: 'You are here',
    pt: 'Você está aqui',
  },
  pages: {
    ja: 'ページ{送|おく}り',
    'ja-x-yasashii': 'ページを {選|えら}ぶ',
    en: 'Pages',
    pt: 'Páginas',
  },
  page: {
    ja: '{number}ページ{目|め}',
    'ja-x-yasashii': '{number}ページ',
    en: 'Page {number}',
    pt: 'Página {number}',
  },
  previous: {
    ja: '{前|まえ}へ',
    'ja-x-yasashii': '{前|まえ}へ',
    en: 'Previous',
    pt: 'Anterior',
  },
  next: {
    ja: '{次|つぎ}へ',
    'ja-x-yasashii': '{次|つぎ}へ',
    en: 'Next',
    pt: 'Próxima',
  },
  externalSite: {
    ja: '{外部|がいぶ}サイト',
    'ja-x-yasashii': 'ほかの サイト',
    en: 'external site',
    pt: 'site externo',
  },
})

/** Words of the review of questions, where a person answers for what a machine only read. */
export const reviewWords = phrases({
  position: {
    ja: '{total}{件中|けんちゅう} {number}{件目|けんめ}',
    'ja-x-yasashii': '{total}の うち {number}{番目|ばんめ}',
    en: 'Question {number} of {total}',
    pt: 'Pergunta {number} de {total}',
  },
  row: {
    ja: '{行|ぎょう}',
    'ja-x-yasashii': '{行|ぎょう}（よこ）',
    en: 'Row',
    pt: 'Linha',
  },
  column: {
    ja: '{列|れつ}',
    'ja-x-yasashii': '{列|れつ}（たて）',
    en: 'Column',
    pt: 'Coluna',
  },
  read: {
    ja: '{読|よ}み{取|と}った{内容|ないよう}',
    'ja-x-yasashii': '{読|よ}んだ もの',
    en: 'What was read',
    pt: 'O que foi lido',
  },
  proposed: {
    ja: '{提案|ていあん}',
    'ja-x-yasashii': 'こう したい',
    en: 'Proposed',
    pt: 'Proposta',
  },
  reason: {
    ja: '{理由|りゆう}',
    'ja-x-yasashii': '{理由|りゆう}',
    en: 'Why',
    pt: 'Motivo',
  },
  changes: {
    ja: '{違|ちが}い',
    'ja-x-yasashii': '{違|ちが}う ところ',
    en: 'Difference',
    pt: 'Diferença',
  },
  accept: {
    ja: '{提案|ていあん}どおりにする',
    'ja-x-yasashii': 'これで いい',
    en: 'Accept the proposal',
    pt: 'Aceitar a proposta',
  },
  edit: {
    ja: '{自分|じぶん}で{直|なお}す',
    'ja-x-yasashii': '{自分|じぶん}で {直|なお}す',
    en: 'Edit it yourself',
    pt: 'Corrigir você mesmo',
  },
  correctText: {
    ja: '{正|ただ}しい{内容|ないよう}',
    'ja-x-yasashii': '{正|ただ}しい {言葉|ことば}',
    en: 'Correct text',
    pt: 'Texto correto',
  },
  saveEdit: {
    ja: 'この{内容|ないよう}にする',
    'ja-x-yasashii': 'これに する',
    en: 'Use this text',
    pt: 'Usar este texto',
  },
  skip: {
    ja: 'あとで{決|き}める',
    'ja-x-yasashii': 'あとで {決|き}める',
    en: 'Decide later',
    pt: 'Decidir depois',
  },
  undo: {
    ja: '{回答|かいとう}を{取|と}り{消|け}す',
    'ja-x-yasashii': '{答|こた}えを やめる',
    en: 'Undo the answer',
    pt: 'Desfazer a resposta',
  },
  open: {
    ja: '{未回答|みかいとう}',
    'ja-x-yasashii': 'まだ {答|こた}えて いません',
    en: 'Unanswered',
    pt: 'Sem resposta',
  },
  accepted: {
    ja: '{提案|ていあん}どおり',
    'ja-x-yasashii': 'これで いいと {決|き}めました',
    en: 'Accepted',
    pt: 'Aceita',
  },
  edited: {
    ja: '{直|なお}しました',
    'ja-x-yasashii': '{直|なお}しました',
    en: 'Edited',
    pt: 'Corrigida',
  },
  skipped: {
    ja: 'あとで{決|き}めます',
    'ja-x-yasashii': 'あとで {決|き}めます',
    en: 'Left for later',
    pt: 'Deixada para depois',
  },
  answer: {
    ja: '{回答|かいとう}',
    'ja-x-yasashii': '{答|こた}え',
    en: 'Answer',
    pt: 'Resposta',
  },
  keys: {
    ja: 'キーボードで{答|こた}える',
    'ja-x-yasashii': 'キーボードの {使|つか}い{方|かた}',
    en: 'Answer by keyboard',
    pt: 'Responder pelo teclado',
  },
  keysHint: {
    ja: '{質問|しつもん}の{枠|わく}の{中|なか}に{移動|いどう}しているときだけ{働|はたら}きます。',
    'ja-x-yasashii': '{質問|しつもん}の {中|なか}に いる ときだけ {使|つか}えます。',
    en: 'They work only while you are inside a question.',
    pt: 'Funcionam apenas quando você está dentro de uma pergunta.',
  },
  nextQuestion: {
    ja: '{次|つぎ}の{質問|しつもん}',
    'ja-x-yasashii': '{次|つぎ}の {質問|しつもん}',
    en: 'Next question',
    pt: 'Próxima pergunta',
  },
  previousQuestion: {
    ja: '{前|まえ}の{質問|しつもん}',
    'ja-x-yasashii': '{前|まえ}の {質問|しつもん}',
    en: 'Previous question',
    pt: 'Pergunta anterior',
  },
})

/** Words that client.ts of the passkey shows when the device does not answer. */
export const passkeyWords = phrases({
  cancelled: {
    ja: '{中断|ちゅうだん}されました。もう{一度|いちど}お{試|ため}しください。',
    'ja-x-yasashii': 'まだ {終|お}わって いません。もう{一度|いちど} やってください。',
    en: 'It was not finished. Please try again.',
    pt: 'Não foi concluído. Tente novamente.',
  },
  known: {
    ja: 'この{端末|たんまつ}のパスキーはすでに{登録|とうろく}されています。',
    'ja-x-yasashii': 'この {機械|きかい}の パスキーは もう あります。',
    en: 'This device has a passkey here already.',
    pt: 'Este aparelho já tem uma chave de acesso aqui.',
  },
  failed: {
    ja: 'この{端末|たんまつ}ではパスキーを{使|つか}えませんでした。ほかの{方法|ほうほう}をお{使|つか}いください。',
    'ja-x-yasashii': 'この {機械|きかい}では パスキーを {使|つか}えません。ほかの やりかたを {使|つか}って ください。',
    en: 'This device could not use a passkey. Please use another way.',
    pt: 'Este aparelho não conseguiu usar a chave de acesso. Use outro meio.',
  },
})

/** 警戒レベル by number; the meaning is said by whoever shows it, for weather and for the city's own words differ. */
export const levelWords = phrases({
  unknown: { ja: '{不明|ふめい}', 'ja-x-yasashii': 'わかりません', en: 'Not known', pt: 'Desconhecido' },
  level0: { ja: '{発表|はっぴょう}なし', 'ja-x-yasashii': 'お{知|し}らせは ありません', en: 'Nothing in force', pt: 'Nenhum alerta' },
  level1: { ja: 'レベル1', 'ja-x-yasashii': 'レベル1', en: 'Level 1', pt: 'Nível 1' },
  level2: { ja: 'レベル2', 'ja-x-yasashii': 'レベル2', en: 'Level 2', pt: 'Nível 2' },
  level3: { ja: 'レベル3', 'ja-x-yasashii': 'レベル3', en: 'Level 3', pt: 'Nível 3' },
  level4: { ja: 'レベル4', 'ja-x-yasashii': 'レベル4', en: 'Level 4', pt: 'Nível 4' },
  level5: { ja: 'レベル5', 'ja-x-yasashii': 'レベル5', en: 'Level 5', pt: 'Nível 5' },
})

export const locateWords = phrases({
  here: { ja: '{今|いま}いる{場所|ばしょ}を{使|つか}う', 'ja-x-yasashii': 'いま いる {場所|ばしょ}を {使|つか}う', en: 'Use where I am now', pt: 'Usar onde estou agora' },
  refused: { ja: '{場所|ばしょ}がわかりませんでした。{地図|ちず}から{選|えら}んでください。', 'ja-x-yasashii': '{場所|ばしょ}が わかりません。{地図|ちず}から えらんで ください。', en: 'Your device did not say where it is. Please choose on the map.', pt: 'O aparelho não informou o local. Escolha no mapa.' },
})

export const renewalWords = phrases({
  renews: { ja: 'この{画面|がめん}は{seconds}{秒|びょう}ごとに{新|あたら}しくなります。', 'ja-x-yasashii': 'この ページは {seconds}{秒|びょう}ごとに {新|あたら}しく なります。', en: 'This page renews itself every {seconds} seconds.', pt: 'Esta página se renova a cada {seconds} segundos.' },
  stop: { ja: '{自動|じどう}{更新|こうしん}を{止|と}める', 'ja-x-yasashii': '{新|あたら}しく するのを {止|と}める', en: 'Stop renewing', pt: 'Parar de renovar' },
  start: { ja: '{自動|じどう}で{更新|こうしん}する', 'ja-x-yasashii': '{自分|じぶん}で {新|あたら}しく する', en: 'Renew by itself', pt: 'Renovar sozinha' },
})
