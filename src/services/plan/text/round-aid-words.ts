import { phrases } from '#kernel/text/text.ts'

/** What helps while a sheet is written. */
export const aidWords = phrases({
  beforeSubmitting: { ja: '{提出|ていしゅつ}の{前|まえ}に', 'ja-x-yasashii': '{出|だ}す {前|まえ}に', en: 'Before you submit', pt: 'Antes de enviar' },
  blankHere: { ja: '{空欄|くうらん}', 'ja-x-yasashii': '{書|か}いて いない ところ', en: 'Blank', pt: 'Vazio' },
  unchangedHere: { ja: '{前年度|ぜんねんど}と{同|おな}じ{文|ぶん}', 'ja-x-yasashii': '{前|まえ}と {同|おな}じ {文|ぶん}', en: 'Same as last year', pt: 'Igual ao ano anterior' },
  tooLongHere: { ja: 'A3の{表|ひょう}に{入|はい}りきらない{文|ぶん}', 'ja-x-yasashii': '{長|なが}すぎる {文|ぶん}', en: 'Too long for the A3 table', pt: 'Longo demais para a tabela A3' },
  allGood: { ja: '{空欄|くうらん}も{前年度|ぜんねんど}のままの{文|ぶん}もありません', 'ja-x-yasashii': '{全部|ぜんぶ} できました', en: 'Nothing is blank and nothing is unchanged', pt: 'Nada vazio e nada igual ao ano anterior' },
  lengthTable: { ja: 'A3の{表|ひょう} {count}／{limit}{字|じ}', 'ja-x-yasashii': 'A3 {count}／{limit}{字|じ}', en: 'A3 table {count} / {limit} characters', pt: 'Tabela A3 {count} / {limit} caracteres' },
  lengthWeb: { ja: 'ウェブ {count}／{limit}{字|じ}', 'ja-x-yasashii': 'ウェブ {count}／{limit}{字|じ}', en: 'Web {count} / {limit} characters', pt: 'Web {count} / {limit} caracteres' },
  tooLong: { ja: '{count}{字|じ}{多|おお}い', 'ja-x-yasashii': '{count}{字|じ} {多|おお}い', en: '{count} too many', pt: '{count} a mais' },
  correction: { ja: '{訂正|ていせい}の{理由|りゆう}', 'ja-x-yasashii': '{直|なお}す {理由|りゆう}', en: 'Reason of the correction', pt: 'Motivo da correção' },
  takeBackNeedsReason: {
    ja: '{回|かい}は{終|お}わっています。シートで、{訂正|ていせい}の{理由|りゆう}を{書|か}いて{直|なお}してください',
    'ja-x-yasashii': 'もう {終|お}わりました。シートで {理由|りゆう}を {書|か}いて {直|なお}して ください',
    en: 'The round is closed. Correct the sheet itself and give the reason',
    pt: 'A rodada está encerrada. Corrija na própria ficha e dê o motivo',
  },
  correctionHint: {
    ja: '{回|かい}は{終|お}わっています。{直|なお}したところは、{理由|りゆう}と{一緒|いっしょ}に{履歴|りれき}に{残|のこ}ります。',
    'ja-x-yasashii': '{理由|りゆう}も {残|のこ}ります。',
    en: 'The round is closed. What you change is kept in the history with its reason.',
    pt: 'A rodada está encerrada. A mudança fica no histórico com o motivo.',
  },
})
