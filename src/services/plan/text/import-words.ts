import { phrases } from '#kernel/text/text.ts'

/** Words about files that are taken in and written out. */
export const importWords = phrases({
  planTitle: {
    ja: '{計画|けいかく}の{実績報告|じっせきほうこく}の{表|ひょう}',
    'ja-x-yasashii': '{計画|けいかく}の {表|ひょう}',
    en: 'Table of a plan and its results',
    pt: 'Tabela de um plano e seus resultados',
  },
  planHint: {
    ja: '{公表|こうひょう}された{表|ひょう}をテキスト、CSV、Excel で{取|と}り{込|こ}みます。{疑|うたが}わしいところは{質問|しつもん}になります。',
    'ja-x-yasashii': '{計画|けいかく}の {表|ひょう}の ファイルを {選|えら}んで ください。わからない ところは {質問|しつもん}します。',
    en: 'Takes in the published table as text, CSV or workbook. Whatever is doubtful becomes a question.',
    pt: 'Importa a tabela publicada em texto, CSV ou planilha. O que for duvidoso vira pergunta.',
  },
  rows: { ja: '{表|ひょう}の{行|ぎょう}', 'ja-x-yasashii': '{行|ぎょう}', en: 'Rows of the table', pt: 'Linhas da tabela' },
  projects: { ja: '{事業|じぎょう}', 'ja-x-yasashii': '{事業|じぎょう}', en: 'Projects', pt: 'Projetos' },
  listings: { ja: '{掲載|けいさい}（{再掲|さいけい}を{含|ふく}む）', 'ja-x-yasashii': '{計画|けいかく}に ある {数|かず}', en: 'Listings, repetitions included', pt: 'Listagens, com repetições' },
  changes: { ja: '{変|か}わるところ', 'ja-x-yasashii': '{変|か}わる ところ', en: 'Places that change', pt: 'Lugares que mudam' },
  newProjects: { ja: '{新|あたら}しい{事業|じぎょう}', 'ja-x-yasashii': '{新|あたら}しい {事業|じぎょう}', en: 'New projects', pt: 'Projetos novos' },
  keptProjects: {
    ja: '{表|ひょう}になくても{計画|けいかく}に{残|のこ}す{事業|じぎょう}',
    'ja-x-yasashii': '{表|ひょう}に ない {事業|じぎょう}（{残|のこ}します）',
    en: 'Projects not in the table, kept in the plan',
    pt: 'Projetos fora da tabela, mantidos no plano',
  },
  ownWorkbook: {
    ja: 'これはこの{仕組|しく}みが{出力|しゅつりょく}した Excel です。「{編集|へんしゅう}した Excel」として{取|と}り{込|こ}んでください。',
    'ja-x-yasashii': 'これは ここで {作|つく}った Excel です。「Excel を {入|い}れる」を {使|つか}って ください。',
    en: 'This workbook was made here. Please bring it as an edited workbook.',
    pt: 'Esta planilha foi feita aqui. Importe-a como planilha editada.',
  },
  reportTitle: {
    ja: '{編集|へんしゅう}した{報告書|ほうこくしょ}の Excel',
    'ja-x-yasashii': '{報告|ほうこく}の Excel',
    en: 'Edited workbook of a report',
    pt: 'Planilha editada de um relatório',
  },
  reportHint: {
    ja: 'この{仕組|しく}みから{受|う}け{取|と}って{編集|へんしゅう}した Excel を{読|よ}み{戻|もど}します。{変|か}わったセルだけを{確|たし}かめます。',
    'ja-x-yasashii': 'ここで もらった Excel を {入|い}れます。{変|か}わった ところだけ {確|たし}かめます。',
    en: 'Reads a workbook back that was made here and edited. Only changed cells are asked about.',
    pt: 'Lê de volta uma planilha feita aqui e editada. Só as células alteradas são perguntadas.',
  },
  changedCells: { ja: '{変|か}わったセル', 'ja-x-yasashii': '{変|か}わった ところ', en: 'Changed cells', pt: 'Células alteradas' },
  doubtfulCells: { ja: '{確|たし}かめるところ', 'ja-x-yasashii': '{見|み}て ほしい ところ', en: 'Places to check', pt: 'Lugares a verificar' },
  changed: {
    ja: '「{sheet}」の{cell}が{変|か}わっています。',
    'ja-x-yasashii': '「{sheet}」の {cell}が {変|か}わりました。',
    en: '{cell} of “{sheet}” was changed.',
    pt: 'A célula {cell} de “{sheet}” foi alterada.',
  },
  noPlan: {
    ja: '{計画|けいかく}がまだないので、{編集|へんしゅう}した Excel を{読|よ}み{戻|もど}せません。{先|さき}に{計画|けいかく}の{表|ひょう}を{取|と}り{込|こ}んでください。',
    'ja-x-yasashii': '{計画|けいかく}が ありません。{先|さき}に {計画|けいかく}の {表|ひょう}を {入|い}れて ください。',
    en: 'There is no plan yet to read a workbook back into. Import the table of the plan first.',
    pt: 'Ainda não há plano. Importe primeiro a tabela do plano.',
  },
  unknownMark: {
    ja: '{place}: {凡例|はんれい}にない{印|しるし}です。',
    'ja-x-yasashii': '{place}: {使|つか}えない {印|しるし}です。',
    en: '{place}: the legend has no such mark.',
    pt: '{place}: a legenda não tem essa marca.',
  },
  ownerForm: {
    ja: '{place}: {一行|いちぎょう}に{一|ひと}つの{担当|たんとう}を「{部|ぶ}／{課|か}／グループ」の{形|かたち}で{書|か}いてください。',
    'ja-x-yasashii': '{place}: 「{部|ぶ}／{課|か}／グループ」と {書|か}いて ください。',
    en: '{place}: write one owner a line as department／section／group.',
    pt: '{place}: escreva um responsável por linha: departamento／seção／grupo.',
  },
  mustNotBeEmpty: {
    ja: '{place}: {空|から}にはできません。',
    'ja-x-yasashii': '{place}: {何|なに}か {書|か}いて ください。',
    en: '{place}: this must not be empty.',
    pt: '{place}: não pode ficar vazio.',
  },
  exportTitle: { ja: '{計画|けいかく}の{報告書|ほうこくしょ}', 'ja-x-yasashii': '{計画|けいかく}の {報告|ほうこく}', en: 'Report of the plan', pt: 'Relatório do plano' },
  noReport: {
    ja: 'この{計画|けいかく}や{年度|ねんど}の{報告書|ほうこくしょ}はありません。',
    'ja-x-yasashii': 'その {報告|ほうこく}は ありません。',
    en: 'There is no report of this plan or year.',
    pt: 'Não há relatório deste plano ou ano.',
  },
})
