import { phrases } from '#kernel/text/text.ts'

export const serviceWords = phrases({
  title: { ja: '{防災|ぼうさい}{情報|じょうほう}', 'ja-x-yasashii': '{災害|さいがい}の お{知|し}らせ', en: 'Disaster information', pt: 'Informações de desastres' },
  summary: {
    ja: '{警報|けいほう}と{避難|ひなん}{情報|じょうほう}、{開|ひら}いている{避難所|ひなんじょ}。',
    'ja-x-yasashii': '{危|あぶ}ない とき、{何|なに}を するか、どこへ {逃|に}げるか。',
    en: 'Warnings, evacuation information and open shelters.',
    pt: 'Alertas, informações de evacuação e abrigos abertos.',
  },
  evacuationTopic: { ja: '{避難|ひなん}{情報|じょうほう}', 'ja-x-yasashii': '{逃|に}げる ときの お{知|し}らせ', en: 'Evacuation information', pt: 'Informações de evacuação' },
  evacuationTopicSummary: {
    ja: '{高齢者|こうれいしゃ}{等|とう}{避難|ひなん}、{避難|ひなん}{指示|しじ}、{緊急|きんきゅう}{安全|あんぜん}{確保|かくほ}と、{避難所|ひなんじょ}の{開設|かいせつ}。',
    'ja-x-yasashii': '{逃|に}げる とき、{逃|に}げる {場所|ばしょ}が {開|あ}いた とき、お{知|し}らせします。',
    en: 'When to evacuate, and when shelters open.',
    pt: 'Quando evacuar e quando os abrigos abrem.',
  },
  warningTopic: { ja: '{気象|きしょう}{警報|けいほう}・{地震|じしん}', 'ja-x-yasashii': '{大雨|おおあめ}や {地震|じしん}の お{知|し}らせ', en: 'Weather warnings and earthquakes', pt: 'Alertas meteorológicos e terremotos' },
  warningTopicSummary: {
    ja: '{市|し}に{出|で}た{警報|けいほう}と{地震|じしん}の{揺|ゆ}れ。',
    'ja-x-yasashii': '{市|し}に {大雨|おおあめ}などの {危|あぶ}ない お{知|し}らせが {出|で}た とき。',
    en: 'Warnings for the city and earthquakes felt here.',
    pt: 'Alertas para a cidade e terremotos sentidos aqui.',
  },
  duty: { ja: '{防災|ぼうさい}{当直|とうちょく}', 'ja-x-yasashii': '{防災|ぼうさい}の {当番|とうばん}', en: 'Disaster duty officer', pt: 'Plantonista de desastres' },
  dutyTitle: { ja: '{防災|ぼうさい}{当直|とうちょく}{盤|ばん}', 'ja-x-yasashii': '{防災|ぼうさい}の {当番|とうばん}', en: 'Duty board', pt: 'Painel de plantão' },
  dutySummary: {
    ja: '{警報|けいほう}の{状況|じょうきょう}、{避難|ひなん}{情報|じょうほう}の{案|あん}と{発令|はつれい}。',
    'ja-x-yasashii': '{警報|けいほう}を {見|み}て、{避難|ひなん}の お{知|し}らせを {出|だ}します。',
    en: 'What is in force, what is suggested, and issuing it.',
    pt: 'O que está em vigor, o que é sugerido e a emissão.',
  },
})
