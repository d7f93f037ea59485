import { phrases } from '#kernel/text/text.ts'
import type { EditRefusal } from './draft-values.ts'

/** Why a typed answer is not taken, and what would be. */
export const EDIT_REFUSALS = phrases({
  'unknown-place': {
    ja: 'この{質問|しつもん}には{値|あたい}を{入力|にゅうりょく}する{欄|らん}がありません。「{承認|しょうにん}」か「{後|あと}で」を{選|えら}んでください。',
    'ja-x-yasashii': 'ここには{字|じ}を{書|か}けません。「はい」か「{後|あと}で」を{選|えら}んでください。',
    en: 'There is nothing to type here. Please accept or skip.',
    pt: 'Não há nada a digitar aqui. Aceite ou pule.',
  },
  'must-not-be-empty': {
    ja: '{空|から}にはできません。{名前|なまえ}を{入力|にゅうりょく}してください。',
    'ja-x-yasashii': '{何|なに}か{書|か}いてください。',
    en: 'This must not be empty. Please type a name.',
    pt: 'Não pode ficar vazio. Digite um nome.',
  },
  'unknown-mark': {
    ja: '{凡例|はんれい}にない{印|しるし}です。{凡例|はんれい}の{印|しるし}を{入力|にゅうりょく}するか、{空|から}にしてください。',
    'ja-x-yasashii': 'その{印|しるし}は{使|つか}えません。{説明|せつめい}にある{印|しるし}を{書|か}いてください。',
    en: 'The legend has no such mark. Please type one of its marks, or nothing.',
    pt: 'A legenda não tem esse sinal. Digite um dos sinais dela, ou nada.',
  },
  'unknown-year': {
    ja: '{計画|けいかく}にない{年度|ねんど}です。「R1 {更新|こうしん}」のように、{行|ぎょう}の{初|はじ}めに{年度|ねんど}を{入力|にゅうりょく}してください。',
    'ja-x-yasashii': '{年度|ねんど}がちがいます。「R1 {更新|こうしん}」のように{書|か}いてください。',
    en: 'The plan has no such year. Please begin each line with a year of the plan, e.g. “R1 …”.',
    pt: 'O plano não tem esse ano. Comece cada linha com um ano do plano, por exemplo “R1 …”.',
  },
  'owner-form': {
    ja: '{一行|いちぎょう}に{一|ひと}つの{担当|たんとう}を「{部|ぶ}／{課|か}／グループ」の{形|かたち}で{入力|にゅうりょく}してください。',
    'ja-x-yasashii': '「{部|ぶ}／{課|か}／グループ」のように{書|か}いてください。',
    en: 'Please type one owner a line as department／section／group.',
    pt: 'Digite um responsável por linha como departamento／seção／grupo.',
  },
  'number-form': {
    ja: '{番号|ばんごう}は「①(3)-8」の{形|かたち}で{入力|にゅうりょく}してください。',
    'ja-x-yasashii': '{番号|ばんごう}は「①(3)-8」のように{書|か}いてください。',
    en: 'Please type the number as ①(3)-8.',
    pt: 'Digite o número como ①(3)-8.',
  },
  'number-taken': {
    ja: 'その{番号|ばんごう}はほかの{行|ぎょう}が{使|つか}っています。',
    'ja-x-yasashii': 'その{番号|ばんごう}はもうあります。',
    en: 'Another row bears this number.',
    pt: 'Outra linha já tem este número.',
  },
  'unknown-branch': {
    ja: 'その{番号|ばんごう}の{施策|しさく}の{方向性|ほうこうせい}は{計画|けいかく}にありません。',
    'ja-x-yasashii': 'その{番号|ばんごう}のグループは{計画|けいかく}にありません。',
    en: 'The plan has no direction of this number.',
    pt: 'O plano não tem diretriz com este número.',
  },
  'unknown-listing': {
    ja: 'その{番号|ばんごう}の{事業|じぎょう}は{計画|けいかく}にありません。',
    'ja-x-yasashii': 'その{番号|ばんごう}の{仕事|しごと}は{計画|けいかく}にありません。',
    en: 'The plan lists no project of this number.',
    pt: 'O plano não lista projeto com este número.',
  },
  'repetition-form': {
    ja: '「{再掲|さいけい}」「{再掲有|さいけいあり}」か、{空|から}を{入力|にゅうりょく}してください。',
    'ja-x-yasashii':
      '「{再掲|さいけい}」か「{再掲有|さいけいあり}」を{書|か}くか、{何|なに}も{書|か}かないでください。',
    en: 'Please type 再掲, 再掲有 or nothing.',
    pt: 'Digite 再掲, 再掲有 ou nada.',
  },
  'period-form': {
    ja: '{期間|きかん}は「H29～R3」の{形|かたち}で{入力|にゅうりょく}してください。',
    'ja-x-yasashii': '{期間|きかん}は「H29～R3」のように{書|か}いてください。',
    en: 'Please type the period as H29～R3.',
    pt: 'Digite o período como H29～R3.',
  },
} satisfies Record<EditRefusal, object>)
