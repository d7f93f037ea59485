import { phrases } from '#kernel/text/text.ts'

export const words = phrases({
  title: { ja: '{住民|じゅうみん}', 'ja-x-yasashii': '{住民|じゅうみん}', en: 'Residents', pt: 'Residentes' },
  summary: {
    ja: 'ほかの{業務|ぎょうむ}が{住民記録|じゅうみんきろく}から{知|し}ることのできること',
    'ja-x-yasashii': 'ほかの {仕事|しごと}が {住民|じゅうみん}の {記録|きろく}から {知|し}ることが できる こと',
    en: 'What other services may know of the resident register',
    pt: 'O que outros serviços podem saber do registro de residentes',
  },
})
