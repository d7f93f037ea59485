import { phrases, type Phrase, type Voice } from '#kernel/text/text.ts'
import type { CellProblem } from './cell-problems.ts'
import type { CellFinding } from './item-cells.ts'
import type { SheetRefusal } from './item-rows.ts'

/** Why a cell of a sheet of things was not taken, or what staff should know of it; each with the way out. */
export const CELL_REASONS = phrases({
  formula: {
    ja: 'セルが{数式|すうしき}です。{計算|けいさん}の{結果|けっか}を「{値|あたい}の{貼|は}り{付|つ}け」で{入|い}れてください。',
    'ja-x-yasashii': 'セルに {式|しき}が あります。{答|こた}えの {字|じ}だけを {入|い}れて ください。',
    en: 'The cell is a formula. Paste its result as a value.',
    pt: 'A célula é uma fórmula. Cole o resultado como valor.',
  },
  'spreadsheet-error': {
    ja: '{表計算|ひょうけいさん}ソフトのエラー「{read}」です。{元|もと}の{式|しき}を{直|なお}し、{文字|もじ}で{入|い}れてください。',
    'ja-x-yasashii': '「{read}」は {表|ひょう}の ソフトの エラーです。{字|じ}を {入|い}れて ください。',
    en: '“{read}” is an error of the spreadsheet. Mend its formula and enter the text.',
    pt: '“{read}” é um erro da planilha. Corrija a fórmula e digite o texto.',
  },
  undecodable: {
    ja: '{文字化|もじば}けしています。{元|もと}の{文字|もじ}を{入|い}れ{直|なお}してください。',
    'ja-x-yasashii': '{読|よ}めない {字|じ}が あります。もう{一度|いちど} {書|か}いて ください。',
    en: 'Characters were lost here. Type them again.',
    pt: 'Há caracteres perdidos aqui. Digite-os novamente.',
  },
  'control-character': {
    ja: '{目|め}に{見|み}えない{制御文字|せいぎょもじ}が{入|はい}っています。セルを{空|から}にして、{打|う}ち{直|なお}してください。',
    'ja-x-yasashii':
      '{見|み}えない {字|じ}が あります。{全部|ぜんぶ} {消|け}して、もう{一度|いちど} {書|か}いて ください。',
    en: 'There are invisible control characters. Empty the cell and type it again.',
    pt: 'Há caracteres de controle invisíveis. Esvazie a célula e digite de novo.',
  },
  'line-break': {
    ja: 'この{列|れつ}では{改行|かいぎょう}できません。{一行|いちぎょう}にしてください。',
    'ja-x-yasashii': 'ここは {一行|いちぎょう}で {書|か}いて ください。',
    en: 'This column takes one line only. Take out the line break.',
    pt: 'Esta coluna aceita uma só linha. Retire a quebra de linha.',
  },
  'too-long': {
    ja: '{長|なが}すぎます。{短|みじか}くするか、{注意点|ちゅういてん}の{列|れつ}に{移|うつ}してください。',
    'ja-x-yasashii': '{長|なが}いです。{短|みじか}く して ください。',
    en: 'The text is too long. Shorten it, or move it to the column of notes.',
    pt: 'O texto é longo demais. Encurte-o ou passe-o para a coluna de observações.',
  },
  'ditto-mark': {
    ja: '「{read}」は{上|うえ}と{同|おな}じという{印|しるし}です。{並|なら}べ{替|か}えると{意味|いみ}が{変|か}わるので、{分別区分|ぶんべつくぶん}を{書|か}いてください。',
    'ja-x-yasashii':
      '「{read}」は {上|うえ}と {同|おな}じと いう {印|しるし}です。ごみの {種類|しゅるい}を {書|か}いて ください。',
    en: '“{read}” stands for the row above and would change its meaning when rows are sorted. Write the class.',
    pt: '“{read}” repete a linha de cima e mudaria de sentido ao ordenar. Escreva a classe.',
  },
  'wrong-key': {
    ja: 'IDは{半角|はんかく}の{英数字|えいすうじ}と - _ . だけです。「{read}」を{直|なお}してください。',
    'ja-x-yasashii': 'IDは {半角|はんかく}の ABC と 123 だけです。「{read}」を {直|なお}して ください。',
    en: 'A key has letters, digits and - _ . only. Mend “{read}”.',
    pt: 'A chave só tem letras, números e - _ . Corrija “{read}”.',
  },
  'no-name': {
    ja: '{品目|ひんもく}の{名前|なまえ}がありません。{名前|なまえ}を{入|い}れるか、{行|ぎょう}を{消|け}してください。',
    'ja-x-yasashii':
      'ものの {名前|なまえ}が ありません。{名前|なまえ}を {書|か}くか、{行|ぎょう}を {消|け}して ください。',
    en: 'The thing has no name. Enter one, or delete the row.',
    pt: 'O item não tem nome. Escreva um ou apague a linha.',
  },
  'not-kana': {
    ja: 'よみがな「{read}」にかな{以外|いがい}の{文字|もじ}があります。ひらがなで{書|か}いてください。',
    'ja-x-yasashii': '「{read}」は ひらがなでは ありません。ひらがなで {書|か}いて ください。',
    en: 'The reading “{read}” has characters other than kana. Write it in hiragana.',
    pt: 'A leitura “{read}” tem caracteres que não são kana. Escreva em hiragana.',
  },
  'no-class': {
    ja: '{分別区分|ぶんべつくぶん}がありません。{市|し}の{区分|くぶん}の{名前|なまえ}を{入|い}れてください。',
    'ja-x-yasashii': 'ごみの {種類|しゅるい}が ありません。{種類|しゅるい}の {名前|なまえ}を {書|か}いて ください。',
    en: 'There is no class. Enter the name of one of the city’s classes.',
    pt: 'Não há classe. Escreva o nome de uma das classes da cidade.',
  },
  'unknown-class': {
    ja: '「{read}」という{分別区分|ぶんべつくぶん}は{市|し}にありません。{市|し}の{区分|くぶん}の{名前|なまえ}に{直|なお}すか、どの{区分|くぶん}のことかを{選|えら}んでください。',
    'ja-x-yasashii':
      '「{read}」と いう ごみの {種類|しゅるい}は ありません。{種類|しゅるい}を {選|えら}んで ください。',
    en: 'The city has no class “{read}”. Write the name of one of its classes, or choose which one is meant.',
    pt: 'A cidade não tem a classe “{read}”. Escreva o nome de uma de suas classes ou escolha qual é.',
  },
  'unknown-danger': {
    ja: '「{read}」という{危険|きけん}の{種類|しゅるい}はありません。{一覧|いちらん}にある{名前|なまえ}を{入|い}れるか、{空|から}にしてください。',
    'ja-x-yasashii': '「{read}」と いう {危険|きけん}は ありません。{一覧|いちらん}から {選|えら}んで ください。',
    en: 'There is no danger “{read}”. Enter one from the list, or leave the cell empty.',
    pt: 'Não existe o perigo “{read}”. Escreva um da lista ou deixe a célula vazia.',
  },
  'key-twice': {
    ja: 'ID「{read}」は{行|ぎょう}{row}で{別|べつ}の{品目|ひんもく}に{使|つか}われています。{別|べつ}のIDにしてください。',
    'ja-x-yasashii': 'ID「{read}」は {行|ぎょう}{row}に もう あります。ほかの IDに して ください。',
    en: 'Key “{read}” belongs to another thing in row {row}. Give it another key.',
    pt: 'A chave “{read}” já é de outro item na linha {row}. Use outra chave.',
  },
  'name-twice': {
    ja: '「{read}」は{行|ぎょう}{row}に{別|べつ}のIDであります。{同|おな}じものなら{同|おな}じIDにして{名前|なまえ}を{空|から}にし、{別|べつ}のものなら{名前|なまえ}を{変|か}えてください。',
    'ja-x-yasashii':
      '「{read}」は {行|ぎょう}{row}に もう あります。{同|おな}じ ものは、{同|おな}じ IDを {書|か}いて、{名前|なまえ}は {空|から}に して ください。',
    en: '“{read}” stands in row {row} under another key. If it is the same thing, use that key and leave the name empty; if not, change the name.',
    pt: '“{read}” está na linha {row} com outra chave. Se for o mesmo item, use aquela chave e deixe o nome vazio; se não, mude o nome.',
  },
  'said-before': {
    ja: '「{read}」は{同|おな}じ{区分|くぶん}で{行|ぎょう}{row}にあります。どちらかの{行|ぎょう}を{消|け}すか、{大|おお}きさを{分|わ}けて{書|か}いてください。',
    'ja-x-yasashii': '「{read}」は {行|ぎょう}{row}に もう あります。{一|ひと}つを {消|け}して ください。',
    en: '“{read}” stands in row {row} with the same class. Delete one of the rows, or tell them apart by size.',
    pt: '“{read}” está na linha {row} com a mesma classe. Apague uma das linhas ou diferencie pelo tamanho.',
  },
  'second-way': {
    ja: '「{read}」は{行|ぎょう}{row}と{同|おな}じ{品目|ひんもく}の、もう{一|ひと}つの{出|だ}し{方|かた}として{読|よ}みました。',
    'ja-x-yasashii':
      '「{read}」は {行|ぎょう}{row}と {同|おな}じ ものです。{二|ふた}つ{目|め}の {出|だ}し{方|かた}に しました。',
    en: '“{read}” was read as a second way for the thing in row {row}.',
    pt: '“{read}” foi lido como segunda forma do item da linha {row}.',
  },
  'ways-kept': {
    ja: 'この{表|ひょう}に{大|おお}きさの{列|れつ}はなく、「{read}」の{行|ぎょう}もないため、その{出|だ}し{方|かた}は{今|いま}のまま{残|のこ}します。',
    'ja-x-yasashii': '「{read}」は {表|ひょう}に ありません。{今|いま}の まま {残|のこ}します。',
    en: 'The table has no column for sizes and no row for “{read}”; that way stays as it is.',
    pt: 'A tabela não tem coluna de tamanho nem linha para “{read}”; essa forma permanece como está.',
  },
  'way-mismatch': {
    ja: 'ID は{今|いま}ある{品目|ひんもく}の{出|だ}し{方|かた}を{指|さ}しますが、「{read}」はその{名前|なまえ}ではありません。「{品目|ひんもく}（{大|おお}きさ）」の{形|かたち}に{直|なお}すか、ID を{消|け}してください。',
    'ja-x-yasashii': 'ID と「{read}」が {合|あ}いません。{名前|なまえ}を {直|なお}すか、IDを {消|け}して ください。',
    en: 'The ID is that of a way that is there, but “{read}” is not its name. Write the thing with its size in brackets, or delete the ID.',
    pt: 'O ID é de uma forma existente, mas “{read}” não é o nome dela. Escreva o item com o tamanho entre parênteses ou apague o ID.',
  },
  'only-key': {
    ja: '{番号|ばんごう}だけの{行|ぎょう}なので、{読|よ}みませんでした。',
    'ja-x-yasashii': '{番号|ばんごう}だけの {行|ぎょう}です。{読|よ}みませんでした。',
    en: 'The row has nothing but a number and was left out.',
    pt: 'A linha só tem um número e foi deixada de fora.',
  },
  trimmed: {
    ja: '「{read}」の{前後|ぜんご}の{空白|くうはく}を{除|のぞ}いて{読|よ}みました。',
    'ja-x-yasashii': '「{read}」の {前|まえ}と {後|うし}ろの {空白|くうはく}を {取|と}りました。',
    en: 'Blanks around “{read}” were left out.',
    pt: 'Os espaços em volta de “{read}” foram retirados.',
  },
  'reading-converted': {
    ja: 'この{列|れつ}のよみがなは、ひらがなに{直|なお}して{読|よ}みました。',
    'ja-x-yasashii': '{読|よ}み{方|かた}を ひらがなに しました。',
    en: 'The readings of this column were changed to hiragana.',
    pt: 'As leituras desta coluna foram passadas para hiragana.',
  },
  'only-initial': {
    ja: 'この{列|れつ}は{索引|さくいん}の{一文字|ひともじ}だけで、よみがなではありません。よみがなは{別|べつ}に{入|い}れてください。',
    'ja-x-yasashii': 'ここには はじめの {一文字|ひともじ}だけ あります。{読|よ}み{方|かた}を {書|か}いて ください。',
    en: 'This column has the letter of the index only, which is no reading. Enter the readings yourself.',
    pt: 'Esta coluna só tem a letra do índice, que não é a leitura. Informe as leituras.',
  },
  'unknown-column': {
    ja: '「{read}」という{見出|みだ}しの{列|れつ}は{読|よ}みませんでした。',
    'ja-x-yasashii': '「{read}」の {列|れつ}は {読|よ}みませんでした。',
    en: 'The column headed “{read}” was not read.',
    pt: 'A coluna “{read}” não foi lida.',
  },
  'heading-again': {
    ja: '{見出|みだ}しがもう{一度|いちど}あったので、この{行|ぎょう}は{読|よ}みませんでした。',
    'ja-x-yasashii': '{見出|みだ}しが もう{一度|いちど} ありました。この {行|ぎょう}は {読|よ}みませんでした。',
    en: 'The headings stand here again; the row was left out.',
    pt: 'Os títulos aparecem de novo aqui; a linha foi deixada de fora.',
  },
}) satisfies Readonly<Record<CellProblem, Phrase>>

/** Why a sheet was not read at all. */
export const SHEET_REASONS = phrases({
  'no-rows': {
    ja: 'シートに{何|なに}もありません。{品目|ひんもく}のあるシートを{選|えら}んでください。',
    'ja-x-yasashii': '{表|ひょう}に {何|なに}も ありません。ほかの {表|ひょう}を {選|えら}んで ください。',
    en: 'The sheet is empty. Choose the sheet with the things.',
    pt: 'A planilha está vazia. Escolha a planilha com os itens.',
  },
  'no-heading': {
    ja: '「{品目|ひんもく}」と「{分別区分|ぶんべつくぶん}」の{見出|みだ}しが{初|はじ}めの20{行|ぎょう}にありません。{見出|みだ}しの{行|ぎょう}を{付|つ}けてください。',
    'ja-x-yasashii':
      '「{品目|ひんもく}」と「{分別区分|ぶんべつくぶん}」の {見出|みだ}しが ありません。{見出|みだ}しを {書|か}いて ください。',
    en: 'There are no headings 品目 and 分別区分 in the first 20 rows. Add a row of headings.',
    pt: 'Não há os títulos 品目 e 分別区分 nas primeiras 20 linhas. Acrescente uma linha de títulos.',
  },
  'heading-twice': {
    ja: '「{read}」と{同|おな}じ{意味|いみ}の{見出|みだ}しがほかにもあります。{一|ひと}つだけ{残|のこ}してください。',
    'ja-x-yasashii': '「{read}」と {同|おな}じ {見出|みだ}しが {二|ふた}つ あります。{一|ひと}つに して ください。',
    en: 'Another heading means the same as “{read}”. Keep one of them.',
    pt: 'Outro título significa o mesmo que “{read}”. Deixe só um.',
  },
  'too-many-rows': {
    ja: '{行|ぎょう}が{多|おお}すぎます。{表|ひょう}を{分|わ}けてください。',
    'ja-x-yasashii': '{行|ぎょう}が {多|おお}いです。{表|ひょう}を {分|わ}けて ください。',
    en: 'There are too many rows. Divide the sheet.',
    pt: 'Há linhas demais. Divida a planilha.',
  },
  'too-many-columns': {
    ja: '{列|れつ}が{多|おお}すぎます。{要|い}らない{列|れつ}を{消|け}してください。',
    'ja-x-yasashii': '{列|れつ}が {多|おお}いです。いらない {列|れつ}を {消|け}して ください。',
    en: 'There are too many columns. Delete those not needed.',
    pt: 'Há colunas demais. Apague as desnecessárias.',
  },
}) satisfies Readonly<Record<SheetRefusal, Phrase>>

/** What was found at a cell, to the reader. The place is told by whoever shows it: `findings` carry row and column. */
export function cellReason(voice: Voice, { problem, read, sameAsRow }: CellFinding): string {
  const phrase: Phrase = CELL_REASONS[problem]
  return voice.plain(phrase, { read, row: sameAsRow ?? 0 })
}
