import { phrases } from '#kernel/text/text.ts'

export const myWords = phrases({
  title: { ja: 'お{支払|しはら}い', 'ja-x-yasashii': 'お{金|かね}を {払|はら}う', en: 'Payments', pt: 'Pagamentos' },
  summary: { ja: '{請求|せいきゅう}、{支払|しはら}い{方法|ほうほう}、{領収書|りょうしゅうしょ}', 'ja-x-yasashii': '{払|はら}う お{金|かね}と {領収書|りょうしゅうしょ}', en: 'What is asked, how to pay it, receipts', pt: 'Cobranças, formas de pagar, recibos' },
  none: { ja: 'お{支払|しはら}いはありません', 'ja-x-yasashii': '{払|はら}う お{金|かね}は ありません', en: 'Nothing was asked of you', pt: 'Nenhuma cobrança' },
  noneBody: { ja: '{手続|てつづ}きで{手数料|てすうりょう}がかかると、ここに{出|で}ます。', 'ja-x-yasashii': 'お{金|かね}が いる とき、ここに {出|で}ます。', en: 'Fees of your procedures appear here.', pt: 'As taxas dos seus procedimentos aparecem aqui.' },
  state: { ja: '{状態|じょうたい}', 'ja-x-yasashii': '{今|いま}', en: 'State', pt: 'Situação' },
  pay: { ja: '{支払|しはら}う', 'ja-x-yasashii': '{払|はら}う', en: 'Pay', pt: 'Pagar' },
  myPage: { ja: 'マイページ', 'ja-x-yasashii': 'マイページ', en: 'My page', pt: 'Minha página' },
})
