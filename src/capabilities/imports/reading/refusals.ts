import { officialVoice, phrases } from '#kernel/text/text.ts'
import type { BytesRefusal } from './bytes.ts'
import type { CellsRefusal } from './cells.ts'

/** Why a file or a table cannot be read at all, and what to do about it. */
export type ReadingRefusal = BytesRefusal | CellsRefusal

export const REFUSAL_REASONS = phrases({
  empty: {
    ja: 'ファイルが{空|から}です。{中身|なかみ}のあるファイルを{選|えら}んでください。',
    'ja-x-yasashii': 'ファイルに{何|なに}もありません。ほかのファイルを{選|えら}んでください。',
    en: 'The file is empty. Please choose one with contents.',
    pt: 'O arquivo está vazio. Escolha um com conteúdo.',
  },
  'too-large': {
    ja: 'ファイルが{大|おお}きすぎます（{megabytes} MB、{上限|じょうげん} {limitMegabytes} MB）。{分|わ}けて{取|と}り{込|こ}んでください。',
    'ja-x-yasashii':
      'ファイルが{大|おお}きすぎます（{megabytes} MB）。{limitMegabytes} MBより{小|ちい}さくしてください。',
    en: 'The file is too large ({megabytes} MB, at most {limitMegabytes} MB). Please import it in parts.',
    pt: 'O arquivo é grande demais ({megabytes} MB, no máximo {limitMegabytes} MB). Importe-o em partes.',
  },
  'other-format': {
    ja: 'これはテキストではなく {format} のファイルです。{表|ひょう}をテキストやCSVで{保存|ほぞん}し{直|なお}すか、XLSXとして{取|と}り{込|こ}んでください。',
    'ja-x-yasashii': 'これは {format} のファイルです。テキストかCSVのファイルにしてください。',
    en: 'This is a {format} file, not text. Please save the table as text or CSV, or import it as XLSX.',
    pt: 'Este é um arquivo {format}, não texto. Salve a tabela como texto ou CSV, ou importe-a como XLSX.',
  },
  'not-text': {
    ja: 'テキストファイルではありません。{表|ひょう}をテキストやCSVで{保存|ほぞん}し{直|なお}してください。',
    'ja-x-yasashii': 'テキストのファイルではありません。テキストかCSVのファイルにしてください。',
    en: 'This is not a text file. Please save the table as text or CSV.',
    pt: 'Este não é um arquivo de texto. Salve a tabela como texto ou CSV.',
  },
  'unknown-encoding': {
    ja: '{文字|もじ}コードを{判別|はんべつ}できません。UTF-8かShift_JIS（CP932）で{保存|ほぞん}し{直|なお}してください。',
    'ja-x-yasashii': '{字|じ}が{読|よ}めません。UTF-8で{保存|ほぞん}してください。',
    en: 'The character encoding cannot be told. Please save the file as UTF-8 or Shift_JIS (CP932).',
    pt: 'Não foi possível identificar a codificação. Salve o arquivo em UTF-8 ou Shift_JIS (CP932).',
  },
  'no-lines': {
    ja: '{中身|なかみ}のある{行|ぎょう}がありません。',
    'ja-x-yasashii': '{字|じ}がある{行|ぎょう}がありません。',
    en: 'No line has any contents.',
    pt: 'Nenhuma linha tem conteúdo.',
  },
  'too-many-lines': {
    ja: '{行|ぎょう}が{多|おお}すぎます（{lines}{行|ぎょう}、{上限|じょうげん}{limit}{行|ぎょう}）。{分|わ}けて{取|と}り{込|こ}んでください。',
    'ja-x-yasashii':
      '{行|ぎょう}が{多|おお}すぎます（{lines}{行|ぎょう}）。{limit}{行|ぎょう}より{少|すく}なくしてください。',
    en: 'There are too many lines ({lines}, at most {limit}). Please import them in parts.',
    pt: 'Há linhas demais ({lines}, no máximo {limit}). Importe-as em partes.',
  },
  'too-many-cells': {
    ja: '{line}{行目|ぎょうめ}のセルが{多|おお}すぎます（{cells}{個|こ}、{上限|じょうげん}{limit}{個|こ}）。{区切|くぎ}り{文字|もじ}を{確|たし}かめてください。',
    'ja-x-yasashii':
      '{line}{行目|ぎょうめ}のセルが{多|おお}すぎます（{cells}{個|こ}）。{limit}{個|こ}より{少|すく}なくしてください。',
    en: 'Line {line} has too many cells ({cells}, at most {limit}). Please check the separator.',
    pt: 'A linha {line} tem células demais ({cells}, no máximo {limit}). Verifique o separador.',
  },
})

/** The refusal as one Japanese sentence, for logs and the command line; pages say it in the reader's language. */
export function refusalText(refusal: ReadingRefusal): string {
  const { kind, ...values } = refusal
  return officialVoice.plain(REFUSAL_REASONS[kind], values as never)
}
