/**
 * What makes Japanese hard for people who learn it. The rules follow 在留支援のためのやさしい日本語ガイドライン (出入国在留管理庁・
 * 文化庁, 2020-08): one fact a sentence, no double negation, no passive and honorific forms, readings on every kanji,
 * the western calendar, official words explained. The limits are this program's.
 */
export const EASY_RULES = [
  'reading-missing', 'reading-shape', 'sentence-long', 'clauses-many', 'double-negation', 'obligation', 'passive', 'honorific', 'plain-style',
  'official-term', 'hard-word', 'era', 'wide-digits', 'slashed-date', 'clock-24', 'range-mark', 'no-spaces',
] as const
export type EasyRule = (typeof EASY_RULES)[number]

/** Letters of a sentence without spaces and explanations in brackets; clauses of a sentence; letters in a row without a space. */
export const EASY_LIMITS = { sentenceLetters: 45, clauses: 2, lettersInARow: 14 } as const

/** What is refused at approval; everything else is for the writer to weigh. */
export const REFUSED_RULES: ReadonlySet<EasyRule> = new Set<EasyRule>([
  'reading-missing', 'reading-shape', 'sentence-long', 'double-negation', 'obligation', 'official-term', 'era', 'wide-digits',
])

/** Forms found by how they are written; what only looks like one is named beside it. */
export const FORMS: readonly { readonly rule: EasyRule; readonly form: RegExp; readonly wayOut?: string }[] = [
  { rule: 'double-negation', form: /ない(?:こと|わけ|もの)(?:は|も|では)(?:ない|ありません)|なく(?:は|も)(?:ない|ありません)|ない(?:とは|とも)(?:限|言|かぎ|い)[^。]{0,4}?(?:ない|ません)|(?:ざる|ずに)(?:を|は)(?:え|得|い|お)(?:ない|ません|られ)|しか(?:ない|ありません)/g },
  { rule: 'obligation', form: /な(?:ければ|くては|いと)(?:ならない|なりません|いけない|いけません|だめです|だめ)|なくちゃ|ねばなら(?:ない|ず|ぬ)?|べき(?:です|だ|である)/g, wayOut: '〜て ください' },
  { rule: 'passive', form: /(?<!なが|はな|わか|うま|つか|たお|かく)(?<!こ)(?:[かがさたなばまらわ]れ)(?=ます|ました|ません|て|た|る|ない)|られ(?=ます|ました|ません|て|た|る)/g },
  { rule: 'honorific', form: /(?:ご|御)[^\s、。]{1,6}(?:ください|下さい|いただ|願い)|お[^\s、。て]{1,6}(?<!知らせ)(?:ください|下さい)(?<!てください)|いただ[きくけ]|頂[きくけ]|ございま|おりま(?:す|せん)|いたしま|致しま|まいりま|なさ(?:って|い|れ)|になられ|賜|くださいますよう|存じ|申し(?:上げ|込)|承[りっ]/g },
  { rule: 'plain-style', form: /(?:である|せよ|こと|されたい)(?=。|$)/g, wayOut: '〜です、〜ます、〜て ください' },
  { rule: 'era', form: /(?:明治|大正|昭和|平成|令和|[HR])\s*(?:元|[0-9０-９]{1,2})\s*年/g },
  { rule: 'wide-digits', form: /[０-９]+/g },
  { rule: 'slashed-date', form: /(?<![0-9])[0-9]{1,4}[/／][0-9]{1,2}(?:[/／][0-9]{1,4})?/g, wayOut: '11月23日' },
  { rule: 'clock-24', form: /(?<![0-9])(?:1[3-9]|2[0-4])(?:時|[:：][0-9]{2})|(?<![0-9])[0-9]{1,2}[:：][0-9]{2}/g, wayOut: '午後 7時30分' },
  { rule: 'range-mark', form: /[〜～]/g, wayOut: '〜から 〜まで' },
]

/** Where a clause ends inside a sentence: 〜て、 〜が、 〜ので、 〜ときは、 and the like. */
export const CLAUSE_END = /(?:[てでがしば]|から|ので|のに|けど|けれど|ため|とき|ときは|たら|なら|つつ|ながら)、/g
