import type { Html } from '#kernel/html/html.ts'
import { phrases, type Phrase, type Voice } from '#kernel/text/text.ts'
import type { ReportProblem, ReportProblemReason, ReportRefusalReason } from './report-changes.ts'

/** Why an edited workbook is not read at all, and the way out. */
export const REPORT_REFUSAL_WORDS = phrases({
  'not-our-report': {
    ja: 'このシステムから{出力|しゅつりょく}した{報告書|ほうこくしょ}ではありません。{報告書|ほうこくしょ}を{出力|しゅつりょく}し{直|なお}し、そのファイルを{編集|へんしゅう}してください。',
    'ja-x-yasashii':
      'この システムの {報告書|ほうこくしょ}では ありません。{報告書|ほうこくしょ}を もう{一度|いちど} {出|だ}して、それに {書|か}いて ください。',
    en: 'This workbook is not a report made here. Export the report again and edit that file.',
    pt: 'Esta planilha não é um relatório gerado aqui. Exporte o relatório novamente e edite esse arquivo.',
  },
  'other-version': {
    ja: '{別|べつ}の{版|はん}のシステムで{出力|しゅつりょく}した{報告書|ほうこくしょ}です。{出力|しゅつりょく}し{直|なお}してから{変更|へんこう}を{写|うつ}してください。',
    'ja-x-yasashii':
      '{古|ふる}い {報告書|ほうこくしょ}です。もう{一度|いちど} {出|だ}して、{変|か}えた ところを {写|うつ}して ください。',
    en: 'This report was made by another version. Export it again and copy your changes into it.',
    pt: 'Este relatório foi gerado por outra versão. Exporte-o de novo e copie suas alterações.',
  },
  'other-plan': {
    ja: '{別|べつ}の{計画|けいかく}の{報告書|ほうこくしょ}です。{計画|けいかく}を{確|たし}かめてください。',
    'ja-x-yasashii': 'ほかの {計画|けいかく}の {報告書|ほうこくしょ}です。{計画|けいかく}を {確|たし}かめて ください。',
    en: 'This is the report of another plan. Check which plan you are working on.',
    pt: 'Este é o relatório de outro plano. Verifique em qual plano você está trabalhando.',
  },
  'other-report-year': {
    ja: '{別|べつ}の{年度|ねんど}の{報告書|ほうこくしょ}です。{年度|ねんど}を{確|たし}かめてください。',
    'ja-x-yasashii': 'ほかの {年度|ねんど}の {報告書|ほうこくしょ}です。{年度|ねんど}を {確|たし}かめて ください。',
    en: 'This is the report of another fiscal year. Check the year.',
    pt: 'Este é o relatório de outro ano fiscal. Verifique o ano.',
  },
}) satisfies Readonly<Record<ReportRefusalReason, Phrase<never>>>

/** What a person must decide about; nothing of it has been taken over. */
export const REPORT_PROBLEM_WORDS = phrases({
  'unknown-sheet': {
    ja: '{報告書|ほうこくしょ}にないシート「{found}」は{読|よ}みませんでした。{必要|ひつよう}な{内容|ないよう}は{元|もと}のシートに{書|か}いてください。',
    'ja-x-yasashii': 'シート「{found}」は {読|よ}みませんでした。もとの シートに {書|か}いて ください。',
    en: 'The sheet “{found}” does not belong to the report and was not read. Write into the original sheets.',
    pt: 'A planilha “{found}” não faz parte do relatório e não foi lida. Escreva nas planilhas originais.',
  },
  'missing-sheet': {
    ja: '「{known}」のシートがありません。{何|なに}も{削除|さくじょ}していません。{削除|さくじょ}する{場合|ばあい}は{計画|けいかく}の{画面|がめん}で{行|おこな}ってください。',
    'ja-x-yasashii': '「{known}」の シートが ありません。{何|なに}も {消|け}して いません。',
    en: 'The sheet “{known}” is missing. Nothing was deleted; delete it on the plan’s page if you mean to.',
    pt: 'Falta a planilha “{known}”. Nada foi excluído; se for o caso, exclua na página do plano.',
  },
  'missing-column': {
    ja: '{列|れつ}「{known}」がありません。この{列|れつ}の{内容|ないよう}は{変更|へんこう}していません。',
    'ja-x-yasashii': '{列|れつ}「{known}」が ありません。この {列|れつ}は {変|か}えて いません。',
    en: 'The column “{known}” is missing. Its contents were left unchanged.',
    pt: 'Falta a coluna “{known}”. O conteúdo dela não foi alterado.',
  },
  'unknown-row': {
    ja: '{計画|けいかく}にない{行|ぎょう}です({found})。{事業|じぎょう}の{追加|ついか}は{計画|けいかく}の{画面|がめん}で{行|おこな}ってください。',
    'ja-x-yasashii':
      '{計画|けいかく}に ない {行|ぎょう}です({found})。{新|あたら}しい {事業|じぎょう}は {計画|けいかく}の {画面|がめん}で {書|か}いて ください。',
    en: 'This row is not in the plan ({found}). Add projects on the plan’s page.',
    pt: 'Esta linha não está no plano ({found}). Adicione projetos na página do plano.',
  },
  'duplicated-row': {
    ja: '{同|おな}じ{行|ぎょう}が2つあります({found})。{初|はじ}めの{行|ぎょう}だけを{読|よ}みました。どちらが{正|ただ}しいか{確|たし}かめてください。',
    'ja-x-yasashii': '{同|おな}じ {行|ぎょう}が 2つ あります({found})。{初|はじ}めの {行|ぎょう}だけ {読|よ}みました。',
    en: 'This row stands twice ({found}). Only the first was read; check which one is right.',
    pt: 'Esta linha aparece duas vezes ({found}). Só a primeira foi lida; verifique qual está certa.',
  },
  'deleted-row': {
    ja: '「{known}」の{行|ぎょう}がありません。{計画|けいかく}からは{削除|さくじょ}していません。',
    'ja-x-yasashii': '「{known}」の {行|ぎょう}が ありません。{計画|けいかく}からは {消|け}して いません。',
    en: 'The row “{known}” is missing. It was not deleted from the plan.',
    pt: 'Falta a linha “{known}”. Ela não foi excluída do plano.',
  },
  'text-out-of-place': {
    ja: '{結合|けつごう}を{解|と}いた{下|した}の{行|ぎょう}に「{found}」とあります。{上|うえ}の{行|ぎょう}に{移|うつ}してください。',
    'ja-x-yasashii':
      '「{found}」が {下|した}の {行|ぎょう}に あります。{上|うえ}の {行|ぎょう}に {書|か}いて ください。',
    en: '“{found}” stands in a lower row of its project. Move it to the top row.',
    pt: '“{found}” está numa linha inferior do projeto. Mova para a primeira linha.',
  },
  formula: {
    ja: '{式|しき} {found} は{計算|けいさん}しません({保存時|ほぞんじ}の{値|あたい}「{known}」)。{値|あたい}として{書|か}き{直|なお}してください。',
    'ja-x-yasashii':
      '{式|しき} {found} は {使|つか}えません({前|まえ}の {値|あたい}「{known}」)。{文字|もじ}で {書|か}いて ください。',
    en: 'The formula {found} is not worked out (value when saved: “{known}”). Write the value itself.',
    pt: 'A fórmula {found} não é calculada (valor ao salvar: “{known}”). Escreva o próprio valor.',
  },
  'not-a-text': {
    ja: '「{found}」は{文字|もじ}ではありません。Excel が{日付|ひづけ}などに{変|か}えていないか{確|たし}かめ、{文字列|もじれつ}で{書|か}き{直|なお}してください。',
    'ja-x-yasashii': '「{found}」は {文字|もじ}では ありません。{文字|もじ}で {書|か}いて ください。',
    en: '“{found}” is not text. Check whether Excel turned it into a date, and enter it as text.',
    pt: '“{found}” não é texto. Verifique se o Excel o transformou em data e digite como texto.',
  },
  'unknown-mark': {
    ja: '{記号|きごう}「{found}」は{一覧|いちらん}にありません。「{known}」ではありませんか。',
    'ja-x-yasashii': '「{found}」は {使|つか}えない {記号|きごう}です。「{known}」を {使|つか}って ください。',
    en: 'The mark “{found}” is not in the list. Did you mean “{known}”?',
    pt: 'A marca “{found}” não está na lista. Você quis dizer “{known}”?',
  },
  'copy-differs': {
    ja: '{再掲|さいけい}の{行|ぎょう}では「{found}」、{主|おも}な{行|ぎょう}では「{known}」です。どちらにするか{選|えら}んでください。',
    'ja-x-yasashii':
      '{同|おな}じ {事業|じぎょう}が「{found}」と「{known}」に なって います。どちらか {選|えら}んで ください。',
    en: 'The repeated row says “{found}”, the main row “{known}”. Choose which one is right.',
    pt: 'A linha repetida diz “{found}” e a principal, “{known}”. Escolha a correta.',
  },
  'changed-meanwhile': {
    ja: 'ファイルでは「{found}」ですが、{出力後|しゅつりょくご}に{画面|がめん}で「{known}」に{変更|へんこう}されています。どちらにするか{選|えら}んでください。',
    'ja-x-yasashii':
      'ファイルは「{found}」、{今|いま}の {計画|けいかく}は「{known}」です。どちらか {選|えら}んで ください。',
    en: 'The file says “{found}”, but the plan was changed to “{known}” after the export. Choose which one stays.',
    pt: 'O arquivo diz “{found}”, mas o plano mudou para “{known}” depois da exportação. Escolha qual fica.',
  },
  'fixed-cell-changed': {
    ja: '「{known}」が「{found}」に{変|か}わっています。{番号|ばんごう}と{施策|しさく}は{計画|けいかく}の{画面|がめん}で{変更|へんこう}してください。',
    'ja-x-yasashii':
      '「{known}」が「{found}」に なって います。ここは {計画|けいかく}の {画面|がめん}で {変|か}えて ください。',
    en: '“{known}” was changed to “{found}”. Numbers and directions are changed on the plan’s page.',
    pt: '“{known}” foi alterado para “{found}”. Números e diretrizes são alterados na página do plano.',
  },
}) satisfies Readonly<Record<ReportProblemReason, Phrase>>

/** What is wrong at one place, with what was found there. */
export function sayReportProblem(voice: Voice, { reason, found, known }: ReportProblem): Html {
  const phrase: Phrase = REPORT_PROBLEM_WORDS[reason]
  return voice.say(phrase, { found, known })
}
