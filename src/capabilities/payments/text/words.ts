import { phrases } from '#kernel/text/text.ts'

/** The part itself: its doors, its duties. */
export const words = phrases({
  title: { ja: '{支払|しはら}い', 'ja-x-yasashii': 'お{金|かね}を {払|はら}う', en: 'Payments', pt: 'Pagamentos' },
  summary: { ja: '{手数料|てすうりょう}などを{払|はら}う、{領収書|りょうしゅうしょ}を{見|み}る', 'ja-x-yasashii': 'お{金|かね}を {払|はら}う、{領収書|りょうしゅうしょ}を {見|み}る', en: 'Pay a fee and see your receipt', pt: 'Pagar uma taxa e ver o recibo' },
  deskTitle: { ja: '{収納|しゅうのう}', 'ja-x-yasashii': 'お{金|かね}の {仕事|しごと}', en: 'Collection of payments', pt: 'Arrecadação' },
  deskSummary: { ja: '{支払|しはら}いの{検索|けんさく}、レジ、{納付書|のうふしょ}、{返金|へんきん}、{日計|にっけい}の{照合|しょうごう}', 'ja-x-yasashii': '{支払|しはら}いを さがす、{現金|げんきん}、{返|かえ}す お{金|かね}', en: 'Find payments, till, slips, refunds, daily match', pt: 'Buscar pagamentos, caixa, guias, devoluções, conferência diária' },
  cashier: { ja: '{収納|しゅうのう}の{担当|たんとう}({窓口|まどぐち})', 'ja-x-yasashii': 'お{金|かね}を {受|う}け{取|と}る {人|ひと}', en: 'Cashier', pt: 'Caixa' },
  approver: { ja: '{返金|へんきん}と{取|と}り{消|け}しの{承認|しょうにん}', 'ja-x-yasashii': 'お{金|かね}を {返|かえ}して いいと {決|き}める {人|ひと}', en: 'Approver of refunds and voids', pt: 'Aprovador de devoluções e anulações' },
})
