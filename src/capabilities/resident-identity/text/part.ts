import { phrases } from '#kernel/text/text.ts'

/** Words by which the rest of the city knows this part. */
export const partWords = phrases({
  title: {
    ja: '{住民|じゅうみん}の{本人確認|ほんにんかくにん}',
    'ja-x-yasashii': '{住|す}んで いる {人|ひと}の サインイン',
    en: 'Residents’ identity',
    pt: 'Identidade dos moradores',
  },
  summary: {
    ja: 'マイナンバーカードやメールでのサインイン、マイページ、{自分|じぶん}の{情報|じょうほう}を{見|み}た{記録|きろく}',
    'ja-x-yasashii': 'カードや メールで サインインして、{自分|じぶん}の ページを {見|み}ます',
    en: 'Signing in with the national card or by mail, My page, and who looked at your data',
    pt: 'Entrada com o cartão nacional ou por e-mail, Minha página e quem viu seus dados',
  },
  myPage: { ja: 'マイページ', 'ja-x-yasashii': 'マイページ', en: 'My page', pt: 'Minha página' },
  myPageSummary: {
    ja: '{申請|しんせい}の{状況|じょうきょう}、{支払|しはら}い、{自分|じぶん}の{情報|じょうほう}を{見|み}た{記録|きろく}',
    'ja-x-yasashii': '{自分|じぶん}の {手続|てつづ}きを {見|み}ます',
    en: 'Your applications, payments, and who looked at your data',
    pt: 'Seus pedidos, pagamentos e quem viu seus dados',
  },
  matcher: {
    ja: '{本人確認|ほんにんかくにん}の{突合|とつごう}{担当|たんとう}',
    'ja-x-yasashii': '{本人|ほんにん}か {調|しら}べる {人|ひと}',
    en: 'Matches accounts with the register',
    pt: 'Confere contas com o registro',
  },
  identityDesk: {
    ja: '{本人確認|ほんにんかくにん}の{突合|とつごう}',
    'ja-x-yasashii': '{本人|ほんにん}か {調|しら}べる しごと',
    en: 'Accounts to match',
    pt: 'Contas a conferir',
  },
  identityDeskSummary: {
    ja: 'カードと{住民|じゅうみん}{記録|きろく}が{機械|きかい}では{結|むす}びつかなかったアカウント',
    'ja-x-yasashii': 'カードと {市|し}の {記録|きろく}が あわなかった アカウント',
    en: 'Accounts whose card the machine could not join with the register',
    pt: 'Contas cujo cartão a máquina não pôde ligar ao registro',
  },
  standInDesk: {
    ja: 'デジタル{認証|にんしょう}の{代役|だいやく}',
    'ja-x-yasashii': 'カードの サインインの {代|か}わり',
    en: 'Stand-in for the card sign-in',
    pt: 'Substituto da entrada com cartão',
  },
  standInDeskSummary: {
    ja: 'デモで{代役|だいやく}とやり{取|と}りした{内容|ないよう}と、デモのカード',
    'ja-x-yasashii': 'デモの カードと、{代|か}わりと {話|はな}した {記録|きろく}',
    en: 'What went between the city and the stand-in, and the demo cards',
    pt: 'O que passou entre a cidade e o substituto, e os cartões da demonstração',
  },
})
