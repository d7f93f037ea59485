import { phrases } from '#kernel/text/text.ts'

/** What stands on the receipt, on paper and on its page. */
export const receiptWords = phrases({
  title: { ja: '{領収書|りょうしゅうしょ}', 'ja-x-yasashii': '{領収書|りょうしゅうしょ}', en: 'Receipt', pt: 'Recibo' },
  number: { ja: '{番号|ばんごう}', 'ja-x-yasashii': '{番号|ばんごう}', en: 'No.', pt: 'N.º' },
  forWhat: { ja: '{次|つぎ}のとおり{領収|りょうしゅう}しました: {what}', 'ja-x-yasashii': '{次|つぎ}の お{金|かね}を もらいました: {what}', en: 'Received for: {what}', pt: 'Recebido referente a: {what}' },
  stamp: { ja: '{地方公共団体|ちほうこうきょうだんたい}の{領収書|りょうしゅうしょ}には{印紙税|いんしぜい}がかかりません({印紙税法|いんしぜいほう}{第|だい}5{条|じょう})。{支払番号|しはらいばんごう} {number}', 'ja-x-yasashii': '{税金|ぜいきん}は ありません。{番号|ばんごう} {number}', en: 'No stamp duty is due on a municipality’s receipt (印紙税法 article 5). Payment number {number}', pt: 'Recibo de município é isento de imposto de selo (印紙税法, art. 5). Número do pagamento {number}' },
  voided: { ja: '{取消|とりけし}', 'ja-x-yasashii': '{取消|とりけし}', en: 'VOID', pt: 'ANULADO' },
  demo: { ja: 'デモ', 'ja-x-yasashii': 'れんしゅう', en: 'DEMO', pt: 'DEMO' },
})
