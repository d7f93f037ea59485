import { phrases } from '#kernel/text/text.ts'

/** Words of the budget's lines. */
export const budgetWords = phrases({
  title: { ja: '{事業|じぎょう}の{予算|よさん}と{決算|けっさん}（CSV）', 'ja-x-yasashii': '{事業|じぎょう}の お{金|かね}（CSV）', en: 'Budget lines of projects (CSV)', pt: 'Orçamento dos projetos (CSV)' },
  hint: {
    ja: '{財務会計|ざいむかいけい}から{出|だ}した CSV です。{事業番号|じぎょうばんごう}、{年度|ねんど}、{会計|かいけい}、{款|かん}、{項|こう}、{目|もく}、{事業名|じぎょうめい}、{予算額|よさんがく}、{決算額|けっさんがく}、{国庫支出金|こっこししゅつきん}、{県支出金|けんししゅつきん}、{地方債|ちほうさい}、その{他|た}、{一般財源|いっぱんざいげん}の{列|れつ}が{要|い}ります。{金額|きんがく}は{円|えん}です。',
    'ja-x-yasashii': 'お{金|かね}の CSV ファイルを {選|えら}んで ください。',
    en: 'A CSV from the finance system with the columns 事業番号, 年度, 会計, 款, 項, 目, 事業名, 予算額, 決算額, 国庫支出金, 県支出金, 地方債, その他, 一般財源; amounts in yen.',
    pt: 'CSV do sistema financeiro com as colunas 事業番号, 年度, 会計, 款, 項, 目, 事業名, 予算額, 決算額, 国庫支出金, 県支出金, 地方債, その他, 一般財源; valores em ienes.',
  },
  lines: { ja: '{予算|よさん}の{行|ぎょう}', 'ja-x-yasashii': '{行|ぎょう}', en: 'Budget lines', pt: 'Linhas do orçamento' },
  doubtful: { ja: '{直|なお}すところのある{行|ぎょう}', 'ja-x-yasashii': '{直|なお}す {行|ぎょう}', en: 'Lines to put right', pt: 'Linhas a corrigir' },
  years: { ja: '{入|い}れ{替|か}える{年度|ねんど}', 'ja-x-yasashii': '{年度|ねんど}', en: 'Fiscal years replaced', pt: 'Anos fiscais substituídos' },
  missingColumns: { ja: 'この{列|れつ}がありません：{columns}', 'ja-x-yasashii': 'この {列|れつ}が ありません：{columns}', en: 'These columns are missing: {columns}', pt: 'Faltam estas colunas: {columns}' },
  noPlan: { ja: '{計画|けいかく}がまだありません', 'ja-x-yasashii': '{計画|けいかく}が まだ ありません', en: 'There is no plan yet', pt: 'Ainda não há plano' },
  unknownProject: {
    ja: 'この{番号|ばんごう}の{事業|じぎょう}は{計画|けいかく}にありません。{直|なお}さなければ、この{行|ぎょう}は{入|い}れません',
    'ja-x-yasashii': 'この {番号|ばんごう}は ありません。{直|なお}さないと {入|はい}りません',
    en: 'The plan has no project of this number. Unless it is put right, the line is left out',
    pt: 'O plano não tem projeto com este número. Sem correção, a linha fica de fora',
  },
  unreadableYear: {
    ja: '{年度|ねんど}と{読|よ}めません。{令和|れいわ}3{年度|ねんど}や 2021 のように{書|か}いてください。{直|なお}さなければ、この{行|ぎょう}は{入|い}れません',
    'ja-x-yasashii': '{年度|ねんど}が わかりません。2021 のように {書|か}いて ください',
    en: 'This is no fiscal year; write 令和3年度 or 2021. Unless it is put right, the line is left out',
    pt: 'Não é um ano fiscal; escreva 令和3年度 ou 2021. Sem correção, a linha fica de fora',
  },
  unreadableYen: {
    ja: '{円|えん}の{整数|せいすう}と{読|よ}めません。{直|なお}さなければ、この{行|ぎょう}は{入|い}れません',
    'ja-x-yasashii': 'お{金|かね}の {数|かず}が わかりません',
    en: 'This is no whole number of yen. Unless it is put right, the line is left out',
    pt: 'Não é um número inteiro de ienes. Sem correção, a linha fica de fora',
  },
  sumDiffers: {
    ja: '{財源|ざいげん}の{合計|ごうけい}は{sum}{円|えん}で、{予算額|よさんがく}と{違|ちが}います。{直|なお}さなければ、この{行|ぎょう}は{入|い}れません',
    'ja-x-yasashii': '{合計|ごうけい}（{sum}{円|えん}）と {違|ちが}います',
    en: 'The sources of funds sum to {sum} yen, which is not the budget. Unless it is put right, the line is left out',
    pt: 'As fontes somam {sum} ienes, diferente do orçamento. Sem correção, a linha fica de fora',
  },
  kindProject: { ja: '{事業|じぎょう}の{番号|ばんごう}', 'ja-x-yasashii': '{番号|ばんごう}', en: 'Number of the project', pt: 'Número do projeto' },
  kindYear: { ja: '{年度|ねんど}', 'ja-x-yasashii': '{年度|ねんど}', en: 'Fiscal year', pt: 'Ano fiscal' },
  kindYen: { ja: '{金額|きんがく}', 'ja-x-yasashii': 'お{金|かね}', en: 'Amount', pt: 'Valor' },
  kindSum: { ja: '{財源|ざいげん}の{合計|ごうけい}', 'ja-x-yasashii': '{合計|ごうけい}', en: 'Sum of the funds', pt: 'Soma das fontes' },
  budget: { ja: '{予算|よさん}と{決算|けっさん}', 'ja-x-yasashii': 'お{金|かね}', en: 'Budget and settlement', pt: 'Orçamento e execução' },
  budgetPath: { ja: '{会計|かいけい}・{款項目|かんこうもく}・{事業名|じぎょうめい}', 'ja-x-yasashii': '{予算|よさん}の {名前|なまえ}', en: 'Account and budget item', pt: 'Conta e item' },
  budgeted: { ja: '{予算額|よさんがく}', 'ja-x-yasashii': '{予算|よさん}', en: 'Budget', pt: 'Orçado' },
  settled: { ja: '{決算額|けっさんがく}', 'ja-x-yasashii': '{使|つか}った お{金|かね}', en: 'Settled', pt: 'Executado' },
  general: { ja: 'うち{一般財源|いっぱんざいげん}', 'ja-x-yasashii': '{市|し}の お{金|かね}', en: 'Of it general funds', pt: 'Dos quais recursos gerais' },
  yen: { ja: '{amount}{円|えん}', 'ja-x-yasashii': '{amount}{円|えん}', en: '¥{amount}', pt: '¥{amount}' },
  notSettled: { ja: '{未定|みてい}', 'ja-x-yasashii': 'まだ', en: 'open', pt: 'em aberto' },
})
