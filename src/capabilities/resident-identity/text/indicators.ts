import { phrases } from '#kernel/text/text.ts'

export const indicatorWords = phrases({
  signIns: { ja: '{住民|じゅうみん}のサインイン', 'ja-x-yasashii': 'サインインした {回数|かいすう}', en: 'Residents’ sign-ins', pt: 'Entradas de moradores' },
  cardShare: { ja: 'カードでのサインインの{割合|わりあい}', 'ja-x-yasashii': 'カードで サインインした {割合|わりあい}', en: 'Share of sign-ins by card', pt: 'Parcela de entradas com cartão' },
  refusals: { ja: 'サインインできなかった{回数|かいすう}', 'ja-x-yasashii': 'サインインできなかった {回数|かいすう}', en: 'Sign-ins refused', pt: 'Entradas recusadas' },
  matchedByCard: {
    ja: '{窓口|まどぐち}を{通|とお}さずに{住民|じゅうみん}{記録|きろく}と{結|むす}びついた{割合|わりあい}',
    'ja-x-yasashii': '{市|し}の {記録|きろく}と すぐ つながった {割合|わりあい}',
    en: 'Share of accounts joined with the register without a clerk',
    pt: 'Parcela de contas ligadas ao registro sem servidor',
  },
  times: { ja: '{回|かい}', 'ja-x-yasashii': '{回|かい}', en: 'times', pt: 'vezes' },
  percent: { ja: '%', 'ja-x-yasashii': '%', en: '%', pt: '%' },
  first: { ja: '{数|かぞ}え{始|はじ}め', 'ja-x-yasashii': 'はじめて {数|かぞ}えました', en: 'First definition', pt: 'Primeira definição' },
})
