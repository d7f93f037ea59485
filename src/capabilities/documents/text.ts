import { phrases, type Phrase } from '#kernel/text/text.ts'
import type { CsvReadReason, CsvWriteResult } from './csv.ts'
import type { PdfResult } from './pdf.ts'
import type { XlsxRefusalReason } from './xlsx-reader.ts'
import type { XlsxWriteReason } from './xlsx-writer.ts'

type Refused<Result> = Result extends { readonly ok: false; readonly reason: infer Reason extends string }
  ? Reason
  : never

/** Every reason for which a document is not read or not written. */
export type DocumentReason =
  XlsxRefusalReason | XlsxWriteReason | CsvReadReason | Refused<CsvWriteResult> | Refused<PdfResult>

/** What people read for each reason: what is wrong, and the way out. */
export const DOCUMENT_WORDS = phrases({
  'empty-file': {
    ja: 'ファイルの{中身|なかみ}がありません。{正|ただ}しいファイルを{選|えら}び{直|なお}してください。',
    'ja-x-yasashii': 'ファイルに {何|なに}も ありません。ほかの ファイルを {選|えら}んで ください。',
    en: 'The file is empty. Please choose the right one.',
    pt: 'O arquivo está vazio. Escolha o arquivo certo.',
  },
  'not-a-workbook': {
    ja: 'Excel ブック(.xlsx)ではありません。Excel で{開|ひら}き、「Excel ブック(*.xlsx)」で{保存|ほぞん}し{直|なお}してください。',
    'ja-x-yasashii':
      'Excel の ファイル(.xlsx)では ありません。Excel で {開|あ}けて、.xlsx で {保存|ほぞん}して ください。',
    en: 'This is not an Excel workbook (.xlsx). Open it in Excel and save it as “Excel Workbook (*.xlsx)”.',
    pt: 'Este não é um arquivo Excel (.xlsx). Abra-o no Excel e salve como “Pasta de Trabalho do Excel (*.xlsx)”.',
  },
  'password-protected': {
    ja: 'パスワードが{掛|か}かっています。Excel でパスワードを{外|はず}して{保存|ほぞん}し{直|なお}してください。',
    'ja-x-yasashii': 'パスワードが あります。パスワードを {取|と}って、もう{一度|いちど} {保存|ほぞん}して ください。',
    en: 'The file is protected by a password. Remove the password in Excel and save it again.',
    pt: 'O arquivo está protegido por senha. Remova a senha no Excel e salve novamente.',
  },
  'old-excel-format': {
    ja: '{古|ふる}い{形式|けいしき}(.xls)です。Excel で{開|ひら}き、「Excel ブック(*.xlsx)」で{保存|ほぞん}し{直|なお}してください。',
    'ja-x-yasashii': '{古|ふる}い Excel の ファイル(.xls)です。.xlsx で {保存|ほぞん}して ください。',
    en: 'This is the old Excel format (.xls). Open it in Excel and save it as “Excel Workbook (*.xlsx)”.',
    pt: 'Este é o formato antigo do Excel (.xls). Abra-o no Excel e salve como “Pasta de Trabalho do Excel (*.xlsx)”.',
  },
  damaged: {
    ja: 'ファイルが{壊|こわ}れています。{元|もと}のファイルを{開|ひら}けるか{確|たし}かめ、{保存|ほぞん}し{直|なお}してからもう{一度|いちど}お{試|ため}しください。',
    'ja-x-yasashii':
      'ファイルが {壊|こわ}れて います。もとの ファイルを {開|あ}けて、もう{一度|いちど} {保存|ほぞん}して ください。',
    en: 'The file is damaged. Check that the original opens, save it again and retry.',
    pt: 'O arquivo está danificado. Verifique se o original abre, salve-o de novo e tente outra vez.',
  },
  'too-large': {
    ja: 'ファイルが{大|おお}きすぎます。{不要|ふよう}なシートや{画像|がぞう}を{除|のぞ}くか、{分|わ}けてください。',
    'ja-x-yasashii': 'ファイルが {大|おお}きすぎます。いらない ものを {取|と}るか、{分|わ}けて ください。',
    en: 'The file is too large. Remove sheets or pictures it does not need, or split it.',
    pt: 'O arquivo é grande demais. Remova planilhas ou imagens desnecessárias ou divida-o.',
  },
  'too-many-parts': {
    ja: 'シートや{部品|ぶひん}が{多|おお}すぎます。{必要|ひつよう}なシートだけを{新|あたら}しいブックに{移|うつ}してください。',
    'ja-x-yasashii': 'シートが {多|おお}すぎます。{必要|ひつよう}な シートだけに して ください。',
    en: 'The workbook has too many sheets or parts. Move only the sheets you need into a new workbook.',
    pt: 'A pasta tem planilhas ou partes demais. Mova só as necessárias para uma nova pasta.',
  },
  'compressed-too-much': {
    ja: '{圧縮|あっしゅく}の{度合|どあ}いが{異常|いじょう}なため、{安全|あんぜん}のため{読|よ}みませんでした。Excel で{保存|ほぞん}し{直|なお}してください。',
    'ja-x-yasashii':
      '{普通|ふつう}では ない ファイルなので、{読|よ}みませんでした。Excel で もう{一度|いちど} {保存|ほぞん}して ください。',
    en: 'The file is compressed in an unusual way and was not read, for safety. Save it again in Excel.',
    pt: 'O arquivo tem uma compressão fora do normal e, por segurança, não foi lido. Salve-o de novo no Excel.',
  },
  'document-type-declaration': {
    ja: '{許|ゆる}されていない{宣言|せんげん}(DOCTYPE)を{含|ふく}むため、{読|よ}みませんでした。Excel で{保存|ほぞん}し{直|なお}してください。',
    'ja-x-yasashii':
      '{危|あぶ}ない {書|か}き{方|かた}が あるので、{読|よ}みませんでした。Excel で もう{一度|いちど} {保存|ほぞん}して ください。',
    en: 'The file holds a declaration (DOCTYPE) that is not allowed and was not read. Save it again in Excel.',
    pt: 'O arquivo contém uma declaração (DOCTYPE) não permitida e não foi lido. Salve-o de novo no Excel.',
  },
  macros: {
    ja: 'マクロを{含|ふく}むため{読|よ}みませんでした。「Excel ブック(*.xlsx)」で{保存|ほぞん}すると、マクロは{除|のぞ}かれます。',
    'ja-x-yasashii': 'マクロが あるので、{読|よ}みませんでした。.xlsx で {保存|ほぞん}すると、マクロは なくなります。',
    en: 'The file holds macros and was not read. Saving it as “Excel Workbook (*.xlsx)” removes them.',
    pt: 'O arquivo contém macros e não foi lido. Salvar como “Pasta de Trabalho do Excel (*.xlsx)” as remove.',
  },
  'external-links': {
    ja: '{別|べつ}のファイルへのリンクを{含|ふく}むため{読|よ}みませんでした。Excel の「データ」→「リンクの{編集|へんしゅう}」でリンクを{解除|かいじょ}してください。',
    'ja-x-yasashii': 'ほかの ファイルへの リンクが あるので、{読|よ}みませんでした。リンクを {取|と}って ください。',
    en: 'The file links to other files and was not read. Break the links in Excel under Data → Edit Links.',
    pt: 'O arquivo tem vínculos com outros arquivos e não foi lido. Desfaça-os no Excel em Dados → Editar Links.',
  },
  'embedded-objects': {
    ja: '{埋|う}め{込|こ}まれたファイルを{含|ふく}むため{読|よ}みませんでした。{埋|う}め{込|こ}みを{削除|さくじょ}して{保存|ほぞん}し{直|なお}してください。',
    'ja-x-yasashii': '{中|なか}に ほかの ファイルが あるので、{読|よ}みませんでした。それを {取|と}って ください。',
    en: 'Another file is embedded in this one, so it was not read. Delete it and save again.',
    pt: 'Há outro arquivo incorporado neste, por isso não foi lido. Exclua-o e salve novamente.',
  },
  'too-many-cells': {
    ja: 'セルが{多|おお}すぎます。{使|つか}っていない{行|ぎょう}と{列|れつ}を{削除|さくじょ}するか、ファイルを{分|わ}けてください。',
    'ja-x-yasashii': 'セルが {多|おお}すぎます。いらない {行|ぎょう}や {列|れつ}を {消|け}すか、{分|わ}けて ください。',
    en: 'There are too many cells. Delete rows and columns that are not used, or split the file.',
    pt: 'Há células demais. Exclua linhas e colunas sem uso ou divida o arquivo.',
  },
  'cell-too-long': {
    ja: 'セルの{文章|ぶんしょう}が{長|なが}すぎます。{短|みじか}くするか、{分|わ}けてください。',
    'ja-x-yasashii': 'セルの {文|ぶん}が {長|なが}すぎます。{短|みじか}く して ください。',
    en: 'The text of a cell is too long. Shorten or split it.',
    pt: 'O texto de uma célula é longo demais. Encurte-o ou divida-o.',
  },
  'number-not-writable': {
    ja: '{表|あらわ}せない{数値|すうち}があります。{値|あたい}を{確|たし}かめてください。',
    'ja-x-yasashii': '{書|か}けない {数|かず}が あります。{確|たし}かめて ください。',
    en: 'A number cannot be written. Check its value.',
    pt: 'Um número não pode ser escrito. Verifique o valor.',
  },
  'date-not-writable': {
    ja: 'Excel で{表|あらわ}せない{日付|ひづけ}があります。1900{年|ねん}3{月|がつ}1{日|にち}から9999{年|ねん}までの{日付|ひづけ}にしてください。',
    'ja-x-yasashii':
      'Excel で {書|か}けない {日|ひ}が あります。1900{年|ねん}3{月|がつ}1{日|ついたち}より あとの {日|ひ}に して ください。',
    en: 'A date cannot be written in Excel. Use dates from 1 March 1900 to the year 9999.',
    pt: 'Uma data não pode ser escrita no Excel. Use datas de 1º de março de 1900 até o ano 9999.',
  },
  'too-many-rows': {
    ja: '{行|ぎょう}が{多|おお}すぎます。{範囲|はんい}を{絞|しぼ}るか、ファイルを{分|わ}けてください。',
    'ja-x-yasashii': '{行|ぎょう}が {多|おお}すぎます。{分|わ}けて ください。',
    en: 'There are too many rows. Narrow the range or split the file.',
    pt: 'Há linhas demais. Reduza o intervalo ou divida o arquivo.',
  },
  'too-many-columns': {
    ja: '{列|れつ}が{多|おお}すぎます。{区切|くぎ}り{文字|もじ}が{正|ただ}しいか{確|たし}かめてください。',
    'ja-x-yasashii': '{列|れつ}が {多|おお}すぎます。ファイルを {確|たし}かめて ください。',
    en: 'There are too many columns. Check that the separator is right.',
    pt: 'Há colunas demais. Verifique se o separador está correto.',
  },
  'not-a-text-file': {
    ja: '{文字|もじ}のファイル(CSV)ではありません。Excel では「CSV UTF-8」で{保存|ほぞん}してください。',
    'ja-x-yasashii': 'CSV の ファイルでは ありません。Excel の「CSV UTF-8」で {保存|ほぞん}して ください。',
    en: 'This is not a text file (CSV). In Excel, save it as “CSV UTF-8”.',
    pt: 'Este não é um arquivo de texto (CSV). No Excel, salve como “CSV UTF-8”.',
  },
  'encoding-unknown': {
    ja: '{文字|もじ}コードが{分|わ}かりません。UTF-8 またはシフトJIS(CP932)で{保存|ほぞん}し{直|なお}してください。',
    'ja-x-yasashii': '{文字|もじ}を {読|よ}むことが できません。UTF-8 で {保存|ほぞん}して ください。',
    en: 'The character encoding is unknown. Save the file as UTF-8 or Shift_JIS (CP932).',
    pt: 'A codificação de caracteres é desconhecida. Salve o arquivo em UTF-8 ou Shift_JIS (CP932).',
  },
  'quote-not-closed': {
    ja: '{引用符|いんようふ}(")が{閉|と}じられていません。この{行|ぎょう}の{終|お}わりの「"」を{確|たし}かめてください。',
    'ja-x-yasashii': '「"」が {足|た}りません。この {行|ぎょう}を {確|たし}かめて ください。',
    en: 'A quotation mark (") is not closed. Check the closing " of this row.',
    pt: 'Uma aspa (") não foi fechada. Verifique o fechamento das aspas nesta linha.',
  },
  'quote-out-of-place': {
    ja: '{引用符|いんようふ}(")の{位置|いち}が{正|ただ}しくありません。{文章|ぶんしょう}の{中|なか}の「"」は「""」と{書|か}き、{全体|ぜんたい}を「"」で{囲|かこ}んでください。',
    'ja-x-yasashii': '「"」の {場所|ばしょ}が ちがいます。この {行|ぎょう}を {確|たし}かめて ください。',
    en: 'A quotation mark (") is out of place. Write " inside a text as "" and put the whole text in quotation marks.',
    pt: 'Uma aspa (") está fora do lugar. Dentro do texto escreva "" e coloque o texto todo entre aspas.',
  },
  'characters-not-in-encoding': {
    ja: 'シフトJIS(CP932)にない{文字|もじ}があります。UTF-8 で{出力|しゅつりょく}するか、その{文字|もじ}を「〓」に{置|お}き{換|か}えて{出力|しゅつりょく}してください。',
    'ja-x-yasashii': 'この {形|かたち}で {書|か}けない {文字|もじ}が あります。UTF-8 を {選|えら}んで ください。',
    en: 'Some characters do not exist in Shift_JIS (CP932). Export as UTF-8, or with 〓 in their place.',
    pt: 'Alguns caracteres não existem em Shift_JIS (CP932). Exporte em UTF-8 ou com 〓 no lugar deles.',
  },
  'characters-not-in-font': {
    ja: '{印刷|いんさつ}に{使|つか}う{書体|しょたい}にない{文字|もじ}があります。その{文字|もじ}を{改|あらた}めるか、「〓」に{置|お}き{換|か}えて{印刷|いんさつ}してください。',
    'ja-x-yasashii': '{印刷|いんさつ}できない {文字|もじ}が あります。ほかの {文字|もじ}に して ください。',
    en: 'The printing typeface lacks some characters. Change them, or print 〓 in their place.',
    pt: 'A fonte de impressão não tem alguns caracteres. Altere-os ou imprima 〓 no lugar deles.',
  },
  'content-too-large': {
    ja: '{文書|ぶんしょ}が{大|おお}きすぎて{印刷|いんさつ}できません。{範囲|はんい}を{分|わ}けて{印刷|いんさつ}してください。',
    'ja-x-yasashii': '{文書|ぶんしょ}が {大|おお}きすぎて {印刷|いんさつ}できません。{分|わ}けて ください。',
    en: 'The document is too large to print. Print it in parts.',
    pt: 'O documento é grande demais para imprimir. Imprima-o em partes.',
  },
}) satisfies Readonly<Record<DocumentReason, Phrase<never>>>

export const placeWords = phrases({
  inWorkbook: {
    ja: 'シート「{sheet}」の {cell}',
    'ja-x-yasashii': 'シート「{sheet}」の {cell}',
    en: 'Sheet “{sheet}”, {cell}',
    pt: 'Planilha “{sheet}”, {cell}',
  },
  inCsv: {
    ja: '{row}{行目|ぎょうめ}の{column}{列目|れつめ}',
    'ja-x-yasashii': '{row}{行|ぎょう}{目|め}の {column}{列|れつ}{目|め}',
    en: 'Row {row}, column {column}',
    pt: 'Linha {row}, coluna {column}',
  },
})
