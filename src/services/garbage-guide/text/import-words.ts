import { phrases } from '#kernel/text/text.ts'

/** Bringing lists in and taking them out. */
export const importWords = phrases({
  title: { ja: 'ごみの{品目|ひんもく}の{表|ひょう}', 'ja-x-yasashii': 'ごみの ものの {表|ひょう}', en: 'List of waste items', pt: 'Lista de itens do lixo' },
  hint: {
    ja: 'この{市|し}の{書|か}き{出|だ}し、{自治体標準|じちたいひょうじゅん}オープンデータ、5374 の target.csv、{見出|みだ}しのある Excel・CSV を{読|よ}みます。{表|ひょう}にない{品目|ひんもく}はそのまま{残|のこ}ります。',
    'ja-x-yasashii': 'Excel か CSV の {表|ひょう}を {読|よ}みます。{表|ひょう}に ない ものは {残|のこ}ります。',
    en: 'Reads our own export, the national open data standard, 5374’s target.csv, and Excel or CSV with headings. Items that are not in the table stay.',
    pt: 'Lê nossa exportação, o padrão nacional de dados abertos, o target.csv do 5374 e Excel ou CSV com cabeçalhos. Itens fora da tabela permanecem.',
  },
  things: { ja: '{読|よ}めた{品目|ひんもく}', 'ja-x-yasashii': '{読|よ}めた もの', en: 'Items read', pt: 'Itens lidos' },
  rows: { ja: '{表|ひょう}の{行|ぎょう}', 'ja-x-yasashii': '{行|ぎょう}', en: 'Rows', pt: 'Linhas' },
  added: { ja: '{加|くわ}わる{品目|ひんもく}', 'ja-x-yasashii': '{増|ふ}える もの', en: 'New items', pt: 'Itens novos' },
  changed: { ja: '{変|か}わる{品目|ひんもく}', 'ja-x-yasashii': '{変|か}わる もの', en: 'Changed items', pt: 'Itens alterados' },
  same: { ja: 'そのままの{品目|ひんもく}', 'ja-x-yasashii': '{同|おな}じ もの', en: 'Unchanged items', pt: 'Itens iguais' },
  leftOut: { ja: '{取|と}り{込|こ}まない{行|ぎょう}({答|こた}えのない{誤|あやま}り)', 'ja-x-yasashii': '{入|い}れない {行|ぎょう}', en: 'Rows left out (errors without an answer)', pt: 'Linhas deixadas de fora (erros sem resposta)' },
  untranslated: { ja: '{訳|やく}のない{品目|ひんもく}({日本語|にほんご}のまま)', 'ja-x-yasashii': '{日本語|にほんご}だけの もの', en: 'Items without all translations (Japanese is shown)', pt: 'Itens sem todas as traduções (mostra-se o japonês)' },
  noClasses: { ja: 'この{市|し}には{分別|ぶんべつ}の{種類|しゅるい}がまだありません。{先|さき}に{市|し}のフォルダーに{置|お}いてください。', 'ja-x-yasashii': 'ごみの {種類|しゅるい}が まだ ありません。', en: 'The city has no classes of waste yet. Put them into its folder first.', pt: 'A cidade ainda não tem tipos de lixo. Coloque-os antes na pasta da cidade.' },
  noReading: { ja: '「{read}」のよみがありません。ひらがなで{書|か}いてください。{空欄|くうらん}のままだと{取|と}り{込|こ}みません。', 'ja-x-yasashii': '「{read}」の よみを ひらがなで {書|か}いて ください。', en: '“{read}” has no reading. Write it in hiragana; left blank, the row is not taken.', pt: '“{read}” não tem leitura. Escreva em hiragana; em branco, a linha não entra.' },
  readingColumn: { ja: 'よみ', 'ja-x-yasashii': 'よみ', en: 'Reading', pt: 'Leitura' },
  notHiragana: { ja: 'よみはひらがなだけで{書|か}いてください。', 'ja-x-yasashii': 'ひらがなで {書|か}いて ください。', en: 'A reading is written in hiragana only.', pt: 'A leitura é escrita só em hiragana.' },
  exportTitle: { ja: 'ごみの{品目|ひんもく}', 'ja-x-yasashii': 'ごみの もの', en: 'Waste items', pt: 'Itens do lixo' },
})
