/**
 * What makes Japanese hard for people who learn it. The rules follow 在留支援のためのやさしい日本語ガイドライン (出入国在留管理庁・
 * 文化庁, 2020-08): one fact a sentence, no double negation, no passive and honorific forms, readings on every kanji,
 * the western calendar, official words explained. The limits are this program's.
 */
export const EASY_RULES = [
  'reading-missing', 'reading-shape', 'sentence-long', 'clauses-many', 'two-facts', 'double-negation', 'obligation', 'passive', 'causative', 'honorific', 'plain-style',
  'official-term', 'hard-word', 'loan-word', 'era', 'wide-digits', 'slashed-date', 'clock-24', 'range-mark', 'no-spaces',
] as const
export type EasyRule = (typeof EASY_RULES)[number]

/** Letters of a sentence without spaces and explanations in brackets; clauses of a sentence; letters in a row without a space. */
export const EASY_LIMITS = { sentenceLetters: 45, clauses: 2, lettersInARow: 14 } as const

/** What is refused at approval; everything else is for the writer to weigh. */
export const REFUSED_RULES: ReadonlySet<EasyRule> = new Set<EasyRule>([
  'reading-missing', 'reading-shape', 'sentence-long', 'double-negation', 'obligation', 'official-term', 'era', 'wide-digits',
])

/** Words are written apart in easy Japanese, so that any of these may have a space in it: `行かない ことは ない`. */
const apart = (...forms: readonly string[]) => new RegExp(forms.join('|').replaceAll('_', '\\s?'), 'g')

/** What only looks like a passive: 流れる, はがれる, 分かれる, 疲れる, 生まれる, 壊れる, 現れる, 暴れる are verbs of their own. */
const NO_PASSIVE = '(?<!な(?=が)|[は剥](?=が)|[わ分](?=か)|つ(?=か)|[う生産](?=ま)|[こ毀](?=わ)|あら(?=わ)|[現表](?=わ)|あ(?=ば))'

/** Forms found by how they are written; what only looks like one is named beside it. */
export const FORMS: readonly { readonly rule: EasyRule; readonly form: RegExp; readonly wayOut?: string }[] = [
  {
    rule: 'double-negation',
    form: apart(
      'ない_(?:こと|わけ|もの|はず)_(?:は|も|が|では)_(?:ない|ありません)', 'なく_(?:は|も)_(?:ない|ありません)', 'ない_(?:とは|とも)_(?:限|かぎ|言|い)[^。]{0,4}?(?:ない|ません)',
      '(?:ざる|ずに)_(?:を|は)_(?:得|え|い|お)(?:ない|ません|られ)', 'しか_(?:ない|ありません)', 'ない_(?:人|方|もの|所|場所|日)_(?:は|が)_(?:いない|いません|ありません)',
    ),
  },
  { rule: 'two-facts', form: /(?:ます|ました|ません|です|でした)(?:けれども|けれど|けど|ので|のに|から|が|し)(?:、\s?|\s)(?=[^\s。！？])/g },
  { rule: 'obligation', form: apart('な(?:ければ|くては|いと)_(?:ならない|なりません|いけない|いけません|だめです|だめ)', 'なくちゃ', 'ねばなら(?:ない|ず|ぬ)?', 'べき_(?:です|だ|である)'), wayOut: '〜て ください' },
  { rule: 'passive', form: new RegExp(`(?:され|(?<=[^\\s、。（）()])${NO_PASSIVE}[かがたばまらわ]れ)(?=ます|ました|ません|て|た|る|ない)`, 'g') },
  // 知らせる and 合わせる are verbs of their own, and 探せる says what one can do: only what nothing else ends in.
  { rule: 'causative', form: apart('させ(?=ます|ました|ません|て|る|ない|られ)', '(?<![知し合あ済す])[かがたなばまらわ]せ(?=て_(?:ください|下さい)|られ)') },
  {
    rule: 'honorific',
    form: apart(
      '(?:ご|御)[^\\s、。]{1,6}_(?:ください|下さい|いただ|願い)', 'お[^\\s、。て]{1,6}(?<!知らせ)_(?:ください|下さい)(?<!てください)', 'いただ[きくけい]', '頂[きくけい]', 'ございま', 'おりま(?:す|せん)',
      'いたしま', '致しま', 'まいりま', '参りま', 'なさ(?:って|い|れ)', 'に_なられ', '賜', 'くださいます_よう', '存じ', '申し(?:上げ|込)', '承[りっ]', 'いらっしゃ', 'お(?:越し|召し)', 'お[^\\s、。て]{1,4}に_なり(?:ます|ました)',
      'うかがい', '伺い', 'さしあげ', '差し上げ', 'おいで_?(?:ください|に)', '拝見', 'ご覧',
    ),
  },
  { rule: 'plain-style', form: /(?:である|せよ|こと|されたい)(?=。|$)/g, wayOut: '〜です、〜ます、〜て ください' },
  { rule: 'era', form: /(?:明治|大正|昭和|平成|令和|[HR])\s*(?:元|[0-9０-９]{1,2})\s*年/g },
  { rule: 'wide-digits', form: /[０-９]+/g },
  { rule: 'slashed-date', form: /(?<![0-9])[0-9]{1,4}[/／][0-9]{1,2}(?:[/／][0-9]{1,4})?/g, wayOut: '11月23日' },
  { rule: 'clock-24', form: /(?<![0-9])(?:1[3-9]|2[0-4])(?:時|[:：][0-9]{2})|(?<![0-9])[0-9]{1,2}[:：][0-9]{2}/g, wayOut: '午後 7時30分' },
  { rule: 'range-mark', form: /[〜～]/g, wayOut: '〜から 〜まで' },
]

/** Where a clause ends inside a sentence: 〜て、 〜が、 〜ので、 〜ときは、 and the like. */
export const CLAUSE_END = /(?:[てでがしば]|から|ので|のに|けど|けれど|ため|とき|ときは|たら|なら|つつ|ながら)、/g
