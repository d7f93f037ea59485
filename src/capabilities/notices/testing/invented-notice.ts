import type { Manifest } from '#kernel/service/manifest.ts'
import type { NoticeDraft } from '../model.ts'

const words = { ja: '{試験|しけん}', 'ja-x-yasashii': 'ためし', en: 'Trial', pt: 'Ensaio' }

/** A service that issues notices, with a topic of its own; its folder is this one, where it has no migrations. */
export const trialService: Manifest = {
  name: 'trial-service', kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [],
  topics: [{ key: 'trial-service.rain', title: words, summary: words, isPreselected: true }],
}

export const TRIAL_TOPIC = 'trial-service.rain'

/** An evacuation instruction in Japanese and English, not translated into the others. */
export const draft: NoticeDraft = {
  topic: TRIAL_TOPIC, level: 4, kind: 'issue', refersTo: null, audience: { kind: 'subscribers', towns: 'all' },
  texts: {
    ja: { title: '【警戒レベル4】{避難|ひなん}{指示|しじ}', sentences: ['{川|かわ}の{水|みず}が{増|ふ}えています。', '{危|あぶ}ない{場所|ばしょ}から{全員|ぜんいん}{避難|ひなん}してください。'], origin: 'phrasebook' },
    'ja-x-yasashii': { title: '{警戒|けいかい}レベル4 {逃|に}げて ください', sentences: ['{川|かわ}の {水|みず}が {増|ふ}えて います。', 'あぶない {所|ところ}から {全員|ぜんいん} {逃|に}げて ください。'], origin: 'phrasebook' },
    en: { title: 'Alert level 4: evacuate', sentences: ['The river is rising.', 'Everybody in dangerous places must leave now.'], origin: 'phrasebook' },
    pt: null,
  },
  isDrill: false, channels: ['mail'], cap: null, link: '/disaster/1', issuedBy: null, confirmedBy: null, expiresAt: null,
}
