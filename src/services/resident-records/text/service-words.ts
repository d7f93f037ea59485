import { phrases } from '#kernel/text/text.ts'

export const serviceWords = phrases({
  title: { ja: '{住民記録|じゅうみんきろく}', 'ja-x-yasashii': '{住民|じゅうみん}の {記録|きろく}', en: 'Resident register', pt: 'Registro de residentes' },
  summary: {
    ja: '{転入|てんにゅう}・{転居|てんきょ}・{転出|てんしゅつ}などの{届出|とどけで}を{受|う}け{付|つ}け、{住民基本台帳|じゅうみんきほんだいちょう}に{記録|きろく}する',
    'ja-x-yasashii': '{引|ひ}っ{越|こ}し などの {届|とど}けを {受|う}けて、{住民|じゅうみん}の {記録|きろく}に {書|か}きます',
    en: 'Takes in notices of moves, births and deaths and keeps the basic resident register',
    pt: 'Recebe avisos de mudança, nascimento e óbito e mantém o registro básico de residentes',
  },
  clerk: { ja: '{住民記録|じゅうみんきろく}の{入力|にゅうりょく}', 'ja-x-yasashii': '{住民|じゅうみん}の {記録|きろく}を {書|か}く', en: 'Draft entries of the resident register', pt: 'Redigir lançamentos do registro de residentes' },
  approver: { ja: '{住民記録|じゅうみんきろく}の{決裁|けっさい}', 'ja-x-yasashii': '{住民|じゅうみん}の {記録|きろく}を {確|たし}かめて {認|みと}める', en: 'Approve entries of the resident register', pt: 'Aprovar lançamentos do registro de residentes' },
})
