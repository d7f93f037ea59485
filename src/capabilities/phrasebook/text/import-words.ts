import { phrases } from '#kernel/text/text.ts'

export const importWords = phrases({
  hint: {
    ja: '{定型文|ていけいぶん}の{表|ひょう}(key、line、isOptional、text、textYasashii、textEn、textPt)。{変|か}わった{文|ぶん}は{承認待|しょうにんま}ちになり、{承認|しょうにん}されるまで{前|まえ}の{文|ぶん}が{使|つか}われます。{表|ひょう}にない{文|ぶん}はそのままです。',
    'ja-x-yasashii': '{決|き}まった {文|ぶん}の {表|ひょう}です。 {変|か}わった {文|ぶん}は、 {確|たし}かめてから {使|つか}います。',
    en: 'The table of phrases (key, line, isOptional, text, textYasashii, textEn, textPt). What changed waits for approval, and the old words stay in force until then. What the table lacks stays as it is.',
    pt: 'A tabela de frases (key, line, isOptional, text, textYasashii, textEn, textPt). O que mudou aguarda aprovação; até lá valem as frases antigas. O que a tabela não tem fica como está.',
  },
  wrongRow: { ja: '{読|よ}めない{行|ぎょう}', 'ja-x-yasashii': '{読|よ}めない {行|ぎょう}', en: 'Row that cannot be read', pt: 'Linha que não pode ser lida' },
  wrongWords: { ja: '{承認|しょうにん}の{前|まえ}に{直|なお}す{文|ぶん}', 'ja-x-yasashii': '{直|なお}す {文|ぶん}', en: 'Words to mend before approval', pt: 'Frases a corrigir antes da aprovação' },
  noHeadings: { ja: '{見出|みだ}しの{行|ぎょう}に {columns} の{列|れつ}がありません。{書|か}き{出|だ}した{表|ひょう}の1{行目|ぎょうめ}を{使|つか}ってください。', 'ja-x-yasashii': '{表|ひょう}に {columns} が ありません。', en: 'The heading row lacks the columns {columns}. Use the first row of an exported table.', pt: 'Faltam no cabeçalho as colunas {columns}. Use a primeira linha de uma tabela exportada.' },
  rows: { ja: '{行|ぎょう}', 'ja-x-yasashii': '{行|ぎょう}', en: 'Rows', pt: 'Linhas' },
  templates: { ja: '{文|ぶん}のまとまり', 'ja-x-yasashii': '{文|ぶん}の まとまり', en: 'Templates', pt: 'Modelos' },
  added: { ja: '{新|あたら}しい', 'ja-x-yasashii': '{新|あたら}しい', en: 'New', pt: 'Novos' },
  changed: { ja: '{変|か}わる', 'ja-x-yasashii': '{変|か}わる', en: 'Changed', pt: 'Mudam' },
  same: { ja: '{変|か}わらない', 'ja-x-yasashii': '{変|か}わらない', en: 'Unchanged', pt: 'Sem mudança' },
  leftOut: { ja: '{取|と}り{込|こ}まない{行|ぎょう}', 'ja-x-yasashii': '{入|い}れない {行|ぎょう}', en: 'Rows left out', pt: 'Linhas deixadas de fora' },
})
