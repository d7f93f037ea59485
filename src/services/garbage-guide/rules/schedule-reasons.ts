import { phrases, type Phrase, type Voice } from '#kernel/text/text.ts'
import type { FileProblem } from './five-three-seven-four-reading.ts'
import type { ScheduleRefusal, ScheduleRefused } from './schedule.ts'

/** Why collection days in the notation of 5374 were not read; `part` is the piece meant. */
export const SCHEDULE_REASONS = phrases({
  empty: {
    ja: '{収集日|しゅうしゅうび}がありません。「{月|げつ} {木|もく}」のように{書|か}いてください。',
    'ja-x-yasashii': '{日|ひ}が ありません。「{月|げつ} {木|もく}」のように {書|か}いて ください。',
    en: 'There are no collection days. Write them as in 月 木.',
    pt: 'Não há dias de coleta. Escreva como 月 木.',
  },
  'too-long': {
    ja: '{長|なが}すぎます。{日付|ひづけ}を{減|へ}らすか、{曜日|ようび}で{書|か}いてください。',
    'ja-x-yasashii': '{長|なが}いです。{曜日|ようび}で {書|か}いて ください。',
    en: 'This is too long. Name fewer days, or write weekdays.',
    pt: 'É longo demais. Use menos datas ou dias da semana.',
  },
  'unreadable-part': {
    ja: '「{part}」は{読|よ}めません。{毎週|まいしゅう}は「{月|げつ}」、{第|だい}2は「{火|か}2」、{日付|ひづけ}は「20260505」と{書|か}き、{空白|くうはく}で{区切|くぎ}ってください。',
    'ja-x-yasashii':
      '「{part}」は {読|よ}めません。「{月|げつ}」「{火|か}2」「20260505」のように {書|か}いて ください。',
    en: '“{part}” cannot be read. Write 月 for every week, 火2 for the second Tuesday, 20260505 for a day, with spaces between.',
    pt: 'Não se lê “{part}”. Escreva 月 para toda semana, 火2 para a segunda terça, 20260505 para um dia, separados por espaço.',
  },
  'week-out-of-range': {
    ja: '「{part}」の{週|しゅう}がありません。{第|だい}1から{第|だい}5までで{書|か}いてください。',
    'ja-x-yasashii': '「{part}」の {週|しゅう}は ありません。1から 5までです。',
    en: '“{part}”: a month has weeks 1 to 5.',
    pt: '“{part}”: o mês tem semanas de 1 a 5.',
  },
  'no-such-day': {
    ja: '「{part}」という{日|ひ}はありません。{年|とし}4{桁|けた}、{月|つき}2{桁|けた}、{日|ひ}2{桁|けた}で{書|か}いてください。',
    'ja-x-yasashii': '「{part}」の {日|ひ}は ありません。20260505のように {書|か}いて ください。',
    en: 'There is no day “{part}”. Write year, month and day as in 20260505.',
    pt: 'Não existe o dia “{part}”. Escreva ano, mês e dia como 20260505.',
  },
  'no-such-month': {
    ja: '「{part}」は{月|つき}ではありません。「:」の{後|あと}には1から12までを{書|か}いてください。',
    'ja-x-yasashii': '「{part}」は {月|つき}では ありません。1から 12までです。',
    en: '“{part}” is no month. After the colon write 1 to 12.',
    pt: '“{part}” não é um mês. Depois dos dois-pontos escreva de 1 a 12.',
  },
  'no-months': {
    ja: '「:」の{後|あと}に{月|つき}がありません。{月|つき}を{書|か}くか、「:」を{消|け}してください。',
    'ja-x-yasashii': '「:」の {後|あと}に {月|つき}を {書|か}いて ください。',
    en: 'No months follow the colon. Write them, or delete the colon.',
    pt: 'Não há meses depois dos dois-pontos. Escreva-os ou apague os dois-pontos.',
  },
  'second-colon': {
    ja: '「:」は{一|ひと}つだけです。「{part}」を{消|け}してください。{月|つき}はすべての{曜日|ようび}に{当|あ}てはまります。',
    'ja-x-yasashii': '「:」は {一|ひと}つだけです。「{part}」を {消|け}して ください。',
    en: 'There may be one colon. Delete “{part}”; the months hold for all weekdays.',
    pt: 'Só pode haver um “:”. Apague “{part}”; os meses valem para todos os dias da semana.',
  },
  'months-without-weekday': {
    ja: '「{part}」の{月|つき}に{当|あ}てはまる{曜日|ようび}がありません。{曜日|ようび}を{書|か}いてください。',
    'ja-x-yasashii': '「{part}」の {前|まえ}に {曜日|ようび}を {書|か}いて ください。',
    en: 'The months “{part}” have no weekday to hold for. Write a weekday before the colon.',
    pt: 'Os meses “{part}” não têm dia da semana. Escreva um antes dos dois-pontos.',
  },
  twice: {
    ja: '「{part}」は{前|まえ}にも{書|か}いてあります。{一|ひと}つにしてください。',
    'ja-x-yasashii': '「{part}」は {二|ふた}つ あります。{一|ひと}つに して ください。',
    en: '“{part}” is said before. Say it once.',
    pt: '“{part}” já foi dito. Escreva uma só vez.',
  },
}) satisfies Readonly<Record<ScheduleRefusal, Phrase>>

/** Why a cell of the 5374 files was not taken. */
export const FILE_REASONS = phrases({
  'no-heading': {
    ja: '「{地名|ちめい}」の{見出|みだ}しがありません。{一行目|いちぎょうめ}に{付|つ}けてください。',
    'ja-x-yasashii': '「{地名|ちめい}」の {見出|みだ}しが ありません。{一行目|いちぎょうめ}に {書|か}いて ください。',
    en: 'There is no heading 地名. Add it to the first row.',
    pt: 'Não há o título 地名. Acrescente-o à primeira linha.',
  },
  'no-name': {
    ja: '{名前|なまえ}がありません。{名前|なまえ}を{入|い}れるか、{行|ぎょう}を{消|け}してください。',
    'ja-x-yasashii': '{名前|なまえ}が ありません。{名前|なまえ}を {書|か}いて ください。',
    en: 'The name is missing. Enter it, or delete the row.',
    pt: 'Falta o nome. Escreva-o ou apague a linha.',
  },
  'unknown-centre': {
    ja: 'センター「{read}」がcenter.csvにありません。{名前|なまえ}をそろえてください。',
    'ja-x-yasashii': '「{read}」は center.csvに ありません。{同|おな}じ {名前|なまえ}に して ください。',
    en: 'Centre “{read}” is not in center.csv. Write the same name in both.',
    pt: 'O centro “{read}” não está em center.csv. Use o mesmo nome nos dois.',
  },
  'unknown-remark': {
    ja: '「{read}」の*の{番号|ばんごう}がremarks.csvにありません。{注意事項|ちゅういじこう}を{加|くわ}えてください。',
    'ja-x-yasashii': '「{read}」の *の {番号|ばんごう}が remarks.csvに ありません。',
    en: '“{read}” points to a remark that is not in remarks.csv. Add it there.',
    pt: '“{read}” aponta para uma observação que não está em remarks.csv. Acrescente-a.',
  },
  'not-a-day': {
    ja: '「{read}」は{日付|ひづけ}として{読|よ}めません。「2026/12/29」のように{書|か}いてください。',
    'ja-x-yasashii': '「{read}」は {日|ひ}では ありません。「2026/12/29」のように {書|か}いて ください。',
    en: '“{read}” is no day. Write it as in 2026/12/29.',
    pt: '“{read}” não é uma data. Escreva como 2026/12/29.',
  },
  'ends-before-it-begins': {
    ja: '{休止|きゅうし}の{終|お}わり「{read}」が{始|はじ}まりより{前|まえ}です。{日付|ひづけ}を{直|なお}してください。',
    'ja-x-yasashii': '{休|やす}みの {終|お}わり「{read}」が {始|はじ}まりより {前|まえ}です。{直|なお}して ください。',
    en: 'The rest ends on “{read}”, before it begins. Mend the days.',
    pt: 'A pausa termina em “{read}”, antes de começar. Corrija as datas.',
  },
  'not-a-colour': {
    ja: '「{read}」は{色|いろ}として{読|よ}めません。「#1a5fb4」のように{書|か}いてください。',
    'ja-x-yasashii': '「{read}」は {色|いろ}では ありません。「#1a5fb4」のように {書|か}いて ください。',
    en: '“{read}” is no colour. Write it as in #1a5fb4.',
    pt: '“{read}” não é uma cor. Escreva como #1a5fb4.',
  },
  'not-a-number': {
    ja: '「{read}」は{番号|ばんごう}ではありません。{数字|すうじ}で{書|か}いてください。',
    'ja-x-yasashii': '「{read}」は {番号|ばんごう}では ありません。{数字|すうじ}を {書|か}いて ください。',
    en: '“{read}” is no number. Write digits.',
    pt: '“{read}” não é um número. Use algarismos.',
  },
  'said-before': {
    ja: '「{read}」は{前|まえ}の{行|ぎょう}にもあります。どちらかを{消|け}してください。',
    'ja-x-yasashii': '「{read}」は {二|ふた}つ あります。{一|ひと}つを {消|け}して ください。',
    en: '“{read}” stands in an earlier row. Delete one of the two.',
    pt: '“{read}” está em uma linha anterior. Apague uma das duas.',
  },
  formula: {
    ja: 'セルが{数式|すうしき}です。{計算|けいさん}の{結果|けっか}を{文字|もじ}で{入|い}れてください。',
    'ja-x-yasashii': 'セルに {式|しき}が あります。{答|こた}えの {字|じ}だけを {入|い}れて ください。',
    en: 'The cell is a formula. Paste its result as a value.',
    pt: 'A célula é uma fórmula. Cole o resultado como valor.',
  },
}) satisfies Readonly<Record<FileProblem, Phrase>>

/** Why collection days were not read, to the reader: which piece, what is wrong with it, what to write. */
export function scheduleReason(voice: Voice, { reason, part }: ScheduleRefused): string {
  const phrase: Phrase = SCHEDULE_REASONS[reason]
  return voice.plain(phrase, { part })
}
