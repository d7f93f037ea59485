import { describe, expect, test } from 'vitest'
import { checkEasyJapanese } from '../easy-japanese.ts'
import { EASY_LIMITS, type EasyRule } from './easy-rules.ts'

/** Each rule with what it must find and what only looks like it; where the rule comes from stands in docs/decisions/0020. */
const CASES: Partial<Record<EasyRule, { readonly hard: readonly string[]; readonly easy: readonly string[] }>> = {
  'double-negation': {
    hard: [
      '{行|い}かない ことは ありません。', '{行|い}かないことはない。', '{使|つか}えない わけでは ありません。', '{通|とお}れない はずが ない。', '{危|あぶ}なくは ない。', '{行|い}けなくも ありません。',
      '{雨|あめ}が {降|ふ}らないとは {限|かぎ}りません。', '{安全|あんぜん}でないとは いえません。', '{逃|に}げざるを えない。', '{待|ま}つしか ない。', '{待|ま}つしか ありません。', '{来|こ}ない {人|ひと}は いません。',
    ],
    easy: [
      '{水|みず}が ありません。', '{行|い}かないで ください。', '{川|かわ}に {近|ちか}づかないで ください。', '{電気|でんき}が {使|つか}えない ときが あります。', '{少|すく}ないです。', '{車|くるま}しか {通|とお}る ことが できません。',
    ],
  },
  'two-facts': {
    hard: [
      '{雨|あめ}が {降|ふ}りますから、 {家|いえ}に いて ください。', '{道|みち}が こわれましたので、 {通|とお}る ことが できません。', '{水|みず}は ありますが、 {食|た}べ{物|もの}が ありません。',
      '{今日|きょう}は {休|やす}みですけど {明日|あした}は {開|ひら}きます。', '{風|かぜ}も {強|つよ}いですし、 {波|なみ}も {高|たか}いです。',
    ],
    easy: ['{雨|あめ}が {降|ふ}ります。 {家|いえ}に いて ください。', '9{時|じ}からです。', '{山|やま}や がけの {近|ちか}くに いる {人|ひと}は {逃|に}げて ください。', '{雨|あめ}ですが。'],
  },
  passive: {
    hard: [
      'お{知|し}らせが {出|だ}されました。', '{人|ひと}が {助|たす}けられました。', '{会|かい}が {行|おこな}われます。', '{橋|はし}が {流|なが}されました。', '{中止|ちゅうし} されました。', '{水|みず}が {配|くば}られます。', '{道|みち}が {直|なお}されて います。',
      '{大雨|おおあめ}が {見|み}られます。',
    ],
    easy: [
      '{橋|はし}が {流|なが}れました。', 'はしが ながれました。', '{家|いえ}が こわれました。', '{木|き}が {倒|たお}れて います。', '{道|みち}が {分|わ}かれて います。', '{子|こ}どもが {生|う}まれました。', '{人|ひと}が あらわれました。', '{疲|つか}れた {人|ひと}は {休|やす}んで ください。',
      'つかれた {人|ひと}は {休|やす}んで ください。', 'ガラスが われて います。', '{名前|なまえ}を {入|い}れて ください。', '{晴|は}れました。',
    ],
  },
  causative: {
    hard: ['{子|こ}どもに {水|みず}を {飲|の}ませて ください。', '{犬|いぬ}を {外|そと}で {待|ま}たせて ください。', 'みんなに {運動|うんどう}を させます。', '{先|さき}に {食|た}べさせて ください。'],
    easy: ['{市|し}が お{知|し}らせします。', '{家族|かぞく}に {知|し}らせて ください。', '{時間|じかん}を {合|あ}わせて ください。', 'カードを {見|み}せて ください。'],
  },
  honorific: {
    hard: [
      'ご{注意|ちゅうい} ください。', 'お{待|ま}ち ください。', '{見|み}て いただけます。', 'ここで ございます。', '{市|し}で おります。', 'お{越|こ}し ください。', '{市長|しちょう}が いらっしゃいます。', 'お{帰|かえ}りに なります。', '{話|はなし}を うかがいます。',
      '{水|みず}を {差|さ}し{上|あ}げます。', '{逃|に}げなさい。', 'ご{覧|らん} ください。', '{後|あと}で {参|まい}ります。',
    ],
    easy: ['お{知|し}らせを {見|み}て ください。', 'お{年寄|としよ}りは {早|はや}く {逃|に}げて ください。', 'お{金|かね}は いりません。', 'ごはんが あります。', '{待|ま}って ください。'],
  },
  'loan-word': {
    hard: ['ライフラインが {止|と}まりました。', 'ハザードマップを {見|み}て ください。', 'デマを {信|しん}じないで ください。', 'イベントは キャンセルです。', 'アクセスは バスです。'],
    easy: ['ハザードマップ（{危|あぶ}ない {場所|ばしょ}が わかる {地図|ちず}）を {見|み}て ください。', 'テレビや ラジオを {見|み}て ください。', 'メールが {来|き}ます。', 'デマンドタクシーで {行|い}きます。', 'バスは ありません。'],
  },
  'reading-missing': {
    hard: ['三つ あります。', '2{階|かい}の 部屋です。', '{人|ひと}々が います。', '{亀山|かめやま}市です。', '（川の {近|ちか}く）'],
    easy: ['{人々|ひとびと}が います。', '2{階|かい}の {部屋|へや}です。', 'レベル4です。', '{亀山市|かめやまし}です。', 'コンビニへ {行|い}きます。'],
  },
}

describe.each(Object.entries(CASES) as [EasyRule, NonNullable<(typeof CASES)[EasyRule]>][])('%s', (rule, { hard, easy }) => {
  test.each(hard)('is found in %s', (text) => expect(rulesIn(text)).toContain(rule))
  test.each(easy)('is not found in %s', (text) => expect(rulesIn(text)).not.toContain(rule))
})

describe('limits', () => {
  const { sentenceLetters, lettersInARow, clauses } = EASY_LIMITS
  // Two letters and the full stop belong to the sentence too.
  const sentence = (letters: number) => `${'あ '.repeat(letters - 3)}です。`

  test.each([[sentenceLetters, false], [sentenceLetters + 1, true]])('a sentence of %i letters is too long: %s', (letters, isLong) => {
    expect(rulesIn(sentence(letters)).includes('sentence-long')).toBe(isLong)
    // Readings, spaces and explanations in brackets are no letters of the sentence; two sentences are measured apart.
    expect(rulesIn(`{山|やま}${sentence(letters - 1)} ${sentence(letters)}`).includes('sentence-long')).toBe(isLong)
    expect(rulesIn(sentence(letters).replace('です', '（これは せつめい）です')).includes('sentence-long')).toBe(isLong)
  })

  test.each([[lettersInARow, false], [lettersInARow + 1, true]])('%i letters without a space are too many: %s', (letters, isTooMany) => {
    expect(rulesIn(`${'あ'.repeat(letters)} です。`).includes('no-spaces')).toBe(isTooMany)
  })

  test.each([[clauses - 1, false], [clauses, true]])('%i clauses before the last are too many: %s', (before, isTooMany) => {
    expect(rulesIn(`${'{雨|あめ}が {降|ふ}って、 '.repeat(before)}{風|かぜ}です。`).includes('clauses-many')).toBe(isTooMany)
  })
})

function rulesIn(text: string): EasyRule[] {
  return checkEasyJapanese(text).map(({ rule }) => rule)
}
